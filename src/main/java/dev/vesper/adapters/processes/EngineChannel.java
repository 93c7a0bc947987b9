package dev.vesper.adapters.processes;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * The channel to the embedded engine: calls are handed over inside this program, as bytes, because the engine has a gRPC
 * of its own in a loader of its own. There is no port that another program could find.
 */
final class EngineChannel extends ManagedChannel {
    private final BiFunction<String, byte[], Flow.Publisher<byte[]>> gateway;
    private final Set<EngineCall<?, ?>> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "vesper-engine-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    EngineChannel(BiFunction<String, byte[], Flow.Publisher<byte[]>> gateway) {
        this.gateway = gateway;
    }

    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
        return new EngineCall<>(method, options.getDeadline(), gateway, deadlines, open);
    }

    @Override
    public String authority() {
        return "embedded";
    }

    @Override
    public ManagedChannel shutdown() {
        deadlines.shutdownNow();
        return this;
    }

    @Override
    public ManagedChannel shutdownNow() {
        shutdown();
        open.forEach(call -> call.cancel("the channel is closed", null));
        return this;
    }

    @Override
    public boolean isShutdown() {
        return deadlines.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return deadlines.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return deadlines.awaitTermination(timeout, unit);
    }
}
