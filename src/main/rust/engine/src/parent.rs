//! Parents and their children, as they lie in the engine.

use crate::layout::{End, MOST_PRICE, MOST_UNITS, Record, int, long};
use crate::peg::{Peg, UNPEGGED};
use crate::random::{FIXED, Random};

/// No number.
pub const NONE: u32 = u32::MAX;

/// What bounds a parent.
#[derive(Clone, Copy, Default)]
pub struct Terms {
    pub lots: i64,
    pub limit: i64,
    pub minimum: i64,
    pub maximum: i64,
    pub cap: i64,
    pub display: i64,
}

impl Terms {
    /// As an event says them.
    pub fn of(event: &Record) -> Self {
        Self {
            lots: long(event, 24),
            limit: long(event, 32),
            minimum: long(event, 40),
            maximum: long(event, 48),
            cap: i64::from(int(event, 56)),
            display: i64::from(int(event, 60)),
        }
    }

    /// Whether each number is in its range.
    pub fn stand(&self) -> bool {
        (1..=MOST_UNITS).contains(&self.lots)
            && is_price(self.limit)
            && self.minimum >= 1
            && (self.maximum == 0 || self.maximum >= self.minimum)
            && (0..=10_000).contains(&self.cap)
            && (self.display == 0 || self.display >= self.minimum)
    }
}

/// Where a parent is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum State {
    Free,
    Told,
    Worked,
    Ending(End),
}

/// A parent, from its event to its end.
#[derive(Clone, Copy)]
pub struct Parent {
    pub state: State,
    pub side: u8,
    pub instrument: u32,
    pub account: u32,
    pub terms: Terms,
    /// Price from which on all is due at once, 0 for none.
    pub would: i64,
    /// Whether its children are for an auction.
    pub auction: bool,
    pub peg: Peg,
    /// From when on a pegged child may be moved again.
    pub peg_at: i64,
    /// Whether it waits for any quote, not only for one that moves.
    pub stale: bool,
    pub random: Random,
    pub start: i64,
    pub end: i64,
    pub lot_units: i64,
    /// Points that were promised and came, and those that are past.
    pub points: u32,
    pub told: u32,
    pub passed: u32,
    /// The instrument's volume when the window began, -1 before.
    pub before: i64,
    pub done: i64,
    pub open: i64,
    pub retry_at: i64,
    pub children: u32,
    pub next: u32,
    pub previous: u32,
}

/// No parent.
pub const FREE: Parent = Parent {
    state: State::Free,
    side: 0,
    instrument: 0,
    account: 0,
    terms: Terms {
        lots: 0,
        limit: 0,
        minimum: 0,
        maximum: 0,
        cap: 0,
        display: 0,
    },
    would: 0,
    auction: false,
    peg: UNPEGGED,
    peg_at: 0,
    stale: false,
    random: FIXED,
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
    /// Whether it buys.
    pub fn buys(&self) -> bool {
        self.side == 0
    }

    /// The price from which on all is due at once, within the limit; 0 where there is none.
    pub fn trigger(&self) -> i64 {
        let limit = self.terms.limit;
        match self.would {
            would if would == 0 || limit == 0 => would,
            would if self.buys() => would.min(limit),
            would => would.max(limit),
        }
    }

    /// The queue in which it waits for a price.
    pub fn by_price(&self) -> usize {
        2 * self.instrument as usize + usize::from(self.side)
    }

    /// Whether the far touch is as good as the trigger.
    pub fn would_now(&self, bid: i64, ask: i64) -> bool {
        let trigger = self.trigger();
        let far = if self.buys() { ask } else { bid };
        trigger != 0
            && far != 0
            && if self.buys() {
                far <= trigger
            } else {
                far >= trigger
            }
    }

    /// Lots filled or at the venue.
    pub fn committed(&self) -> i64 {
        self.done + self.open
    }

    /// The least child worth sending.
    pub fn need(&self) -> i64 {
        self.random
            .least(&self.terms)
            .min(self.terms.lots - self.committed())
    }

    /// Whether a price is beyond a limit.
    pub fn beyond(&self, price: i64, limit: i64) -> bool {
        limit != 0
            && (price == 0
                || if self.side == 0 {
                    price > limit
                } else {
                    price < limit
                })
    }
}

/// A child at the venue.
#[derive(Clone, Copy, Default)]
pub struct Child {
    pub number: i64,
    pub open: i64,
    pub price: i64,
    /// The price at which it counts.
    pub at: i64,
    pub cancelling: bool,
}

/// Whether it is a price, or none.
pub fn is_price(price: i64) -> bool {
    (0..MOST_PRICE).contains(&price)
}

/// Whether a point goes on with a curve after the one before it; the lots of the last are all.
pub fn goes_on(parent: &Parent, before: (i64, i64), point: (i64, i64), last: bool) -> bool {
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
