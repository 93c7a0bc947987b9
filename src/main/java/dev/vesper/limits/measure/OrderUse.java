package dev.vesper.limits.measure;

import dev.vesper.limits.Claim;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.List;

/** What one order uses of a limit that binds it alone. */
public final class OrderUse {
    private OrderUse() {}

    /**
     * All units of the order count.
     *
     * @param base what a share is a share of; 1 for an amount
     * @param perUnit what each unit uses, in the limit's own unit times its base
     */
    public static LimitUtilisation of(ParentOrder order, Unit unit, BigDecimal base, BigDecimal perUnit) {
        List<Claim> claims =
                Claim.of(order, BigDecimal.ZERO, perUnit).map(List::of).orElse(List.of());
        String what = "The order for " + order.symbol() + " in " + order.account();
        return new LimitUtilisation(order.account(), order.id(), what, unit, base, BigDecimal.ZERO, claims);
    }
}
