package dev.vesper.app.wiring;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A question that may hang, for example of a database that is locked: who asks hears within a time, and while one hangs no
 * other is asked, so that an operator's tool that asks every few seconds does not pile them up.
 */
final class BoundedQuestion<T> {
    private final Supplier<T> question;
    private @Nullable FutureTask<T> asked;

    BoundedQuestion(Supplier<T> question) {
        this.question = question;
    }

    /** Asks, unless the last one still hangs; {@link #answer} hears it. */
    synchronized void ask() {
        if (asked == null || asked.isDone()) {
            asked = new FutureTask<>(question::get);
            Thread.ofPlatform().name("question").daemon().start(asked); // a database may pin what it runs on
        }
    }

    /**
     * The answer to what was asked last.
     *
     * @param within how long to wait for it
     * @throws TimeoutException where there is none yet
     * @throws RuntimeException where the question failed
     */
    T answer(Duration within) throws TimeoutException {
        FutureTask<T> waited;
        synchronized (this) {
            if (asked == null) {
                throw new IllegalStateException("Expected a question, but none was asked");
            }
            waited = asked;
        }
        try {
            return waited.get(Math.max(0, within.toNanos()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Vesper was asked how it is", e);
        }
    }
}
