package dev.vesper.app.wiring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is open, in the order it was opened, and how long each took. Closing goes the other way: first nothing new is
 * opened, then what is still opening is waited for, then the newest goes first. A part that does not close well does not
 * keep the others open.
 */
final class OpenParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenParts.class);
    private static final long LONGEST_OPENING_SECONDS = 10;

    private record Open(String name, AutoCloseable part) {}

    private final LongSupplier elapsedNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ReentrantLock closing = new ReentrantLock();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final List<BiConsumer<String, Double>> listeners = new ArrayList<>();
    private int opening;
    private boolean closed;
    private boolean drained;

    OpenParts(LongSupplier elapsedNanos) {
        this.elapsedNanos = elapsedNanos;
    }

    /**
     * Opens a part and takes note of it.
     *
     * @throws IllegalStateException where everything is being closed
     */
    <T> T open(String name, Supplier<T> how) {
        begin(name);
        try {
            long began = elapsedNanos.getAsLong();
            T part = how.get();
            opened(name, (elapsedNanos.getAsLong() - began) / 1e9, part);
            return part;
        } finally {
            ended();
        }
    }

    private void begin(String name) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("Expected to open " + name + ", but Vesper is closing");
            }
            opening++;
        } finally {
            lock.unlock();
        }
    }

    private void opened(String name, double took, Object part) {
        List<BiConsumer<String, Double>> told;
        lock.lock();
        try {
            if (part instanceof AutoCloseable closeable) {
                if (drained) {
                    closeLate(name, closeable);
                }
                open.push(new Open(name, closeable));
            }
            seconds.put(name, took);
            told = List.copyOf(listeners);
        } finally {
            lock.unlock();
        }
        LOG.debug("{} is open after {} s", name, took);
        told.forEach(l -> l.accept(name, took));
    }

    /** It took longer to open than closing waits. */
    private static void closeLate(String name, AutoCloseable part) {
        IllegalStateException late = new IllegalStateException("Expected to open " + name + ", but Vesper is closed");
        try {
            part.close();
        } catch (Exception e) {
            late.addSuppressed(e);
        }
        throw late;
    }

    private void ended() {
        lock.lock();
        try {
            opening--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Name and seconds of every part that was opened, in that order; the seconds hold those of the needs it opened. */
    Map<String, Double> seconds() {
        lock.lock();
        try {
            return new LinkedHashMap<>(seconds);
        } finally {
            lock.unlock();
        }
    }

    /** Hears name and seconds of every part, also of those that are open already. */
    void listen(BiConsumer<String, Double> listener) {
        Map<String, Double> before;
        lock.lock();
        try {
            listeners.add(listener);
            before = new LinkedHashMap<>(seconds);
        } finally {
            lock.unlock();
        }
        before.forEach(listener);
    }

    /**
     * Closes everything, newest first. Who calls second waits until the first is done.
     *
     * @throws IllegalStateException where parts did not close well: all are closed, and every failure is in it
     */
    @Override
    public void close() {
        closing.lock();
        try {
            awaitOpening();
            List<Exception> failures = new ArrayList<>();
            for (Open next = newest(); next != null; next = newest()) {
                try {
                    next.part().close();
                } catch (Exception e) {
                    failures.add(new IllegalStateException("Expected " + next.name() + " to close, but " + e, e));
                }
            }
            if (!failures.isEmpty()) {
                IllegalStateException all = new IllegalStateException(String.join(
                        "; ", failures.stream().map(Exception::getMessage).toList()));
                failures.forEach(all::addSuppressed);
                throw all;
            }
        } finally {
            closing.unlock();
        }
    }

    private @Nullable Open newest() {
        lock.lock();
        try {
            drained = open.isEmpty();
            return open.poll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitOpening() {
        lock.lock();
        try {
            closed = true;
            long left = TimeUnit.SECONDS.toNanos(LONGEST_OPENING_SECONDS);
            while (opening > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
