package dev.vesper.app.wiring;

import dev.vesper.adapters.api.Callers;
import dev.vesper.adapters.api.Endpoint;
import dev.vesper.adapters.api.client.ChangesClient;
import dev.vesper.adapters.api.client.HttpTransport;
import dev.vesper.adapters.api.client.OperationsClient;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.audit.Origin;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.ServeOperations;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Brings a command to the operations: of the running Vesper over loopback where there is one, of the store where not. */
public final class OperationsAccess {
    /** How many runs and tasks a list shows. */
    public static final int SHOWN = 200;

    private static final String HERE = "the command line";

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

    /** Who asks by a command. */
    public sealed interface Asking {
        /** Somebody whom nothing proves. */
        record By(Caller caller) implements Asking {}

        /** Whoever a personal token stands for. */
        record Holding(Secret token) implements Asking {}
    }

    /**
     * Asks one question or more.
     *
     * @throws dev.vesper.basics.Problem of kind UNAVAILABLE where the running Vesper does not answer
     */
    public <T> T ask(Caller caller, Function<Operations, T> question) {
        return ask(new Asking.By(caller), question);
    }

    /**
     * Asks one question or more, as whoever this is.
     *
     * @throws Problem of kind REFUSED where a token stands for nobody any more, UNAVAILABLE where the running Vesper does not
     *     answer
     */
    public <T> T ask(Asking who, Function<Operations, T> question) {
        Optional<String> holder = StateWiring.otherHolder(settings);
        return holder.isEmpty()
                ? Origin.COMMAND.during(() -> question.apply(inProcess(who)))
                : ask(holder.get(), who, question);
    }

    /**
     * Hears what changes in the Vesper that runs, until nobody hears any more.
     *
     * @param topics with commas; everything where it is empty
     * @param began told once it is heard
     * @param hears what changed; false where that is enough
     * @throws Problem of kind UNAVAILABLE where none runs, or it does not answer any more
     */
    public void follow(Asking who, String topics, Runnable began, Predicate<String> hears) {
        String holder = StateWiring.otherHolder(settings)
                .orElseThrow(() -> Problem.unavailable("Expected a running Vesper in " + settings.state()
                        + ", but there is none, so nothing changes; start it with ./vesper up"));
        Endpoint endpoint = OperationsEndpoint.of(settings, holder);
        try (ChangesClient changes = new ChangesClient(endpoint, credentials(endpoint, who), holder)) {
            changes.follow(topics, began, hears);
        }
    }

    private static Callers.Credentials credentials(Endpoint endpoint, Asking who) {
        return switch (who) {
            case Asking.By(Caller caller) -> new Callers.Credentials.Folder(endpoint.token(), caller);
            case Asking.Holding(Secret token) -> new Callers.Credentials.Personal(token);
        };
    }

    private Operations inProcess(Asking who) {
        ServeOperations operations = here.get();
        return operations.as(
                switch (who) {
                    case Asking.By(Caller caller) -> caller;
                    case Asking.Holding(Secret token) ->
                        operations
                                .bearer(token, HERE)
                                .orElseThrow(() -> Problem.refused(
                                        "Expected a token that is taken, but this one is wrong, expired or was ended;"
                                                + " ./vesper login NAME"));
                });
    }

    private <T> T ask(String holder, Asking who, Function<Operations, T> question) {
        Endpoint endpoint = OperationsEndpoint.of(settings, holder);
        try (HttpTransport http = new HttpTransport(endpoint, credentials(endpoint, who), holder)) {
            return question.apply(OperationsClient.over(http));
        }
    }
}
