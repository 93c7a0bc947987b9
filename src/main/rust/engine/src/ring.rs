//! Rings of 64-byte cells and the lock of a quote, as rules over shared 64-bit words.
//!
//! The Java classes `RingLayout` and `QuoteBoard` document how they lie in memory; `Ring` there has the same rules. What the
//! words are is left open, so that the model checker sees the very code that serves: src/test/rust/model has its own.

use core::sync::atomic::Ordering;

/// Shared 64-bit words, by their place.
pub trait Words {
    /// Reads a word.
    fn load(&self, word: usize, order: Ordering) -> i64;
    /// Writes a word.
    fn store(&self, word: usize, value: i64, order: Ordering);
    /// Writes a word where it is still the old one; acquires and releases.
    fn exchange(&self, word: usize, old: i64, new: i64) -> bool;
    /// Holds apart what is before and behind it.
    fn fence(&self, order: Ordering);
    /// Another thread is in the way.
    fn relax(&self);
}

/// Position after the last cell that was put (one producer), or claimed (many).
pub const TAIL: usize = 16;
/// Head as the producers saw it last.
pub const SEEN_HEAD: usize = 32;
/// Position that is taken next.
pub const HEAD: usize = 48;
/// Position up to which the consumer saw that cells are ready.
pub const SEEN_TAIL: usize = 64;
/// Where cells begin.
pub const CELLS: usize = 80;
/// Words of a cell.
pub const CELL: usize = 8;
/// Words beside each cell of many producers.
pub const NUMBER: usize = 2;

/// A ring with its cells, a power of two.
#[derive(Clone, Copy)]
pub struct Ring<'a, W> {
    words: &'a W,
    cells: i64,
    many: bool,
}

impl<'a, W: Words> Ring<'a, W> {
    /// Looks at a ring that was made.
    pub fn new(words: &'a W, cells: i64, many: bool) -> Self {
        Self { words, cells, many }
    }

    /// The cell of a position, from 0.
    pub fn cell(&self, position: i64) -> usize {
        usize::try_from(position & (self.cells - 1)).unwrap_or(0)
    }

    /// Claims cells: the position of the first, or nothing where there is not so much room at the moment.
    pub fn claim(&self, count: i64) -> Option<i64> {
        if self.many {
            self.claim_of_many(count)
        } else {
            let tail = self.tail();
            (self.room(count) >= count).then_some(tail)
        }
    }

    /// The position after the last that was put; for one producer.
    pub fn tail(&self) -> i64 {
        self.words.load(TAIL, Ordering::Relaxed)
    }

    /// How many cells may be claimed; looks anew where it knows of fewer than wanted. For one producer.
    pub fn room(&self, wanted: i64) -> i64 {
        let free = self.cells - self.tail();
        let seen = free + self.words.load(SEEN_HEAD, Ordering::Relaxed);
        if seen >= wanted {
            return seen;
        }
        let head = self.words.load(HEAD, Ordering::Acquire);
        self.words.store(SEEN_HEAD, head, Ordering::Relaxed);
        free + head
    }

    fn claim_of_many(&self, count: i64) -> Option<i64> {
        let most = self.cells - count;
        loop {
            let tail = self.words.load(TAIL, Ordering::Acquire);
            if tail - self.words.load(SEEN_HEAD, Ordering::Acquire) > most {
                let head = self.words.load(HEAD, Ordering::Acquire);
                if tail - head > most {
                    return None;
                }
                self.words.store(SEEN_HEAD, head, Ordering::Release);
            }
            if self.words.exchange(TAIL, tail, tail + count) {
                return Some(tail);
            }
            self.words.relax();
        }
    }

    /// What was written to claimed cells may be taken.
    pub fn commit(&self, position: i64, count: i64) {
        if self.many {
            let number = self.number(position);
            self.words.store(number + 1, count, Ordering::Relaxed);
            self.words.store(number, position + 1, Ordering::Release);
        } else {
            self.words.store(TAIL, position + count, Ordering::Release);
        }
    }

    /// The position that is taken next; for the consumer.
    pub fn head(&self) -> i64 {
        self.words.load(HEAD, Ordering::Relaxed)
    }

    /// How many cells may be read from the head on, at most so many.
    pub fn ready(&self, most: i64) -> i64 {
        let head = self.head();
        let mut seen = self.words.load(SEEN_TAIL, Ordering::Relaxed);
        if seen == head {
            if self.many {
                seen = self.numbered(head, most);
            } else {
                seen = self.words.load(TAIL, Ordering::Acquire);
            }
            self.words.store(SEEN_TAIL, seen, Ordering::Relaxed);
        }
        (seen - head).min(most)
    }

    /// The position up to which cells were put without a gap, or that at which they are enough.
    fn numbered(&self, head: i64, most: i64) -> i64 {
        let mut seen = head;
        while seen - head < most {
            let number = self.number(seen);
            if self.words.load(number, Ordering::Acquire) != seen + 1 {
                break;
            }
            seen += self.words.load(number + 1, Ordering::Relaxed);
        }
        seen
    }

    /// So many cells were read, and may be written again.
    pub fn release(&self, count: i64) {
        self.words
            .store(HEAD, self.head() + count, Ordering::Release);
    }

    fn number(&self, position: i64) -> usize {
        CELLS + usize::try_from(self.cells).unwrap_or(0) * CELL + self.cell(position) * NUMBER
    }
}

/// Numbers of a quote: time, bid, ask, units at the bid, units at the ask.
pub const NUMBERS: usize = 5;
const TRIES: usize = 1_000;

/// Puts a quote whose version is at a word; for one thread at a time.
pub fn put_quote<W: Words>(words: &W, at: usize, quote: [i64; NUMBERS]) {
    let version = words.load(at, Ordering::Relaxed);
    words.store(at, version + 1, Ordering::Relaxed);
    words.fence(Ordering::Release); // no number below is seen before the odd version
    for (i, number) in quote.into_iter().enumerate() {
        words.store(at + 1 + i, number, Ordering::Relaxed);
    }
    words.store(at, version + 2, Ordering::Release);
}

/// A quote as it was put, whole; nothing where the writer was in the way at each of a thousand tries.
pub fn get_quote<W: Words>(words: &W, at: usize) -> Option<[i64; NUMBERS]> {
    for _ in 0..TRIES {
        let quote = try_quote(words, at);
        if quote.is_some() {
            return quote;
        }
        words.relax();
    }
    None
}

/// One try of it.
pub fn try_quote<W: Words>(words: &W, at: usize) -> Option<[i64; NUMBERS]> {
    let version = words.load(at, Ordering::Acquire);
    let mut quote = [0; NUMBERS];
    if version & 1 == 0 {
        for (i, number) in quote.iter_mut().enumerate() {
            *number = words.load(at + 1 + i, Ordering::Relaxed);
        }
        words.fence(Ordering::Acquire); // no number above is read after the version below
        if words.load(at, Ordering::Relaxed) == version {
            return Some(quote);
        }
    }
    None
}
