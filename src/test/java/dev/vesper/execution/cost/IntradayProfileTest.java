package dev.vesper.execution.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.execution.Session;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntradayProfileTest {
    private static final long MINUTE = 60_000;
    private static final long OPEN = (9 * 60 + 30) * MINUTE;
    private static final Session SESSION = new Session(OPEN, OPEN + 40 * MINUTE, 15 * MINUTE);

    @Test
    void aFillBelongsToTheSliceOfItsTimeAndToItsVenue() {
        IntradayProfile profile = IntradayProfile.of(
                List.of(
                        fill("MIDP", OPEN, "10.00", 5),
                        fill("LITX", OPEN + 15 * MINUTE - 1, "10.00", 2),
                        fill("LITX", OPEN + 15 * MINUTE, "11.00", 3),
                        fill("LITX", OPEN + 16 * MINUTE, "12.00", 1)),
                SESSION);
        assertEquals(List.of("LITX", "MIDP"), profile.venues());
        assertEquals(3, profile.slices().size(), "the last slice is shorter");
        assertEquals(new BigDecimal("50.00"), profile.notional(0, "MIDP"));
        assertEquals(new BigDecimal("20.00"), profile.notional(0, "LITX"));
        assertEquals(new BigDecimal("45.00"), profile.notional(1, "LITX"));
        assertEquals(BigDecimal.ZERO, profile.notional(1, "MIDP"));
        assertEquals(BigDecimal.ZERO, profile.notional(2, "LITX"));
        assertEquals(new BigDecimal("70.00"), profile.busiest());
    }

    @Test
    void whatAVenueReportsOutsideTheSessionCountsToItsFirstOrLastSlice() {
        IntradayProfile profile = IntradayProfile.of(
                List.of(fill("LITX", OPEN - 1, "10.00", 1), fill("LITX", OPEN + 41 * MINUTE, "10.00", 2)), SESSION);
        assertEquals(new BigDecimal("10.00"), profile.notional(0, "LITX"));
        assertEquals(new BigDecimal("20.00"), profile.notional(2, "LITX"));
    }

    @Test
    void aDayWithoutAFillHasEmptySlices() {
        IntradayProfile profile = IntradayProfile.of(List.of(), SESSION);
        assertEquals(List.of(), profile.venues());
        assertEquals(BigDecimal.ZERO, profile.busiest());
    }

    private static Fill fill(String venue, long millis, String price, long units) {
        return new Fill(
                venue,
                "E",
                "C",
                "P",
                "ACC1",
                "IBM",
                Side.BUY,
                BigDecimal.valueOf(units),
                new BigDecimal(price),
                BigDecimal.ZERO,
                millis);
    }
}
