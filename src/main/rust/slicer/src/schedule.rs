//! The schedule: pure integer arithmetic, the same bits as the Java twin `JavaSlicer`.

/// Strategy code of the time-weighted average price schedule.
pub const TWAP: i32 = 0;
/// Strategy code of the percentage-of-volume schedule.
pub const POV: i32 = 1;
/// Most slices a session may have; keeps every product below 2^63.
pub const MAX_SLICES: i32 = 1_000_000;
/// Market volume that is not known: no participation cap can be applied.
pub const UNKNOWN: i64 = -1;

/// One parent order at the start of a slice; quantities in whole lots, the rate in basis points.
#[derive(Clone, Copy, Debug)]
pub struct Order {
    /// [`TWAP`] or [`POV`].
    pub strategy: i32,
    /// Lots of the parent.
    pub total: i64,
    /// Lots filled so far.
    pub done: i64,
    /// Lots the market traded since the open, or [`UNKNOWN`].
    pub market: i64,
    /// Largest share of the market's volume, 0 to 10,000.
    pub rate_bps: i32,
    /// Smallest child worth sending, at least 1.
    pub minimum: i64,
}

/// Why an order of the batch cannot be sliced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The strategy is neither TWAP nor POV.
    Strategy,
    /// The total is negative.
    Total,
    /// Done is negative or more than the total.
    Done,
    /// The market volume is below -1.
    Market,
    /// The rate is not within 0 to 10,000.
    Rate,
    /// The minimum is below 1.
    Minimum,
}

impl Order {
    /// The first thing that is wrong with the order, if anything is.
    pub fn fault(&self) -> Option<Fault> {
        if self.strategy != TWAP && self.strategy != POV {
            return Some(Fault::Strategy);
        }
        if self.total < 0 {
            return Some(Fault::Total);
        }
        if self.done < 0 || self.done > self.total {
            return Some(Fault::Done);
        }
        if self.market < UNKNOWN {
            return Some(Fault::Market);
        }
        if self.rate_bps < 0 || self.rate_bps > 10_000 {
            return Some(Fault::Rate);
        }
        if self.minimum < 1 {
            return Some(Fault::Minimum);
        }
        None
    }

    /// Lots due in slice `index` of `count`; the order has no fault and `0 <= index < count <= MAX_SLICES`.
    pub fn due(&self, index: i32, count: i32) -> i64 {
        let remaining = self.total - self.done;
        let by_time = if self.strategy == POV && self.market != UNKNOWN {
            self.total
        } else {
            self.time_target(i64::from(index), i64::from(count))
        };
        let target = if self.market == UNKNOWN {
            by_time
        } else {
            by_time.min(self.volume_cap())
        };
        let due = (target - self.done).max(0).min(remaining);
        let last = index == count - 1;
        if !last && due < self.minimum.min(remaining) {
            0
        } else {
            due
        }
    }

    /// Lots that should be done once the slice is over, by the clock alone.
    fn time_target(&self, index: i64, count: i64) -> i64 {
        let children = (self.total / self.minimum).clamp(1, count);
        let steps = (2 * (index + 1) * children + count) / (2 * count);
        let whole = self.total / children;
        let rest = self.total % children;
        whole * steps + rest * steps / children
    }

    /// The share of the market's volume that the order may be, rounded down.
    fn volume_cap(&self) -> i64 {
        let rate = i64::from(self.rate_bps);
        self.market / 10_000 * rate + self.market % 10_000 * rate / 10_000
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_SLICES, Order, POV, TWAP, UNKNOWN};

    fn order(strategy: i32, total: i64, done: i64, market: i64) -> Order {
        Order {
            strategy,
            total,
            done,
            market,
            rate_bps: 1_000,
            minimum: 1,
        }
    }

    #[test]
    fn twap_children_sum_to_the_parent() {
        let mut done = 0;
        for slice in 0..7 {
            done += order(TWAP, 100, done, UNKNOWN).due(slice, 7);
        }
        assert_eq!(100, done);
    }

    #[test]
    fn pov_takes_its_share_of_the_volume_seen() {
        assert_eq!(60, order(POV, 1_000, 40, 1_000).due(3, 13));
        assert_eq!(0, order(POV, 1_000, 100, 1_000).due(3, 13));
    }

    #[test]
    fn twap_never_goes_over_the_share_of_volume() {
        assert_eq!(5, order(TWAP, 1_000, 0, 50).due(12, 13));
    }

    #[test]
    fn a_small_order_waits_for_the_middle_of_the_day() {
        let small = Order {
            minimum: 10,
            ..order(TWAP, 9, 0, UNKNOWN)
        };
        let dues: Vec<i64> = (0..5).map(|slice| small.due(slice, 5)).collect();
        assert_eq!(vec![0, 0, 9, 9, 9], dues);
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let huge = order(TWAP, i64::MAX, 0, i64::MAX);
        assert_eq!(
            i64::MAX / 10_000 * 1_000 + 580,
            huge.due(MAX_SLICES - 1, MAX_SLICES)
        );
        assert_eq!(
            i64::MAX,
            order(TWAP, i64::MAX, 0, UNKNOWN).due(MAX_SLICES - 1, MAX_SLICES)
        );
    }
}
