package dev.vesper.execution.quality;

import dev.vesper.orders.ChildOutcome.State;
import dev.vesper.orders.Fill;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * Sums over orders of one currency. Positive fees are paid, negative ones received.
 *
 * @param shares ordered
 * @param executed shares filled
 * @param cancelled shares that ended unfilled, but for those of rejected orders
 * @param rejected shares of the orders that a venue refused
 * @param notional filled, at fill prices
 * @param fills each with the milliseconds from sending to the fill, the fastest first
 */
record OrderSums(
        int orders,
        BigDecimal shares,
        BigDecimal executed,
        BigDecimal cancelled,
        BigDecimal rejected,
        BigDecimal notional,
        BigDecimal fees,
        List<Timed> fills) {
    private static final int DECIMALS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param millis market time from sending to the fill */
    record Timed(long millis, Fill fill) {}

    static OrderSums of(List<SentOrder> orders) {
        List<Timed> fills = orders.stream()
                .flatMap(order -> order.fills().stream()
                        .map(one ->
                                new Timed(one.fill().millis() - order.order().sentMillis(), one.fill())))
                .sorted(Comparator.comparingLong(Timed::millis))
                .toList();
        BigDecimal shares =
                sum(orders.stream().map(order -> order.order().quantity()).toList());
        BigDecimal executed =
                sum(fills.stream().map(timed -> timed.fill.quantity()).toList());
        BigDecimal rejected = sum(orders.stream()
                .filter(order -> order.outcome().state() == State.REJECTED)
                .map(order -> order.order().quantity())
                .toList());
        return new OrderSums(
                orders.size(),
                shares,
                executed,
                shares.subtract(executed).subtract(rejected),
                rejected,
                sum(fills.stream().map(timed -> timed.fill.notional()).toList()),
                sum(fills.stream().map(timed -> timed.fill.fee()).toList()),
                fills);
    }

    /** Weighted by shares, "" of nothing. */
    Object meanMillis() {
        return executed.signum() == 0
                ? ""
                : sum(fills.stream()
                                .map(timed -> timed.fill.quantity().multiply(BigDecimal.valueOf(timed.millis)))
                                .toList())
                        .divide(executed, 1, RoundingMode.HALF_EVEN);
    }

    /** The least time within which so much of the executed shares was filled, "" of nothing. */
    Object percentileMillis(int percent) {
        BigDecimal wanted = executed.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED);
        BigDecimal done = BigDecimal.ZERO;
        for (Timed timed : fills) {
            done = done.add(timed.fill.quantity());
            if (done.compareTo(wanted) >= 0) {
                return timed.millis;
            }
        }
        return "";
    }

    /** Weighted by shares, "" of nothing. */
    Object averagePrice() {
        return executed.signum() == 0 ? "" : notional.divide(executed, DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Of the shares ordered. */
    BigDecimal fillRate() {
        return QualityLayout.percent(executed, shares);
    }

    BigDecimal meanOrder() {
        return shares.divide(BigDecimal.valueOf(orders), 2, RoundingMode.HALF_EVEN);
    }

    Object meanFill() {
        return fills.isEmpty() ? "" : executed.divide(BigDecimal.valueOf(fills.size()), 2, RoundingMode.HALF_EVEN);
    }

    Object feesPerHundredShares() {
        return executed.signum() == 0 ? "" : fees.multiply(HUNDRED).divide(executed, DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** The lowest or highest price, "" of nothing. */
    Object price(Comparator<BigDecimal> first) {
        return fills.stream()
                .map(timed -> timed.fill.price())
                .min(first)
                .<Object>map(price -> price)
                .orElse("");
    }

    /** Of all fills the same weight, "" of nothing. */
    Object simpleAveragePrice() {
        return fills.isEmpty()
                ? ""
                : sum(fills.stream().map(timed -> timed.fill.price()).toList())
                        .divide(BigDecimal.valueOf(fills.size()), DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
