package dev.vesper.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TickTableTest {
    private static final TickTable NEW_YORK = new TickTable(
            new TreeMap<>(Map.of(BigDecimal.ZERO, new BigDecimal("0.0001"), BigDecimal.ONE, new BigDecimal("0.01"))));

    @Test
    void theStepFollowsThePrice() {
        assertEquals(new BigDecimal("0.9876"), NEW_YORK.down(new BigDecimal("0.98765")));
        assertEquals(new BigDecimal("12.34"), NEW_YORK.down(new BigDecimal("12.345")));
        assertEquals(new BigDecimal("12.35"), NEW_YORK.up(new BigDecimal("12.345")));
        assertEquals(new BigDecimal("12.340"), NEW_YORK.up(new BigDecimal("12.340")));
    }

    @Test
    void withoutATableEveryPriceStands() {
        assertEquals(new BigDecimal("1.23456789"), TickTable.ANY.down(new BigDecimal("1.23456789")));
    }

    @Test
    void aStepOfZeroIsRefused() {
        var bands = new TreeMap<>(Map.of(BigDecimal.ZERO, BigDecimal.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new TickTable(bands));
    }
}
