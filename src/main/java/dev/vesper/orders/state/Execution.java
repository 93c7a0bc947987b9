package dev.vesper.orders.state;

import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.Fill;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One fill as a venue told it.
 *
 * @param id its ExecID (17), unique at the venue on a day
 * @param quantity units, greater than zero
 * @param price in currency units
 * @param fee in currency units
 * @param millis market time, milliseconds since midnight
 */
public record Execution(String id, BigDecimal quantity, BigDecimal price, BigDecimal fee, long millis) {
    /**
     * As it is booked.
     *
     * @param child that was filled
     * @param account of the child's parent; empty while nobody looked
     * @param day the trade date; null where the child carries none
     */
    public Fill fill(ChildOrder child, String account, @Nullable LocalDate day) {
        return new Fill(
                child.venue(),
                id,
                child.clientOrderId(),
                child.parentId(),
                account,
                child.symbol(),
                child.side(),
                quantity,
                price,
                fee,
                millis,
                day);
    }
}
