package dev.vesper.portfolio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.market.PriceHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two instruments over four days, the first of which only B has seen; the expected numbers were worked out by hand. */
class PastReturnsTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 2);
    private static final PastReturns GIVEN = PastReturns.of(
            Map.of("A", new double[] {Double.NaN, 0.01, -0.01, 0.02}, "B", new double[] {0.5, 0, 0.02, -0.02}));

    /** Sample variances of 7/30000 and 1/2500, covariance -3/10000, times 252. */
    @Test
    void theVolatilityIsThatOfWhatTheSharesWouldHaveReturned() {
        ReturnWindow both = GIVEN.window(List.of("B", "A"));
        assertEquals(List.of("A", "B"), both.symbols());
        assertArrayEquals(new double[] {0.01, -0.01, 0.02}, both.returns()[0]);
        assertEquals(Math.sqrt(0.0588), both.volatility(Map.of("A", 1.0)), 1e-12);
        assertEquals(Math.sqrt(0.1008), both.volatility(Map.of("B", -1.0, "CASH", 5.0)), 1e-12);
        assertEquals(Math.sqrt(0.0021), both.volatility(Map.of("A", 0.5, "B", 0.5)), 1e-12);
        assertEquals(0, both.volatility(Map.of()));
    }

    /** The margins times the shares are the volatility. */
    @Test
    void eachShareAddsItsMargin() {
        Map<String, Double> margins = GIVEN.window(List.of("A", "B")).margins(Map.of("A", 0.5, "B", 0.5));
        assertEquals(-0.0084 / Math.sqrt(0.0021), margins.get("A"), 1e-12);
        assertEquals(0.0126 / Math.sqrt(0.0021), margins.get("B"), 1e-12);
        assertEquals(Map.of("A", 0.0, "B", 0.0), GIVEN.window(List.of("A", "B")).margins(Map.of()));
    }

    @Test
    void ofOneDayOrOfNothingThereIsNoRisk() {
        ReturnWindow day = PastReturns.of(Map.of("A", new double[] {0.3})).window(List.of("A"));
        assertEquals(0, day.volatility(Map.of("A", 1.0)));
        ReturnWindow none = GIVEN.window(List.of());
        assertEquals(0, none.volatility(Map.of("A", 1.0)));
        assertEquals(Map.of(), none.margins(Map.of("A", 1.0)));
    }

    @Test
    void whatIsNotKnownIsMissing() {
        assertEquals(List.of("C", "D"), GIVEN.missing(List.of("D", "A", "C", "B")));
        assertEquals(List.of("A"), PastReturns.NONE.missing(List.of("A")));
        assertEquals("PastReturns[given]", GIVEN.toString());
        assertEquals("PastReturns[none]", PastReturns.NONE.toString());
    }

    @Test
    void ofPricesTheLastYearCounts() {
        PastReturns year = PastReturns.of(prices(300));
        ReturnWindow window = year.window(List.of("UP"));
        assertEquals(PastReturns.MOST, window.returns()[0].length);
        assertEquals(0.1, window.returns()[0][PastReturns.MOST - 1], 1e-12, "the last of 300 goes up");
        assertEquals(-1.0 / 11, window.returns()[0][0], 1e-12, "the 48th of them went down");
        assertEquals(List.of("NEVER", "OTHER"), year.missing(List.of("OTHER", "UP", "NEVER")));
        assertEquals("PastReturns[" + FIRST.plusDays(47) + " to " + FIRST.plusDays(299) + "]", year.toString());
    }

    @Test
    void ofNoPricesNothingIsKnown() {
        PastReturns none = PastReturns.of(prices(0));
        assertEquals(List.of("UP"), none.missing(List.of("UP")));
        assertEquals("PastReturns[none]", none.toString());
    }

    /** One that is at 100 and at 110 day after day, and one that has no price. */
    private static PriceHistory prices(int days) {
        double[][] closes = new double[days][];
        double[][] volumes = new double[days][];
        for (int day = 0; day < days; day++) {
            closes[day] = new double[] {day % 2 == 0 ? 100 : 110, Double.NaN};
            volumes[day] = new double[] {1, 0};
        }
        return new PriceHistory(
                Stream.iterate(FIRST, day -> day.plusDays(1)).limit(days).toList(),
                List.of("UP", "NEVER"),
                closes,
                volumes);
    }
}
