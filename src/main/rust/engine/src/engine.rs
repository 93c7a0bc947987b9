//! The engine: the same decisions as the clear twin `JavaEngine`, byte for byte; what that searches and sums, this keeps.

use crate::books::Books;
use crate::gate::Gate;
use crate::layout::{
    ACCOUNT_LIMITS, AMEND, AMEND_WINDOW, CANCEL, CASH, CHILD_BITS, CHILD_ENDED, CURVE, Decided,
    End, FILL, HALT, INSTRUMENT_LIMITS, KILL, LIMITS, LIMITS_BEGIN, MOST_PRICE, MOST_TIME,
    MOST_UNITS, PARENT, PEG, POSITION, POSITION_LIMITS, QUOTE, RANDOM, RELEASE, REPLACE_REFUSED,
    RESUME, Record, Refusal, STOP, STYLE, TIME, TRADE, WINDOW, int, kind, long,
};
use crate::out::Out;
use crate::parent::{Child, FREE, NONE, Parent, State, Terms, goes_on, is_price};
use crate::queues::Queues;

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
    /// How long a parent waits after a rejected or denied child.
    pub retry: i64,
    /// Accounts.
    pub accounts: u32,
}

impl Capacity {
    /// What one event may lead to at most.
    pub fn most_decisions(&self) -> usize {
        self.parents as usize * (2 * self.children as usize + 4) + 1
    }
}

/// What is known of an instrument.
#[derive(Clone, Copy)]
pub struct Instrument {
    pub bid: i64,
    pub ask: i64,
    /// Price of the last trade.
    pub last: i64,
    pub volume: i64,
    /// When the last quote came, how many came, and how many of them moved.
    pub quoted_at: i64,
    pub quotes: i64,
    pub moves: i64,
    /// First of the parents that are worked in it.
    pub first: u32,
    pub halted: bool,
    pub stopped: bool,
}

impl Instrument {
    /// Middle of the quote, else the last trade, 0 where there is neither.
    pub fn reference(&self) -> i64 {
        if self.bid > 0 && self.ask > 0 {
            i64::midpoint(self.bid, self.ask)
        } else {
            self.last
        }
    }
}

/// Works parents; see the Java interface `Engine`.
pub struct Engine {
    pub capacity: Capacity,
    pub instruments: Vec<Instrument>,
    pub parents: Vec<Parent>,
    pub children: Vec<Child>,
    pub made: Vec<i64>,
    pub points: Vec<(i64, i64)>,
    pub by_time: Queues,
    pub by_volume: Queues,
    /// Two for each instrument: buys and sales with a would-price.
    pub by_price: Queues,
    /// Two for each instrument: pegged parents that wait for a quote that moves, and for any.
    pub by_peg: Queues,
    pub books: Books,
    pub gate: Gate,
    pub now: i64,
    events: i64,
    killed: bool,
}

