package dev.vesper.app.wiring;

import dev.vesper.adapters.console.ControlServer;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Times;
import java.util.function.Supplier;

/** What is asked of a running Vesper, and how other commands ask. */
public final class OperationsWiring {
    private final OpenParts open;
    private final Settings settings;
    private final Supplier<OperationsAccess> access;
    private final Supplier<OperationsEndpoint> endpoint;

    OperationsWiring(
            OpenParts open,
            Settings settings,
            Times times,
            EngineWiring engine,
            StoreWiring store,
            DeskWiring desk,
            MetersWiring meters) {
        this.open = open;
        this.settings = settings;
        access = () -> new OperationsAccess(settings, store, desk, times);
        endpoint = () -> new OperationsEndpoint(engine, store, desk, meters);
    }

    /** Asks the running Vesper, or the store where none runs; the store opens with the first question. */
    public OperationsAccess access() {
        return access.get();
    }

    /** Answers on loopback until Vesper closes. */
    public ControlServer serve(int port) {
        return open.open("endpoint", () -> {
            open.open("endpoint-file", () -> (AutoCloseable) () -> OperationsEndpoint.forget(settings));
            return endpoint.get().serve(settings, port);
        });
    }
}
