//! Rings and quotes where they lie: memory that the caller shares with us, and the door to it.

use crate::layout::Record;
use crate::ring::{CELLS, NUMBERS, Ring, Words, get_quote, put_quote};
use crate::{Handle, guarded};
use core::sync::atomic::{AtomicI64, Ordering, fence};

const SINGLE: i64 = 0x3147_4E49_5250_5356;
const MANY: i64 = 0x4E47_4E49_5250_5356;

/// Words of memory that others use as well.
pub struct Shared {
    first: *mut i64,
}

impl Shared {
    fn word(&self, word: usize) -> &AtomicI64 {
        // SAFETY: whoever made this promised memory behind it, aligned, in which words are only used as atomics.
        unsafe { AtomicI64::from_ptr(self.first.add(word)) }
    }

    /// Where a cell begins.
    fn cell(&self, cell: usize) -> *mut Record {
        // SAFETY: within the ring, which the caller promised.
        unsafe { self.first.add(CELLS).cast::<Record>().add(cell) }
    }
}

impl Words for Shared {
    fn load(&self, word: usize, order: Ordering) -> i64 {
        i64::from_le(self.word(word).load(order))
    }

    fn store(&self, word: usize, value: i64, order: Ordering) {
        self.word(word).store(value.to_le(), order);
    }

    fn exchange(&self, word: usize, old: i64, new: i64) -> bool {
        self.word(word)
            .compare_exchange(
                old.to_le(),
                new.to_le(),
                Ordering::AcqRel,
                Ordering::Relaxed,
            )
            .is_ok()
    }

    fn fence(&self, order: Ordering) {
        fence(order);
    }

    fn relax(&self) {
        core::hint::spin_loop();
    }
}

/// A ring that Java made, its cells, and whether many may put.
fn ring(shared: &Shared) -> Result<(Ring<'_, Shared>, i64, bool), String> {
    let kind = shared.load(0, Ordering::Acquire);
    let cells = shared.load(1, Ordering::Relaxed);
    if (kind != SINGLE && kind != MANY) || cells < 1 || cells.count_ones() != 1 {
        return Err(format!(
            "Expected a ring, but got one of kind {kind:#x} with {cells} cells"
        ));
    }
    let many = kind == MANY;
    Ok((Ring::new(shared, cells, many), cells, many))
}

/// Parts of cells that lie one behind the other: what is before the end of the memory, and what goes on at its beginning.
fn parts(first: usize, count: i64, cells: i64) -> (usize, usize) {
    let count = usize::try_from(count).unwrap_or(0);
    let before = count.min(usize::try_from(cells).unwrap_or(0) - first);
    (before, count - before)
}

/// Has an engine take what lies in a ring of events, and put what it decides into a ring of decisions, while there is
/// room for what one event may lead to; `handled` becomes the events taken times 2^32 and the decisions made.
///
/// # Safety
/// As of `vesper_engine_handle`, but for the rings: both lead to rings that Java made, this thread is the only consumer
/// of the first and the only producer of the second.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vesper_engine_poll(
    handle: *mut Handle,
    events: *mut i64,
    decisions: *mut i64,
    handled: *mut i64,
) -> i32 {
    // SAFETY: the caller promises an open handle of its own.
    let handle = unsafe { &mut *handle };
    let status = guarded(|| {
        handle.whole()?;
        let (from, to) = (Shared { first: events }, Shared { first: decisions });
        let (source, sourced, _) = ring(&from)?;
        let (target, targeted, many) = ring(&to)?;
        let most = i64::try_from(handle.engine.capacity().most_decisions()).unwrap_or(i64::MAX);
        if many || targeted < most {
            return Err(format!(
                "Expected a ring of one producer and {most} cells or more, but got one of {targeted}"
            ));
        }
        let mut all = (0, 0);
        let ready = source.ready(sourced);
        let first = source.cell(source.head());
        let (before, behind) = parts(first, ready, sourced);
        for (cell, count) in [(first, before), (0, behind)] {
            let tail = target.tail();
            let room = target.room(targeted);
            if count == 0 || room < most {
                break;
            }
            let place = target.cell(tail);
            let (here, there) = parts(place, room, targeted);
            // SAFETY: these cells of the first ring are ours to read until they are released, and those of the second
            // ours to write until they are committed; the parts do not overlap.
            let (told, one, two) = unsafe {
                (
                    std::slice::from_raw_parts(from.cell(cell), count),
                    std::slice::from_raw_parts_mut(to.cell(place), here),
                    std::slice::from_raw_parts_mut(to.cell(0), there),
                )
            };
            let (taken, made) = handle.engine.handle_in_parts(told, one, two);
            let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
            target.commit(tail, number(made));
            source.release(number(taken));
            all = (all.0 + number(taken), all.1 + number(made));
            if taken < count {
                break;
            }
        }
        // SAFETY: the caller promises a 64-bit number.
        unsafe { *handled = all.0 << 32 | all.1 };
        Ok(())
    });
    handle.failed(status);
    status
}

