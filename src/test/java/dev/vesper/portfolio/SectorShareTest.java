package dev.vesper.portfolio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.market.Instrument;
import dev.vesper.market.PriceHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SectorShareTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);
    private static final PriceHistory PRICES = new PriceHistory(
            List.of(DAY, DAY.plusDays(1)), List.of("A", "B"), new double[][] {{10, 20}, {20, 20}}, new double[][] {
                {1, 1}, {1, 1}
            });

    private static CurrencyHoldings held(String cash, TaxLot... lots) {
        return new CurrencyHoldings("USD", List.of("X"), new BigDecimal(cash), List.of(lots));
    }

    private static TaxLot lot(String symbol, String units) {
        return new TaxLot("X/" + symbol, "X", symbol, new BigDecimal(units), BigDecimal.TEN, DAY);
    }

    /** 10 A at 20 and 200 in cash are half and half; B has no sector. */
    @Test
    void sharesComeToTheWholeWithCashLast() {
        Instrument a =
                new Instrument("A", "A", "equity", "Energy", "USD", BigDecimal.ONE, new BigDecimal("0.01"), "XNYS");
        List<SectorShare> shares = SectorShare.of(
                List.of(held("400")), List.of(held("100", lot("A", "10"), lot("B", "5"))), Map.of("A", a), PRICES);
        assertEquals(
                List.of("Energy", "Unknown", "Cash"),
                shares.stream().map(SectorShare::sector).toList());
        assertEquals(0.5, shares.getFirst().shareAfter());
        assertEquals(0, shares.getFirst().shareBefore());
        assertEquals(1, shares.get(2).shareBefore());
        assertEquals(1, shares.stream().mapToDouble(SectorShare::shareAfter).sum(), 1e-12);
    }

    @Test
    void aHoldingSumsItsLots() {
        HoldingTotal total = HoldingTotal.of(held("100", lot("A", "10"), lot("A", "5")), PRICES)
                .getFirst();
        assertEquals(new BigDecimal("15"), total.quantity());
        assertEquals(0, new BigDecimal("300").compareTo(total.marketValue().orElseThrow()));
        assertEquals(0, new BigDecimal("150").compareTo(total.gain().orElseThrow()));
        assertEquals(0.75, total.share());
        assertEquals(2, total.lots());
    }

    /** 100 in A alone doubles; half in A and half in B grows by half. */
    @Test
    void theBenchmarkPutsTheSameMoneyIntoAllInEqualParts() {
        Backcast backcast = Backcast.of(List.of(lot("A", "10")), 0, PRICES);
        assertArrayEquals(new double[] {100, 200}, backcast.values());
        assertArrayEquals(new double[] {100, 150}, backcast.equalParts(PRICES).values());
        assertEquals(1.0, backcast.growth());
    }
}
