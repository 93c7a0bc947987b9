package dev.vesper.execution.routing;

import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is to be sent now.
 *
 * @param lots above zero
 * @param limit the worst price, in currency units and without fees; none where any is taken
 * @param leastDarkLots the smallest fill a dark venue may give, so that nobody finds the order with a single lot; 0 or 1 where
 *     any will do
 */
public record RoutedOrder(Side side, long lots, Optional<BigDecimal> limit, long leastDarkLots) {
    public RoutedOrder {
        if (lots <= 0 || leastDarkLots < 0) {
            throw new IllegalArgumentException("Expected more than 0 lots, but got " + lots);
        }
    }

    /** Whether the limit allows a price. */
    boolean allows(BigDecimal price) {
        return limit.map(worst -> price.compareTo(worst) * side.sign() <= 0).orElse(true);
    }
}
