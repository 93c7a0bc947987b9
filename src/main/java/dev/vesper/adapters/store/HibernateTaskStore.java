package dev.vesper.adapters.store;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.TaskMark;
import dev.vesper.desk.approval.TaskStore;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.Vouched;
import dev.vesper.desk.event.Append;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Questions and answers in {@code user_task}; an answer, its events and its audit row are kept together or not at all. */
public final class HibernateTaskStore implements TaskStore {
    private final Database database;
    private final HibernateAuditLog audit;

    public HibernateTaskStore(Database database, HibernateAuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    @Override
    public void raise(UserTask task) {
        database.change(session -> {
            if (session.get(TaskRow.class, task.id()) == null) {
                session.insert(TaskRow.of(task));
            }
        });
    }

    @Override
    public Optional<UserTask> find(String id) {
        return database.read(
                session -> Optional.ofNullable(session.get(TaskRow.class, id)).map(TaskRow::toTask));
    }

    @Override
    public <T> T atOneGo(Supplier<T> looks) {
        return database.readAtOneGo(looks);
    }

    @Override
    public List<UserTask> recent(int count) {
        return database.read(session -> session
                .createSelectionQuery(
                        "from TaskRow t order by case when t.decision is null then 0 else 1 end, t.raisedAt desc,"
                                + " t.taskId desc",
                        TaskRow.class)
                .setMaxResults(count)
                .getResultList()
                .stream()
                .map(TaskRow::toTask)
                .toList());
    }

    /** The first part of the condition bounds the walk along the index. */
    @Override
    public List<UserTask> answered(@Nullable TaskMark after, int most) {
        return database.read(session -> {
            var query = session.createSelectionQuery(
                    "from TaskRow t where t.decision is not null"
                            + (after == null ? "" : " and t.raisedAt <= :at and (t.raisedAt < :at or t.taskId < :id)")
                            + " order by t.raisedAt desc, t.taskId desc",
                    TaskRow.class);
            if (after != null) {
                query.setParameter("at", after.raisedAt()).setParameter("id", after.id());
            }
            return query.setMaxResults(most).getResultList().stream()
                    .map(TaskRow::toTask)
                    .toList();
        });
    }

    @Override
    public List<UserTask> open() {
        return database.read(session -> session
                .createSelectionQuery(
                        "from TaskRow t where t.decision is null order by t.raisedAt desc, t.taskId desc",
                        TaskRow.class)
                .getResultList()
                .stream()
                .map(TaskRow::toTask)
                .toList());
    }

    @Override
    public List<UserTask> ofRun(RunId run) {
        return database.read(session -> session
                .createSelectionQuery("from TaskRow t where t.runId = :run order by t.taskId", TaskRow.class)
                .setParameter("run", run.value())
                .getResultList()
                .stream()
                .map(TaskRow::toTask)
                .toList());
    }

    @Override
    public Map<RunId, List<UserTask>> ofRuns(Collection<RunId> runs) {
        return runs.isEmpty()
                ? Map.of()
                : database.read(session -> session
                        .createSelectionQuery(
                                "from TaskRow t where t.runId in :runs order by t.runId, t.taskId", TaskRow.class)
                        .setParameter("runs", Batches.values(runs))
                        .getResultList()
                        .stream()
                        .map(TaskRow::toTask)
                        .collect(Collectors.groupingBy(UserTask::run)));
    }

    @Override
    public boolean decide(
            UserTask shown,
            Answer answer,
            String by,
            Instant at,
            String reason,
            boolean rehearsal,
            Append<FourEyesEvent> events) {
        return audit.write(end -> decideIn(end, shown, answer, by, at, reason, rehearsal, events));
    }

    private static boolean decideIn(
            ChainEnd end,
            UserTask shown,
            Answer answer,
            String by,
            Instant at,
            String reason,
            boolean rehearsal,
            Append<FourEyesEvent> events) {
        StatelessSession session = end.session();
        String id = shown.id();
        TaskRow task = session.get(TaskRow.class, id);
        if (task == null) {
            throw Problem.unknown("Expected a task, but there is no \"" + id + "\"; ./vesper tasks list shows them");
        }
        // answers come one after the other: the events of each follow those of the one before
        if (HibernateEventLog.count(session, events.stream().value()) != events.expected()) {
            return false;
        }
        int changed = session.createMutationQuery("update TaskRow t set t.decision = :decision, t.decidedBy = :by,"
                        + " t.decidedAt = :at, t.reason = :reason where t.taskId = :id and t.decision is null"
                        + " and t.question = :question and t.detail = :detail")
                .setParameter("question", Exact.text(shown.question()))
                .setParameter("detail", Exact.text(shown.detail()))
                .setParameter("decision", answer.word())
                .setParameter("by", Exact.text(by))
                .setParameter("at", Exact.time(at))
                .setParameter("reason", Exact.text(reason))
                .setParameter("id", id)
                .executeUpdate();
        if (changed == 0) {
            return false;
        }
        Vouched vouched = HibernateEventLog.appendIn(session, events, at, by);
        end.append(at, by, TaskKind.of(task.kind).action(answer), id, reason, rehearsal, vouched);
        for (String left : TaskStore.leftOut(events)) {
            end.append(at, by, AuditAction.ORDER_LEFT_OUT, id, left, rehearsal, null);
        }
        return true;
    }
}
