//! Children pegged to the quote: at which price they stand, and when they are moved. Where the quote says nothing that can be
//! gone by (crossed, locked, without the side that counts, or older than its parent allows) none is sent and none is moved.

use crate::engine::{Engine, Instrument, Taken};
use crate::gate::Order;
use crate::layout::{
    Decided, MOST_PRICE, MOST_TICK, MOST_TICKS, MOST_TIME, MOST_WAIT, Record, Refusal, long,
};
use crate::out::Out;
use crate::parent::{Child, Parent, State};

/// What children are pegged to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum To {
    Nothing,
    /// The touch of their own side.
    Near,
    /// The other side's.
    Far,
    /// Between both.
    Middle,
}

/// How a parent's children are pegged.
#[derive(Clone, Copy)]
pub struct Peg {
    to: To,
    /// Ticks from there, towards the other side where positive.
    offset: i64,
    tick: i64,
    /// Between two moves.
    interval: i64,
    /// The oldest quote that counts, 0 for any.
    stale: i64,
}

/// To nothing.
pub const UNPEGGED: Peg = Peg {
    to: To::Nothing,
    offset: 0,
    tick: 1,
    interval: 1,
    stale: 0,
};

impl Peg {
    fn of(event: &Record) -> Result<Self, Refusal> {
        let to = match event[3] {
            0 => return Ok(UNPEGGED),
            1 => To::Near,
            2 => To::Far,
            3 => To::Middle,
            _ => return Err(Refusal::Number),
        };
        let peg = Self {
            to,
            offset: long(event, 24),
            tick: long(event, 32),
            interval: long(event, 40),
            stale: long(event, 48),
        };
        if (-MOST_TICKS..=MOST_TICKS).contains(&peg.offset)
            && (1..=MOST_TICK).contains(&peg.tick)
            && (1..=MOST_WAIT).contains(&peg.interval)
            && (0..=MOST_TIME).contains(&peg.stale)
        {
            Ok(peg)
        } else {
            Err(Refusal::Number)
        }
    }
}

impl Parent {
    /// Whether its children follow the quote; those for an auction do not.
    pub fn pegged(&self) -> bool {
        self.peg.to != To::Nothing && !self.auction
    }

    /// The queue in which it waits for a quote.
    pub fn by_peg(&self) -> usize {
        2 * self.instrument as usize + usize::from(self.stale)
    }

    /// The price of a child that is sent now, 0 for at the market; none where it is pegged and there is nothing to go by.
    pub fn price(&self, instrument: &Instrument, now: i64) -> Option<i64> {
        if self.pegged() {
            return self.peg_price(instrument, now);
        }
        let limit = self.terms.limit;
        let far = if self.buys() {
            instrument.ask
        } else {
            instrument.bid
        };
        Some(if self.auction {
            limit
        } else if far == 0 || limit == 0 {
            far + limit
        } else {
            self.within(far, limit)
        })
    }

    /// Where a pegged child belongs: off the reference, short of the other side where it is not pegged to that, within the
    /// limit, on a tick; rounded away from the other side.
    fn peg_price(&self, instrument: &Instrument, now: i64) -> Option<i64> {
        let Peg {
            to, offset, tick, ..
        } = self.peg;
        let (bid, ask) = (instrument.bid, instrument.ask);
        if (bid > 0 && ask > 0 && bid >= ask) || self.too_old(instrument, now) {
            return None;
        }
        let sign = if self.buys() { 1 } else { -1 };
        let (near, far) = if self.buys() { (bid, ask) } else { (ask, bid) };
        let from = match to {
            To::Far => far,
            To::Middle if near > 0 && far > 0 => {
                i64::midpoint(bid, ask) + i64::from(!self.buys()) * ((bid + ask) & 1)
            }
            To::Middle => 0,
            _ => near,
        };
        if from == 0 {
            return None;
        }
        let mut price = from + sign * offset * tick;
        if to != To::Far && far > 0 {
            price = self.within(price, far - sign * tick);
        }
        if self.terms.limit > 0 {
            price = self.within(price, self.terms.limit);
        }
        price = sign * (sign * price).div_euclid(tick) * tick;
        (1..MOST_PRICE).contains(&price).then_some(price)
    }

    fn too_old(&self, instrument: &Instrument, now: i64) -> bool {
        self.peg.stale > 0 && now - instrument.quoted_at > self.peg.stale
    }

    /// A price, or the bound where it is beyond.
    fn within(&self, price: i64, bound: i64) -> i64 {
        if self.buys() {
            price.min(bound)
        } else {
            price.max(bound)
        }
    }

    /// Whether another price binds a child less than its own.
    fn binds_less(&self, child: &Child, price: i64) -> bool {
        if self.buys() {
            price > child.at
        } else {
            child.price != 0 && price < child.price
        }
    }
}

impl Engine {
    /// Takes an event that says what a parent's children are pegged to.
    pub fn peg(&mut self, event: &Record, out: &mut Out) -> Taken {
        let number = self.number(long(event, 16))?;
        let state = self.parents[number as usize].state;
        if state != State::Told && state != State::Worked {
            return Err(Refusal::Parent);
        }
        self.parents[number as usize].peg = Peg::of(event)?;
        if state == State::Worked {
            self.look(number, out);
        }
        Ok(())
    }

    /// Moves the children of a pegged parent to where they belong, where that may be now; answers when it may be again.
    pub fn repeg(&mut self, number: u32, instrument: &Instrument, out: &mut Out) -> i64 {
        let first = self.place(number, 0);
        let now = self.now;
        let parent = &mut self.parents[number as usize];
        let mut next = parent.end;
        let Some(price) = parent.price(instrument, now) else {
            return next;
        };
        let mut moved = false;
        for child in &mut self.children[first..first + parent.children as usize] {
            if child.cancelling || child.price == price {
                continue;
            }
            if now < parent.peg_at {
                return next.min(parent.peg_at);
            }
            if parent.binds_less(child, price) {
                if now >= parent.retry_at {
                    let order = Order {
                        units: child.open * parent.lot_units,
                        price,
                        at: price,
                        reference: instrument.reference(),
                    };
                    if let Err(denial) = self.gate.may_move(&self.books, parent, child, &order) {
                        parent.retry_at = now + self.capacity.retry;
                        out.denied(number, parent, child.open, price, &denial);
                    }
                }
                if now < parent.retry_at {
                    next = next.min(parent.retry_at);
                    continue;
                }
            }
            self.books.replaced(parent, child, price);
            child.price = price;
            out.child(Decided::Replace, number, parent, child);
            moved = true;
        }
        if moved {
            parent.peg_at = now + parent.peg.interval;
        }
        next
    }

    /// Waits for a quote that moves, or for any where the last one is too old.
    pub fn at_peg(&mut self, number: u32, instrument: &Instrument) {
        let parent = &mut self.parents[number as usize];
        parent.stale = parent.too_old(instrument, self.now);
        let seen = if parent.stale {
            instrument.quotes
        } else {
            instrument.moves
        };
        let queue = parent.by_peg();
        self.by_peg.add(queue, number, seen + 1);
    }
}
