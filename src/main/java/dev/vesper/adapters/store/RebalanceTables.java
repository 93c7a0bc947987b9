package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.TaxLot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Writes and reads what the rebalance stage decided. The first decision of a run stands; saving again does nothing. */
final class RebalanceTables {
    private RebalanceTables() {}

    static void save(StatelessSession session, RunId run, Stream<RebalanceResult> parts, List<TaxLot> lots) {
        if (decided(session, run)) {
            return;
        }
        RebalanceRow counted = RebalanceRow.of(run);
        session.insert(counted); // first, because the others refer to it
        Map<String, TaxLot> lotsById = new HashMap<>();
        lots.forEach(lot -> lotsById.put(lot.id(), lot));
        parts.forEachOrdered(part -> {
            insert(session, run, part, counted, lotsById);
            counted.add(part);
        });
        session.update(counted);
    }

    /** Stores a part of a decision behind what is counted already. */
    private static void insert(
            StatelessSession session,
            RunId run,
            RebalanceResult part,
            RebalanceRow before,
            Map<String, TaxLot> lotsById) {
        List<AccountPlan> plans = part.plans();
        List<ParentOrder> orders = part.orders();
        List<Verdict> verdicts = part.verdicts();
        for (int i = 0; i < plans.size(); i++) {
            session.insert(PlanRow.of(run, plans.get(i), before.accounts + i));
        }
        Batches.insert(
                session,
                "plan_weight",
                WeightRow.COLUMNS,
                plans.stream().flatMap(plan -> weights(run, plan)),
                WeightRow::bind);
        Batches.insert(
                session,
                "parent_order",
                ParentRow.COLUMNS,
                IntStream.range(0, orders.size()).mapToObj(i -> ParentRow.of(run, orders.get(i), before.orders + i)),
                ParentRow::bind);
        Batches.insert(
                session,
                "chosen_lot",
                ChosenLotRow.COLUMNS,
                orders.stream().flatMap(order -> chosen(run, order, lotsById)),
                ChosenLotRow::bind);
        Batches.insert(
                session,
                "verdict",
                VerdictRow.COLUMNS,
                IntStream.range(0, verdicts.size())
                        .mapToObj(i -> VerdictRow.of(run, verdicts.get(i), before.verdicts + i)),
                VerdictRow::bind);
    }

    private static Stream<ChosenLotRow> chosen(RunId run, ParentOrder order, Map<String, TaxLot> lotsById) {
        return IntStream.range(0, order.lots().size()).mapToObj(position -> {
            LotChoice choice = order.lots().get(position);
            return ChosenLotRow.of(run, order.id(), position, choice, lotsById.get(choice.lotId()));
        });
    }

    static Optional<RebalanceResult> load(StatelessSession session, RunId run, boolean passes) {
        return decided(session, run)
                ? Optional.of(
                        new RebalanceResult(plans(session, run), orders(session, run), verdicts(session, run, passes)))
                : Optional.empty();
    }

    static Optional<List<ParentOrder>> loadOrders(StatelessSession session, RunId run) {
        return decided(session, run) ? Optional.of(orders(session, run)) : Optional.empty();
    }

    private static boolean decided(StatelessSession session, RunId run) {
        return session.get(RebalanceRow.class, run.value()) != null;
    }

    private static Stream<WeightRow> weights(RunId run, AccountPlan plan) {
        TreeSet<String> symbols = new TreeSet<>(plan.weightsBefore().keySet());
        symbols.addAll(plan.target().weights().keySet());
        return symbols.stream()
                .map(symbol -> WeightRow.of(
                        run.value(),
                        plan.account().id(),
                        symbol,
                        plan.weightsBefore().get(symbol),
                        plan.target().weights().get(symbol)));
    }

    private static List<AccountPlan> plans(StatelessSession session, RunId run) {
        Map<String, SortedMap<String, Double>> before = new HashMap<>();
        Map<String, SortedMap<String, Double>> target = new HashMap<>();
        SharedTexts texts = new SharedTexts();
        Batches.ofRun(session, WeightRow.class, "w.account, w.symbol", run, row -> {
            put(before, row.account, texts.of(row.symbol), row.beforeTrading);
            put(target, row.account, texts.of(row.symbol), row.target);
            return row.account;
        });
        return Batches.ofRun(
                session,
                PlanRow.class,
                "w.position",
                run,
                row -> row.toPlan(
                        before.getOrDefault(row.account, new TreeMap<>()),
                        target.getOrDefault(row.account, new TreeMap<>())));
    }

    private static void put(
            Map<String, SortedMap<String, Double>> all, String account, String symbol, @Nullable Double weight) {
        if (weight != null) {
            all.computeIfAbsent(account, a -> new TreeMap<>()).put(symbol, weight);
        }
    }

    private static List<ParentOrder> orders(StatelessSession session, RunId run) {
        Map<String, List<LotChoice>> lots = new HashMap<>();
        Batches.ofRun(
                session,
                ChosenLotRow.class,
                "w.parentId, w.position",
                run,
                row -> lots.computeIfAbsent(row.parentId, p -> new ArrayList<>())
                        .add(row.toChoice()));
        SharedTexts texts = new SharedTexts();
        return Batches.ofRun(
                session,
                ParentRow.class,
                "w.position",
                run,
                row -> row.toOrder(lots.getOrDefault(row.parentId, List.of()), texts));
    }

    static void eachVerdict(StatelessSession session, RunId run, Consumer<Verdict> each) {
        SharedTexts texts = new SharedTexts();
        Batches.eachOfRun(session, VerdictRow.class, "w.position", run, row -> each.accept(row.toVerdict(texts)));
    }

    private static List<Verdict> verdicts(StatelessSession session, RunId run, boolean passes) {
        SharedTexts texts = new SharedTexts();
        if (passes) {
            return Batches.ofRun(session, VerdictRow.class, "w.position", run, row -> row.toVerdict(texts));
        }
        return Batches.streamed(
                session.createSelectionQuery(
                                "from VerdictRow w where w.runId = :run and w.outcome in (:others) order by w.position",
                                VerdictRow.class)
                        .setParameter("run", run.value())
                        .setParameterList(
                                "others", List.of(Outcome.WARN.name(), Outcome.CUT.name(), Outcome.DENY.name())),
                row -> row.toVerdict(texts));
    }
}
