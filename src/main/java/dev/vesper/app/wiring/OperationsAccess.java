package dev.vesper.app.wiring;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vesper.adapters.console.ControlJson;
import dev.vesper.app.settings.Settings;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.run.AbandonRun;
import dev.vesper.desk.run.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a person at another desk asks: of the running Vesper over loopback where there is one, of the store where there is
 * none.
 */
public final class OperationsAccess {
    static final int SHOWN = 200;
    private final StoreWiring store;
    private final DeskWiring desk;
    private final Times times;
    private final Optional<OperationsClient> running;

    OperationsAccess(Settings settings, StoreWiring store, DeskWiring desk, Times times) {
        this.store = store;
        this.desk = desk;
        this.times = times;
        this.running = OperationsClient.of(settings); // asked once: after that the lock may be our own
    }

    public List<UserTask> tasks() {
        return running.map(door -> door.get("/tasks", new TypeReference<List<UserTask>>() {}))
                .orElseGet(() -> store(store -> store.tasks().recent(SHOWN)));
    }

    /**
     * Takes an answer.
     *
     * @throws dev.vesper.basics.Problem of kind REFUSED where it is denied
     */
    public UserTask decide(String id, Answer answer, String by, String reason) {
        var said = new ControlJson.TaskAnswer(id, answer, by, reason);
        return running.map(door -> door.post("/tasks", said, new TypeReference<UserTask>() {}))
                .orElseGet(() -> store(_ -> desk.approvals.get().decide(id, answer, by, reason)));
    }

    public List<RunRecord> runs() {
        return running.map(door -> door.get("/runs", new TypeReference<List<RunRecord>>() {}))
                .orElseGet(() -> store(store -> store.runs().recent(SHOWN)));
    }

    public List<AuditLog.Row> audit() {
        return running.map(door -> door.get("/audit", new TypeReference<List<AuditLog.Row>>() {}))
                .orElseGet(() -> store(store -> store.audit().rows()));
    }

    /** Every altered, missing or inserted audit row. */
    public List<AuditLog.Fault> verify() {
        return running.map(door -> door.get("/audit/verify", new TypeReference<List<AuditLog.Fault>>() {}))
                .orElseGet(() -> store(store -> store.audit().verify()));
    }

    /** Closes a run; Vesper must not be running, because it may be working on it. */
    public void abandon(RunId run, String by) {
        StoreWiring.Store kept = store.store.get();
        new AbandonRun(kept.runs(), kept.audit(), times.clock()).abandon(run, by);
    }

    private <T> T store(Function<StoreWiring.Store, T> question) {
        return question.apply(store.store.get());
    }
}
