package dev.vesper.limits.judging;

import dev.vesper.basics.Numbers;
import dev.vesper.limits.Holdings;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.AccountTerms;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account buys only what its cash and its own sales pay for: what the rules deny a sale cannot fund a purchase. One that
 * spends settled cash alone buys with what has arrived, and its sales pay for nothing on their day. Where the purchases are
 * too many, all are cut by the same share, in whole lots.
 *
 * <p>Example: 100 of cash, a sale of 400 denied, purchases of 480: every purchase is cut to 100/480 of its size.
 */
public final class CashLimit {
    /** The rule is code, not a file; its version is raised when its meaning changes. */
    public static final RuleVersion RULE = new RuleVersion("cash", "1");

    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    private static final String CASH_AND_SALES = "cash and sales";
    private static final String SETTLED_CASH = "settled cash";

    private CashLimit() {}

    /**
     * One verdict on the account where the cash suffices; else one on each purchase.
     *
     * @param orders of the account, at their decision prices
     * @param costBps expected cost of a trade, in basis points of its notional
     */
    public static List<Verdict> check(Account account, List<ParentOrder> orders, BigDecimal costBps) {
        boolean settled = account.terms().spends() == AccountTerms.Spends.SETTLED;
        return check(account.id(), account.spendable(), settled, orders, costBps);
    }

    private static List<Verdict> check(
            String account, BigDecimal cash, boolean settled, List<ParentOrder> orders, BigDecimal costBps) {
        BigDecimal bought = notional(orders, Side.BUY);
        BigDecimal sold = notional(orders, Side.SELL);
        BigDecimal rate = costBps.divide(BPS, MathContext.DECIMAL64);
        BigDecimal available = settled ? cash : cash.add(sold.multiply(BigDecimal.ONE.subtract(rate)));
        String source = settled ? SETTLED_CASH : CASH_AND_SALES;
        BigDecimal needed = bought.multiply(BigDecimal.ONE.add(rate));
        if (bought.signum() == 0 || needed.compareTo(available) <= 0) {
            return List.of(new Verdict(
                    RULE,
                    Outcome.PASS,
                    account,
                    account,
                    "Purchases and costs of " + money(needed, orders) + " are within " + source + " of "
                            + money(available, orders) + ".",
                    Verdict.numbers(Map.of("limit", available, "used", needed)),
                    "",
                    Optional.empty()));
        }
        BigDecimal share = available.max(BigDecimal.ZERO).divide(needed, MathContext.DECIMAL64);
        List<Verdict> verdicts = new ArrayList<>();
        for (ParentOrder order : orders) {
            if (order.side() == Side.BUY) {
                verdicts.add(cut(account, order, available, needed, share, settled));
            }
        }
        return verdicts;
    }

    private static Verdict cut(
            String account,
            ParentOrder order,
            BigDecimal available,
            BigDecimal needed,
            BigDecimal share,
            boolean settled) {
        String source = settled ? SETTLED_CASH : CASH_AND_SALES;
        BigDecimal left = Holdings.wholeLots(order.quantity().multiply(share), order.lotSize());
        return new Verdict(
                RULE,
                left.signum() > 0 ? Outcome.CUT : Outcome.DENY,
                account,
                order.id(),
                "Purchases and costs of " + account + " would be " + Numbers.money(order.currency(), needed)
                        + ", but " + source + (settled ? " is " : " are ") + Numbers.money(order.currency(), available)
                        + ": every purchase is cut to the same share.",
                Verdict.numbers(Map.of("limit", available, "used", needed)),
                left.signum() > 0
                        ? "at most " + Numbers.quantity(left) + " units"
                        : settled ? "settled cash that pays for it" : "a sale that pays for it",
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
