package dev.vesper.app.cli;

import dev.vesper.basics.Problem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Work that a file from elsewhere asks for, which may have no end: it is left, and the program ends without it. */
final class BoundedWork {
    /** Models nest boxes and calls; a stack of the usual size is too small for what DMN allows. */
    private static final long STACK = 64L << 20;

    private BoundedWork() {}

    /**
     * What the work comes to.
     *
     * @param what works, for messages: {@code the model}
     * @throws Problem of kind REFUSED where it takes longer, or needs more room than there is
     */
    static <T> T within(Duration limit, String what, Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result.complete(work.get());
                    } catch (Throwable failed) { // whatever it is, whoever waits is told
                        result.completeExceptionally(failed);
                    }
                },
                "bounded-work",
                STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw Problem.refused("Expected " + what + " to end within " + limit.toSeconds()
                    + " s, but it does not; maybe a loop in it has no end");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problem.refused("Expected " + what + " to end, but it was stopped");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof OutOfMemoryError || failed.getCause() instanceof StackOverflowError) {
                throw Problem.refused("Expected " + what + " to need no more room than there is, but it does: "
                        + failed.getCause().getClass().getSimpleName());
            }
            if (failed.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new IllegalStateException("Expected " + what + " to be evaluated", failed.getCause());
        }
    }
}
