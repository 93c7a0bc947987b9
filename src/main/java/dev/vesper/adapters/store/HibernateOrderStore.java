package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.execution.OrderStore;
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
            int position = nextPosition(session, run); // those already there keep theirs: gaps do not matter
            List<ChildRow> rows = new ArrayList<>();
            for (ChildOrder child : children) {
                rows.add(ChildRow.of(run, child, position + rows.size()));
            }
            Batches.insertNew(session, "child_order", ChildRow.COLUMNS, rows, ChildRow::bind);
        });
    }

    @Override
    public void saveOutcomes(RunId run, List<ChildOutcome> outcomes, List<Fill> fills) {
        database.change(session -> {
            Batches.insertNew(
                    session,
                    "child_outcome",
                    OutcomeRow.COLUMNS,
                    outcomes.stream()
                            .map(outcome -> OutcomeRow.of(run, outcome))
                            .toList(),
                    OutcomeRow::bind);
            Batches.insertNew(
                    session,
                    "fill",
                    FillRow.COLUMNS,
                    fills.stream().map(fill -> FillRow.of(run, fill)).toList(),
                    FillRow::bind);
        });
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

    private static int nextPosition(StatelessSession session, RunId run) {
        return session.createSelectionQuery(
                        "select coalesce(max(c.position), -1) + 1 from ChildRow c where c.runId = :run", Integer.class)
                .setParameter("run", run.value())
                .getSingleResult();
    }
}
