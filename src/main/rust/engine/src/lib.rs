//! The native door of the engine: C functions with the prefix `vesper_engine_`.
//!
//! Every function answers a status code or a plain number and never unwinds into the caller; what went wrong is kept
//! for the calling thread until its next call. The README says who owns which memory.

mod books;
mod engine;
mod gate;
mod layout;
mod out;
mod parent;
mod peg;
mod queues;
mod random;
mod revised;
mod ring;
mod shared;
mod work;

use engine::{Capacity, Engine};
use layout::Record;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// It was done.
pub const OK: i32 = 0;
/// A number is out of its range; nothing was done.
pub const INVALID: i32 = 1;
/// A bug of ours was caught at the door; this engine serves no longer.
pub const PANICKED: i32 = 2;

const ABI_VERSION: u32 = 3;

thread_local! {
    static LAST_ERROR: RefCell<String> = const { RefCell::new(String::new()) };
}

/// An engine and whether a panic left it half done.
pub struct Handle {
    engine: Engine,
    broken: bool,
}

impl Handle {
    fn whole(&self) -> Result<(), String> {
        if self.broken {
            return Err("Expected a whole engine, but it panicked before; open another".to_owned());
        }
        Ok(())
    }

    /// Where a call ended so.
    fn failed(&mut self, status: i32) {
        self.broken |= status == PANICKED;
    }
}

/// Version of this door and of the records. The caller refuses any other than the one it was written for.
#[unsafe(no_mangle)]
pub extern "C" fn vesper_engine_abi_version() -> u32 {
    ABI_VERSION
}

/// Works a known order and answers [`OK`] where the decision is the known one.
#[unsafe(no_mangle)]
pub extern "C" fn vesper_engine_self_test() -> i32 {
    guarded(|| {
        let mut engine = Engine::new(Capacity {
            instruments: 1,
            parents: 1,
            children: 1,
            points: 2,
            retry: 1,
            accounts: 1,
        });
        let mut events = [[0; 64]; 5];
        let mut tell = |at: usize, kind: u8, longs: &[i64]| {
            events[at][0] = kind;
            for (i, value) in longs.iter().enumerate() {
                layout::put(&mut events[at], 8 * (i + 1), *value);
            }
        };
        tell(0, 4, &[0, 0, 10, 100, 1, 0]);
        tell(1, 5, &[0, 0, 5, 9, 1, 1]);
        tell(2, 6, &[0, 0, 5, 10]);
        tell(3, 1, &[0, 0, 98, 99]);
        tell(4, 3, &[6]);
        let mut decisions = [[0; 64]; 9];
        let handled = engine.handle(&events, &mut decisions);
        let got = [24, 32, 40, 48].map(|at| layout::long(&decisions[0], at));
        if (handled, got) == ((5, 1), [1, 10, 99, 4]) {
            Ok(())
        } else {
            Err(format!(
                "Expected child 1 of 10 lots at 99, but the self-test gave {handled:?} and {got:?}"
            ))
        }
    })
}

/// Opens an engine and writes its handle.
///
/// # Safety
/// `handle` leads to room for a pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vesper_engine_open(
    instruments: i32,
    parents: i32,
    children: i32,
    points: i32,
    retry: i64,
    accounts: i32,
    handle: *mut *mut Handle,
) -> i32 {
    guarded(|| {
        let most = 1_u32 << 20;
        let each = u32::try_from(instruments).map_or(most, |all| most / all.max(1));
        let capacity = Capacity {
            instruments: within("instruments", instruments, 1 << 20)?,
            parents: within("parents", parents, 1 << 20)?,
            children: within("children of a parent", children, 64)?,
            points: within("points of a curve", points, 4_096)?,
            retry,
            accounts: within("accounts", accounts, each)?,
        };
        if !(1..=3_600_000_000_000).contains(&retry) {
            return Err(format!(
                "Expected 1 nanosecond to an hour until a child is tried again, but got {retry}"
            ));
        }
        let opened = Box::into_raw(Box::new(Handle {
            engine: Engine::new(capacity),
            broken: false,
        }));
        // SAFETY: the caller promises room for a pointer.
        unsafe { *handle = opened };
        Ok(())
    })
}

