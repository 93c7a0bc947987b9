//! Sizes and times drawn from a seed: Steele, Lea and Flood's `SplitMix64` (Fast splittable pseudorandom number generators,
//! OOPSLA 2014, with the mixing constants of Vigna's splitmix64.c), in integers, so that both engines draw the same bits.

use crate::engine::{Engine, Taken};
use crate::layout::{MOST_DRAWN, MOST_UNITS, Record, Refusal, int, long};
use crate::out::Out;
use crate::parent::{State, Terms};

/// The generator: one number after the other.
#[derive(Clone, Copy)]
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// What a parent draws: what is drawn for its next child is kept as it was drawn, and means something with its terms only.
#[derive(Clone, Copy)]
pub struct Random {
    on: bool,
    generator: SplitMix,
    least: u64,
    most: u64,
    shown: u64,
    /// Basis points of a size.
    size: i64,
    /// Basis points of the time between two points of the curve.
    time: i64,
    /// Least lots shown at a time, 0 for the display itself.
    display: i64,
}

/// Nothing is drawn.
pub const FIXED: Random = Random {
    on: false,
    generator: SplitMix(0),
    least: 0,
    most: 0,
    shown: 0,
    size: 0,
    time: 0,
    display: 0,
};

impl Random {
    /// For the next child.
    pub fn draw(&mut self) {
        if self.on {
            self.least = self.generator.next();
            self.most = self.generator.next();
            self.shown = self.generator.next();
        }
    }

    /// Lots of the next child at least: from the smallest child up, never more than may be sent or shown.
    pub fn least(&self, terms: &Terms) -> i64 {
        if self.size == 0 {
            return terms.minimum;
        }
        let smallest = terms.minimum.min(MOST_UNITS);
        let mut least = smallest + below(self.least, part(smallest, self.size) + 1);
        if terms.maximum > 0 {
            least = least.min(self.most(terms));
        }
        if terms.display > 0 {
            least = least.min(self.shown(terms));
        }
        least
    }

    /// Lots of the next child at most: from the largest child down, 0 where there is none.
    pub fn most(&self, terms: &Terms) -> i64 {
        if self.size == 0 || terms.maximum == 0 {
            return terms.maximum;
        }
        let largest = terms.maximum.min(MOST_UNITS);
        let from = (largest - part(largest, self.size)).max(terms.minimum.min(largest));
        from + below(self.most, largest - from + 1)
    }

    /// Lots shown at a time, from the least display to the display.
    pub fn shown(&self, terms: &Terms) -> i64 {
        if self.display == 0 || terms.display == 0 {
            return terms.display;
        }
        let from = self.display.clamp(terms.minimum, terms.display);
        from + below(self.shown, terms.display - from + 1)
    }
}

impl Engine {
    /// Takes an event that says what is drawn; the curve is drawn where it is not whole yet.
    pub fn random(&mut self, event: &Record, out: &mut Out) -> Taken {
        let number = self.number(long(event, 16))?;
        let parent = &mut self.parents[number as usize];
        let state = parent.state;
        if state != State::Told && state != State::Worked {
            return Err(Refusal::Parent);
        }
        let (size, time) = (i64::from(int(event, 56)), i64::from(int(event, 60)));
        let display = long(event, 32);
        let drawn = 0..=MOST_DRAWN;
        if !drawn.contains(&size) || !drawn.contains(&time) || display < 0 {
            return Err(Refusal::Number);
        }
        parent.random = Random {
            on: true,
            generator: SplitMix(long(event, 24).cast_unsigned()),
            size,
            time,
            display,
            ..FIXED
        };
        parent.random.draw();
        if state == State::Worked {
            self.look(number, out);
        }
        Ok(())
    }

    /// Moves each point of a curve by a part of the shorter time to those beside it, and its lots by a part of its slice; it
    /// stays a curve of as many lots within the window. A point alone stays where it is.
    pub fn draw_curve(&mut self, number: u32) {
        let first = self.point(number, 0);
        let parent = &mut self.parents[number as usize];
        if !parent.random.on {
            return;
        }
        let (size, time) = (parent.random.size, parent.random.time);
        let points = &mut self.points[first..first + parent.points as usize];
        let all = points.len();
        let mut before = (parent.start, 0);
        let mut slices_from = 0;
        let mut since = if all == 1 { 0 } else { i64::MAX };
        for i in 0..all {
            let (at, lots) = points[i];
            let next = if i + 1 < all {
                points[i + 1].0
            } else {
                parent.end
            };
            let away = part(since.min(next - at), time);
            since = next - at;
            let moved = at - away + below(parent.random.generator.next(), 2 * away + 1);
            let more = part(lots - slices_from, size);
            let drawn = lots - more + below(parent.random.generator.next(), 2 * more + 1);
            slices_from = lots;
            let due = if i + 1 == all {
                lots
            } else {
                drawn.clamp(before.1, parent.terms.lots)
            };
            before = (moved.max(before.0), due);
            points[i] = before;
        }
    }
}

/// Basis points of a number, rounded down.
fn part(of: i64, bps: i64) -> i64 {
    of / 10_000 * bps + of % 10_000 * bps / 10_000
}

/// A drawn number as one from 0 to below another: the upper half of their product.
fn below(drawn: u64, bound: i64) -> i64 {
    let product = u128::from(drawn) * u128::from(bound.cast_unsigned());
    i64::try_from(product >> 64).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{SplitMix, below, part};

    /// The first numbers of Vigna's splitmix64.c from 1234567.
    #[test]
    fn as_published() {
        let mut generator = SplitMix(1_234_567);
        let drawn = [generator.next(), generator.next(), generator.next()];
        assert_eq!(
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ],
            drawn
        );
    }

    #[test]
    fn parts_and_bounds() {
        assert_eq!(4_611, part(9_223, 5_000));
        assert_eq!(0, below(0, 7));
        assert_eq!(6, below(u64::MAX, 7));
    }
}
