package dev.vesper.app.wiring;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vesper.adapters.console.ControlJson;
import dev.vesper.adapters.store.Database;
import dev.vesper.app.settings.Settings;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.AnswerTask;
import dev.vesper.desk.approval.TaskTexts;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.run.AbandonRun;
import dev.vesper.desk.run.RunRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/**
 * What a person at another desk asks: of the running Vesper over loopback where there is one, of the store where there is
 * none.
 */
public final class OperationsAccess {
    static final int SHOWN = 200;
    private final Settings settings;

    public OperationsAccess(Settings settings) {
        this.settings = settings;
    }

    public List<UserTask> tasks() {
        return OperationsClient.of(settings)
                .map(door -> door.get("/tasks", new TypeReference<List<UserTask>>() {}))
                .orElseGet(() -> store("tasks", store -> store.tasks().recent(SHOWN)));
    }

    /**
     * Takes an answer.
     *
     * @throws dev.vesper.basics.Problem of kind REFUSED where it is denied
     */
    public UserTask decide(String id, Answer answer, String by, String reason) {
        var said = new ControlJson.TaskAnswer(id, answer, by, reason);
        return OperationsClient.of(settings)
                .map(door -> door.post("/tasks", said, new TypeReference<UserTask>() {}))
                .orElseGet(() -> store(
                        "tasks " + answer.word(),
                        store -> new AnswerTask(
                                        store.runs(),
                                        store.tasks(),
                                        store.events(),
                                        store.audit(),
                                        new TaskTexts(store.runs(), store.runs()),
                                        InstantSource.system())
                                .decide(id, answer, by, reason)));
    }

    public List<RunRecord> runs() {
        return OperationsClient.of(settings)
                .map(door -> door.get("/runs", new TypeReference<List<RunRecord>>() {}))
                .orElseGet(() -> store("runs", store -> store.runs().recent(SHOWN)));
    }

    public List<AuditLog.Row> audit() {
        return OperationsClient.of(settings)
                .map(door -> door.get("/audit", new TypeReference<List<AuditLog.Row>>() {}))
                .orElseGet(() -> store("audit", store -> store.audit().rows()));
    }

    /** Every altered, missing or inserted audit row. */
    public List<AuditLog.Fault> verify() {
        return OperationsClient.of(settings)
                .map(door -> door.get("/audit/verify", new TypeReference<List<AuditLog.Fault>>() {}))
                .orElseGet(() -> store("audit verify", store -> store.audit().verify()));
    }

    /** Closes a run; Vesper must not be running, because it may be working on it. */
    public void abandon(RunId run, String by) {
        try (StateLock _ = StateLock.take(settings.state(), "runs abandon");
                Database database = Database.open(Databases.settings(settings))) {
            Application.Store store = Application.Store.of(database);
            new AbandonRun(store.runs(), store.audit(), InstantSource.system()).abandon(run, by);
        }
    }

    private <T> T store(String command, Function<Application.Store, T> question) {
        try (StateLock _ = StateLock.take(settings.state(), command);
                Database database = Database.open(Databases.settings(settings))) {
            return question.apply(Application.Store.of(database));
        }
    }
}
