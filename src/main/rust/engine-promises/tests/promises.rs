//! Streams of events, made and shrunk by proptest; see the README.

use engine::{vesper_engine_close, vesper_engine_handle, vesper_engine_open};
use proptest::prelude::*;
use std::collections::{BTreeMap, HashMap};

type Record = [u8; 64];

const PARENTS: i64 = 3;
const INSTRUMENTS: usize = 2;
const CHILDREN: i64 = 4;
const MIDDLE: i64 = 100_000;

/// What is told next; children and parents are picked by a number modulo how many there are.
#[derive(Clone, Debug)]
enum Step {
    Quote(usize, i64, i64),
    Trade(usize, i64),
    Parent(i64, Order),
    Amend(i64, Terms),
    Window(i64, i64, i64),
    Style(i64, i64, bool),
    Peg(i64, Peg),
    Random(i64, Drawn),
    Cancel(i64),
    Fill(usize, i64),
    Ended(usize, bool),
    Refused(usize),
    Halt(usize, bool),
}

#[derive(Clone, Debug)]
struct Terms {
    lots: i64,
    limit: i64,
    minimum: i64,
    maximum: i64,
    cap: i64,
    display: i64,
}

#[derive(Clone, Debug)]
struct Order {
    sells: bool,
    instrument: usize,
    terms: Terms,
    lot_units: i64,
    delay: i64,
    length: i64,
    peg: Option<Peg>,
    drawn: Option<Drawn>,
}

/// Reference, offset, tick, interval, age.
type Peg = (u8, i64, i64, i64, i64);
/// Seed, least display, basis points of sizes and times.
type Drawn = (i64, i64, i64, i64);

fn terms() -> impl Strategy<Value = Terms> {
    (
        1..2_000_i64,
        prop_oneof![Just(0), MIDDLE - 50..MIDDLE + 50],
        1..40_i64,
        prop_oneof![Just(0), 0..60_i64],
        prop_oneof![Just(0), 1..10_001_i64],
        prop_oneof![Just(0), 0..60_i64],
    )
        .prop_map(|(lots, limit, minimum, most, cap, display)| Terms {
            lots,
            limit,
            minimum,
            maximum: if most == 0 { 0 } else { minimum + most },
            cap,
            display: if display == 0 { 0 } else { minimum + display },
        })
}

fn peg() -> impl Strategy<Value = Peg> {
    (1..4_u8, -3..4_i64, 1..4_i64, 1..500_i64, 0..300_i64)
}

fn drawn() -> impl Strategy<Value = Drawn> {
    (any::<i64>(), 0..60_i64, 0..5_001_i64, 0..5_001_i64)
}

fn order() -> impl Strategy<Value = Order> {
    (
        any::<bool>(),
        0..INSTRUMENTS,
        terms(),
        1..100_i64,
        0..400_i64,
        1..4_000_i64,
        proptest::option::of(peg()),
        proptest::option::of(drawn()),
    )
        .prop_map(
            |(sells, instrument, terms, lot_units, delay, length, peg, drawn)| Order {
                sells,
                instrument,
                terms,
                lot_units,
                delay,
                length,
                peg,
                drawn,
            },
        )
}

fn step() -> impl Strategy<Value = Step> {
    let parent = 0..PARENTS;
    prop_oneof![
        5 => (0..INSTRUMENTS, -50..50_i64, -1..8_i64).prop_map(|(i, bid, spread)| Step::Quote(i, MIDDLE + bid, spread)),
        8 => (0..INSTRUMENTS, 1..3_000_i64).prop_map(|(i, units)| Step::Trade(i, units)),
        4 => (parent.clone(), order()).prop_map(|(n, order)| Step::Parent(n, order)),
        2 => (parent.clone(), terms()).prop_map(|(n, terms)| Step::Amend(n, terms)),
        2 => (parent.clone(), 0..300_i64, 1..3_000_i64).prop_map(|(n, start, length)| Step::Window(n, start, length)),
        1 => (parent.clone(), -50..50_i64, any::<bool>()).prop_map(|(n, price, auction)| Step::Style(n, MIDDLE + price, auction)),
        2 => (parent.clone(), peg()).prop_map(|(n, peg)| Step::Peg(n, peg)),
        1 => (parent.clone(), drawn()).prop_map(|(n, drawn)| Step::Random(n, drawn)),
        1 => parent.prop_map(Step::Cancel),
        8 => (any::<usize>(), 1..100_i64).prop_map(|(child, part)| Step::Fill(child, part)),
        3 => (any::<usize>(), any::<bool>()).prop_map(|(child, rejected)| Step::Ended(child, rejected)),
        3 => any::<usize>().prop_map(Step::Refused),
        1 => (0..INSTRUMENTS, any::<bool>()).prop_map(|(i, halted)| Step::Halt(i, halted)),
    ]
}

