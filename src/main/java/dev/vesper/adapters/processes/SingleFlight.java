package dev.vesper.adapters.processes;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Lets a second caller with the same name join the work in progress instead of doing it beside the first. */
final class SingleFlight<T> {
    private final ConcurrentMap<String, CompletableFuture<T>> flights = new ConcurrentHashMap<>();

    T run(String name, Supplier<T> work) throws InterruptedException {
        var mine = new CompletableFuture<T>();
        var running = flights.putIfAbsent(name, mine);
        if (running != null) {
            return join(running);
        }
        try {
            mine.complete(work.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            flights.remove(name, mine);
        }
        return join(mine);
    }

    private T join(CompletableFuture<T> flight) throws InterruptedException {
        try {
            return flight.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
