//! The pre-trade gate: the table of limits that counts, the one that is being told, and what they say of a child.
//! A row belongs to a telling; those of an earlier one count no more, so that nothing is ever cleared.

use crate::books::{Books, amount};
use crate::layout::{
    ACCOUNT_LIMITS, Denied, INSTRUMENT_LIMITS, MOST_AMOUNT, MOST_RATE, Record, Refusal, int, long,
};
use crate::parent::{Child, Parent};

const HOUR: i64 = 3_600_000_000_000;

/// Why a child is not sent: what it would have come to, and the limit.
pub struct Denial {
    pub reason: Denied,
    pub asked: i64,
    pub bound: i64,
}

/// A child that may be sent.
pub struct Order {
    pub units: i64,
    /// 0 for at the market.
    pub price: i64,
    /// The price at which it counts.
    pub at: i64,
    /// Middle of the last quote, or the last trade; 0 where there is neither.
    pub reference: i64,
}

#[derive(Clone, Copy, Default)]
struct InstrumentRow {
    told: u64,
    restricted: u8,
    band: i64,
    units: i64,
    amount: i64,
}

#[derive(Clone, Copy, Default)]
struct AccountRow {
    told: u64,
    cash_counts: bool,
    cash: i64,
    least: i64,
    most: i64,
}

#[derive(Clone, Copy, Default)]
struct PositionRow {
    told: u64,
    least: i64,
    most: i64,
    /// Units of a child that buys, and of one that sells.
    child: [i64; 2],
}

/// A table, whole or while it is told.
struct Table {
    /// 0 where there is none.
    version: i64,
    told: u64,
    rate: usize,
    nanos: i64,
    rows: i64,
    instruments: Vec<InstrumentRow>,
    accounts: Vec<AccountRow>,
    positions: Vec<PositionRow>,
}

impl Table {
    fn new(instruments: usize, accounts: usize) -> Self {
        Self {
            version: 0,
            told: 0,
            rate: 0,
            nanos: 0,
            rows: 0,
            instruments: vec![InstrumentRow::default(); instruments],
            accounts: vec![AccountRow::default(); accounts],
            positions: vec![PositionRow::default(); instruments * accounts],
        }
    }

    fn instrument(&mut self, event: &Record) -> Result<(), Refusal> {
        let number = self.instrument_of(event)?;
        let row = InstrumentRow {
            told: self.told,
            restricted: event[3],
            band: long(event, 40),
            units: long(event, 24),
            amount: long(event, 32),
        };
        let most = 0..=MOST_AMOUNT;
        if row.restricted > 3
            || !most.contains(&row.units)
            || !most.contains(&row.amount)
            || !(0..=10_000).contains(&row.band)
        {
            return Err(Refusal::Number);
        }
        self.instruments[number] = row;
        Ok(())
    }

    fn account(&mut self, event: &Record) -> Result<(), Refusal> {
        let number = self.account_of(event, 4)?;
        let (least, most) = held(event)?;
        let cash = long(event, 24);
        if event[3] > 1 || !(-MOST_AMOUNT..=MOST_AMOUNT).contains(&cash) {
            return Err(Refusal::Number);
        }
        self.accounts[number] = AccountRow {
            told: self.told,
            cash_counts: event[3] == 1,
            cash,
            least,
            most,
        };
        Ok(())
    }

    fn position(&mut self, event: &Record) -> Result<(), Refusal> {
        let instrument = self.instrument_of(event)?;
        let account = self.account_of(event, 56)?;
        let (least, most) = held(event)?;
        let child = [long(event, 24), long(event, 48)];
        if child.iter().any(|most| !(0..=MOST_AMOUNT).contains(most)) {
            return Err(Refusal::Number);
        }
        self.positions[account * self.instruments.len() + instrument] = PositionRow {
            told: self.told,
            least,
            most,
            child,
        };
        Ok(())
    }

