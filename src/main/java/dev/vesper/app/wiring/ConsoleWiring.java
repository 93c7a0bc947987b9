package dev.vesper.app.wiring;

import dev.vesper.adapters.api.ApiJson;
import dev.vesper.adapters.api.Endpoint;
import dev.vesper.adapters.api.server.Mount;
import dev.vesper.adapters.console.Forms;
import dev.vesper.adapters.console.Pages;
import dev.vesper.adapters.console.access.Door;
import dev.vesper.adapters.console.access.LoginLink;
import dev.vesper.adapters.console.access.Provider;
import dev.vesper.adapters.console.server.ConsoleServlet;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Times;
import dev.vesper.desk.access.Access;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.OperationsFor;
import java.util.Optional;
import java.util.function.Supplier;

/** The pages a browser sees, served beside the API, and the links that let a browser in. */
public final class ConsoleWiring {
    private final Settings settings;
    private final Times times;

    ConsoleWiring(Settings settings, Times times) {
        this.settings = settings;
        this.times = times;
    }

    /**
     * The pages.
     *
     * @param users who may sign in, asked for with the first page; empty where links alone let somebody in
     */
    static Mount mount(OperationsFor operations, Settings settings, Times times, Optional<Supplier<Access>> users) {
        return new Mount(
                "/console",
                token -> new ConsoleServlet(
                        Pages.ALL,
                        Forms.ALL,
                        operations::as,
                        users.map(access -> new Door(
                                access.get(),
                                settings.identity().map(p -> new Provider(p.issuer(), p.client(), p.secret())),
                                times.machine())),
                        token,
                        times.clock(),
                        ConsoleWiring.class.getClassLoader(),
                        ApiJson::write,
                        operations.changes()),
                users.map(_ -> Door.IDLE),
                Forms::takesFile);
    }

    /**
     * A link into the console of another process, which runs in the state folder.
     *
     * @throws Problem of kind UNAVAILABLE where none runs or it is still starting, INPUT where the name cannot be one
     */
    public String link(Caller caller) {
        String holder = StateWiring.otherHolder(settings)
                .orElseThrow(() -> Problem.unavailable("Expected a running Vesper in " + settings.state()
                        + ", but there is none; start it with ./vesper up"));
        return link(OperationsEndpoint.of(settings, holder), caller);
    }

    /** A link into the console that answers at an endpoint. */
    public String link(Endpoint endpoint, Caller caller) {
        return LoginLink.make(endpoint.address(), endpoint.token(), caller, times.machine());
    }
}
