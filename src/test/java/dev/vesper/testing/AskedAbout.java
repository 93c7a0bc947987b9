package dev.vesper.testing;

import dev.vesper.basics.Money;
import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.Account;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.TargetWeights;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A proposal of one account worth 1,000 with names that would like to be more than names. */
public final class AskedAbout {
    public static final String HOSTILE = "=cmd|' /C calc'!A0";

    private AskedAbout() {}

    public static RebalanceResult of(RunId run) {
        Account account = new Account("<script>", "N".repeat(300), Money.zero("USD"), "core");
        AccountPlan plan = new AccountPlan(
                account,
                new BigDecimal("1000"),
                new TreeMap<>(Map.of("IBM", 0.1)),
                new TargetWeights("hrp", new TreeMap<>(Map.of("IBM", 0.4))),
                new Proposal(account.id(), List.of(), account.cash(), 0, 0, 0.9, account.cash(), ""));
        return new RebalanceResult(
                List.of(plan),
                List.of(order(run, HOSTILE, "1"), order(run, "IBM", "12")),
                List.of(
                        verdict(Outcome.PASS, "kept", ""),
                        verdict(Outcome.DENY, "<script>alert(1)</script>", "fewer"),
                        verdict(Outcome.WARN, "high", "lower")));
    }

    private static ParentOrder order(RunId run, String symbol, String units) {
        return new ParentOrder(
                run + "-" + symbol,
                "<script>",
                symbol,
                Side.BUY,
                new BigDecimal(units),
                BigDecimal.ONE,
                new BigDecimal("0.0001"),
                new BigDecimal("10.0000"),
                "USD",
                SlicingStrategy.TWAP,
                List.of());
    }

    private static Verdict verdict(Outcome outcome, String reason, String wouldPass) {
        return new Verdict(
                new RuleVersion("rule", "1"),
                outcome,
                "<script>",
                "subject",
                reason,
                new TreeMap<>(),
                wouldPass,
                Optional.empty());
    }
}
