//! Records of 64 bytes, little-endian; the Java class `EngineFormat` documents every offset.

/// One event or decision.
pub type Record = [u8; 64];

/// The latest time.
pub const MOST_TIME: i64 = 1 << 60;
/// Most units of an order, and most that an instrument trades.
pub const MOST_UNITS: i64 = 900_000_000_000_000;
/// Above every price.
pub const MOST_PRICE: i64 = 1 << 60;
/// Most of what is held, owed or at the venues.
pub const MOST_AMOUNT: i64 = 1 << 60;
/// Most children of a window of time that a limit may name.
pub const MOST_RATE: usize = 4_096;
/// Most ticks between a peg and its reference.
pub const MOST_TICKS: i64 = 10_000;
/// The largest tick.
pub const MOST_TICK: i64 = 1_000_000_000;
/// Longest time between two moves of a pegged child.
pub const MOST_WAIT: i64 = 3_600_000_000_000;
/// Most basis points by which sizes and times are drawn: half of them.
pub const MOST_DRAWN: i64 = 5_000;
/// Bits of a child's number within its parent.
pub const CHILD_BITS: u32 = 40;

/// Kinds of events.
pub const QUOTE: u16 = 1;
/// Units were traded.
pub const TRADE: u16 = 2;
/// It is later.
pub const TIME: u16 = 3;
/// A parent.
pub const PARENT: u16 = 4;
/// Its window.
pub const WINDOW: u16 = 5;
/// Points of its curve.
pub const CURVE: u16 = 6;
/// Other terms.
pub const AMEND: u16 = 7;
/// No longer worked.
pub const CANCEL: u16 = 8;
/// Lots were filled.
pub const FILL: u16 = 9;
/// A child is over.
pub const CHILD_ENDED: u16 = 10;
/// No children until resumed.
pub const HALT: u16 = 11;
/// Traded again.
pub const RESUME: u16 = 12;
/// Everything is cancelled.
pub const KILL: u16 = 13;
/// No children until released.
pub const STOP: u16 = 14;
/// A stop is over.
pub const RELEASE: u16 = 15;
/// What is held.
pub const POSITION: u16 = 16;
/// What cash there is.
pub const CASH: u16 = 17;
/// A new table of limits begins.
pub const LIMITS_BEGIN: u16 = 18;
/// Its row of an instrument.
pub const INSTRUMENT_LIMITS: u16 = 19;
/// Its row of an account.
pub const ACCOUNT_LIMITS: u16 = 20;
/// Its row of an account's position.
pub const POSITION_LIMITS: u16 = 21;
/// It counts.
pub const LIMITS: u16 = 22;
/// How a parent trades beside its terms.
pub const STYLE: u16 = 23;
/// Another window for a parent that is worked.
pub const AMEND_WINDOW: u16 = 24;
/// What the children of a parent are pegged to.
pub const PEG: u16 = 25;
/// Sizes and times of a parent are drawn.
pub const RANDOM: u16 = 26;
/// The venue did not change a child's price.
pub const REPLACE_REFUSED: u16 = 27;

/// Kinds of decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Decided {
    /// Send a child.
    Child = 1,
    /// Change its price.
    Replace = 2,
    /// Cancel it.
    Cancel = 3,
    /// A parent is over.
    ParentEnded = 4,
    /// An event changed nothing.
    Refused = 5,
    /// A child was not sent.
    Denied = 6,
}

/// Why a child was denied; the Java enum `DenialReason` says more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Denied {
    /// Too large to reckon with.
    TooLarge = 1,
    /// No row of the instrument.
    Instrument = 2,
    /// No row of the account.
    Account = 3,
    /// May not be traded.
    Restricted = 4,
    /// Too many in a window of time.
    Rate = 5,
    /// Too many units.
    Quantity = 6,
    /// Nothing to compare with.
    NoPrice = 7,
    /// Too far from the reference.
    Band = 8,
    /// Too large an amount.
    Notional = 9,
    /// Too much held, or too little.
    Position = 10,
    /// Too little cash.
    Cash = 11,
}

/// Why a parent ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum End {
    /// All of it was filled.
    Complete = 1,
    /// Its window was over.
    Window = 2,
    /// It was cancelled.
    Cancelled = 3,
    /// Everything was.
    Killed = 4,
}

/// Why an event was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Refusal {
    /// No such kind.
    Kind = 1,
    /// Earlier than the event before.
    Time = 2,
    /// No such instrument.
    Instrument = 3,
    /// No such parent, or not where this belongs.
    Parent = 4,
    /// No such child.
    Child = 5,
    /// A number is out of its range.
    Number = 6,
    /// Nothing new is taken.
    Killed = 7,
    /// Too large a volume.
    Volume = 8,
    /// No such account.
    Account = 9,
    /// Not a newer table, or not the one that was begun.
    Version = 10,
    /// Too large a position or cash.
    Amount = 11,
}

/// A 64-bit number of a record.
#[inline]
pub fn long(record: &Record, at: usize) -> i64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&record[at..at + 8]);
    i64::from_le_bytes(bytes)
}

/// A 32-bit number of a record.
#[inline]
pub fn int(record: &Record, at: usize) -> i32 {
    let mut bytes = [0; 4];
    bytes.copy_from_slice(&record[at..at + 4]);
    i32::from_le_bytes(bytes)
}

/// The kind of an event.
#[inline]
pub fn kind(record: &Record) -> u16 {
    u16::from_le_bytes([record[0], record[1]])
}

/// Writes a 64-bit number.
#[inline]
pub fn put(record: &mut Record, at: usize, value: i64) {
    record[at..at + 8].copy_from_slice(&value.to_le_bytes());
}