/// Takes events and writes decisions; `handled` becomes the events taken times 2^32 and the decisions made.
///
/// # Safety
/// `handle` was opened, is not closed, and is used by no other thread meanwhile; `events` leads to `count` records,
/// `decisions` to room for `room`, `handled` to a 64-bit number, and none of them overlaps another.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vesper_engine_handle(
    handle: *mut Handle,
    events: *const Record,
    count: i32,
    decisions: *mut Record,
    room: i32,
    handled: *mut i64,
) -> i32 {
    // SAFETY: the caller promises an open handle of its own.
    let handle = unsafe { &mut *handle };
    let status = guarded(|| {
        handle.whole()?;
        let (Ok(length), Ok(places)) = (usize::try_from(count), usize::try_from(room)) else {
            return Err(format!(
                "Expected 0 or more events and room for decisions, but got {count} and {room}"
            ));
        };
        let most = handle.engine.capacity().most_decisions();
        if places < most {
            return Err(format!(
                "Expected room for {most} decisions, but got {places}"
            ));
        }
        if length == 0 {
            // SAFETY: the caller promises a 64-bit number.
            unsafe { *handled = 0 };
            return Ok(());
        }
        // SAFETY: the caller promises so many records behind both, and that they do not overlap.
        let (events, decisions) = unsafe {
            (
                std::slice::from_raw_parts(events, length),
                std::slice::from_raw_parts_mut(decisions, places),
            )
        };
        let (taken, made) = handle.engine.handle(events, decisions);
        let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        // SAFETY: the caller promises a 64-bit number.
        unsafe { *handled = number(taken) << 32 | number(made) };
        Ok(())
    });
    handle.failed(status);
    status
}

/// Frees an engine.
///
/// # Safety
/// `handle` was opened and is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vesper_engine_close(handle: *mut Handle) -> i32 {
    // SAFETY: it was made by `vesper_engine_open` and is given back once.
    let opened = unsafe { Box::from_raw(handle) };
    guarded(|| {
        drop(opened);
        Ok(())
    })
}

/// Copies the calling thread's last error, UTF-8 without a final zero, and answers its whole length in bytes.
///
/// # Safety
/// `buffer` leads to `capacity` writable bytes; it is not touched where `capacity` is zero or less.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn vesper_engine_last_error(buffer: *mut u8, capacity: i64) -> i64 {
    LAST_ERROR.with_borrow(|last| {
        let bytes = last.as_bytes();
        let room = usize::try_from(capacity).unwrap_or(0).min(bytes.len());
        if room > 0 {
            // SAFETY: the caller promises `capacity` writable bytes, and `room` is not more.
            unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), buffer, room) };
        }
        i64::try_from(bytes.len()).unwrap_or(i64::MAX)
    })
}

fn within(what: &str, value: i32, most: u32) -> Result<u32, String> {
    u32::try_from(value)
        .ok()
        .filter(|value| (1..=most).contains(value))
        .ok_or_else(|| format!("Expected 1 to {most} {what}, but got {value}"))
}

fn remember(message: String) {
    LAST_ERROR.with_borrow_mut(|last| *last = message);
}

fn guarded(work: impl FnOnce() -> Result<(), String>) -> i32 {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(())) => OK,
        Ok(Err(message)) => {
            remember(message);
            INVALID
        }
        Err(_) => {
            remember("Expected no panic, but the engine panicked; this is a bug in it".to_owned());
            PANICKED
        }
    }
}

#[cfg(test)]
mod tests {
    use super::layout::{Record, kind, long, put};
    use super::{
        Capacity, Engine, INVALID, OK, PANICKED, guarded, vesper_engine_close,
        vesper_engine_handle, vesper_engine_last_error, vesper_engine_open,
        vesper_engine_self_test,
    };
    use std::alloc::{GlobalAlloc, Layout, System};
    use std::cell::Cell;

    /// Counts what each thread allocates.
    struct Counting;

    thread_local! {
        static ALLOCATED: Cell<usize> = const { Cell::new(0) };
    }

    // SAFETY: all is left to the system's allocator.
    unsafe impl GlobalAlloc for Counting {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            ALLOCATED.set(ALLOCATED.get() + layout.size());
            unsafe { System.alloc(layout) }
        }

        unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
            unsafe { System.dealloc(memory, layout) }
        }
    }

    #[global_allocator]
    static COUNTING: Counting = Counting;

    /// Events of one batch: kind, the two bytes after it, what stands at 4, and the numbers from 16 on.
    fn round(now: i64, child: i64, version: i64) -> Vec<Record> {
        let told: [(u16, u8, i32, [i64; 6]); 21] = [
            (18, 0, 0, [version, 9, 5, 0, 0, 0]),
            (19, 0, 0, [version, 50, 1 << 40, 9_000, 0, 0]),
            (20, 0, 0, [version, 0, -(1 << 50), 1 << 50, 0, 0]),
            (
                21,
                0,
                0,
                [version, 1 << 40, -(1 << 40), 1 << 40, 1 << 40, 0],
            ),
            (22, 0, 0, [version, 3, 0, 0, 0, 0]),
            (16, 0, 0, [0, 5, 0, 0, 0, 0]),
            (17, 0, 0, [0, 1 << 40, 0, 0, 0, 0]),
            (1, 0, 0, [0, 99, 100, 0, 0, 0]),
            (4, 0, 0, [0, 10, 0, 1, 4, 5_000]),
            (25, 0, 1, [0, 0, 1, 1, 0, 0]),
            (26, 0, 0, [0, version, 0, 0, 0, 0x0000_1388_0000_1388]),
            (5, 0, 0, [0, now, now + 90, 1, 2, 0]),
            (6, 0, 0, [0, now, 5, now + 1, 10, 0]),
            (2, 0, 0, [0, 99, 1_000, 0, 0, 0]),
            (9, 0, 0, [child, 1, 99, 0, 0, 0]),
            (24, 0, 0, [0, now, now + 80, 0, 0, 0]),
            (1, 0, 0, [0, 97, 99, 0, 0, 0]),
            (27, 0, 0, [child, 98, 0, 0, 0, 0]),
            (23, 0, 0, [0, 0, 0, 0, 0, 0]),
            (14, 1, 0, [0; 6]),
            (15, 1, 0, [0; 6]),
        ];
        let mut events: Vec<Record> = told
            .iter()
            .map(|(kind, side, at, longs)| {
                let mut event = [0; 64];
                event[0..2].copy_from_slice(&kind.to_le_bytes());
                event[2] = *side;
                event[4..8].copy_from_slice(&at.to_le_bytes());
                put(&mut event, 8, now);
                for (i, value) in longs.iter().enumerate() {
                    put(&mut event, 16 + 8 * i, *value);
                }
                event
            })
            .collect();
        let mut last = [0; 64];
        last[0] = 8;
        put(&mut last, 8, now + 2);
        events.push(last);
        events
    }

    /// From its opening on, whatever it is told.
    #[test]
    fn an_engine_allocates_nothing() {
        let mut engine = Engine::new(Capacity {
            instruments: 1,
            parents: 1,
            children: 4,
            points: 2,
            retry: 1,
            accounts: 1,
        });
        let mut decisions = [[0; 64]; 200];
        let (mut child, mut seen) = (1, [0; 7]);
        for version in 1..1_000 {
            let events = round(100 * version, child, version);
            let before = ALLOCATED.get();
            let (taken, made) = engine.handle(&events, &mut decisions);
            assert_eq!(before, ALLOCATED.get());
            assert_eq!(events.len(), taken);
            for decision in &decisions[..made] {
                seen[usize::from(kind(decision))] += 1;
                if kind(decision) == 1 {
                    child = long(decision, 24) + 1;
                }
            }
            let mut ended = [0; 64];
            ended[0] = 10;
            put(&mut ended, 8, 100 * version + 3);
            for open in child - 4..child {
                put(&mut ended, 16, open);
                engine.handle(&[ended], &mut decisions);
            }
        }
        assert!(seen[1] > 1_000 && seen[3] > 1_000, "{seen:?}");
    }

    fn last_error() -> String {
        let mut buffer = [0_u8; 256];
        let length = unsafe { vesper_engine_last_error(buffer.as_mut_ptr(), 256) };
        String::from_utf8_lossy(&buffer[..usize::try_from(length).unwrap_or(0)]).into_owned()
    }

    #[test]
    fn the_door_opens() {
        assert_eq!(OK, vesper_engine_self_test(), "{}", last_error());
    }

    #[test]
    fn an_engine_is_opened_told_and_closed() {
        let mut handle = std::ptr::null_mut();
        let events = [[0_u8; 64]];
        let mut decisions = [[0_u8; 64]; 7];
        let mut handled = 0;
        unsafe {
            assert_eq!(OK, vesper_engine_open(1, 1, 1, 1, 1, 1, &raw mut handle));
            let mut tell = |room| {
                vesper_engine_handle(
                    handle,
                    events.as_ptr(),
                    1,
                    decisions.as_mut_ptr(),
                    room,
                    &raw mut handled,
                )
            };
            assert_eq!(INVALID, tell(6));
            assert_eq!(OK, tell(7));
            assert_eq!(OK, vesper_engine_close(handle));
        }
        assert_eq!(1 << 32 | 1, handled);
        assert_eq!((5, 1), (decisions[0][0], decisions[0][3]));
    }

    /// A broken engine answers nothing more.
    #[test]
    fn an_engine_that_panicked_serves_no_longer() {
        let mut handle = std::ptr::null_mut();
        let mut handled = 0;
        unsafe {
            assert_eq!(OK, vesper_engine_open(1, 1, 1, 1, 1, 1, &raw mut handle));
            (*handle).broken = true;
            assert_eq!(
                INVALID,
                vesper_engine_handle(
                    handle,
                    std::ptr::null(),
                    0,
                    std::ptr::null_mut(),
                    5,
                    &raw mut handled
                )
            );
            assert_eq!(OK, vesper_engine_close(handle));
        }
        assert!(last_error().contains("panicked before"));
    }

    #[test]
    fn what_cannot_be_held_is_refused() {
        let mut handle = std::ptr::null_mut();
        let status = unsafe { vesper_engine_open(1, 0, 1, 1, 1, 1, &raw mut handle) };
        assert_eq!(INVALID, status);
        assert_eq!("Expected 1 to 1048576 parents, but got 0", last_error());
    }

    #[test]
    fn a_panic_does_not_reach_the_caller() {
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| {}));
        assert_eq!(PANICKED, guarded(|| panic!("on purpose")));
        std::panic::set_hook(hook);
        assert!(last_error().contains("bug"));
    }
}
