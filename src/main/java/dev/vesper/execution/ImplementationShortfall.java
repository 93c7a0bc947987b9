package dev.vesper.execution;

import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * What executing an order cost against the paper portfolio that trades everything at the decision price at once (Perold,
 * "The implementation shortfall: paper versus reality", Journal of Portfolio Management, 1988). Amounts are in currency
 * units, positive where reality was worse than paper; signs are turned for sells.
 *
 * <ul>
 *   <li>delay: filled units times (arrival price minus decision price), the market's move before the order worked;
 *   <li>execution: filled units times (fill price minus arrival price);
 *   <li>opportunity: unfilled units times (closing price minus decision price);
 *   <li>fees: what the venues charged.
 * </ul>
 *
 * <p>Example: buy 1,000 at a decision price of 10.00; arrival 10.05; 800 filled at 10.07 with 14.00 fees; 200 unfilled at
 * a close of 10.08. Delay 40, execution 16, opportunity 16, fees 14: 86.00, or 86 bps of 10,000.
 *
 * @param paper ordered units times decision price, the base of all rates
 */
public record ImplementationShortfall(
        BigDecimal delay, BigDecimal execution, BigDecimal opportunity, BigDecimal fees, BigDecimal paper) {
    public static final ImplementationShortfall NONE = new ImplementationShortfall(
            BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    /**
     * One fill and the price that its delay and execution parts are divided at.
     *
     * @param benchmark the market's price before the order worked, in currency units
     */
    public record Executed(BigDecimal quantity, BigDecimal price, BigDecimal benchmark) {}

    /**
     * From single fills, each with its own benchmark.
     *
     * @param unfilled units never filled
     * @param closingPrice the price at which what is unfilled was given up
     */
    public static ImplementationShortfall of(
            Side side,
            BigDecimal decisionPrice,
            List<Executed> fills,
            BigDecimal unfilled,
            BigDecimal closingPrice,
            BigDecimal fees) {
        BigDecimal sign = BigDecimal.valueOf(side.sign());
        BigDecimal delay = BigDecimal.ZERO;
        BigDecimal execution = BigDecimal.ZERO;
        BigDecimal ordered = unfilled;
        for (Executed fill : fills) {
            delay = delay.add(fill.quantity().multiply(fill.benchmark().subtract(decisionPrice)));
            execution = execution.add(fill.quantity().multiply(fill.price().subtract(fill.benchmark())));
            ordered = ordered.add(fill.quantity());
        }
        BigDecimal opportunity = unfilled.multiply(closingPrice.subtract(decisionPrice));
        return new ImplementationShortfall(
                delay.multiply(sign),
                execution.multiply(sign),
                opportunity.multiply(sign),
                fees,
                ordered.multiply(decisionPrice));
    }

    /**
     * Of one parent order.
     *
     * @param fills of any orders; those of other parents are passed over
     * @param arrivalPrice the market's price when the order began to work
     * @param closingPrice the day's last price
     */
    public static ImplementationShortfall of(
            ParentOrder parent, List<Fill> fills, BigDecimal arrivalPrice, BigDecimal closingPrice) {
        List<Fill> own = fills.stream()
                .filter(fill -> fill.parentId().equals(parent.id()))
                .toList();
        BigDecimal filled = own.stream().map(Fill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal fees = own.stream().map(Fill::fee).reduce(BigDecimal.ZERO, BigDecimal::add);
        return of(
                parent.side(),
                parent.decisionPrice(),
                own.stream()
                        .map(fill -> new Executed(fill.quantity(), fill.price(), arrivalPrice))
                        .toList(),
                parent.quantity().subtract(filled),
                closingPrice,
                fees);
    }

    public BigDecimal total() {
        return delay.add(execution).add(opportunity).add(fees);
    }

    /** Two orders of one currency together. */
    public ImplementationShortfall plus(ImplementationShortfall other) {
        return new ImplementationShortfall(
                delay.add(other.delay),
                execution.add(other.execution),
                opportunity.add(other.opportunity),
                fees.add(other.fees),
                paper.add(other.paper));
    }

    public double delayBps() {
        return bps(delay);
    }

    public double executionBps() {
        return bps(execution);
    }

    public double opportunityBps() {
        return bps(opportunity);
    }

    public double feesBps() {
        return bps(fees);
    }

    public double totalBps() {
        return bps(total());
    }

    /** An amount in basis points of the paper investment; 0 where there was nothing to invest. */
    public double bps(BigDecimal amount) {
        return paper.signum() == 0
                ? 0
                : amount.multiply(BPS).divide(paper, MathContext.DECIMAL64).doubleValue();
    }
}
