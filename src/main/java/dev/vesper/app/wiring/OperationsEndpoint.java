package dev.vesper.app.wiring;

import dev.vesper.adapters.api.Endpoint;
import dev.vesper.adapters.api.EndpointFile;
import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.adapters.api.server.Listening;
import dev.vesper.adapters.api.server.Mount;
import dev.vesper.adapters.api.server.Probes;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Problem;
import dev.vesper.desk.idempotency.IdempotentRequests;
import dev.vesper.desk.operations.OperationsFor;

/** What the running Vesper answers, and the file through which other commands find it. */
final class OperationsEndpoint {
    static final String FILE = "control.json";

    private OperationsEndpoint() {}

    static ApiServer serve(
            Settings settings,
            Listening listening,
            OperationsFor operations,
            IdempotentRequests requests,
            Probes probes,
            Mount console) {
        ApiServer server = ApiServer.start(listening, operations, requests, probes, console);
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
}
