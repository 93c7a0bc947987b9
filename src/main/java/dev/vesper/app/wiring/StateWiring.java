package dev.vesper.app.wiring;

import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Times;
import java.util.function.Supplier;

/** The state folder: whoever keeps something in it holds its lock. */
public final class StateWiring {
    public final Part<StateLock> lock;

    /**
     * Declares the lock.
     *
     * @param command what is being run, told to a second process
     */
    StateWiring(OpenParts open, Settings settings, Times times, Supplier<String> command) {
        lock = new Part<>(open, "lock", () -> {
            StateLock taken = StateLock.take(settings.state(), command.get(), times.clock());
            OperationsEndpoint.forget(settings); // of a process that was killed
            return taken;
        });
    }
}
