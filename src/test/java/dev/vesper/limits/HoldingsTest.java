package dev.vesper.limits;

import static dev.vesper.limits.Orders.buy;
import static dev.vesper.limits.Orders.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HoldingsTest {
    @Test
    void lotsAreSummedAndValuedWithCash() {
        Holdings holdings = Holdings.of(Books.cash(80_000)
                .holds("XOM", 60)
                .holds("XOM", 40)
                .holds("CVX", -50)
                .book());
        assertEquals(number(100), holdings.units("XOM"));
        assertEquals(number(85_000), holdings.value()); // 80,000 + 10,000 - 5,000
        assertEquals(number(5_000), holdings.exposure("CVX"));
        assertEquals(number(0), holdings.units("IBM"));
    }

    @Test
    void anOrdersPriceStandsInWhereTheBookHasNone() {
        AccountBook book = Books.cash(0).orders(buy("1", "IBM", 10)).book();
        assertEquals(number(100), Holdings.of(book).price("IBM"));
        assertEquals(number(0), Holdings.of(book).price("XOM"));
    }

    @Test
    void aTradeThatGoesFurtherBeyondZeroThanItCameFromRaisesThePosition() {
        assertFalse(effect(100, 200).raises(), "from 100 long to 100 short is no more than before");
        assertTrue(effect(100, 210).raises());
        assertFalse(effect(100, 60).raises());
        assertTrue(effect(0, 10).raises());
    }

    private static Holdings.Effect effect(long held, long sold) {
        Holdings holdings = new Holdings(number(0), new TreeMap<>(Map.of("IBM", number(held))), Map.of());
        return holdings.effects(List.of(sell("1", "IBM", sold))).getFirst();
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }
}
