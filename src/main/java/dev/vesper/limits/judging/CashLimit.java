package dev.vesper.limits.judging;

import dev.vesper.basics.Numbers;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account buys only what its cash and its own sales pay for: what the rules deny a sale cannot fund a purchase. Where
 * the purchases are too many, all are cut by the same share, in whole lots.
 *
 * <p>Example: 100 of cash, a sale of 400 denied, purchases of 480: every purchase is cut to 100/480 of its size.
 */
public final class CashLimit {
    /** The rule is code, not a file; its version is raised when its meaning changes. */
    public static final RuleVersion RULE = new RuleVersion("cash", "1");

    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    private CashLimit() {}

    /**
     * One verdict on the account where the cash suffices; else one on each purchase.
     *
     * @param cash of the account before trading, in its currency
     * @param orders of the account, at their decision prices
     * @param costBps expected cost of a trade, in basis points of its notional
     */
    public static List<Verdict> check(String account, BigDecimal cash, List<ParentOrder> orders, BigDecimal costBps) {
        BigDecimal bought = notional(orders, Side.BUY);
        BigDecimal sold = notional(orders, Side.SELL);
        BigDecimal rate = costBps.divide(BPS, MathContext.DECIMAL64);
        BigDecimal available = cash.add(sold.multiply(BigDecimal.ONE.subtract(rate)));
        BigDecimal needed = bought.multiply(BigDecimal.ONE.add(rate));
        if (bought.signum() == 0 || needed.compareTo(available) <= 0) {
            return List.of(new Verdict(
                    RULE,
                    Outcome.PASS,
                    account,
                    account,
                    "Purchases and costs of " + money(needed, orders) + " are within cash and sales of "
                            + money(available, orders) + ".",
                    Verdict.numbers(Map.of("limit", available, "used", needed)),
                    "",
                    Optional.empty()));
        }
        BigDecimal share = available.max(BigDecimal.ZERO).divide(needed, MathContext.DECIMAL64);
        List<Verdict> verdicts = new ArrayList<>();
        for (ParentOrder order : orders) {
            if (order.side() == Side.BUY) {
                verdicts.add(cut(account, order, available, needed, share));
            }
        }
        return verdicts;
    }

    private static Verdict cut(
            String account, ParentOrder order, BigDecimal available, BigDecimal needed, BigDecimal share) {
        BigDecimal left = Holdings.wholeLots(order.quantity().multiply(share), order.lotSize());
        return new Verdict(
                RULE,
                left.signum() > 0 ? Outcome.CUT : Outcome.DENY,
                account,
                order.id(),
                "Purchases and costs of " + account + " would be " + Numbers.money(order.currency(), needed)
                        + ", but cash and sales are " + Numbers.money(order.currency(), available)
                        + ": every purchase is cut to the same share.",
                Verdict.numbers(Map.of("limit", available, "used", needed)),
                left.signum() > 0 ? "at most " + Numbers.quantity(left) + " units" : "a sale that pays for it",
                left.signum() > 0 ? Optional.of(left) : Optional.empty());
    }

    private static BigDecimal notional(List<ParentOrder> orders, Side side) {
        return orders.stream()
                .filter(o -> o.side() == side)
                .map(ParentOrder::notional)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String money(BigDecimal amount, List<ParentOrder> orders) {
        return Numbers.money(orders.isEmpty() ? "" : orders.getFirst().currency(), amount);
    }
}
