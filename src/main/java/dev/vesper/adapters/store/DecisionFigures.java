package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.DecisionSummary;
import dev.vesper.desk.rebalance.DecisionSummary.AccountLine;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hibernate.StatelessSession;

/**
 * What the rebalance stage decided, counted and summed: of orders and verdicts only those that are shown are read whole. Sums
 * are made here, because engines differ in how many decimals of a product they keep.
 */
final class DecisionFigures {
    private DecisionFigures() {}

    static Optional<Rebalance.Result> counted(StatelessSession session, RunId run) {
        return Optional.ofNullable(session.get(RebalanceRow.class, run.value()))
                .map(row -> new Rebalance.Result(
                        row.orders, row.accounts, row.verdicts, verdicts(session, run, Outcome::acts)));
    }

    static Optional<DecisionSummary> summary(StatelessSession session, RunId run, int shown) {
        return Optional.ofNullable(session.get(RebalanceRow.class, run.value())).map(row -> {
            Orders orders = new Orders(shown);
            Batches.each(
                    session.createSelectionQuery(
                                    "select w.parentId, w.quantity, w.decisionPrice, w.account from ParentRow w"
                                            + " where w.runId = :run",
                                    Object[].class)
                            .setParameter("run", run.value()),
                    orders::add);
            return new DecisionSummary(
                    Batches.ofRun(session, PlanRow.class, "w.position", run, plan -> line(plan, orders)),
                    row.orders,
                    orders.notional,
                    told(session, run, shown),
                    Math.toIntExact(verdicts(session, run, DecisionFigures::tells)),
                    whole(session, run, orders.largest()));
        });
    }

    private static AccountLine line(PlanRow row, Orders orders) {
        return AccountLine.of(
                row.toPlan(new TreeMap<>(), new TreeMap<>()),
                orders.counts.getOrDefault(row.account, 0),
                orders.traded.getOrDefault(row.account, BigDecimal.ZERO));
    }

    private static boolean tells(Outcome outcome) {
        return outcome != Outcome.PASS;
    }

    private static List<String> words(Predicate<Outcome> asked) {
        return Arrays.stream(Outcome.values()).filter(asked).map(Outcome::name).toList();
    }

    private static long verdicts(StatelessSession session, RunId run, Predicate<Outcome> asked) {
        return session.createSelectionQuery(
                        "select count(v.position) from VerdictRow v where v.runId = :run and v.outcome in (:asked)",
                        Long.class)
                .setParameter("run", run.value())
                .setParameterList("asked", words(asked))
                .getSingleResult();
    }

    private static List<Verdict> told(StatelessSession session, RunId run, int shown) {
        SharedTexts texts = new SharedTexts();
        return Batches.streamed(
                session.createSelectionQuery(
                                "from VerdictRow v where v.runId = :run and v.outcome in (:asked) order by v.position",
                                VerdictRow.class)
                        .setParameter("run", run.value())
                        .setParameterList("asked", words(DecisionFigures::tells))
                        .setMaxResults(shown),
                row -> row.toVerdict(texts));
    }

    /** The orders of these ids with their tax lots, the largest first. */
    private static List<ParentOrder> whole(StatelessSession session, RunId run, List<String> ids) {
        Map<String, List<LotChoice>> lots = new HashMap<>();
        Batches.streamed(
                session.createSelectionQuery(
                                "from ChosenLotRow w where w.runId = :run and w.parentId in (:ids) order by w.position",
                                ChosenLotRow.class)
                        .setParameter("run", run.value())
                        .setParameterList("ids", ids),
                row -> lots.computeIfAbsent(row.parentId, p -> new ArrayList<>())
                        .add(row.toChoice()));
        SharedTexts texts = new SharedTexts();
        return Batches.streamed(
                        session.createSelectionQuery(
                                        "from ParentRow w where w.runId = :run and w.parentId in (:ids)",
                                        ParentRow.class)
                                .setParameter("run", run.value())
                                .setParameterList("ids", ids),
                        row -> row.toOrder(lots.getOrDefault(row.parentId, List.of()), texts))
                .stream()
                .sorted(DecisionSummary.LARGEST_FIRST)
                .toList();
    }

    /** The sum of all orders, and the largest of them by id. */
    private static final class Orders {
        private record Sized(String id, BigDecimal notional) {}

        private static final Comparator<Sized> SMALLEST_FIRST =
                Comparator.comparing(Sized::notional).thenComparing(Sized::id, Comparator.reverseOrder());

        private final int shown;
        private final PriorityQueue<Sized> largest = new PriorityQueue<>(SMALLEST_FIRST);
        private final Map<String, Integer> counts = new HashMap<>();
        private final Map<String, BigDecimal> traded = new HashMap<>();
        private BigDecimal notional = BigDecimal.ZERO;

        Orders(int shown) {
            this.shown = shown;
        }

        void add(Object[] row) {
            BigDecimal one = Exact.number((BigDecimal) row[1]).multiply(Exact.number((BigDecimal) row[2]));
            notional = notional.add(one);
            counts.merge((String) row[3], 1, Integer::sum);
            traded.merge((String) row[3], one, BigDecimal::add);
            largest.add(new Sized((String) row[0], one));
            if (largest.size() > shown) {
                largest.remove();
            }
        }

        List<String> largest() {
            return largest.stream().map(Sized::id).toList();
        }
    }
}
