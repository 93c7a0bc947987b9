//! What the accounts hold, and what they would hold and owe once all that is at the venues is filled.

use crate::layout::{MOST_AMOUNT, Record, Refusal, int, long};
use crate::parent::{Child, Parent};

/// Cash of an account.
#[derive(Clone, Copy, Default)]
pub struct Account {
    /// In 1/10,000 of the currency.
    pub cash: i64,
    /// Amount of all buys at the venues, each at the price at which it counts.
    pub reserved: i64,
    /// No children until released.
    pub stopped: bool,
}

/// Units of one instrument in one account.
#[derive(Clone, Copy, Default)]
pub struct Held {
    /// Negative where short.
    pub units: i64,
    /// At the venues.
    pub buying: i64,
    /// The same.
    pub selling: i64,
}

/// All accounts.
pub struct Books {
    instruments: usize,
    accounts: Vec<Account>,
    held: Vec<Held>,
}

impl Books {
    /// Of nothing held.
    pub fn new(instruments: usize, accounts: usize) -> Self {
        Self {
            instruments,
            accounts: vec![Account::default(); accounts],
            held: vec![Held::default(); accounts * instruments],
        }
    }

    /// An account's number, where there is such an account.
    pub fn number(&self, account: i32) -> Result<u32, Refusal> {
        u32::try_from(account)
            .ok()
            .filter(|number| (*number as usize) < self.accounts.len())
            .ok_or(Refusal::Account)
    }

    /// An account.
    pub fn account(&self, number: u32) -> &Account {
        &self.accounts[number as usize]
    }

    /// An account to be changed.
    pub fn account_mut(&mut self, number: u32) -> &mut Account {
        &mut self.accounts[number as usize]
    }

    /// What a parent's account holds of its instrument.
    pub fn held(&self, parent: &Parent) -> &Held {
        &self.held[self.cell(parent)]
    }

    /// Takes an event that says what is held.
    pub fn position(&mut self, instrument: usize, event: &Record) -> Result<(), Refusal> {
        let account = self.number(int(event, 56))? as usize;
        self.held[account * self.instruments + instrument].units = small(long(event, 24))?;
        Ok(())
    }

    /// Takes an event that says what cash there is.
    pub fn cash(&mut self, event: &Record) -> Result<(), Refusal> {
        let account = self.number(int(event, 4))?;
        self.account_mut(account).cash = small(long(event, 24))?;
        Ok(())
    }

    /// Whether all that is at the venues could still be reckoned with after a child.
    pub fn has_room(&self, parent: &Parent, units: i64, at: i64) -> bool {
        let held = self.held(parent);
        let amount = amount(units, at);
        amount <= MOST_AMOUNT
            && if parent.buys() {
                held.buying + units <= MOST_AMOUNT
                    && self.account(parent.account).reserved + amount <= MOST_AMOUNT
            } else {
                held.selling + units <= MOST_AMOUNT
            }
    }

    /// The same once the children beyond a new limit had it as their price, one by one.
    pub fn has_room_at(&self, parent: &Parent, children: &[Child], limit: i64) -> bool {
        let mut reserved = self.account(parent.account).reserved;
        for child in children {
            if !child.cancelling && parent.buys() && parent.beyond(child.price, limit) {
                let units = child.open * parent.lot_units;
                reserved += amount(units, limit) - amount(units, child.at);
            }
            if reserved > MOST_AMOUNT {
                return false;
            }
        }
        true
    }

    /// What would be owed for all buys at the venues once a child counted at another price.
    pub fn reserved_after(&self, parent: &Parent, child: &Child, at: i64) -> i64 {
        let reserved = self.account(parent.account).reserved;
        if !parent.buys() {
            return reserved;
        }
        let units = child.open * parent.lot_units;
        reserved - amount(units, child.at) + amount(units, at)
    }

    /// A child left for the venue.
    pub fn sent(&mut self, parent: &Parent, units: i64, at: i64) {
        self.at_venues(parent, units, amount(units, at));
    }

    /// So much of a child is at the venue no more.
    pub fn over(&mut self, parent: &Parent, units: i64, at: i64) {
        self.at_venues(parent, -units, -amount(units, at));
    }

    /// A child counts at another price.
    pub fn replaced(&mut self, parent: &Parent, child: &mut Child, at: i64) {
        let units = child.open * parent.lot_units;
        self.over(parent, units, child.at);
        child.at = at;
        self.sent(parent, units, at);
    }

    /// Books a fill, unless the position or the cash would be too large to reckon with.
    pub fn filled(
        &mut self,
        parent: &Parent,
        at: i64,
        units: i64,
        price: i64,
    ) -> Result<(), Refusal> {
        let cell = self.cell(parent);
        let amount = amount(units, price);
        let (units_in, cash_in) = if parent.buys() {
            (units, -amount)
        } else {
            (-units, amount)
        };
        let after = self.held[cell].units + units_in;
        let cash = self.account(parent.account).cash + cash_in;
        if amount > MOST_AMOUNT || small(after).is_err() || small(cash).is_err() {
            return Err(Refusal::Amount);
        }
        self.held[cell].units = after;
        self.account_mut(parent.account).cash = cash;
        self.over(parent, units, at);
        Ok(())
    }

    fn at_venues(&mut self, parent: &Parent, units: i64, amount: i64) {
        let cell = self.cell(parent);
        if parent.buys() {
            self.held[cell].buying += units;
            self.account_mut(parent.account).reserved += amount;
        } else {
            self.held[cell].selling += units;
        }
    }

    fn cell(&self, parent: &Parent) -> usize {
        parent.account as usize * self.instruments + parent.instrument as usize
    }
}

/// Units times price, or one more than the most where that is more.
pub fn amount(units: i64, price: i64) -> i64 {
    units
        .checked_mul(price)
        .map_or(MOST_AMOUNT + 1, |amount| amount.min(MOST_AMOUNT + 1))
}

fn small(amount: i64) -> Result<i64, Refusal> {
    if (-MOST_AMOUNT..=MOST_AMOUNT).contains(&amount) {
        Ok(amount)
    } else {
        Err(Refusal::Number)
    }
}
