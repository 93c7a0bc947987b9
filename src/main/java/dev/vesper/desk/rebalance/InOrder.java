package dev.vesper.desk.rebalance;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Work done side by side and answered in the order it was given, so that results and the first failure are the same for
 * one thread and for many.
 */
final class InOrder<T> implements AutoCloseable {
    private final List<CompletableFuture<T>> all;
    private final Iterator<CompletableFuture<T>> next;

    /** Hands all the work to the executor. */
    InOrder(List<Supplier<T>> work, Executor executor) {
        all = work.stream()
                .map(one -> CompletableFuture.supplyAsync(one, executor))
                .toList();
        next = all.iterator();
    }

    /** The next answer, waited for; what its work threw is thrown. */
    T take() {
        try {
            return next.next().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Work that nobody took and that has not begun is not begun. */
    @Override
    public void close() {
        all.forEach(one -> one.cancel(false));
    }
}