    /// What the table says of a parent's instrument and account, where it may be traded at all.
    fn rows(&self, parent: &Parent) -> Result<(&InstrumentRow, &AccountRow), Denial> {
        let instrument = &self.instruments[parent.instrument as usize];
        let account = &self.accounts[parent.account as usize];
        let reason = if instrument.told != self.told {
            Denied::Instrument
        } else if account.told != self.told {
            Denied::Account
        } else if instrument.restricted & (1 << parent.side) != 0 {
            Denied::Restricted
        } else {
            return Ok((instrument, account));
        };
        Err(Denial {
            reason,
            asked: 0,
            bound: 0,
        })
    }

    fn instrument_of(&self, event: &Record) -> Result<usize, Refusal> {
        usize::try_from(int(event, 4))
            .ok()
            .filter(|number| *number < self.instruments.len())
            .ok_or(Refusal::Instrument)
    }

    fn account_of(&self, event: &Record, at: usize) -> Result<usize, Refusal> {
        usize::try_from(int(event, at))
            .ok()
            .filter(|number| *number < self.accounts.len())
            .ok_or(Refusal::Account)
    }
}

/// Two tables, of which one counts.
pub struct Gate {
    tables: [Table; 2],
    counts: usize,
    begun: bool,
    tellings: u64,
    /// When the last children left, and how many ever did.
    sent_at: Vec<i64>,
    sent: usize,
}

impl Gate {
    /// Without a table.
    pub fn new(instruments: usize, accounts: usize) -> Self {
        Self {
            tables: [
                Table::new(instruments, accounts),
                Table::new(instruments, accounts),
            ],
            counts: 0,
            begun: false,
            tellings: 0,
            sent_at: vec![0; MOST_RATE],
            sent: 0,
        }
    }

    /// A new table begins.
    pub fn begin(&mut self, event: &Record) -> Result<(), Refusal> {
        let version = long(event, 16);
        if version <= self.tables[self.counts].version {
            return Err(Refusal::Version);
        }
        let (rate, nanos) = (long(event, 24), long(event, 32));
        let rate = usize::try_from(rate).map_err(|_| Refusal::Number)?;
        if rate > MOST_RATE || (rate > 0 && !(1..=HOUR).contains(&nanos)) {
            return Err(Refusal::Number);
        }
        self.begun = true;
        self.tellings += 1;
        let told = self.tellings;
        let table = self.told();
        table.version = version;
        table.told = told;
        table.rate = rate;
        table.nanos = nanos;
        table.rows = 0;
        Ok(())
    }

    /// A row of the table that is being told.
    pub fn row(&mut self, kind: u16, event: &Record) -> Result<(), Refusal> {
        let table = self.begun(event)?;
        match kind {
            INSTRUMENT_LIMITS => table.instrument(event)?,
            ACCOUNT_LIMITS => table.account(event)?,
            _ => table.position(event)?,
        }
        table.rows += 1;
        Ok(())
    }

    /// The table that was told counts from now on.
    pub fn limits(&mut self, event: &Record) -> Result<(), Refusal> {
        if self.begun(event)?.rows != long(event, 24) {
            return Err(Refusal::Number);
        }
        self.counts = 1 - self.counts;
        self.begun = false;
        Ok(())
    }

    /// The price at which a child counts: its own; at the market the far end of the band above the reference.
    pub fn counted(&self, instrument: u32, price: i64, reference: i64) -> i64 {
        if price != 0 {
            return price;
        }
        let table = &self.tables[self.counts];
        let row = &table.instruments[instrument as usize];
        if table.version == 0 || row.told != table.told {
            return reference;
        }
        let band = row.band;
        reference + reference / 10_000 * band + (reference % 10_000 * band + 9_999) / 10_000
    }

    /// A child left.
    pub fn sent(&mut self, now: i64) {
        self.sent_at[self.sent % MOST_RATE] = now;
        self.sent += 1;
    }

    /// Whether a child may leave.
    pub fn judge(
        &self,
        books: &Books,
        parent: &Parent,
        order: &Order,
        now: i64,
    ) -> Result<(), Denial> {
        if !books.has_room(parent, order.units, order.at) {
            return denied(Denied::TooLarge, 0, MOST_AMOUNT);
        }
        let table = &self.tables[self.counts];
        if table.version == 0 {
            return Ok(());
        }
        let (instrument, account) = table.rows(parent)?;
        let rate = table.rate;
        if rate > 0
            && self.sent >= rate
            && self.sent_at[(self.sent - rate) % MOST_RATE] > now - table.nanos
        {
            let bound = i64::try_from(rate).unwrap_or(i64::MAX);
            return denied(Denied::Rate, bound + 1, bound);
        }
        of_child(instrument, order)?;
        of_account(table, account, books, parent, order)
    }

