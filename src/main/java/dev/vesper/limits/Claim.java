package dev.vesper.limits;

import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How one order uses a limit. Selling 300 of 100 held frees the limit with the first 100 units and uses it with the
 * other 200: then {@code spared} is 100.
 *
 * @param spared units of the order that do not use the limit, a multiple of its lot size, 0 to the order's quantity
 * @param perUnit what each further unit uses, in the limit's own unit times its base; greater than zero
 */
public record Claim(ParentOrder order, BigDecimal spared, BigDecimal perUnit) {

    /** A claim of one order, or none: what costs nothing uses nothing. */
    public static Optional<Claim> of(ParentOrder order, BigDecimal spared, BigDecimal perUnit) {
        return perUnit.signum() > 0 ? Optional.of(new Claim(order, spared, perUnit)) : Optional.empty();
    }

    /** What the order uses of the limit, zero or more. */
    public BigDecimal use() {
        return order.quantity().subtract(spared).multiply(perUnit);
    }

    /**
     * The most units the order may have so that it uses at most {@code share / whole} of what it asks for: rounded down
     * to whole lots, never below what is spared, never above the order.
     */
    public BigDecimal permitted(BigDecimal share, BigDecimal whole) {
        BigDecimal lot = order.lotSize();
        BigDecimal claimed = order.quantity().subtract(spared);
        BigDecimal lots =
                claimed.multiply(share.max(BigDecimal.ZERO)).divide(whole.multiply(lot), 0, RoundingMode.DOWN);
        return spared.add(lots.multiply(lot)).min(order.quantity());
    }
}
