package dev.vesper.adapters.store;

import dev.vesper.basics.Money;
import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.ProposedTrade;
import dev.vesper.rebalance.TargetWeights;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A small day, with awkward numbers and letters. All numbers are in the form the store answers in. */
final class Sample {
    static final LocalDate DATE = LocalDate.of(2018, 4, 11);
    static final Instant NOON = Instant.parse("2018-04-11T12:00:00.123456Z");
    static final String FIRM = "/firms/müller & söhne";

    private Sample() {}

    static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    static List<TaxLot> lots() {
        return List.of(
                new TaxLot("ACC1/IBM/2017-05-02/1", "ACC1", "IBM", n("60"), n("141.2"), LocalDate.of(2017, 5, 2)),
                new TaxLot("ACC1/IBM/2017-06-01/1", "ACC1", "IBM", n("100"), n("160"), LocalDate.of(2017, 6, 1)));
    }

    static RebalanceResult rebalance(RunId run) {
        List<LotChoice> lots = List.of(
                new LotChoice("ACC1/IBM/2017-05-02/1", n("60")), new LotChoice("ACC1/IBM/2017-06-01/1", n("40")));
        Proposal first = new Proposal(
                "ACC1",
                List.of(
                        new ProposedTrade("AAPL", Side.BUY, n("200"), n("0.012345678901234567"), List.of()),
                        new ProposedTrade("IBM", Side.SELL, n("100"), n("150.25"), lots)),
                new Money(n("-12.34"), "USD"),
                0.1 + 0.2,
                Math.nextUp(0.25),
                Double.MIN_VALUE,
                new Money(n("123456789012345678901.000000000000000001"), "USD"),
                "0hard/-12soft");
        Proposal second = new Proposal(
                "ACC2", List.of(), new Money(n("0"), "EUR"), 0, 0, 0, new Money(n("0"), "EUR"), "0hard/0soft");
        AccountPlan one = new AccountPlan(
                new Account("ACC1", "Anna \"Ä\" Müller, 株式会社", new Money(n("1000.5"), "USD"), "growth"),
                n("16025.5"),
                new TreeMap<>(Map.of("IBM", 0.9375, "OLD", -0.001)),
                new TargetWeights("hrp", new TreeMap<>(Map.of("IBM", 1.0 / 3, "AAPL", 2.0 / 3))),
                first);
        AccountPlan two = new AccountPlan(
                new Account("ACC2", "", new Money(n("0"), "EUR"), "cash"),
                n("0"),
                new TreeMap<>(),
                new TargetWeights("equal-weight", new TreeMap<>()),
                second);
        List<ParentOrder> orders = List.of(
                parent(run, 2, "ACC1", "IBM", Side.SELL, "100", "150.25", lots),
                parent(run, 1, "ACC1", "AAPL", Side.BUY, "200", "0.012345678901234567", List.of()));
        List<Verdict> verdicts = List.of(
                new Verdict(
                        new RuleVersion("position-weight", "0123456789ab"),
                        Outcome.CUT,
                        "ACC1",
                        run + "-0001",
                        "AAPL would be 41.7 %, but 40 % is allowed",
                        new TreeMap<>(Map.of("limit", n("0.4"), "used", n("0.417"), "warning", n("0.36"))),
                        "at most 200 units",
                        Optional.of(n("200"))),
                new Verdict(
                        new RuleVersion("stale-price", "ba9876543210"),
                        Outcome.PASS,
                        "ACC2",
                        "ACC2",
                        "",
                        new TreeMap<>(),
                        "",
                        Optional.empty()));
        return new RebalanceResult(List.of(one, two), orders, verdicts);
    }

    static ParentOrder parent(
            RunId run,
            int number,
            String account,
            String symbol,
            Side side,
            String quantity,
            String price,
            List<LotChoice> lots) {
        return new ParentOrder(
                run + "-000" + number,
                account,
                symbol,
                side,
                n(quantity),
                n("1"),
                n("0.01"),
                n(price),
                "USD",
                SlicingStrategy.TWAP,
                lots);
    }

    /** Children of the sell, the number of them given. */
    static List<ChildOrder> children(RunId run, int slice, int count) {
        List<ChildOrder> children = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            children.add(new ChildOrder(
                    run + "-0002-" + slice + "-" + (count - i),
                    run + "-0002",
                    slice,
                    i % 2 == 0 ? "XLIT" : "XMID",
                    "IBM",
                    Side.SELL,
                    n("100"),
                    n("150.2"),
                    36_000_000L + slice,
                    36_900_000L));
        }
        return children;
    }

    static Fill fill(ChildOrder child, String executionId, String quantity, String price, String fee, long millis) {
        return new Fill(
                child.venue(),
                executionId,
                child.clientOrderId(),
                child.parentId(),
                "ACC1",
                child.symbol(),
                child.side(),
                n(quantity),
                n(price),
                n(fee),
                millis);
    }

    static ChildOutcome filled(ChildOrder child) {
        return new ChildOutcome(child.clientOrderId(), ChildOutcome.State.FILLED, child.quantity(), "");
    }
}