/// A parent as it was told.
struct Told {
    order: Order,
    start: i64,
    end: i64,
    done: i64,
    /// Its instrument's volume when its window began.
    before: Option<i64>,
}

struct Open {
    parent: i64,
    lots: i64,
    price: i64,
    /// Before it was last replaced.
    stood: i64,
    cancelled: bool,
}

/// An engine, and what is known of it from outside.
struct Desk {
    engine: *mut engine::Handle,
    now: i64,
    told: HashMap<i64, Told>,
    open: BTreeMap<i64, Open>,
    volume: [i64; INSTRUMENTS],
    halted: [bool; INSTRUMENTS],
    sent: usize,
}

fn record(kind: u16, now: i64, longs: &[i64]) -> Record {
    let mut record = [0; 64];
    record[0..2].copy_from_slice(&kind.to_le_bytes());
    put(&mut record, 8, now);
    for (i, value) in longs.iter().enumerate() {
        put(&mut record, 16 + 8 * i, *value);
    }
    record
}

fn put(record: &mut Record, at: usize, value: i64) {
    record[at..at + 8].copy_from_slice(&value.to_le_bytes());
}

fn long(record: &Record, at: usize) -> i64 {
    i64::from_le_bytes(record[at..at + 8].try_into().unwrap())
}

/// Two 32-bit numbers in one of 64.
fn pair(low: i64, high: i64) -> i64 {
    low | high << 32
}

impl Desk {
    fn new() -> Self {
        let mut engine = std::ptr::null_mut();
        // SAFETY: the pointer leads to room for one.
        let status = unsafe { vesper_engine_open(2, 3, 4, 3, 50, 1, &raw mut engine) };
        assert_eq!(0, status);
        Self {
            engine,
            now: 0,
            told: HashMap::new(),
            open: BTreeMap::new(),
            volume: [0; INSTRUMENTS],
            halted: [false; INSTRUMENTS],
            sent: 0,
        }
    }

    /// Tells one event and looks at what is decided.
    fn tell(&mut self, event: Record) {
        let mut decisions = vec![[0_u8; 64]; 37];
        let mut handled = 0;
        // SAFETY: one event, room for so many decisions, an engine of this thread.
        let status = unsafe {
            vesper_engine_handle(
                self.engine,
                &raw const event,
                1,
                decisions.as_mut_ptr(),
                37,
                &raw mut handled,
            )
        };
        assert_eq!(0, status);
        for decision in &decisions[..usize::try_from(handled & 0xffff).unwrap()] {
            self.decided(decision, &event);
        }
    }

    fn decided(&mut self, decision: &Record, event: &Record) {
        let (number, id) = (long(decision, 16), long(decision, 24));
        let (lots, price) = (long(decision, 32), long(decision, 40));
        match decision[0] {
            1 => {
                self.keeps(number, lots, price);
                let child = Open {
                    parent: number,
                    lots,
                    price,
                    stood: price,
                    cancelled: false,
                };
                assert!(self.open.insert(id, child).is_none(), "a child twice");
                self.sent += 1;
            }
            2 => {
                let child = self.open.get_mut(&id).expect("a child that is open");
                assert_eq!(child.lots, lots, "a replace of other lots");
                assert!(!child.cancelled, "moved after its cancel");
                child.stood = child.price;
                child.price = price;
                let told = &self.told[&number];
                assert!(!told.beyond(price), "moved beyond the limit");
            }
            3 => self.open.get_mut(&id).expect("a child").cancelled = true,
            4 => {
                let told = self.told.remove(&number).expect("a parent");
                assert_eq!(told.done, lots, "each fill once");
                assert_eq!(0, self.open_of(number).0);
            }
            5 => {
                let reason = decision[3];
                assert!(
                    reason == 4,
                    "only what ends may be unknown, but {reason} of {event:?}"
                );
            }
            kind => panic!("decided {kind} without a gate"),
        }
    }