    /// Whether a child that is at the venue may have a price that binds less.
    pub fn may_move(
        &self,
        books: &Books,
        parent: &Parent,
        child: &Child,
        order: &Order,
    ) -> Result<(), Denial> {
        let reserved = books.reserved_after(parent, child, order.at);
        if amount(order.units, order.at) > MOST_AMOUNT || reserved > MOST_AMOUNT {
            return denied(Denied::TooLarge, 0, MOST_AMOUNT);
        }
        let table = &self.tables[self.counts];
        if table.version == 0 {
            return Ok(());
        }
        let (instrument, account) = table.rows(parent)?;
        of_child(instrument, order)?;
        let cash = books.account(parent.account).cash - reserved;
        if parent.buys() && account.cash_counts && cash < account.cash {
            return denied(Denied::Cash, cash, account.cash);
        }
        Ok(())
    }

    fn told(&mut self) -> &mut Table {
        &mut self.tables[1 - self.counts]
    }

    fn begun(&mut self, event: &Record) -> Result<&mut Table, Refusal> {
        if self.begun && self.told().version == long(event, 16) {
            Ok(self.told())
        } else {
            Err(Refusal::Version)
        }
    }
}

fn of_child(row: &InstrumentRow, order: &Order) -> Result<(), Denial> {
    let Order {
        units,
        price,
        at,
        reference,
    } = *order;
    if row.units > 0 && units > row.units {
        return denied(Denied::Quantity, units, row.units);
    }
    if reference == 0 && (row.band > 0 || price == 0) {
        return denied(Denied::NoPrice, 0, 0);
    }
    if price != 0 && row.band > 0 {
        let away = i128::from((price - reference).abs()) * 10_000;
        if away > i128::from(reference) * i128::from(row.band) {
            let reference = i128::from(reference);
            let bps = i64::try_from((away + reference - 1) / reference).unwrap_or(i64::MAX);
            return denied(Denied::Band, bps, row.band);
        }
    }
    let amount = amount(units, at);
    if row.amount > 0 && amount > row.amount {
        return denied(Denied::Notional, amount, row.amount);
    }
    Ok(())
}

fn of_account(
    table: &Table,
    row: &AccountRow,
    books: &Books,
    parent: &Parent,
    order: &Order,
) -> Result<(), Denial> {
    let place = parent.account as usize * table.instruments.len() + parent.instrument as usize;
    let position = &table.positions[place];
    let (mut least, mut most) = (row.least, row.most);
    if position.told == table.told {
        (least, most) = (position.least, position.most);
        let child = position.child[usize::from(parent.side)];
        if order.units > child {
            return denied(Denied::Quantity, order.units, child);
        }
    }
    let held = books.held(parent);
    if !parent.buys() {
        let after = held.units - held.selling - order.units;
        if after < least {
            return denied(Denied::Position, after, least);
        }
        return Ok(());
    }
    let after = held.units + held.buying + order.units;
    if after > most {
        return denied(Denied::Position, after, most);
    }
    let account = books.account(parent.account);
    let cash = account.cash - account.reserved - amount(order.units, order.at);
    if row.cash_counts && cash < row.cash {
        return denied(Denied::Cash, cash, row.cash);
    }
    Ok(())
}

fn denied(reason: Denied, asked: i64, bound: i64) -> Result<(), Denial> {
    Err(Denial {
        reason,
        asked,
        bound,
    })
}

fn held(event: &Record) -> Result<(i64, i64), Refusal> {
    let (least, most) = (long(event, 32), long(event, 40));
    if least < -MOST_AMOUNT || least > most || most > MOST_AMOUNT {
        return Err(Refusal::Number);
    }
    Ok((least, most))
}