/// An event was taken, or refused.
pub type Taken = Result<(), Refusal>;

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
                    last: 0,
                    volume: 0,
                    quoted_at: 0,
                    quotes: 0,
                    moves: 0,
                    first: NONE,
                    halted: false,
                    stopped: false,
                };
                instruments
            ],
            parents: vec![FREE; parents],
            children: vec![Child::default(); parents * capacity.children as usize],
            made: vec![0; parents],
            points: vec![(0, 0); parents * capacity.points as usize],
            by_time: Queues::new(1, parents),
            by_volume: Queues::new(instruments, parents),
            by_price: Queues::new(2 * instruments, parents),
            by_peg: Queues::new(2 * instruments, parents),
            books: Books::new(instruments, capacity.accounts as usize),
            gate: Gate::new(instruments, capacity.accounts as usize),
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
        self.handle_in_parts(events, decisions, &mut [])
    }

    /// The same where the room for decisions goes on elsewhere.
    pub fn handle_in_parts(
        &mut self,
        events: &[Record],
        decisions: &mut [Record],
        further: &mut [Record],
    ) -> (usize, usize) {
        let room = decisions.len() + further.len();
        let most = self.capacity.most_decisions();
        let mut out = Out {
            records: decisions,
            further,
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
        if !(QUOTE..=REPLACE_REFUSED).contains(&kind) {
            return Err(Refusal::Kind);
        }
        if time < self.now || time > MOST_TIME {
            return Err(Refusal::Time);
        }
        self.now = time;
        self.by_time_due(out);
        match kind {
            QUOTE => self.quote(event, out),
            TRADE => self.trade(event, out),
            PARENT => self.parent(event),
            WINDOW => self.window(event),
            CURVE => self.curve(event, out),
            AMEND => self.amend(event, out),
            STYLE => self.style(event, out),
            AMEND_WINDOW => self.amend_window(event, out),
            PEG => self.peg(event, out),
            RANDOM => self.random(event, out),
            REPLACE_REFUSED => self.replace_refused(event, out),
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
            STOP => self.stop(event, true, out),
            RELEASE => self.stop(event, false, out),
            POSITION => self.position(event),
            CASH => self.books.cash(event),
            LIMITS_BEGIN => self.gate.begin(event),
            INSTRUMENT_LIMITS | ACCOUNT_LIMITS | POSITION_LIMITS => self.gate.row(kind, event),
            LIMITS => self.gate.limits(event),
            TIME => Ok(()),
            _ => Err(Refusal::Kind),
        }
    }

    fn by_time_due(&mut self, out: &mut Out) {
        while let Some(number) = self.by_time.due(0, self.now) {
            self.look(number, out);
        }
    }

    fn quote(&mut self, event: &Record, out: &mut Out) -> Taken {
        let instrument = self.instrument(event)?;
        let (bid, ask) = (long(event, 24), long(event, 32));
        if !is_price(bid) || !is_price(ask) {
            return Err(Refusal::Number);
        }
        let known = &mut self.instruments[instrument];
        known.moves += i64::from(known.bid != bid || known.ask != ask);
        known.quotes += 1;
        known.quoted_at = self.now;
        known.bid = bid;
        known.ask = ask;
        let (quotes, moves) = (known.quotes, known.moves);
        if ask > 0 {
            while let Some(number) = self.by_price.due(2 * instrument, MOST_PRICE - ask) {
                self.look(number, out);
            }
        }
        if bid > 0 {
            while let Some(number) = self.by_price.due(2 * instrument + 1, bid) {
                self.look(number, out);
            }
        }
        while let Some(number) = self.by_peg.due(2 * instrument, moves) {
            self.look(number, out);
        }
        while let Some(number) = self.by_peg.due(2 * instrument + 1, quotes) {
            self.look(number, out);
        }
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
        self.instruments[instrument].last = long(event, 24);
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
        let account = self.books.number(int(event, 4))?;
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
        parent.account = account;
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
            self.draw_curve(number);
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
        let too_much = parent.committed() > terms.lots;
        let first = number as usize * self.capacity.children as usize;
        let children = &mut self.children[first..first + parent.children as usize];
        if !too_much && !self.books.has_room_at(parent, children, terms.limit) {
            return Err(Refusal::Amount);
        }
        parent.terms = terms;
        let parent = *parent;
        if too_much {
            self.cancel_children(number, out);
        } else {
            for child in children {
                if !child.cancelling && parent.beyond(child.price, terms.limit) {
                    self.books.replaced(&parent, child, terms.limit);
                    child.price = terms.limit;
                    out.child(Decided::Replace, number, &parent, child);
                }
            }
        }
        self.look(number, out);
        Ok(())
    }

    fn style(&mut self, event: &Record, out: &mut Out) -> Taken {
        let number = self.number(long(event, 16))?;
        let state = self.parents[number as usize].state;
        if state != State::Told && state != State::Worked {
            return Err(Refusal::Parent);
        }
        let would = long(event, 24);
        if !is_price(would) || event[3] > 1 {
            return Err(Refusal::Number);
        }
        let parent = &mut self.parents[number as usize];
        parent.would = would;
        parent.auction = event[3] == 1;
        if state == State::Worked {
            self.look(number, out);
        }
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
        let parent = &mut self.parents[number as usize];
        self.books
            .filled(parent, child.at, lots * parent.lot_units, long(event, 32))?;
        child.open -= lots;
        let gone = child.open == 0;
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
        let Child { open, at, .. } = self.children[place];
        parent.open -= open;
        self.books.over(parent, open * parent.lot_units, at);
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

    fn stop(&mut self, event: &Record, stopped: bool, out: &mut Out) -> Taken {
        let of_account = event[2] == 1;
        if of_account {
            let account = self.books.number(int(event, 4))?;
            self.books.account_mut(account).stopped = stopped;
        } else if event[2] == 0 {
            let instrument = self.instrument(event)?;
            self.instruments[instrument].stopped = stopped;
        } else {
            return Err(Refusal::Number);
        }
        let of = int(event, 4).cast_unsigned();
        for number in 0..self.capacity.parents {
            let parent = &self.parents[number as usize];
            let here = if of_account {
                parent.account == of
            } else {
                parent.instrument == of
            };
            if here && parent.state == State::Worked {
                if stopped {
                    self.cancel_children(number, out);
                } else {
                    self.look(number, out);
                }
            }
        }
        Ok(())
    }

    fn position(&mut self, event: &Record) -> Taken {
        let instrument = self.instrument(event)?;
        self.books.position(instrument, event)
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

    /// The parent and the place of an open child.
    pub fn child(&self, event: &Record) -> Result<(u32, usize), Refusal> {
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

    /// A parent's number, where there is such a number.
    pub fn number(&self, parent: i64) -> Result<u32, Refusal> {
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

    /// Where a child of a parent lies.
    pub fn place(&self, number: u32, child: u32) -> usize {
        number as usize * self.capacity.children as usize + child as usize
    }

    /// Where a point of a parent's curve lies.
    pub fn point(&self, number: u32, point: u32) -> usize {
        number as usize * self.capacity.points as usize + point as usize
    }
}
