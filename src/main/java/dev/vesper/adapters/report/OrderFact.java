package dev.vesper.adapters.report;

import dev.vesper.execution.ImplementationShortfall;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * One parent order and what became of it.
 *
 * @param fills its fills by market time
 * @param children how many child orders were sent
 * @param filled units filled
 * @param reason the first reason a venue gave for a reject, or empty
 */
record OrderFact(
        ParentOrder order,
        Status status,
        List<Fill> fills,
        int children,
        BigDecimal filled,
        BigDecimal arrival,
        BigDecimal last,
        ImplementationShortfall costs,
        String reason) {

    /** How a parent order stands at the end of the day. */
    enum Status {
        FILLED("filled"),
        PARTIAL("part filled"),
        UNFILLED("unfilled"),
        WORKING("working"),
        NOT_SENT("not sent");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    BigDecimal leaves() {
        return order.quantity().subtract(filled);
    }

    BigDecimal filledNotional() {
        return fills.stream().map(f -> f.price().multiply(f.quantity())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Average fill price weighted by quantity, in currency units; empty where nothing was filled. */
    Optional<BigDecimal> averagePrice() {
        return filled.signum() == 0
                ? Optional.empty()
                : Optional.of(filledNotional().divide(filled, MathContext.DECIMAL64));
    }
}
