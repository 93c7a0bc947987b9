package dev.vesper.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four trades of IBM between 100 and 400 milliseconds, in lots of 10 shares and ticks of a cent. */
class TapeTest {
    private final Tape tape = Tape.of(
            new BigDecimal("0.01"),
            BigDecimal.TEN,
            List.of(
                    new TapeTrade(300, new BigDecimal("158.30"), 20),
                    new TapeTrade(100, new BigDecimal("158.29"), 4),
                    new TapeTrade(200, new BigDecimal("158.31"), 17),
                    new TapeTrade(400, new BigDecimal("158.304"), 9)));

    @Test
    void tradesStandInTheOrderOfTimeAndSmallOnesAddUpToLots() {
        assertEquals(
                List.of(100L, 200L, 300L, 400L),
                List.of(tape.millis(0), tape.millis(1), tape.millis(2), tape.millis(3)));
        assertEquals(List.of(0L, 2L, 2L, 1L), List.of(tape.lots(0), tape.lots(1), tape.lots(2), tape.lots(3)));
        assertEquals(15_830, tape.ticks(3), "to the nearest tick");
    }

    @Test
    void theVolumeOfAStretchIsWhatTradedAfterItsBeginUpToItsEnd() {
        for (long after = 0; after <= 500; after += 50) {
            for (long until = after; until <= 500; until += 50) {
                long lots = 0;
                for (int trade = 0; trade < tape.trades(); trade++) {
                    lots += tape.millis(trade) > after && tape.millis(trade) <= until ? tape.lots(trade) : 0;
                }
                assertEquals(lots, tape.volumeLots(after, until), after + " to " + until);
            }
        }
        assertEquals(0, tape.volumeLots(400, 100), "a stretch that ends before it begins");
    }

    @Test
    void theAverageIsWeightedByVolume() {
        assertEquals(0, new BigDecimal("158.304").compareTo(tape.averagePrice(0, 400)));
        assertEquals(0, new BigDecimal("158.30").compareTo(tape.averagePrice(200, 400)));
        assertNull(tape.averagePrice(0, 100), "less than a lot traded");
    }

    @Test
    void columnsInTicksAndLotsMakeTheSameTape() {
        assertEquals(
                tape,
                Tape.ofTicks(
                        new BigDecimal("0.01"),
                        BigDecimal.TEN,
                        new long[] {100, 200, 300, 400},
                        new long[] {15_829, 15_831, 15_830, 15_830},
                        new long[] {0, 2, 2, 1}));
    }
}
