package dev.vesper.app.wiring;

import dev.vesper.adapters.api.EndpointFile;
import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.adapters.api.server.Probes;
import dev.vesper.app.settings.Settings;
import dev.vesper.desk.operations.ServeOperations;
import dev.vesper.desk.run.AbandonRun;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the running Vesper answers on loopback, and the file through which other commands find it. */
public final class OperationsEndpoint implements Probes {
    static final String FILE = "control.json";
    private final Application application;

    OperationsEndpoint(Application application) {
        this.application = application;
    }

    ApiServer serve(Settings settings, int port) {
        ServeOperations operations = new ServeOperations(
                application.runs(),
                application.tasks(),
                application.audit(),
                application.approvals(),
                new AbandonRun(application.runs(), application.audit(), InstantSource.system()),
                // not StateLock.holder: closing a second channel on the lock file would give the lock up
                Optional.of("process " + ProcessHandle.current().pid()));
        ApiServer server = ApiServer.start(port, operations::as, this);
        new EndpointFile(settings.folder(FILE)).write(server.endpoint());
        return server;
    }

    /** Removes the file: nobody answers any more. */
    static void forget(Settings settings) {
        new EndpointFile(settings.folder(FILE)).remove();
    }

    @Override
    public Map<String, String> health() {
        Map<String, String> parts = new TreeMap<>();
        parts.put("processes", ask(() -> application.processes().versions()));
        parts.put("store", ask(() -> application.runs().recent(1)));
        return parts;
    }

    private static String ask(Supplier<?> question) {
        try {
            Objects.requireNonNull(question.get());
            return "up";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public String metrics() {
        return application.meters().scrape();
    }
}
