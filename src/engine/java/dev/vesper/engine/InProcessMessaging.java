package dev.vesper.engine;

import io.atomix.cluster.messaging.ManagedMessagingService;
import io.atomix.cluster.messaging.MessagingException;
import io.atomix.cluster.messaging.MessagingService;
import io.atomix.utils.net.Address;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * The engine's messaging without a socket. The original binds a TCP port for what brokers say to each other and another
 * for the commands of gateways, and takes what anybody sends there. Here both are in one program, so an address is a name
 * in a map, and nobody outside can send.
 *
 * <p>A handler without an executor runs in the receiver's own thread, as it would behind a socket: never in the sender's.
 */
public final class InProcessMessaging implements ManagedMessagingService {
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);

    private final Address address;
    private final ConcurrentMap<Address, InProcessMessaging> reachable;
    private final ConcurrentMap<String, Handler> handlers = new ConcurrentHashMap<>();
    private final ExecutorService thread;

    /** Answers a message; the answer of a one-way handler is empty. */
    private interface Handler {
        CompletableFuture<byte[]> on(Address sender, byte[] message);
    }

    InProcessMessaging(Address address) {
        this(address, new ConcurrentHashMap<>());
    }

    private InProcessMessaging(Address address, ConcurrentMap<Address, InProcessMessaging> reachable) {
        this.address = address;
        this.reachable = reachable;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            var made = new Thread(task, "engine-messages-" + address.port());
            made.setDaemon(true);
            return made;
        });
    }

    /** Another one that this one can reach, and that can reach this one. */
    public InProcessMessaging neighbour(Address itsAddress) {
        return new InProcessMessaging(itsAddress, reachable);
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public Collection<Address> bindingAddresses() {
        return List.of(address);
    }

    @Override
    public CompletableFuture<Void> sendAsync(Address to, String type, byte[] message, boolean keepAlive) {
        var target = reachable.get(to);
        if (target == null) {
            return CompletableFuture.failedFuture(nobody(to));
        }
        var handler = target.handlers.get(type);
        if (handler != null) {
            target.thread.execute(() -> {
                var _ = handler.on(address, message.clone());
            });
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<byte[]> sendAndReceive(Address to, String type, byte[] message, boolean keepAlive) {
        return sendAndReceive(to, type, message, keepAlive, USUAL_TIMEOUT, Runnable::run);
    }

    @Override
    public CompletableFuture<byte[]> sendAndReceive(
            Address to, String type, byte[] message, boolean keepAlive, Executor executor) {
        return sendAndReceive(to, type, message, keepAlive, USUAL_TIMEOUT, executor);
    }

    @Override
    public CompletableFuture<byte[]> sendAndReceive(
            Address to, String type, byte[] message, boolean keepAlive, Duration timeout) {
        return sendAndReceive(to, type, message, keepAlive, timeout, Runnable::run);
    }

    @Override
    public CompletableFuture<byte[]> sendAndReceive(
            Address to, String type, byte[] message, boolean keepAlive, Duration timeout, Executor executor) {
        var target = reachable.get(to);
        if (target == null) {
            return CompletableFuture.failedFuture(nobody(to));
        }
        var handler = target.handlers.get(type);
        if (handler == null) {
            return CompletableFuture.failedFuture(new MessagingException.NoRemoteHandler(type));
        }
        var copy = message.clone();
        var answered = new CompletableFuture<byte[]>();
        target.thread.execute(() -> {
            try {
                var _ = handler.on(address, copy).whenComplete((answer, failed) -> {
                    if (failed == null) {
                        answered.complete(answer);
                    } else {
                        answered.completeExceptionally(failed);
                    }
                });
            } catch (RuntimeException e) {
                answered.completeExceptionally(e);
            }
        });
        var _ = answered.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        var received = new CompletableFuture<byte[]>();
        var _ = answered.whenComplete((answer, failed) -> executor.execute(() -> {
            if (failed == null) {
                received.complete(answer);
            } else {
                received.completeExceptionally(unwrapped(failed));
            }
        }));
        return received;
    }

    @Override
    public void registerHandler(String type, BiConsumer<Address, byte[]> handler, Executor executor) {
        handlers.put(type, (sender, message) -> {
            executor.execute(() -> handler.accept(sender, message));
            return CompletableFuture.completedFuture(new byte[0]);
        });
    }

    @Override
    public void registerHandler(String type, BiFunction<Address, byte[], byte[]> handler, Executor executor) {
        handlers.put(
                type,
                (sender, message) -> CompletableFuture.supplyAsync(() -> handler.apply(sender, message), executor));
    }

    @Override
    public void registerHandler(String type, BiFunction<Address, byte[], CompletableFuture<byte[]>> handler) {
        handlers.put(type, handler::apply);
    }

    @Override
    public void unregisterHandler(String type) {
        handlers.remove(type);
    }

    @Override
    public boolean isRunning() {
        return reachable.get(address) == this;
    }

    @Override
    public CompletableFuture<MessagingService> start() {
        reachable.put(address, this);
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public CompletableFuture<Void> stop() {
        reachable.remove(address, this);
        thread.shutdown();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        stop().join();
    }

    private static ConnectException nobody(Address to) {
        return new ConnectException("nobody is at " + to);
    }

    private static Throwable unwrapped(Throwable failed) {
        return failed instanceof CompletionException && failed.getCause() != null
                ? failed.getCause()
                : failed;
    }
}
