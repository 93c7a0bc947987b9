package dev.vesper.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.market.Tape;
import dev.vesper.market.Venue;
import dev.vesper.orders.Side;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MidpointBookTest {
    private static final long OPEN = 34_200_000;
    private static final long NOON = 43_200_000;
    private final Tape tape = TradingDay.tape(42, 1).tape("S00").orElseThrow();

    @Test
    void fillsAreAtTheMiddleAndWithinFortyPercentOfTheTape() {
        var fills = fills("20.50", 0, 42);
        assertFalse(fills.isEmpty());
        for (VenueReport.Execution fill : fills) {
            int trade = tape.countUntil(fill.millis()) - 1;
            BigDecimal twice =
                    tape.tickSize().multiply(BigDecimal.valueOf(tape.bidTicks(trade) + tape.askTicks(trade)));
            assertEquals(0, twice.compareTo(fill.price().multiply(BigDecimal.TWO)));
            assertTrue(fill.filled().longValue() * 100 <= tape.lots(trade) * 40);
        }
    }

    @Test
    void anotherSeedFindsOtherCounterparties() {
        assertEquals(fills("20.50", 0, 42), fills("20.50", 0, 42));
        assertFalse(fills("20.50", 0, 42).equals(fills("20.50", 0, 43)));
    }

    @Test
    void noFillIsSmallerThanTheMinimumUntilTheRest() {
        List<VenueReport.Execution> fills = fills("20.50", 300, 42);
        assertFalse(fills.isEmpty());
        for (VenueReport.Execution fill : fills) {
            assertTrue(fill.filled().longValue() >= 300 || fill.leaves().signum() == 0);
        }
    }

    @Test
    void aLimitBelowTheMiddleIsNotServed() {
        assertTrue(fills("10.00", 0, 42).isEmpty());
    }

    private List<VenueReport.Execution> fills(String limit, long minimum, long seed) {
        var book = new MidpointBook(
                TradingDay.tape(42, 1)::tape,
                new Venue("MIDPOINT", "midpoint", true, "VESPER", "MIDPOINT", BigDecimal.ONE, 0),
                seed);
        List<VenueReport> reports = new ArrayList<>(book.handle(new VenueCommand.Enter(
                "A",
                "S00",
                Side.BUY,
                BigDecimal.valueOf(20_000),
                new BigDecimal(limit),
                BigDecimal.valueOf(minimum),
                OPEN)));
        reports.addAll(book.handle(new VenueCommand.Cancel("A-C", "A", NOON)));
        List<VenueReport.Execution> fills = new ArrayList<>();
        for (VenueReport report : reports) {
            if (report instanceof VenueReport.Execution e && e.filled().signum() > 0) {
                fills.add(e);
            }
        }
        return fills;
    }
}
