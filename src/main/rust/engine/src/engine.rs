//! The engine: the same decisions as the clear twin `JavaEngine`, byte for byte; what that searches and sums, this keeps.

use crate::layout::{
    AMEND, CANCEL, CHILD_BITS, CHILD_ENDED, CURVE, Decided, End, FILL, HALT, KILL, MOST_PRICE,
    MOST_TIME, MOST_UNITS, PARENT, QUOTE, RESUME, Record, Refusal, TIME, TRADE, WINDOW, int, kind,
    long, put,
};
use crate::queues::Queues;

const NONE: u32 = u32::MAX;

/// How much an engine holds.
#[derive(Clone, Copy, Debug)]
pub struct Capacity {
    /// Instruments.
    pub instruments: u32,
    /// Parents open at a time.
    pub parents: u32,
    /// Children open at a time of one parent.
    pub children: u32,
    /// Points of a curve.
    pub points: u32,
    /// How long a parent waits after a rejected child.
    pub retry: i64,
}

impl Capacity {
    /// What one event may lead to at most.
    pub fn most_decisions(&self) -> usize {
        self.parents as usize * (self.children as usize + 3) + 1
    }
}

#[derive(Clone, Copy, Default)]
struct Terms {
    lots: i64,
    limit: i64,
    minimum: i64,
    maximum: i64,
    cap: i64,
    display: i64,
}

impl Terms {
    fn of(event: &Record) -> Self {
        Self {
            lots: long(event, 24),
            limit: long(event, 32),
            minimum: long(event, 40),
            maximum: long(event, 48),
            cap: i64::from(int(event, 56)),
            display: i64::from(int(event, 60)),
        }
    }

    fn stand(&self) -> bool {
        (1..=MOST_UNITS).contains(&self.lots)
            && is_price(self.limit)
            && self.minimum >= 1
            && (self.maximum == 0 || self.maximum >= self.minimum)
            && (0..=10_000).contains(&self.cap)
            && (self.display == 0 || self.display >= self.minimum)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Free,
    Told,
    Worked,
    Ending(End),
}

#[derive(Clone, Copy)]
struct Parent {
    state: State,
    side: u8,
    instrument: u32,
    terms: Terms,
    start: i64,
    end: i64,
    lot_units: i64,
    /// Points that were promised and came, and those that are past.
    points: u32,
    told: u32,
    passed: u32,
    /// The instrument's volume when the window began, -1 before.
    before: i64,
    done: i64,
    open: i64,
    retry_at: i64,
    children: u32,
    next: u32,
    previous: u32,
}

const FREE: Parent = Parent {
    state: State::Free,
    side: 0,
    instrument: 0,
    terms: Terms {
        lots: 0,
        limit: 0,
        minimum: 0,
        maximum: 0,
        cap: 0,
        display: 0,
    },
    start: 0,
    end: 0,
    lot_units: 0,
    points: 0,
    told: 0,
    passed: 0,
    before: -1,
    done: 0,
    open: 0,
    retry_at: 0,
    children: 0,
    next: NONE,
    previous: NONE,
};

impl Parent {
    fn committed(&self) -> i64 {
        self.done + self.open
    }

    fn need(&self) -> i64 {
        self.terms.minimum.min(self.terms.lots - self.committed())
    }

    fn beyond(&self, price: i64) -> bool {
        let limit = self.terms.limit;
        limit != 0
            && (price == 0
                || if self.side == 0 {
                    price > limit
                } else {
                    price < limit
                })
    }
}

#[derive(Clone, Copy, Default)]
struct Child {
    number: i64,
    open: i64,
    price: i64,
    cancelling: bool,
}

#[derive(Clone, Copy)]
struct Instrument {
    bid: i64,
    ask: i64,
    volume: i64,
    /// First of the parents that are worked in it.
    first: u32,
    halted: bool,
}

/// Decisions of one call, each for the event that is being taken.
struct Out<'a> {
    records: &'a mut [Record],
    count: usize,
    event: i64,
    now: i64,
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
        let record = &mut self.records[self.count];
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

