package dev.vesper.limits.bounds;

import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.List;

/**
 * A limit that several orders share, for example 60 % of an account of 100,000 in Energy, of which 40,000 are held: the orders
 * may raise it to {@code most}, and those that lower it make room.
 *
 * @param subject what it binds, for example {@code ACC1/Energy}
 * @param most that may be used
 * @param used before anything is traded
 */
public record SharedBound(String subject, BigDecimal most, BigDecimal used, List<Part> parts, Why why) {
    public SharedBound {
        parts = List.copyOf(parts);
    }

    /**
     * What a purchase or a sale of one instrument does to the use.
     *
     * @param perUnit what each unit uses, greater than zero
     * @param spared units, in whole lots, that do not use it
     * @param frees whether each of those makes room of {@code perUnit}
     */
    public record Part(String symbol, Side side, BigDecimal perUnit, BigDecimal spared, boolean frees) {}
}
