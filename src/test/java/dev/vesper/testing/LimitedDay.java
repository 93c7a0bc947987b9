package dev.vesper.testing;

import dev.vesper.basics.Money;
import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.rebalance.JudgedBooks;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.Decisions;
import dev.vesper.limits.judging.LimitCheck;
import dev.vesper.limits.measure.Measured;
import dev.vesper.limits.measure.Measures;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.market.calendar.SessionDates;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.PastReturns;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.TargetWeights;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A day of the small firm that limits had a say in. Anna is worth 12,000 and holds 2,000 of S00; she asked for 194 S00 more
 * and 100 S01. Of one instrument 30 % are allowed, so S00 was cut to 80. Her turnover is warned of from 20 % on. Gross
 * exposure beyond 15 % is only warned of, and was more before. Ben, worth 5,000, buys 10 S01.
 */
public final class LimitedDay {
    private LimitedDay() {}

    public static JudgedBooks books() {
        var firm = SmallFirm.firm();
        return new JudgedBooks(
                firm,
                SessionDates.sameDay(SmallFirm.DATE),
                firm.instruments(),
                Map.of("S00", new BigDecimal("20.00"), "S01", new BigDecimal("27.31")),
                Map.of("S00", SmallFirm.DATE, "S01", SmallFirm.DATE),
                Map.of(),
                PastReturns.NONE);
    }

    /** Decides the orders of a run of which nothing is decided yet. */
    public static void of(Memory memory, RunId run) {
        memory.judged = LimitedDay::books;
        JudgedBooks books = books();
        List<AccountPlan> plans = new ArrayList<>();
        List<ParentOrder> orders = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (Account account : books.firm().accounts()) {
            var lots = books.firm().lots().stream()
                    .filter(lot -> lot.account().equals(account.id()))
                    .toList();
            List<ParentOrder> asked = account.id().equals("ANNA")
                    ? List.of(buy(run, "ANNA", "S00", 194, "20.00"), buy(run, "ANNA", "S01", 100, "27.31"))
                    : List.of(buy(run, "BEN", "S01", 10, "27.31"));
            ValuedBook first = ValuedBook.of(books.book(account, lots, asked, List.of(), List.of()));
            List<Verdict> said = judged("position-weight", first, "0.30", "0.25", LimitAction.CUT);
            List<ParentOrder> left = Decisions.apply(asked, said).orders();
            ValuedBook last = ValuedBook.of(books.book(account, lots, left, List.of(), List.of()));
            verdicts.addAll(said);
            verdicts.addAll(judged("daily-turnover", last, "2.00", "0.20", LimitAction.CUT));
            verdicts.addAll(judged("gross-exposure", last, "0.15", "0.10", LimitAction.WARN));
            orders.addAll(left);
            Money none = Money.zero("USD");
            plans.add(new AccountPlan(
                    account,
                    first.value(),
                    new TreeMap<>(),
                    new TargetWeights("equal", new TreeMap<>()),
                    new Proposal(account.id(), List.of(), account.cash(), 0, 0, 0, none, "")));
        }
        memory.saveRebalance(
                run,
                Stream.of(new RebalanceResult(plans, orders, verdicts)),
                books.firm().lots());
    }

    private static List<Verdict> judged(
            String rule, ValuedBook book, String limit, String warning, LimitAction action) {
        return Measures.ALL.all().stream()
                .filter(measure -> measure.label().equals(rule))
                .flatMap(measure -> measure.of(book).stream())
                .map(Measured.Used.class::cast)
                .flatMap(found -> LimitCheck.judge(
                        found.used(),
                        new RiskLimit(
                                new RuleVersion(rule, "3fd80a1c22b7"),
                                Optional.of(new BigDecimal(limit)),
                                Optional.of(new BigDecimal(warning)),
                                action,
                                1))
                        .stream())
                .toList();
    }

    private static ParentOrder buy(RunId run, String account, String symbol, int quantity, String price) {
        return new ParentOrder(
                run + "-" + account + "-" + symbol,
                account,
                symbol,
                Side.BUY,
                BigDecimal.valueOf(quantity),
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                new BigDecimal(price),
                "USD",
                SlicingStrategy.TWAP,
                List.of());
    }
}
