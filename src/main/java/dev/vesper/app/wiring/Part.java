package dev.vesper.app.wiring;

import dev.vesper.basics.Problem;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Something that is opened once, by whoever asks first, for example the store. A part asks for what it needs while it
 * opens; so whatever is open was opened after its needs, and closing the newest first closes in the order of dependency. A
 * part that could not be opened tells everyone who asks the same failure.
 */
public final class Part<T> implements Supplier<T> {
    private final FutureTask<T> opening;

    /**
     * Declares a part; nothing is opened yet.
     *
     * @param open takes note of it, and closes it where it is an {@link AutoCloseable}
     * @param name for the start gauges and for people, for example {@code store}
     */
    Part(OpenParts open, String name, Supplier<T> how) {
        this.opening = new FutureTask<>(() -> open.open(name, how));
    }

    /** Opens it early, beside others; {@link #get} waits for it. */
    void begin(Executor starters) {
        starters.execute(opening);
    }

    /** The part, opened now where nobody has asked before. */
    @Override
    public T get() {
        opening.run(); // once: does nothing where it was begun
        try {
            return opening.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Interrupted while Vesper was starting", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
