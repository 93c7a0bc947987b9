package dev.vesper.execution.cost;

import dev.vesper.orders.Fill;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the fills of a day moved in one account, for example bought 500 and sold 200 with 1 of fees: traded 700, cash -301.
 *
 * @param traded notional filled, bought plus sold, at fill prices
 * @param cash what the fills brought less what they took and their fees; negative where more was bought
 */
public record AccountFlow(BigDecimal traded, BigDecimal cash) {
    public static final AccountFlow NONE = new AccountFlow(BigDecimal.ZERO, BigDecimal.ZERO);

    /** By account; one without a fill is absent. */
    public static Map<String, AccountFlow> of(List<Fill> fills) {
        Map<String, AccountFlow> flows = new HashMap<>();
        for (Fill fill : fills) {
            BigDecimal notional = fill.notional();
            BigDecimal paid =
                    notional.multiply(BigDecimal.valueOf(fill.side().sign())).add(fill.fee());
            flows.merge(
                    fill.account(),
                    new AccountFlow(notional, paid.negate()),
                    (a, b) -> new AccountFlow(a.traded.add(b.traded), a.cash.add(b.cash)));
        }
        return flows;
    }
}