    fn open_of(&self, number: i64) -> (i64, i64) {
        let of = self.open.values().filter(|child| child.parent == number);
        of.fold((0, 0), |(count, lots), child| {
            (count + 1, lots + child.lots)
        })
    }

    fn keeps(&self, number: i64, lots: i64, price: i64) {
        let told = &self.told[&number];
        let terms = &told.order.terms;
        let (count, open) = self.open_of(number);
        let all = told.done + open + lots;
        assert!(lots >= 1 && all <= terms.lots, "more than the parent");
        assert!(count < CHILDREN, "more children than there is room for");
        assert!(
            (told.start..told.end).contains(&self.now),
            "outside the window"
        );
        assert!(!told.beyond(price), "beyond the limit");
        assert!(!self.halted[told.order.instrument], "while it is halted");
        assert!(
            terms.display == 0 || open + lots <= terms.display,
            "more than is shown"
        );
        assert!(
            terms.maximum == 0 || lots <= terms.maximum,
            "larger than the largest"
        );
        assert!(
            lots >= terms.minimum || all == terms.lots,
            "smaller than the smallest"
        );
        let traded = self.volume[told.order.instrument] - told.before.expect("it began");
        assert!(
            terms.cap == 0 || all * told.order.lot_units * 10_000 <= traded * terms.cap,
            "more than its share"
        );
    }

    /// Volume counts from the first event at or after the start on.
    fn begin(&mut self) {
        for told in self.told.values_mut() {
            if self.now >= told.start {
                told.before
                    .get_or_insert(self.volume[told.order.instrument]);
            }
        }
    }

    fn step(&mut self, later: i64, step: &Step) {
        self.now += later;
        self.begin();
        self.tell(record(3, self.now, &[]));
        let now = self.now;
        match step {
            Step::Quote(i, bid, spread) => {
                self.tell(of(*i, record(1, now, &[0, *bid, bid + spread])));
            }
            Step::Trade(i, units) => {
                self.volume[*i] += units;
                self.tell(of(*i, record(2, now, &[0, MIDDLE, *units])));
            }
            Step::Parent(n, order) => self.parent(*n, order),
            Step::Amend(n, terms) => self.amend(*n, terms),
            Step::Window(n, start, length) => {
                if let Some(told) = self.told.get_mut(n) {
                    (told.start, told.end) = (now + start, now + start + length);
                    let event = record(24, now, &[*n, told.start, told.end]);
                    self.begin();
                    self.tell(event);
                }
            }
            Step::Style(n, would, auction) => {
                let mut event = record(23, now, &[*n, *would]);
                event[3] = u8::from(*auction);
                self.tell(event);
            }
            Step::Peg(n, peg) => self.tell(pegged(*n, now, *peg)),
            Step::Random(n, drawn) => self.tell(random(*n, now, *drawn)),
            Step::Cancel(n) => self.tell(record(8, now, &[*n])),
            Step::Fill(pick, part) => self.fill(*pick, *part),
            Step::Ended(pick, rejected) => {
                if let Some(id) = self.pick(*pick) {
                    self.open.remove(&id);
                    let mut event = record(10, now, &[id]);
                    event[3] = u8::from(*rejected);
                    self.tell(event);
                }
            }
            Step::Refused(pick) => {
                if let Some(id) = self.pick(*pick) {
                    let child = self.open.get_mut(&id).unwrap();
                    child.price = child.stood;
                    let event = record(27, now, &[id, child.stood]);
                    self.tell(event);
                }
            }
            Step::Halt(i, halted) => {
                self.halted[*i] = *halted;
                self.tell(of(*i, record(if *halted { 11 } else { 12 }, now, &[])));
            }
        }
        self.stand();
    }

