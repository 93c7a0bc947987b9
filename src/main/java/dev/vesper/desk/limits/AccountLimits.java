package dev.vesper.desk.limits;

import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.rebalance.JudgedBooks;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Bound;
import dev.vesper.limits.FullestSubject;
import dev.vesper.limits.LimitUtilisation;
import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.VerdictFigures;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measured;
import dev.vesper.limits.measure.Measures;
import dev.vesper.limits.measure.Scope;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The book of one account without orders and with those that are left, measured again. */
final class AccountLimits {
    private final RunId run;
    private final ValuedBook before;
    private final ValuedBook after;
    private final Map<Measure, List<LimitUtilisation>> used = new HashMap<>();
    private final Map<Measure, List<LimitUtilisation>> left = new HashMap<>();

    private AccountLimits(RunId run, AccountBook book) {
        this.run = run;
        this.before = ValuedBook.of(book.withOrders(List.of()));
        this.after = ValuedBook.of(book);
    }

    /** Of an account of the decision. */
    static AccountLimits of(RunId run, JudgedBooks books, RebalanceResult decided, String account) {
        AccountPlan plan = decided.plans().stream()
                .filter(one -> one.account().id().equals(account))
                .findFirst()
                .orElseThrow();
        return new AccountLimits(
                run,
                books.book(
                        plan.account(),
                        books.firm().lots().stream()
                                .filter(lot -> lot.account().equals(account))
                                .toList(),
                        decided.orders().stream()
                                .filter(order -> order.account().equals(account))
                                .toList(),
                        List.of(),
                        List.of(),
                        plan.target()));
    }

    /**
     * One line for each rule and account, breaches first, then the fullest.
     *
     * @param books null where they cannot be made again
     */
    static List<LimitLine> lines(
            RunId run, VerdictFigures figures, RebalanceResult decided, @Nullable JudgedBooks books) {
        Map<String, AccountLimits> made = new HashMap<>();
        if (books != null) {
            var lots = books.firm().lots().stream().collect(Collectors.groupingBy(lot -> lot.account()));
            var orders = decided.orders().stream().collect(Collectors.groupingBy(ParentOrder::account));
            decided.plans().forEach(plan -> {
                String id = plan.account().id();
                made.put(
                        id,
                        new AccountLimits(
                                run,
                                books.book(
                                        plan.account(),
                                        lots.getOrDefault(id, List.of()),
                                        orders.getOrDefault(id, List.of()),
                                        List.of(),
                                        List.of(),
                                        plan.target())));
            });
        }
        List<LimitLine> lines = new ArrayList<>();
        for (FullestSubject fullest : figures.fullest()) {
            lines.add(line(ofAll(run, fullest.verdict(), figures.told()), fullest, made));
        }
        lines.sort(LimitLine.WORST_FIRST);
        return List.copyOf(lines);
    }

    /** Of a limit that several orders share the word on what they share, not on one of them. */
    private static Verdict ofAll(RunId run, Verdict verdict, List<Verdict> told) {
        boolean shared = measure(verdict)
                .map(measure -> measure.scope() == Scope.ACCOUNT)
                .orElse(false);
        return shared && verdict.subject().startsWith(run + "-")
                ? told.stream()
                        .filter(other -> other.rule().equals(verdict.rule())
                                && other.account().equals(verdict.account())
                                && !other.subject().startsWith(run + "-")
                                && same(
                                        other.numbers().get(Verdict.USED),
                                        verdict.numbers().get(Verdict.USED)))
                        .findFirst()
                        .orElse(verdict)
                : verdict;
    }

    /** Whether both are the same amount, however many zeros it is written with. */
    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) == 0;
    }

    private static LimitLine line(Verdict verdict, FullestSubject fullest, Map<String, AccountLimits> made) {
        Optional<Measure> measure = measure(verdict);
        AccountLimits account = made.get(verdict.account());
        BigDecimal before = null;
        BigDecimal after = null;
        Unit basis = null;
        if (measure.isPresent() && account != null) {
            Optional<LimitUtilisation> was = account.used(measure.get(), verdict.subject(), false);
            Optional<LimitUtilisation> is = account.used(measure.get(), verdict.subject(), true);
            before = was.map(LimitUtilisation::used).orElse(BigDecimal.ZERO);
            after = is.map(LimitUtilisation::used).orElse(BigDecimal.ZERO);
            basis = is.or(() -> was).map(LimitUtilisation::unit).orElse(null);
        }
        LimitState state = state(verdict, fullest, before, after);
        BigDecimal warning = verdict.numbers().get("warning");
        return new LimitLine(
                verdict.rule().name(),
                verdict.rule().version(),
                measure.map(Measure::sentence).orElse(""),
                basis,
                verdict.bound(),
                verdict.account(),
                verdict.subject(),
                fullest.limit(),
                warning,
                before,
                fullest.used(),
                after,
                fullest.utilisation(),
                state,
                verdict.reason(),
                1,
                state.breached() ? 1 : 0);
    }

    private static LimitState state(
            Verdict verdict, FullestSubject fullest, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        BigDecimal used = after == null ? fullest.used() : after;
        BigDecimal warning = verdict.numbers().get("warning");
        boolean stopped = verdict.outcome() == Outcome.CUT || verdict.outcome() == Outcome.DENY;
        Bound bound = verdict.bound();
        if (bound.broken(used, fullest.limit()) && !(stopped && after == null)) {
            BigDecimal waived = verdict.numbers().get(Verdict.WAIVED);
            if (waived != null && !bound.broken(used, waived)) {
                return LimitState.WAIVED;
            }
            return before != null && !bound.broken(used, before) ? LimitState.PASSIVE : LimitState.ACTIVE;
        }
        if (stopped) {
            return LimitState.PREVENTED;
        }
        return verdict.outcome() == Outcome.WARN || (warning != null && bound.broken(used, warning))
                ? LimitState.WARNED
                : LimitState.WITHIN;
    }

    /** Tables are called like what they limit. */
    private static Optional<Measure> measure(Verdict verdict) {
        return Measures.named(verdict.rule().name());
    }

    private Optional<LimitUtilisation> used(Measure measure, String subject, boolean withOrders) {
        String own = run + "-" + after.account() + "-";
        Set<String> names = subject.startsWith(own)
                ? Set.of(subject, after.account() + "/" + subject.substring(own.length()))
                : Set.of(subject);
        return (withOrders
                        ? left.computeIfAbsent(measure, asked -> measured(asked, after))
                        : used.computeIfAbsent(measure, asked -> measured(asked, before)))
                .stream().filter(one -> names.contains(one.subject())).findFirst();
    }

    private static List<LimitUtilisation> measured(Measure measure, ValuedBook book) {
        List<LimitUtilisation> all = new ArrayList<>();
        for (Measured one : measure.of(book)) {
            if (one instanceof Measured.Used found) {
                all.add(found.used());
            }
        }
        return all;
    }

    /** What each order uses of a limit at its fullest subject. */
    List<LimitOrder> claims(LimitLine line) {
        return Measures.named(line.rule())
                .flatMap(measure -> used(measure, line.subject(), true))
                .map(found -> found.claims().stream()
                        .map(claim -> {
                            BigDecimal use = claim.use().divide(found.base(), 6, RoundingMode.CEILING);
                            return new LimitOrder(
                                    claim.order().id(),
                                    claim.order().symbol(),
                                    claim.order().side(),
                                    claim.order().quantity(),
                                    use,
                                    use.doubleValue() / line.limit().doubleValue());
                        })
                        .toList())
                .orElse(List.of());
    }
}
