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
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Writes and reads what the rebalance stage decided. The first decision of a run stands; saving again does nothing. */
final class RebalanceTables {
    private RebalanceTables() {}

    static void save(StatelessSession session, RunId run, RebalanceResult result, List<TaxLot> lots) {
        if (session.get(RebalanceRow.class, run.value()) != null) {
            return;
        }
        session.insert(RebalanceRow.of(run, result));
        List<PlanRow> plans = new ArrayList<>();
        List<WeightRow> weights = new ArrayList<>();
        for (AccountPlan plan : result.plans()) {
            plans.add(PlanRow.of(run, plan, plans.size()));
            weights.addAll(weights(run, plan));
        }
        Map<String, TaxLot> lotsById = new HashMap<>();
        lots.forEach(lot -> lotsById.put(lot.id(), lot));
        List<ParentRow> parents = new ArrayList<>();
        List<ChosenLotRow> chosen = new ArrayList<>();
        for (ParentOrder order : result.orders()) {
            parents.add(ParentRow.of(run, order, parents.size()));
            int position = 0;
            for (LotChoice choice : order.lots()) {
                chosen.add(ChosenLotRow.of(run, order.id(), position, choice, lotsById.get(choice.lotId())));
                position++;
            }
        }
        List<VerdictRow> verdicts = new ArrayList<>();
        for (Verdict verdict : result.verdicts()) {
            verdicts.add(VerdictRow.of(run, verdict, verdicts.size()));
        }
        Batches.insert(session, plans);
        Batches.insert(session, weights);
        Batches.insert(session, parents);
        Batches.insert(session, chosen);
        Batches.insert(session, verdicts);
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

    private static List<WeightRow> weights(RunId run, AccountPlan plan) {
        TreeSet<String> symbols = new TreeSet<>(plan.weightsBefore().keySet());
        symbols.addAll(plan.target().weights().keySet());
        return symbols.stream()
                .map(symbol -> WeightRow.of(
                        run.value(),
                        plan.account().id(),
                        symbol,
                        plan.weightsBefore().get(symbol),
                        plan.target().weights().get(symbol)))
                .toList();
    }

    private static List<AccountPlan> plans(StatelessSession session, RunId run) {
        Map<String, SortedMap<String, Double>> before = new HashMap<>();
        Map<String, SortedMap<String, Double>> target = new HashMap<>();
        for (WeightRow row : Batches.ofRun(session, WeightRow.class, "w.account, w.symbol", run)) {
            put(before, row.account, row.symbol, row.beforeTrading);
            put(target, row.account, row.symbol, row.target);
        }
        return Batches.ofRun(session, PlanRow.class, "w.position", run).stream()
                .map(row -> row.toPlan(
                        before.getOrDefault(row.account, new TreeMap<>()),
                        target.getOrDefault(row.account, new TreeMap<>())))
                .toList();
    }

    private static void put(
            Map<String, SortedMap<String, Double>> all, String account, String symbol, @Nullable Double weight) {
        if (weight != null) {
            all.computeIfAbsent(account, a -> new TreeMap<>()).put(symbol, weight);
        }
    }

    private static List<ParentOrder> orders(StatelessSession session, RunId run) {
        Map<String, List<LotChoice>> lots = new HashMap<>();
        for (ChosenLotRow row : Batches.ofRun(session, ChosenLotRow.class, "w.parentId, w.position", run)) {
            lots.computeIfAbsent(row.parentId, p -> new ArrayList<>()).add(row.toChoice());
        }
        return Batches.ofRun(session, ParentRow.class, "w.position", run).stream()
                .map(row -> row.toOrder(lots.getOrDefault(row.parentId, List.of())))
                .toList();
    }

    private static List<Verdict> verdicts(StatelessSession session, RunId run, boolean passes) {
        List<VerdictRow> rows = passes
                ? Batches.ofRun(session, VerdictRow.class, "w.position", run)
                : session.createSelectionQuery(
                                "from VerdictRow w where w.runId = :run and w.outcome in (:others) order by w.position",
                                VerdictRow.class)
                        .setParameter("run", run.value())
                        .setParameterList(
                                "others", List.of(Outcome.WARN.name(), Outcome.CUT.name(), Outcome.DENY.name()))
                        .getResultList();
        return rows.stream().map(VerdictRow::toVerdict).toList();
    }
}
