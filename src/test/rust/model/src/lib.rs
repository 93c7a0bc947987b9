//! The rules of rings and quotes, word for word those of the engine, under every order of their steps that the C11 memory
//! model has (within loom's bounds): `cargo test --release`.
#![cfg(test)]

#[path = "../../../../main/rust/engine/src/ring.rs"]
#[allow(dead_code)]
mod ring;

use loom::cell::UnsafeCell;
use loom::sync::Arc;
use loom::sync::atomic::{AtomicI64, Ordering, fence};
use loom::thread;
use ring::{
    CELL, CELLS, HEAD, NUMBERS, Ring, SEEN_HEAD, SEEN_TAIL, TAIL, Words, put_quote, try_quote,
};

/// The words that a ring or a quote uses, and its cells, each of which may be used by one thread at a time.
struct Memory {
    cursors: [AtomicI64; 4],
    numbers: Vec<AtomicI64>,
    cells: Vec<UnsafeCell<i64>>,
}

impl Memory {
    fn new(cells: usize) -> Arc<Self> {
        Arc::new(Self {
            cursors: std::array::from_fn(|_| AtomicI64::new(0)),
            numbers: (0..2 * cells).map(|_| AtomicI64::new(0)).collect(),
            cells: (0..cells).map(|_| UnsafeCell::new(0)).collect(),
        })
    }

    fn ring(&self, many: bool) -> Ring<'_, Self> {
        Ring::new(self, self.cells.len().try_into().unwrap(), many)
    }

    fn word(&self, word: usize) -> &AtomicI64 {
        match word {
            TAIL => &self.cursors[0],
            SEEN_HEAD => &self.cursors[1],
            HEAD => &self.cursors[2],
            SEEN_TAIL => &self.cursors[3],
            number => &self.numbers[number - CELLS - self.cells.len() * CELL],
        }
    }

    /// Whether a number could be put.
    fn put(&self, many: bool, value: i64) -> bool {
        let ring = self.ring(many);
        let Some(position) = ring.claim(1) else {
            return false;
        };
        self.cells[ring.cell(position)].with_mut(|cell| unsafe { *cell = value });
        ring.commit(position, 1);
        true
    }

    /// What is ready.
    fn take(&self, many: bool, taken: &mut Vec<i64>) {
        let ring = self.ring(many);
        let ready = ring.ready(self.cells.len().try_into().unwrap());
        for position in ring.head()..ring.head() + ready {
            taken.push(self.cells[ring.cell(position)].with(|cell| unsafe { *cell }));
        }
        ring.release(ready);
    }
}

impl Words for Memory {
    fn load(&self, word: usize, order: Ordering) -> i64 {
        self.word(word).load(order)
    }

    fn store(&self, word: usize, value: i64, order: Ordering) {
        self.word(word).store(value, order);
    }

    fn exchange(&self, word: usize, old: i64, new: i64) -> bool {
        self.word(word)
            .compare_exchange(old, new, Ordering::AcqRel, Ordering::Relaxed)
            .is_ok()
    }

    fn fence(&self, order: Ordering) {
        fence(order);
    }

    fn relax(&self) {
        thread::yield_now();
    }
}

/// The words of a quote.
struct Quote([AtomicI64; 1 + NUMBERS]);

impl Words for Quote {
    fn load(&self, word: usize, order: Ordering) -> i64 {
        self.0[word].load(order)
    }

    fn store(&self, word: usize, value: i64, order: Ordering) {
        self.0[word].store(value, order);
    }

    fn exchange(&self, _: usize, _: i64, _: i64) -> bool {
        unreachable!("no part of a quote's lock")
    }

    fn fence(&self, order: Ordering) {
        fence(order);
    }

    fn relax(&self) {
        thread::yield_now();
    }
}

/// Three numbers through two cells: the ring is full and goes round.
#[test]
fn one_producer_loses_nothing() {
    bounded(|| {
        let memory = Memory::new(2);
        let producer = {
            let memory = memory.clone();
            thread::spawn(move || {
                for value in 1..=3 {
                    while !memory.put(false, value) {
                        thread::yield_now();
                    }
                }
            })
        };
        let mut taken = Vec::new();
        while taken.len() < 3 {
            memory.take(false, &mut taken);
            thread::yield_now();
        }
        producer.join().unwrap();
        assert_eq!(vec![1, 2, 3], taken);
    });
}

/// Two producers put into a ring that went round once, while a consumer looks: what was put is taken once, the rest had no
/// room.
fn many_producers(cells: usize) {
    bounded(move || {
        let memory = Memory::new(cells);
        let mut taken = Vec::new();
        assert!(memory.put(true, 1));
        memory.take(true, &mut taken);
        let producers: Vec<_> = [10, 20]
            .map(|value| {
                let memory = memory.clone();
                thread::spawn(move || memory.put(true, value).then_some(value))
            })
            .into();
        memory.take(true, &mut taken);
        let mut put = vec![1];
        for producer in producers {
            put.extend(producer.join().unwrap());
        }
        memory.take(true, &mut taken);
        taken.sort_unstable();
        assert_eq!(put, taken);
        assert!(put.len() > cells);
    });
}

#[test]
fn many_producers_lose_nothing_where_there_is_room() {
    many_producers(2);
}

#[test]
fn many_producers_lose_nothing_where_one_has_no_room() {
    many_producers(1);
}

/// A quote is put over another while a thread reads: all numbers are of one of them.
#[test]
fn no_quote_is_torn() {
    bounded(|| {
        let quote = Arc::new(Quote(std::array::from_fn(|_| AtomicI64::new(0))));
        put_quote(&*quote, 0, [1; NUMBERS]);
        let writer = {
            let quote = quote.clone();
            thread::spawn(move || put_quote(&*quote, 0, [2; NUMBERS]))
        };
        if let Some(numbers) = try_quote(&*quote, 0) {
            assert!(
                numbers == [1; NUMBERS] || numbers == [2; NUMBERS],
                "{numbers:?}"
            );
        }
        writer.join().unwrap();
        assert_eq!(Some([2; NUMBERS]), try_quote(&*quote, 0));
    });
}

/// Every order with at most two switches between threads that neither asked for.
fn bounded(check: impl Fn() + Sync + Send + 'static) {
    let mut model = loom::model::Builder::new();
    model.preemption_bound = Some(2);
    model.max_branches = 20_000;
    model.check(check);
}
