package dev.vesper.app.wiring;

import dev.vesper.adapters.api.Endpoint;
import dev.vesper.adapters.api.client.HttpTransport;
import dev.vesper.adapters.api.client.OperationsClient;
import dev.vesper.app.settings.Settings;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.ServeOperations;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Brings a command to the operations: of the running Vesper over loopback where there is one, of the store where not. */
public final class OperationsAccess {
    /** How many runs and tasks a list shows. */
    public static final int SHOWN = 200;

    private final Settings settings;
    private final Supplier<ServeOperations> here;

    /**
     * Opens nothing yet.
     *
     * @param here the operations of this process; asked for where no other Vesper runs
     */
    public OperationsAccess(Settings settings, Supplier<ServeOperations> here) {
        this.settings = settings;
        this.here = here;
    }

    /**
     * Asks one question or more.
     *
     * @throws dev.vesper.basics.Problem of kind UNAVAILABLE where the running Vesper does not answer
     */
    public <T> T ask(Caller caller, Function<Operations, T> question) {
        Optional<String> holder = StateWiring.otherHolder(settings);
        return holder.isEmpty() ? question.apply(here.get().as(caller)) : ask(holder.get(), caller, question);
    }

    private <T> T ask(String holder, Caller caller, Function<Operations, T> question) {
        Endpoint endpoint = OperationsEndpoint.of(settings, holder);
        try (HttpTransport http = new HttpTransport(endpoint, caller, holder)) {
            return question.apply(OperationsClient.over(http));
        }
    }
}
