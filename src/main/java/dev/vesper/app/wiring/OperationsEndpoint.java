package dev.vesper.app.wiring;

import dev.vesper.adapters.api.Endpoint;
import dev.vesper.adapters.api.EndpointFile;
import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.adapters.api.server.Mount;
import dev.vesper.adapters.api.server.Probes;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.ServeOperations;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the running Vesper answers on loopback, and the file through which other commands find it. */
final class OperationsEndpoint implements Probes {
    static final String FILE = "control.json";
    private final EngineWiring engine;
    private final StoreWiring store;
    private final MetersWiring meters;

    OperationsEndpoint(EngineWiring engine, StoreWiring store, MetersWiring meters) {
        this.engine = engine;
        this.store = store;
        this.meters = meters;
    }

    ApiServer serve(Settings settings, int port, ServeOperations operations, Mount console) {
        ApiServer server = ApiServer.start(port, operations::as, this, console);
        new EndpointFile(settings.folder(FILE)).write(server.endpoint());
        return server;
    }

    /**
     * Where the running Vesper answers.
     *
     * @param holder who holds the state folder, for the message
     * @throws Problem of kind UNAVAILABLE where it does not answer yet
     */
    static Endpoint of(Settings settings, String holder) {
        return new EndpointFile(settings.folder(FILE))
                .read()
                .orElseThrow(() -> Problem.unavailable("Expected the running Vesper to answer, but it is still"
                        + " starting (" + holder + "); try again in a moment"));
    }

    /** Removes the file: nobody answers any more. */
    static void forget(Settings settings) {
        new EndpointFile(settings.folder(FILE)).remove();
    }

    @Override
    public Map<String, String> health() {
        Map<String, String> parts = new TreeMap<>();
        parts.put("processes", ask(() -> engine.engine.get().versions()));
        parts.put("store", ask(() -> store.store.get().runs().recent(1)));
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
        return meters.meters.get().scrape();
    }
}
