package dev.vesper.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParentOrderTest {
    @Test
    void threeHundredInLotsOfAHundredAreThreeLotsAndWorthTheirPrice() {
        var order = new ParentOrder(
                "P",
                "ACC",
                "IBM",
                Side.BUY,
                new BigDecimal("300"),
                new BigDecimal("100"),
                new BigDecimal("0.01"),
                new BigDecimal("12.50"),
                "USD",
                SlicingStrategy.TWAP,
                List.of());
        assertEquals(3, order.wholeLots());
        assertEquals(new BigDecimal("3750.00"), order.notional());
    }
}
