//! Decisions of one call.

use crate::gate::Denial;
use crate::layout::{CHILD_BITS, Decided, End, Record, Refusal, long, put};
use crate::parent::{Child, Parent};

/// Decisions of one call, each for the event that is being taken.
pub struct Out<'a> {
    pub records: &'a mut [Record],
    /// Where they go on once the first place is full.
    pub further: &'a mut [Record],
    pub count: usize,
    pub event: i64,
    pub now: i64,
}

impl Out<'_> {
    fn begin(
        &mut self,
        decided: Decided,
        side: u8,
        reason: u8,
        instrument: [u8; 4],
        time: i64,
        order: i64,
    ) -> &mut Record {
        let event = self.event;
        let first = self.records.len();
        let record = if self.count < first {
            &mut self.records[self.count]
        } else {
            &mut self.further[self.count - first]
        };
        self.count += 1;
        *record = [0; 64];
        record[0..2].copy_from_slice(&(decided as u16).to_le_bytes());
        record[2] = side;
        record[3] = reason;
        record[4..8].copy_from_slice(&instrument);
        put(record, 8, time);
        put(record, 16, order);
        put(record, 48, event);
        record
    }

    /// What is done about a child.
    pub fn child(&mut self, decided: Decided, number: u32, parent: &Parent, child: &Child) {
        let now = self.now;
        let record = self.begin(
            decided,
            parent.side,
            u8::from(parent.auction),
            parent.instrument.to_le_bytes(),
            now,
            i64::from(number),
        );
        put(record, 24, (i64::from(number) << CHILD_BITS) + child.number);
        if decided != Decided::Cancel {
            put(record, 32, child.open);
            put(record, 40, child.price);
        }
    }

    /// A child that was not sent.
    pub fn denied(&mut self, number: u32, parent: &Parent, lots: i64, price: i64, denial: &Denial) {
        let now = self.now;
        let record = self.begin(
            Decided::Denied,
            parent.side,
            denial.reason as u8,
            parent.instrument.to_le_bytes(),
            now,
            i64::from(number),
        );
        put(record, 24, denial.asked);
        put(record, 32, lots);
        put(record, 40, price);
        put(record, 56, denial.bound);
    }

    /// A parent is over.
    pub fn ended(&mut self, number: u32, parent: &Parent, reason: End) {
        let now = self.now;
        let record = self.begin(
            Decided::ParentEnded,
            parent.side,
            reason as u8,
            parent.instrument.to_le_bytes(),
            now,
            i64::from(number),
        );
        put(record, 32, parent.done);
    }

    /// An event that changed nothing.
    pub fn refused(&mut self, event: &Record, reason: Refusal) {
        let instrument = [event[4], event[5], event[6], event[7]];
        self.begin(
            Decided::Refused,
            event[2],
            reason as u8,
            instrument,
            long(event, 8),
            long(event, 16),
        );
    }
}
