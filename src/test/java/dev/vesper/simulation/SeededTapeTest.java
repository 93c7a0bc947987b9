package dev.vesper.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.market.Tape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeededTapeTest {
    @Test
    void aSeedASymbolAndADateGiveOneTape() {
        assertEquals(tape(42, "IBM", 9), tape(42, "IBM", 9));
        assertNotEquals(tape(42, "IBM", 9), tape(43, "IBM", 9));
        assertNotEquals(tape(42, "IBM", 9), tape(42, "BAC", 9));
        assertNotEquals(tape(42, "IBM", 9), tape(42, "IBM", 10));
    }

    /** Written down once: another machine, JDK or release must make the same tape. */
    @Test
    void theTapeIsTheSameEverywhere() {
        Tape tape = tape(42, "IBM", 9);
        assertEquals(PINNED, tape.ticks(0) + " " + tape.ticks(779) + " " + tape.hashCode());
    }

    @Test
    void theDayHasItsVolumeInTheShapeOfAU() {
        Tape tape = tape(42, "IBM", 9);
        long open = LocalTime.of(9, 30).toSecondOfDay() * 1_000L;
        long hour = 3_600_000;
        long all = tape.volumeLots(open - 1, open + 7 * hour);
        assertTrue(Math.abs(all - 1_000_000) < 50_000, "volume " + all);
        long first = tape.volumeLots(open, open + hour);
        long middle = tape.volumeLots(open + 3 * hour, open + 4 * hour);
        assertTrue(first > 2 * middle, first + " against " + middle);
    }

    @Test
    void pricesStayNearTheCloseAndInTimeOrder() {
        for (int seed = 0; seed < 50; seed++) {
            Tape tape = tape(seed, "IBM", 9);
            for (int i = 0; i < tape.trades(); i++) {
                assertTrue(tape.ticks(i) > 16_000 && tape.ticks(i) < 20_500, "price " + tape.price(i));
                assertTrue(i == 0 || tape.millis(i) >= tape.millis(i - 1));
                assertEquals(1, tape.askTicks(i) - tape.bidTicks(i));
            }
        }
    }

    private static final String PINNED = "18271 18446 -804917058";

    @ParameterizedTest
    @ValueSource(strings = {"190.07", "182.50", "91.00", "0.01"})
    void whereTheDaysCloseIsKnownThePathEndsThere(String close) {
        Tape free = tape(42, "IBM", 9);
        Tape bent = tape(42, "IBM", 9, Optional.of(new BigDecimal(close)));
        assertEquals(0, new BigDecimal(close).compareTo(bent.price(bent.trades() - 1)));
        assertEquals(free.trades(), bent.trades());
        assertTrue(Math.abs(bent.ticks(0) - free.ticks(0)) < 30, "it begins near the last close");
    }

    private static Tape tape(long seed, String symbol, int day) {
        return tape(seed, symbol, day, Optional.empty());
    }

    private static Tape tape(long seed, String symbol, int day, Optional<BigDecimal> close) {
        return SeededTape.of(
                seed,
                symbol,
                LocalDate.of(2018, 4, day),
                LocalTime.of(9, 30),
                LocalTime.of(16, 0),
                new BigDecimal("182.50"),
                close,
                new BigDecimal("0.01"),
                BigDecimal.ONE,
                BigDecimal.valueOf(1_000_000));
    }
}