    /// Nothing stays open beyond a limit, or before a window, but to be cancelled.
    fn stand(&self) {
        for child in self.open.values().filter(|child| !child.cancelled) {
            let told = &self.told[&child.parent];
            assert!(!told.beyond(child.price), "left beyond the limit");
            assert!(
                (told.start..told.end).contains(&self.now),
                "left outside the window"
            );
        }
    }

    fn parent(&mut self, number: i64, order: &Order) {
        if self.told.contains_key(&number) {
            return;
        }
        let (start, lots) = (self.now + order.delay, order.terms.lots);
        let end = start + order.length;
        let told = Told {
            order: order.clone(),
            start,
            end,
            done: 0,
            before: None,
        };
        self.told.insert(number, told);
        self.begin();
        let now = self.now;
        self.tell(self.told[&number].terms(4, number, now));
        if let Some(drawn) = order.drawn {
            self.tell(random(number, now, drawn));
        }
        if let Some(peg) = order.peg {
            self.tell(pegged(number, now, peg));
        }
        let points = order.length.min(3);
        self.tell(record(
            5,
            now,
            &[number, start, end, order.lot_units, points],
        ));
        let at = |i: i64| start + i * order.length / points;
        let due = |i: i64| (i + 1) * lots / points;
        self.tell(record(6, now, &[number, at(0), due(0), at(1), due(1)]));
        if points == 3 {
            self.tell(record(6, now, &[number, at(2), due(2)]));
        }
    }

    fn amend(&mut self, number: i64, terms: &Terms) {
        let now = self.now;
        if let Some(told) = self.told.get_mut(&number) {
            told.order.terms = terms.clone();
            told.order.terms.lots += told.done;
            let event = told.terms(7, number, now);
            self.tell(event);
        }
    }

    fn fill(&mut self, pick: usize, part: i64) {
        if let Some(id) = self.pick(pick) {
            let child = self.open.get_mut(&id).unwrap();
            let lots = part.min(child.lots);
            child.lots -= lots;
            self.told.get_mut(&child.parent).unwrap().done += lots;
            if child.lots == 0 {
                self.open.remove(&id);
            }
            self.tell(record(9, self.now, &[id, lots, MIDDLE]));
        }
    }

    fn pick(&self, pick: usize) -> Option<i64> {
        let ids: Vec<i64> = self.open.keys().copied().collect();
        (!ids.is_empty()).then(|| ids[pick % ids.len()])
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // SAFETY: it was opened, and is used no more.
        unsafe { vesper_engine_close(self.engine) };
    }
}

impl Told {
    fn beyond(&self, price: i64) -> bool {
        let limit = self.order.terms.limit;
        limit != 0
            && (price == 0
                || if self.order.sells {
                    price < limit
                } else {
                    price > limit
                })
    }

    fn terms(&self, kind: u16, number: i64, now: i64) -> Record {
        let t = &self.order.terms;
        let bounds = pair(t.cap, t.display);
        let longs = [number, t.lots, t.limit, t.minimum, t.maximum, bounds];
        let mut event = of(self.order.instrument, record(kind, now, &longs));
        event[2] = u8::from(self.order.sells);
        event
    }
}

fn of(instrument: usize, mut event: Record) -> Record {
    event[4] = u8::try_from(instrument).unwrap();
    event
}

fn pegged(number: i64, now: i64, (to, offset, tick, interval, stale): Peg) -> Record {
    let mut event = record(25, now, &[number, offset, tick, interval, stale]);
    event[3] = to;
    event
}

fn random(number: i64, now: i64, (seed, shown, sizes, times): Drawn) -> Record {
    record(26, now, &[number, seed, shown, 0, 0, pair(sizes, times)])
}

proptest! {
    #[test]
    fn each_child_is_within_what_bounds_its_parent(
        steps in proptest::collection::vec((prop_oneof![Just(0), 0..200_i64], step()), 1..400)
    ) {
        let mut desk = Desk::new();
        for (later, step) in &steps {
            desk.step(*later, step);
        }
    }
}
