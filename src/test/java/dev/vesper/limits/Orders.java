package dev.vesper.limits;

import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import java.math.BigDecimal;
import java.util.List;

/** Orders for tests, at a price of 100 in lots of 10 unless said otherwise. */
public final class Orders {
    private Orders() {}

    public static ParentOrder buy(String id, String symbol, long quantity) {
        return order(id, symbol, Side.BUY, quantity, List.of());
    }

    public static ParentOrder sell(String id, String symbol, long quantity, LotChoice... lots) {
        return order(id, symbol, Side.SELL, quantity, List.of(lots));
    }

    public static LotChoice lot(String id, long quantity) {
        return new LotChoice(id, BigDecimal.valueOf(quantity));
    }

    private static ParentOrder order(String id, String symbol, Side side, long quantity, List<LotChoice> lots) {
        return new ParentOrder(
                id,
                "ACC1",
                symbol,
                side,
                BigDecimal.valueOf(quantity),
                BigDecimal.TEN,
                new BigDecimal("0.01"),
                BigDecimal.valueOf(100),
                "USD",
                SlicingStrategy.TWAP,
                lots);
    }
}
