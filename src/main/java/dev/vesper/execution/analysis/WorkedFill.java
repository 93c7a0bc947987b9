package dev.vesper.execution.analysis;

import dev.vesper.basics.Place;
import java.math.BigDecimal;

/**
 * One execution of an order.
 *
 * @param place where it is written
 * @param millis milliseconds since midnight at the venue
 * @param price in currency units
 * @param quantity units, above 0
 * @param fee in currency units, below 0 where the venue paid
 * @param executionId unique at its venue, or empty where it is not known
 */
public record WorkedFill(
        Place place,
        String orderId,
        long millis,
        BigDecimal price,
        BigDecimal quantity,
        String venue,
        BigDecimal fee,
        String executionId) {
    BigDecimal notional() {
        return price.multiply(quantity);
    }

    boolean sameExecution(WorkedFill other) {
        return orderId.equals(other.orderId)
                && millis == other.millis
                && price.compareTo(other.price) == 0
                && quantity.compareTo(other.quantity) == 0
                && fee.compareTo(other.fee) == 0;
    }
}
