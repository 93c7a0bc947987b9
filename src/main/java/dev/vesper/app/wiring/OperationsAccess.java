package dev.vesper.app.wiring;

import dev.vesper.adapters.api.Endpoint;
import dev.vesper.adapters.api.EndpointFile;
import dev.vesper.adapters.api.client.HttpTransport;
import dev.vesper.adapters.api.client.OperationsClient;
import dev.vesper.adapters.store.Database;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Problem;
import dev.vesper.desk.approval.AnswerTask;
import dev.vesper.desk.approval.TaskTexts;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.ServeOperations;
import dev.vesper.desk.run.AbandonRun;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Brings a command to the operations: of the running Vesper over loopback where there is one, of the store where not. */
public final class OperationsAccess {
    /** How many runs and tasks a list shows. */
    public static final int SHOWN = 200;

    private final Settings settings;

    public OperationsAccess(Settings settings) {
        this.settings = settings;
    }

    /**
     * Asks one question or more.
     *
     * @param command what asks, told to a second process
     */
    public <T> T ask(String command, Caller caller, Function<Operations, T> question) {
        String holder = StateLock.holder(settings.state());
        if (holder != null) {
            Endpoint endpoint = new EndpointFile(settings.folder(OperationsEndpoint.FILE))
                    .read()
                    .orElseThrow(() -> Problem.unavailable("Expected the running Vesper to answer, but it is still"
                            + " starting (" + holder + "); try again in a moment"));
            try (HttpTransport http = new HttpTransport(endpoint, caller, holder)) {
                return question.apply(OperationsClient.over(http));
            }
        }
        try (StateLock _ = StateLock.take(settings.state(), command);
                Database database = Database.open(Databases.settings(settings))) {
            return question.apply(serve(Application.Store.of(database)).as(caller));
        }
    }

    private static ServeOperations serve(Application.Store store) {
        InstantSource clock = InstantSource.system();
        return new ServeOperations(
                store.runs(),
                store.tasks(),
                store.audit(),
                new AnswerTask(
                        store.runs(), store.tasks(), store.audit(), new TaskTexts(store.runs(), store.runs()), clock),
                new AbandonRun(store.runs(), store.audit(), clock),
                Optional.empty());
    }
}
