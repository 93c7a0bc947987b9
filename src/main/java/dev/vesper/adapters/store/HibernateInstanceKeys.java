package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.DayInstance;
import dev.vesper.desk.run.InstanceKeys;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;

/** Which process instance works a run, compared and set under a row lock. */
public final class HibernateInstanceKeys implements InstanceKeys {
    private final Database database;

    public HibernateInstanceKeys(Database database) {
        this.database = database;
    }

    @Override
    public Optional<DayInstance> find(RunId run) {
        return database.read(session ->
                Optional.ofNullable(session.get(InstanceRow.class, run.value())).map(InstanceRow::toRecord));
    }

    @Override
    public Map<RunId, DayInstance> find(Collection<RunId> runs) {
        return runs.isEmpty()
                ? Map.of()
                : database.read(session -> session
                        .createSelectionQuery("from InstanceRow i where i.runId in :runs", InstanceRow.class)
                        .setParameter("runs", Batches.values(runs))
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(row -> new RunId(row.runId), InstanceRow::toRecord)));
    }

    @Override
    public boolean replace(RunId run, Optional<DayInstance> expected, DayInstance next) {
        try {
            return database.write(session -> replace(session, run, expected, next));
        } catch (ConstraintViolationException e) {
            return false; // another one wrote the first row a moment ago
        }
    }

    @Override
    public void forget() {
        database.change(session -> session.createMutationQuery("update InstanceRow i set i.attempt = i.attempt + 1,"
                        + " i.instanceKey = null, i.stuck = false where i.instanceKey is not null")
                .executeUpdate());
    }

    private static boolean replace(
            StatelessSession session, RunId run, Optional<DayInstance> expected, DayInstance next) {
        Optional<DayInstance> stored = session.createSelectionQuery(
                        "from InstanceRow i where i.runId = :run", InstanceRow.class)
                .setParameter("run", run.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .uniqueResultOptional()
                .map(InstanceRow::toRecord);
        if (!stored.equals(expected)) {
            return false;
        }
        if (stored.isEmpty()) {
            session.insert(InstanceRow.of(run.value(), next));
        } else {
            session.update(InstanceRow.of(run.value(), next));
        }
        return true;
    }
}
