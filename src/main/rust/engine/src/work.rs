//! What a parent may do now, and what becomes of it.

use crate::engine::{Engine, Instrument};
use crate::gate::Order;
use crate::layout::{Decided, End, MOST_PRICE};
use crate::out::Out;
use crate::parent::{Child, FREE, NONE, Parent, State, Terms};

/// What a parent may do now.
enum Due {
    Nothing,
    Lots(i64),
    /// Once its instrument has traded so much.
    AtVolume(i64),
}

impl Engine {
    /// Decides of a parent what is due now, one child at most, and when it is to be looked at again.
    pub fn look(&mut self, number: u32, out: &mut Out) {
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
        let stopped = instrument.stopped || self.books.account(parent.account).stopped;
        if instrument.halted || stopped {
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
        if parent.pegged() {
            next = next.min(self.repeg(number, &instrument, out));
            self.at_peg(number, &instrument);
        }
        let retry = self.parents[number as usize].retry_at;
        if self.now < retry {
            self.by_time.add(0, number, next.min(retry));
            return;
        }
        let mut due = self.due(number, &instrument);
        if let Due::Lots(lots) = due {
            if !self.send(number, lots, &instrument, out) {
                let retry = self.parents[number as usize].retry_at;
                self.by_time.add(0, number, next.min(retry));
                return;
            }
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
        self.at_price(number, &instrument);
    }

    /// Waits for the far touch at which all of it would be due, where that is not now.
    fn at_price(&mut self, number: u32, instrument: &Instrument) {
        let parent = &self.parents[number as usize];
        let trigger = parent.trigger();
        if trigger != 0 && !parent.would_now(instrument.bid, instrument.ask) {
            let key = if parent.buys() {
                MOST_PRICE - trigger
            } else {
                trigger
            };
            self.by_price.add(parent.by_price(), number, key);
        }
    }

    fn due(&self, number: u32, instrument: &Instrument) -> Due {
        let parent = &self.parents[number as usize];
        let Terms { lots, cap, .. } = parent.terms;
        if parent.children == self.capacity.children || parent.price(instrument, self.now).is_none()
        {
            return Due::Nothing;
        }
        let target = match parent.passed {
            _ if parent.would_now(instrument.bid, instrument.ask) => lots,
            0 => 0,
            all if all == parent.points => lots,
            passed => lots.min(self.points[self.point(number, passed - 1)].1),
        };
        let committed = parent.committed();
        let need = parent.need();
        let mut wanted = target - committed;
        if parent.terms.display > 0 {
            wanted = wanted.min(parent.random.shown(&parent.terms) - parent.open);
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
        Due::Lots(match parent.random.most(&parent.terms) {
            0 => wanted,
            most => wanted.min(most),
        })
    }

    /// Sends a child where the gate lets it leave; else its parent waits.
    fn send(&mut self, number: u32, lots: i64, instrument: &Instrument, out: &mut Out) -> bool {
        let parent = &mut self.parents[number as usize];
        let price = parent.price(instrument, self.now).unwrap_or(0);
        let units = lots * parent.lot_units;
        let reference = instrument.reference();
        let at = self.gate.counted(parent.instrument, price, reference);
        let order = Order {
            units,
            price,
            at,
            reference,
        };
        if let Err(denial) = self.gate.judge(&self.books, parent, &order, self.now) {
            parent.retry_at = self.now + self.capacity.retry;
            out.denied(number, parent, lots, price, &denial);
            return false;
        }
        self.gate.sent(self.now);
        self.books.sent(parent, units, at);
        self.made[number as usize] += 1;
        let child = Child {
            number: self.made[number as usize],
            open: lots,
            price,
            at,
            cancelling: false,
        };
        let place = number as usize * self.capacity.children as usize + parent.children as usize;
        self.children[place] = child;
        parent.children += 1;
        parent.open += lots;
        parent.random.draw();
        out.child(Decided::Child, number, parent, &child);
        true
    }

    /// Works a parent no longer; it ends once none of its children is open.
    pub fn finish(&mut self, number: u32, reason: End, out: &mut Out) {
        self.rest(number);
        self.cancel_children(number, out);
        if self.parents[number as usize].children == 0 {
            self.end(number, reason, out);
        } else {
            self.leave(number);
            self.parents[number as usize].state = State::Ending(reason);
        }
    }

    /// Cancels all that is open.
    pub fn cancel_children(&mut self, number: u32, out: &mut Out) {
        let parent = &self.parents[number as usize];
        let first = self.place(number, 0);
        for child in &mut self.children[first..first + parent.children as usize] {
            if !child.cancelling {
                child.cancelling = true;
                out.child(Decided::Cancel, number, parent, child);
            }
        }
    }

    /// A parent is over.
    pub fn end(&mut self, number: u32, reason: End, out: &mut Out) {
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
        let queue = self.parents[number as usize].by_price();
        self.by_price.remove(queue, number);
        let queue = self.parents[number as usize].by_peg();
        self.by_peg.remove(queue, number);
    }

    /// Worked, and among the parents of its instrument.
    pub fn join(&mut self, number: u32) {
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
    pub fn forget(&mut self, number: u32, place: usize) {
        let parent = &mut self.parents[number as usize];
        let end = number as usize * self.capacity.children as usize + parent.children as usize;
        self.children.copy_within(place + 1..end, place);
        parent.children -= 1;
    }
}
