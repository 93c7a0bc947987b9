package dev.vesper.execution.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.market.Venue;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The firm's own figures, before anything is sent. */
class ExpectedCostTest {
    private static final Venue LIT = new Venue("LIT", "lit", false, "VESPER", "LIT", new BigDecimal("0.3"), 0);
    private static final Venue MID = new Venue("MID", "midpoint", true, "VESPER", "MID", new BigDecimal("0.1"), 0);

    @Test
    void feesAreThoseOfTheVenuesThatAnOrderIsSplitTo() {
        ExpectedCost cost = ExpectedCost.of(5, TradingDay.settings(65), List.of(LIT, MID)); // 30 % at the midpoint
        BigDecimal notional = new BigDecimal("100000");
        assertEquals(new BigDecimal("50.00"), cost.of(notional));
        assertEquals(new BigDecimal("2.40"), cost.fees(notional));
    }

    @Test
    void aFirmWithoutVenuesPaysNone() {
        ExpectedCost cost = ExpectedCost.of(2.5, TradingDay.settings(65), List.of());
        assertEquals(new BigDecimal("0.02"), cost.of(new BigDecimal("100")), "half a cent to the even one");
        assertEquals(new BigDecimal("0.00"), cost.fees(new BigDecimal("100")));
    }
}