/// Puts records into a ring, all or none; `put` becomes 1 where they were put.
///
/// # Safety
/// `target` leads to a ring that Java made and that nobody else puts to meanwhile, unless it is one of many; `records`
/// leads to `count`, `put` to a 64-bit number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vesper_engine_ring_put(
    target: *mut i64,
    records: *const Record,
    count: i32,
    put: *mut i64,
) -> i32 {
    guarded(|| {
        let shared = Shared { first: target };
        let (ring, cells, _) = ring(&shared)?;
        let count = i64::from(count);
        let claimed = (count > 0).then(|| ring.claim(count)).flatten();
        if let Some(position) = claimed {
            let first = ring.cell(position);
            let (before, behind) = parts(first, count, cells);
            // SAFETY: the claimed cells are ours, and the caller promises so many records.
            unsafe {
                std::ptr::copy_nonoverlapping(records, shared.cell(first), before);
                std::ptr::copy_nonoverlapping(records.add(before), shared.cell(0), behind);
            }
            ring.commit(position, count);
        }
        // SAFETY: the caller promises a 64-bit number.
        unsafe { *put = i64::from(claimed.is_some()) };
        Ok(())
    })
}

/// Takes records from a ring; `taken` becomes how many.
///
/// # Safety
/// `source` leads to a ring that Java made and from which nobody else takes meanwhile; `records` leads to room for
/// `most`, `taken` to a 64-bit number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vesper_engine_ring_take(
    source: *mut i64,
    records: *mut Record,
    most: i32,
    taken: *mut i64,
) -> i32 {
    guarded(|| {
        let shared = Shared { first: source };
        let (ring, cells, _) = ring(&shared)?;
        let count = ring.ready(i64::from(most.max(0)));
        let first = ring.cell(ring.head());
        let (before, behind) = parts(first, count, cells);
        // SAFETY: the ready cells are ours until they are released, and the caller promises room for as many.
        unsafe {
            std::ptr::copy_nonoverlapping(shared.cell(first), records, before);
            std::ptr::copy_nonoverlapping(shared.cell(0), records.add(before), behind);
            *taken = count;
        }
        ring.release(count);
        Ok(())
    })
}

/// Puts a quote of an instrument on a board: time, bid, ask, units at the bid and at the ask.
///
/// # Safety
/// `board` leads to a board that Java made, with this instrument, which no other thread puts meanwhile; `quote` leads to
/// five numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vesper_engine_quote_put(
    board: *mut i64,
    instrument: i32,
    quote: *const [i64; NUMBERS],
) -> i32 {
    guarded(|| {
        // SAFETY: the caller promises five numbers.
        let numbers = unsafe { quote.read_unaligned() };
        put_quote(&Shared { first: board }, place(instrument)?, numbers);
        Ok(())
    })
}

/// Copies a quote from a board; `whole` becomes 0 where the writer was in the way for long, 1 else.
///
/// # Safety
/// As of `vesper_engine_quote_put`, but any number of threads may call it; `whole` leads to a 64-bit number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vesper_engine_quote_get(
    board: *mut i64,
    instrument: i32,
    quote: *mut [i64; NUMBERS],
    whole: *mut i64,
) -> i32 {
    guarded(|| {
        let got = get_quote(&Shared { first: board }, place(instrument)?);
        // SAFETY: the caller promises room for five numbers, and for one.
        unsafe {
            *whole = i64::from(got.is_some());
            if let Some(numbers) = got {
                quote.write_unaligned(numbers);
            }
        }
        Ok(())
    })
}

fn place(instrument: i32) -> Result<usize, String> {
    usize::try_from(instrument)
        .map(|number| number * 8)
        .map_err(|_| format!("Expected an instrument from 0 on, but got {instrument}"))
}