    fn child(&mut self, decided: Decided, number: u32, parent: &Parent, child: &Child) {
        let now = self.now;
        let record = self.begin(
            decided,
            parent.side,
            0,
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

    fn ended(&mut self, number: u32, parent: &Parent, reason: End) {
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

    fn refused(&mut self, event: &Record, reason: Refusal) {
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

/// Works parents; see the Java interface `Engine`.
pub struct Engine {
    capacity: Capacity,
    instruments: Vec<Instrument>,
    parents: Vec<Parent>,
    children: Vec<Child>,
    made: Vec<i64>,
    points: Vec<(i64, i64)>,
    by_time: Queues,
    by_volume: Queues,
    now: i64,
    events: i64,
    killed: bool,
}

type Taken = Result<(), Refusal>;

impl Engine {
    /// Allocates all that it will ever hold.
    pub fn new(capacity: Capacity) -> Self {
        let parents = capacity.parents as usize;
        let instruments = capacity.instruments as usize;
        Self {
            capacity,
            instruments: vec![
                Instrument {
                    bid: 0,
                    ask: 0,
                    volume: 0,
                    first: NONE,
                    halted: false,
                };
                instruments
            ],
            parents: vec![FREE; parents],
            children: vec![Child::default(); parents * capacity.children as usize],
            made: vec![0; parents],
            points: vec![(0, 0); parents * capacity.points as usize],
            by_time: Queues::new(1, parents),
            by_volume: Queues::new(instruments, parents),
            now: 0,
            events: 0,
            killed: false,
        }
    }

    /// How much it holds.
    pub fn capacity(&self) -> &Capacity {
        &self.capacity
    }

    /// Takes events while there is room for what one may lead to; answers how many, and how many decisions were made.
    pub fn handle(&mut self, events: &[Record], decisions: &mut [Record]) -> (usize, usize) {
        let room = decisions.len();
        let most = self.capacity.most_decisions();
        let mut out = Out {
            records: decisions,
            count: 0,
            event: 0,
            now: 0,
        };
        let mut taken = 0;
        while taken < events.len() && room - out.count >= most {
            let event = &events[taken];
            taken += 1;
            if let Err(refusal) = self.take(event, &mut out) {
                out.refused(event, refusal);
            }
            self.events += 1;
        }
        (taken, out.count)
    }

    fn take(&mut self, event: &Record, out: &mut Out) -> Taken {
        let kind = kind(event);
        let time = long(event, 8);
        out.event = self.events;
        out.now = time;
        if !(QUOTE..=KILL).contains(&kind) {
            return Err(Refusal::Kind);
        }
        if time < self.now || time > MOST_TIME {
            return Err(Refusal::Time);
        }
        self.now = time;
        self.by_time_due(out);
        match kind {
            QUOTE => self.quote(event),
            TRADE => self.trade(event, out),
            PARENT => self.parent(event),
            WINDOW => self.window(event),
            CURVE => self.curve(event, out),
            AMEND => self.amend(event, out),
            CANCEL => self.cancel(event, out),
            FILL => self.fill(event, out),
            CHILD_ENDED => self.child_ended(event, out),
            HALT => {
                let instrument = self.instrument(event)?;
                self.instruments[instrument].halted = true;
                Ok(())
            }
            RESUME => self.resume(event, out),
            KILL => {
                self.kill(out);
                Ok(())
            }
            TIME => Ok(()),
            _ => Err(Refusal::Kind),
        }
    }

    fn by_time_due(&mut self, out: &mut Out) {
        while let Some(number) = self.by_time.due(0, self.now) {
            self.look(number, out);
        }
    }

    fn quote(&mut self, event: &Record) -> Taken {
        let instrument = self.instrument(event)?;
        let (bid, ask) = (long(event, 24), long(event, 32));
        if !is_price(bid) || !is_price(ask) {
            return Err(Refusal::Number);
        }
        self.instruments[instrument].bid = bid;
        self.instruments[instrument].ask = ask;
        Ok(())
    }

    fn trade(&mut self, event: &Record, out: &mut Out) -> Taken {
        let instrument = self.instrument(event)?;
        let units = long(event, 32);
        if !is_price(long(event, 24)) || !(1..=MOST_UNITS).contains(&units) {
            return Err(Refusal::Number);
        }
        let volume = self.instruments[instrument].volume + units;
        if volume > MOST_UNITS {
            return Err(Refusal::Volume);
        }
        self.instruments[instrument].volume = volume;
        while let Some(number) = self.by_volume.due(instrument, volume) {
            self.look(number, out);
        }
        Ok(())
    }

    fn parent(&mut self, event: &Record) -> Taken {
        if self.killed {
            return Err(Refusal::Killed);
        }
        self.instrument(event)?;
        let number = self.number(long(event, 16))? as usize;
        if self.parents[number].state != State::Free {
            return Err(Refusal::Parent);
        }
        let terms = Terms::of(event);
        if event[2] > 1 || !terms.stand() {
            return Err(Refusal::Number);
        }
        self.parents[number] = Parent {
            state: State::Told,
            side: event[2],
            instrument: int(event, 4).cast_unsigned(),
            terms,
            ..FREE
        };
        Ok(())
    }

    fn window(&mut self, event: &Record) -> Taken {
        let most = i64::from(self.capacity.points);
        let number = self.number(long(event, 16))?;
        let parent = &mut self.parents[number as usize];
        if parent.state != State::Told || parent.points != 0 {
            return Err(Refusal::Parent);
        }
        let (start, end) = (long(event, 24), long(event, 32));
        let (lot_units, points) = (long(event, 40), long(event, 48));
        if start < 0
            || end <= start
            || end > MOST_TIME
            || lot_units < 1
            || parent.terms.lots > MOST_UNITS / lot_units
            || !(1..=most).contains(&points)
        {
            return Err(Refusal::Number);
        }
        parent.start = start;
        parent.end = end;
        parent.lot_units = lot_units;
        parent.points = u32::try_from(points).map_err(|_| Refusal::Number)?;
        Ok(())
    }

    fn curve(&mut self, event: &Record, out: &mut Out) -> Taken {
        let number = self.number(long(event, 16))?;
        let parent = self.parents[number as usize];
        if parent.state != State::Told || parent.points == 0 {
            return Err(Refusal::Parent);
        }
        let left = parent.points - parent.told;
        let at = self.point(number, parent.told);
        let mut last = (parent.start - 1, 0);
        if parent.told > 0 {
            last = self.points[at - 1];
        }
        let first = (long(event, 24), long(event, 32));
        let second = (long(event, 40), long(event, 48));
        if !goes_on(&parent, last, first, left == 1)
            || (left >= 2 && !goes_on(&parent, first, second, left == 2))
        {
            return Err(Refusal::Number);
        }
        self.points[at] = first;
        self.parents[number as usize].told += 1;
        if left >= 2 {
            self.points[at + 1] = second;
            self.parents[number as usize].told += 1;
        }
        if left <= 2 {
            self.join(number);
            self.look(number, out);
        }
        Ok(())
    }

    fn amend(&mut self, event: &Record, out: &mut Out) -> Taken {
        let number = self.number(long(event, 16))?;
        let parent = &mut self.parents[number as usize];
        if parent.state != State::Worked {
            return Err(Refusal::Parent);
        }
        if parent.instrument != int(event, 4).cast_unsigned() {
            return Err(Refusal::Instrument);
        }
        let terms = Terms::of(event);
        if parent.side != event[2]
            || !terms.stand()
            || terms.lots < parent.done
            || terms.lots > MOST_UNITS / parent.lot_units
        {
            return Err(Refusal::Number);
        }
        parent.terms = terms;
        let parent = *parent;
        if parent.committed() > terms.lots {
            self.cancel_children(number, out);
        } else {
            let first = self.place(number, 0);
            for child in &mut self.children[first..first + parent.children as usize] {
                if !child.cancelling && parent.beyond(child.price) {
                    child.price = terms.limit;
                    out.child(Decided::Replace, number, &parent, child);
                }
            }
        }
        self.look(number, out);
        Ok(())
    }

    fn cancel(&mut self, event: &Record, out: &mut Out) -> Taken {
        let number = self.number(long(event, 16))?;
        match self.parents[number as usize].state {
            State::Told | State::Worked => {
                self.finish(number, End::Cancelled, out);
                Ok(())
            }
            _ => Err(Refusal::Parent),
        }
    }

    fn fill(&mut self, event: &Record, out: &mut Out) -> Taken {
        let (number, place) = self.child(event)?;
        let lots = long(event, 24);
        let child = &mut self.children[place];
        if lots < 1 || lots > child.open || !is_price(long(event, 32)) {
            return Err(Refusal::Number);
        }
        child.open -= lots;
        let gone = child.open == 0;
        let parent = &mut self.parents[number as usize];
        parent.done += lots;
        parent.open -= lots;
        if gone {
            self.forget(number, place);
        }
        self.go_on(number, out);
        Ok(())
    }

    fn child_ended(&mut self, event: &Record, out: &mut Out) -> Taken {
        let (number, place) = self.child(event)?;
        if event[3] > 1 {
            return Err(Refusal::Number);
        }
        let parent = &mut self.parents[number as usize];
        parent.open -= self.children[place].open;
        if event[3] == 1 {
            parent.retry_at = self.now + self.capacity.retry;
        }
        self.forget(number, place);
        self.go_on(number, out);
        Ok(())
    }

    /// All parents of the instrument are due now, by their numbers.
    fn resume(&mut self, event: &Record, out: &mut Out) -> Taken {
        let instrument = self.instrument(event)?;
        self.instruments[instrument].halted = false;
        let mut number = self.instruments[instrument].first;
        while number != NONE {
            self.by_time.remove(0, number);
            self.by_time.add(0, number, self.now);
            number = self.parents[number as usize].next;
        }
        self.by_time_due(out);
        Ok(())
    }

    fn kill(&mut self, out: &mut Out) {
        self.killed = true;
        for number in 0..self.capacity.parents {
            if matches!(
                self.parents[number as usize].state,
                State::Told | State::Worked
            ) {
                self.finish(number, End::Killed, out);
            }
        }
    }

    fn go_on(&mut self, number: u32, out: &mut Out) {
        let parent = &self.parents[number as usize];
        match parent.state {
            State::Ending(reason) if parent.children == 0 => {
                let complete = parent.done >= parent.terms.lots;
                self.end(number, if complete { End::Complete } else { reason }, out);
            }
            State::Ending(_) => {}
            _ => self.look(number, out),
        }
    }

    fn look(&mut self, number: u32, out: &mut Out) {
        self.rest(number);
        let parent = &mut self.parents[number as usize];
        if parent.done >= parent.terms.lots && parent.children == 0 {
            self.end(number, End::Complete, out);
            return;
        }
        if self.now >= parent.end {
            self.finish(number, End::Window, out);
            return;
        }
        if self.now < parent.start {
            self.by_time.add(0, number, parent.start);
            return;
        }
        let instrument = self.instruments[parent.instrument as usize];
        if parent.before < 0 {
            parent.before = instrument.volume;
        }
        if instrument.halted {
            self.by_time.add(0, number, parent.end);
            return;
        }
        let first = number as usize * self.capacity.points as usize;
        while parent.passed < parent.points
            && self.points[first + parent.passed as usize].0 <= self.now
        {
            parent.passed += 1;
        }
        let mut next = if parent.passed < parent.points {
            self.points[first + parent.passed as usize].0
        } else {
            parent.end
        };
        if self.now < parent.retry_at {
            next = next.min(parent.retry_at);
            self.by_time.add(0, number, next);
            return;
        }
        let mut due = self.due(number, &instrument);
        if let Due::Lots(lots) = due {
            self.send(number, lots, &instrument, out);
            due = self.due(number, &instrument);
            if let Due::Lots(_) = due {
                next = self.now + 1;
            }
        }
        self.by_time.add(0, number, next);
        if let Due::AtVolume(volume) = due {
            let instrument = self.parents[number as usize].instrument as usize;
            self.by_volume.add(instrument, number, volume);
        }
    }

    fn due(&self, number: u32, instrument: &Instrument) -> Due {
        let parent = &self.parents[number as usize];
        let Terms {
            lots, cap, display, ..
        } = parent.terms;
        if parent.children == self.capacity.children {
            return Due::Nothing;
        }
        let target = match parent.passed {
            0 => 0,
            all if all == parent.points => lots,
            passed => lots.min(self.points[self.point(number, passed - 1)].1),
        };
        let committed = parent.committed();
        let need = parent.need();
        let mut wanted = target - committed;
        if display > 0 {
            wanted = wanted.min(display - parent.open);
        }
        if wanted < need.max(1) {
            return Due::Nothing;
        }
        if cap > 0 {
            let allowed = (instrument.volume - parent.before) * cap / (parent.lot_units * 10_000);
            wanted = wanted.min(allowed - committed);
            if wanted < need {
                let units = (committed + need) * (parent.lot_units * 10_000);
                return Due::AtVolume(parent.before + (units + cap - 1) / cap);
            }
        }
        Due::Lots(match parent.terms.maximum {
            0 => wanted,
            maximum => wanted.min(maximum),
        })
    }

    fn send(&mut self, number: u32, lots: i64, instrument: &Instrument, out: &mut Out) {
        let parent = &mut self.parents[number as usize];
        let limit = parent.terms.limit;
        let far = if parent.side == 0 {
            instrument.ask
        } else {
            instrument.bid
        };
        let price = if far == 0 || limit == 0 {
            far + limit
        } else if parent.side == 0 {
            far.min(limit)
        } else {
            far.max(limit)
        };
        self.made[number as usize] += 1;
        let child = Child {
            number: self.made[number as usize],
            open: lots,
            price,
            cancelling: false,
        };
        let place = number as usize * self.capacity.children as usize + parent.children as usize;
        self.children[place] = child;
        parent.children += 1;
        parent.open += lots;
        out.child(Decided::Child, number, parent, &child);
    }

    fn finish(&mut self, number: u32, reason: End, out: &mut Out) {
        self.rest(number);
        self.cancel_children(number, out);
        if self.parents[number as usize].children == 0 {
            self.end(number, reason, out);
        } else {
            self.leave(number);
            self.parents[number as usize].state = State::Ending(reason);
        }
    }

    fn cancel_children(&mut self, number: u32, out: &mut Out) {
        let parent = &self.parents[number as usize];
        let first = self.place(number, 0);
        for child in &mut self.children[first..first + parent.children as usize] {
            if !child.cancelling {
                child.cancelling = true;
                out.child(Decided::Cancel, number, parent, child);
            }
        }
    }

    fn end(&mut self, number: u32, reason: End, out: &mut Out) {
        self.rest(number);
        self.leave(number);
        out.ended(number, &self.parents[number as usize], reason);
        self.parents[number as usize] = FREE;
    }

    /// Due at nothing.
    fn rest(&mut self, number: u32) {
        self.by_time.remove(0, number);
        let instrument = self.parents[number as usize].instrument as usize;
        self.by_volume.remove(instrument, number);
    }

    /// Worked, and among the parents of its instrument.
    fn join(&mut self, number: u32) {
        let instrument = self.parents[number as usize].instrument as usize;
        let first = self.instruments[instrument].first;
        if first != NONE {
            self.parents[first as usize].previous = number;
        }
        let parent = &mut self.parents[number as usize];
        parent.next = first;
        parent.state = State::Worked;
        self.instruments[instrument].first = number;
    }

    fn leave(&mut self, number: u32) {
        let Parent {
            state,
            next,
            previous,
            instrument,
            ..
        } = self.parents[number as usize];
        if state != State::Worked {
            return;
        }
        if previous == NONE {
            self.instruments[instrument as usize].first = next;
        } else {
            self.parents[previous as usize].next = next;
        }
        if next != NONE {
            self.parents[next as usize].previous = previous;
        }
    }

    /// Takes a child out; the others keep their order.
    fn forget(&mut self, number: u32, place: usize) {
        let parent = &mut self.parents[number as usize];
        let end = number as usize * self.capacity.children as usize + parent.children as usize;
        self.children.copy_within(place + 1..end, place);
        parent.children -= 1;
    }

    /// The parent and the place of an open child.
    fn child(&self, event: &Record) -> Result<(u32, usize), Refusal> {
        let id = long(event, 16);
        let number = self.number(id >> CHILD_BITS).map_err(|_| Refusal::Child)?;
        let child = id & ((1 << CHILD_BITS) - 1);
        let first = self.place(number, 0);
        let open = self.parents[number as usize].children as usize;
        (first..first + open)
            .find(|&place| self.children[place].number == child)
            .map(|place| (number, place))
            .ok_or(Refusal::Child)
    }

    fn number(&self, parent: i64) -> Result<u32, Refusal> {
        u32::try_from(parent)
            .ok()
            .filter(|number| *number < self.capacity.parents)
            .ok_or(Refusal::Parent)
    }

    fn instrument(&self, event: &Record) -> Result<usize, Refusal> {
        usize::try_from(int(event, 4))
            .ok()
            .filter(|number| *number < self.instruments.len())
            .ok_or(Refusal::Instrument)
    }

    fn place(&self, number: u32, child: u32) -> usize {
        number as usize * self.capacity.children as usize + child as usize
    }

    fn point(&self, number: u32, point: u32) -> usize {
        number as usize * self.capacity.points as usize + point as usize
    }
}

/// What a parent may do now.
enum Due {
    Nothing,
    Lots(i64),
    /// Once its instrument has traded so much.
    AtVolume(i64),
}

fn is_price(price: i64) -> bool {
    (0..MOST_PRICE).contains(&price)
}

/// Whether a point goes on with a curve after the one before it; the lots of the last are all.
fn goes_on(parent: &Parent, before: (i64, i64), point: (i64, i64), last: bool) -> bool {
    let lots = parent.terms.lots;
    point.0 > before.0
        && point.0 < parent.end
        && point.1 >= before.1
        && if last {
            point.1 == lots
        } else {
            point.1 <= lots
        }
}
