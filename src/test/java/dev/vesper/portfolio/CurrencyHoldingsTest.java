package dev.vesper.portfolio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.Money;
import dev.vesper.market.PriceHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CurrencyHoldingsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);

    private final PriceHistory prices = new PriceHistory(
            List.of(DAY.minusDays(1), DAY),
            List.of("GE", "IBM", "NEW"),
            new double[][] {{9, 90, Double.NaN}, {10, 100, Double.NaN}},
            new double[2][3]);

    private final List<CurrencyHoldings> holdings = CurrencyHoldings.of(
            new TreeMap<>(Map.of("ACC2", usd("200"), "ACC1", usd("100.50"), "ACC3", Money.of(BigDecimal.ONE, "EUR"))),
            List.of(
                    lot("ACC1", "IBM", 2),
                    lot("ACC2", "IBM", 3),
                    lot("ACC2", "GE", 10),
                    lot("ACC3", "GE", 7),
                    lot("GONE", "GE", 7)));

    @Test
    void accountsCashAndLotsAreTogetherByCurrencyAndNeverAddedAcross() {
        assertEquals(
                List.of("EUR", "USD"),
                holdings.stream().map(CurrencyHoldings::currency).toList());
        CurrencyHoldings usd = holdings.get(1);
        assertEquals(List.of("ACC1", "ACC2"), usd.accounts());
        assertEquals(new BigDecimal("300.50"), usd.cash());
        assertEquals(3, usd.lots().size(), "a lot of an account nobody knows has no currency");
        assertEquals(2, usd.instruments());
        assertEquals(1, holdings.getFirst().lots().size());
    }

    @Test
    void lotsAreWorthTheirLastCloses() {
        CurrencyHoldings usd = holdings.get(1);
        assertEquals(0, new BigDecimal("600").compareTo(usd.marketValue(prices)));
        assertEquals(0, new BigDecimal("525").compareTo(usd.unrealisedGain(prices)), "15 units cost 5 each");
        assertArrayEquals(new double[] {840.5, 900.5}, usd.backcast(prices).values());
    }

    @Test
    void aLotWithoutAPriceCountsNothing() {
        CurrencyHoldings fresh = CurrencyHoldings.of(
                        new TreeMap<>(Map.of("ACC1", usd("0"))), List.of(lot("ACC1", "NEW", 9)))
                .getFirst();
        assertEquals(BigDecimal.ZERO, fresh.marketValue(prices));
        assertEquals(BigDecimal.ZERO, fresh.unrealisedGain(prices));
    }

    private static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), "USD");
    }

    private static TaxLot lot(String account, String symbol, long units) {
        return new TaxLot(
                account + symbol, account, symbol, BigDecimal.valueOf(units), new BigDecimal("5"), DAY.minusYears(1));
    }
}
