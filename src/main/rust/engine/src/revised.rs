//! What is changed of a parent or a child that is worked already: another window, and a price that the venue did not change.

use crate::engine::{Engine, Taken};
use crate::layout::{Decided, MOST_AMOUNT, MOST_TIME, Record, Refusal, long};
use crate::out::Out;
use crate::parent::{State, is_price};

impl Engine {
    /// Another window: what is still to come of the curve is stretched or squeezed into the rest of it, what has come stays due.
    pub fn amend_window(&mut self, event: &Record, out: &mut Out) -> Taken {
        let number = self.number(long(event, 16))?;
        let first = self.point(number, 0);
        let now = self.now;
        let parent = &mut self.parents[number as usize];
        if parent.state != State::Worked {
            return Err(Refusal::Parent);
        }
        let (start, end) = (long(event, 24), long(event, 32));
        if start < 0 || end <= start || end > MOST_TIME || end <= now {
            return Err(Refusal::Number);
        }
        let (from, to) = (parent.start.max(now), start.max(now));
        let (before, after) = (i128::from(parent.end - from), i128::from(end - to));
        for point in &mut self.points[first..first + parent.points as usize] {
            if point.0 > now {
                let way = i128::from(point.0 - from) * after / before;
                point.0 = to + i64::try_from(way).map_err(|_| Refusal::Number)?;
            }
        }
        parent.start = start;
        parent.end = end;
        if now < start {
            self.cancel_children(number, out);
        }
        self.look(number, out);
        Ok(())
    }

    /// The venue left a child at a price; beyond the limit it may not stay.
    pub fn replace_refused(&mut self, event: &Record, out: &mut Out) -> Taken {
        let (number, place) = self.child(event)?;
        let price = long(event, 24);
        if !is_price(price) {
            return Err(Refusal::Number);
        }
        let parent = &mut self.parents[number as usize];
        let reference = self.instruments[parent.instrument as usize].reference();
        let at = self.gate.counted(parent.instrument, price, reference);
        let child = &mut self.children[place];
        if self.books.reserved_after(parent, child, at) > MOST_AMOUNT {
            return Err(Refusal::Amount);
        }
        self.books.replaced(parent, child, at);
        child.price = price;
        parent.peg_at = parent.peg_at.max(self.now + self.capacity.retry);
        if !child.cancelling && parent.beyond(price, parent.terms.limit) {
            child.cancelling = true;
            out.child(Decided::Cancel, number, parent, child);
        }
        if parent.state == State::Worked {
            self.look(number, out);
        }
        Ok(())
    }
}
