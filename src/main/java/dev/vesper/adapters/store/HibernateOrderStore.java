package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.OrderStore;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.StatelessSession;

/**
 * Children, how they ended, and fills, in {@code child_order}, {@code child_outcome} and {@code fill}. What is saved
 * again under the same key is left as it was first saved.
 */
public final class HibernateOrderStore implements OrderStore {
    /** In Java, because two engines may sort text differently. */
    private static final Comparator<Fill> BY_TIME_VENUE_EXECUTION =
            Comparator.comparingLong(Fill::millis).thenComparing(Fill::venue).thenComparing(Fill::executionId);

    private final Database database;

    public HibernateOrderStore(Database database) {
        this.database = database;
    }

    @Override
    public void saveChildren(RunId run, List<ChildOrder> children) {
        database.change(session -> {
            List<ChildOrder> fresh = Batches.missing(
                    children,
                    ChildOrder::clientOrderId,
                    ids -> keys(
                            session,
                            run,
                            ids,
                            "select c.clientOrderId from ChildRow c where c.runId = :run and c.clientOrderId in :ids"));
            int position = fresh.isEmpty() ? 0 : nextPosition(session, run);
            List<ChildRow> rows = new ArrayList<>();
            for (ChildOrder child : fresh) {
                rows.add(ChildRow.of(run, child, position + rows.size()));
            }
            Batches.insert(session, rows);
        });
    }

    @Override
    public void saveOutcomes(RunId run, List<ChildOutcome> outcomes, List<Fill> fills) {
        database.change(session -> {
            saveOutcomes(session, run, outcomes);
            saveFills(session, run, fills);
        });
    }

    private static void saveOutcomes(StatelessSession session, RunId run, List<ChildOutcome> outcomes) {
        List<ChildOutcome> fresh = Batches.missing(
                outcomes,
                ChildOutcome::clientOrderId,
                ids -> keys(
                        session,
                        run,
                        ids,
                        "select o.clientOrderId from OutcomeRow o where o.runId = :run and o.clientOrderId in :ids"));
        Batches.insert(
                session,
                fresh.stream().map(outcome -> OutcomeRow.of(run, outcome)).toList());
    }

    private static void saveFills(StatelessSession session, RunId run, List<Fill> fills) {
        List<Fill> fresh = Batches.missing(
                fills,
                fill -> new FillRow.Key(run.value(), fill.venue(), fill.executionId()),
                keys -> session
                        .createSelectionQuery(
                                "from FillRow f where f.runId = :run and f.executionId in :ids", FillRow.class)
                        .setParameter("run", run.value())
                        .setParameterList(
                                "ids",
                                keys.stream().map(FillRow.Key::executionId).toList())
                        .getResultList()
                        .stream()
                        .map(row -> new FillRow.Key(row.runId, row.venue, row.executionId))
                        .toList());
        Batches.insert(
                session, fresh.stream().map(fill -> FillRow.of(run, fill)).toList());
    }

    @Override
    public List<ChildOrder> children(RunId run) {
        return database.read(session -> Batches.ofRun(session, ChildRow.class, "w.position", run).stream()
                .map(ChildRow::toChild)
                .toList());
    }

    @Override
    public Map<String, ChildOutcome> outcomes(RunId run) {
        return database.read(session -> {
            Map<String, ChildOutcome> outcomes = new TreeMap<>();
            for (OutcomeRow row : Batches.ofRun(session, OutcomeRow.class, "w.clientOrderId", run)) {
                outcomes.put(row.clientOrderId, row.toOutcome());
            }
            return outcomes;
        });
    }

    @Override
    public List<Fill> fills(RunId run) {
        return database.read(session -> Batches.ofRun(session, FillRow.class, "w.millis", run).stream()
                .map(FillRow::toFill)
                .sorted(BY_TIME_VENUE_EXECUTION)
                .toList());
    }

    private static List<String> keys(StatelessSession session, RunId run, List<String> ids, String query) {
        return session.createSelectionQuery(query, String.class)
                .setParameter("run", run.value())
                .setParameterList("ids", ids)
                .getResultList();
    }

    private static int nextPosition(StatelessSession session, RunId run) {
        return session.createSelectionQuery(
                        "select coalesce(max(c.position), -1) + 1 from ChildRow c where c.runId = :run", Integer.class)
                .setParameter("run", run.value())
                .getSingleResult();
    }
}
