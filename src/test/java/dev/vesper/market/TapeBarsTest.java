package dev.vesper.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every trade of the hours is in one stretch, and none of other hours is in any. */
class TapeBarsTest {
    private static final long OPEN = 34_200_000; // 09:30
    private static final long CLOSE = 57_600_000; // 16:00

    @Test
    void aStretchHasWhatTradedInIt() {
        TapeBars bars = TapeBars.of(
                tape(
                        new TapeTrade(OPEN - 1, new BigDecimal("9.00"), 1_000),
                        new TapeTrade(OPEN, new BigDecimal("10.00"), 100),
                        new TapeTrade(OPEN + 1_000, new BigDecimal("9.98"), 200),
                        new TapeTrade(OPEN + 299_999, new BigDecimal("9.99"), 300),
                        new TapeTrade(OPEN + 300_000, new BigDecimal("10.05"), 400),
                        new TapeTrade(CLOSE, new BigDecimal("10.10"), 500),
                        new TapeTrade(CLOSE + 1, new BigDecimal("11.00"), 1_000)),
                OPEN,
                CLOSE,
                30 * 60_000);
        assertEquals(78, bars.count());
        assertEquals(new BigDecimal("600"), bars.volume(0));
        assertEquals(Optional.of(new BigDecimal("9.98")), bars.low(0));
        assertEquals(Optional.of(new BigDecimal("10.00")), bars.high(0));
        assertEquals(Optional.of(new BigDecimal("9.99")), bars.last(0));
        assertEquals(new BigDecimal("400"), bars.volume(1));
        assertEquals(Optional.empty(), bars.last(2));
        assertEquals(new BigDecimal("500"), bars.volume(77));
        assertEquals(CLOSE, bars.untilMillis(77));
    }

    /** Where a slice ends, a stretch ends, as long as slices are the longer ones. */
    @Test
    void thereAreNeverMoreThanEightyAndTheyFitTheSlices() {
        for (long minutes = 1; minutes <= 1_440; minutes += 7) {
            for (long slice : new long[] {1, 5, 15, 30, 45}) {
                TapeBars bars = TapeBars.of(tape(), 0, minutes * 60_000, slice * 60_000);
                assertTrue(bars.count() <= 80, () -> bars.count() + " stretches");
                assertEquals(minutes * 60_000, bars.untilMillis(bars.count() - 1));
                if (bars.count() > 1 && bars.untilMillis(0) <= slice * 60_000) {
                    assertEquals(0, slice * 60_000 % bars.untilMillis(0));
                }
            }
        }
    }

    private static Tape tape(TapeTrade... trades) {
        return Tape.of(new BigDecimal("0.01"), BigDecimal.ONE, List.of(trades));
    }
}
