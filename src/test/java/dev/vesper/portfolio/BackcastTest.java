package dev.vesper.portfolio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.market.PriceHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BackcastTest {
    private static final double NONE = Double.NaN;
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private final PriceHistory prices = new PriceHistory(
            List.of(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY.plusDays(3)),
            List.of("A", "B"),
            new double[][] {{10, NONE}, {12, 5}, {NONE, 4}, {9, 5}},
            new double[4][2]);

    @Test
    void beginsWhenEveryHoldingHasAPriceAndCarriesTheLastOneOverAGap() {
        Backcast backcast = Backcast.of(new TreeMap<>(Map.of("A", 100.0, "B", 10.0)), 50, prices);
        assertEquals(prices.dates().subList(1, 4), backcast.dates());
        assertArrayEquals(new double[] {1300, 1290, 1000}, backcast.values());
        assertArrayEquals(new double[] {0, -10 / 1300.0, -300 / 1300.0}, backcast.drawdowns(), 1e-12);
    }

    @Test
    void theLotsOfAllAccountsAreOneHolding() {
        Backcast backcast = Backcast.of(
                List.of(lot("ACC1", "A", "60"), lot("ACC2", "A", "40"), lot("ACC1", "B", "10")), 50, prices);
        assertArrayEquals(new double[] {1300, 1290, 1000}, backcast.values());
    }

    @Test
    void whatIsWorthNothingHasNothingToFallFrom() {
        Backcast backcast = new Backcast(prices.dates().subList(0, 3), new double[] {-5, 0, 10});
        assertArrayEquals(new double[] {0, 0, 0}, backcast.drawdowns());
    }

    private static TaxLot lot(String account, String symbol, String quantity) {
        return new TaxLot(account + symbol, account, symbol, new BigDecimal(quantity), BigDecimal.ONE, MONDAY);
    }

    @Test
    void whatWasNeverPricedIsLeftOut() {
        Backcast backcast = Backcast.of(new TreeMap<>(Map.of("A", 1.0, "ZZZ", 5.0)), 0, prices);
        assertArrayEquals(new double[] {10, 12, 12, 9}, backcast.values());
        assertEquals(0, Backcast.of(new TreeMap<>(), 1, prices).values().length);
    }

    @Test
    void theMaximumDrawdownIsTheLowestBelowAHighAndItsFirstDay() {
        Backcast backcast = Backcast.of(new TreeMap<>(Map.of("A", 100.0)), 0, prices);
        assertEquals(Optional.of(new Backcast.Drawdown(MONDAY.plusDays(3), -0.25)), backcast.maximumDrawdown());
        Backcast rising = new Backcast(prices.dates().subList(0, 2), new double[] {1, 2});
        assertEquals(Optional.empty(), rising.maximumDrawdown());
        assertEquals(Optional.empty(), new Backcast(List.of(), new double[0]).maximumDrawdown());
        Backcast twice = new Backcast(prices.dates(), new double[] {4, 2, 4, 2});
        assertEquals(MONDAY.plusDays(1), twice.maximumDrawdown().orElseThrow().on());
    }
}
