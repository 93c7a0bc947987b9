package dev.vesper.adapters.processes;

import io.grpc.ClientCall;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One call of the embedded engine: the request goes over when it is whole, the responses come back one by one. */
final class EngineCall<Q, A> extends ClientCall<Q, A> implements Flow.Subscriber<byte[]> {
    private final MethodDescriptor<Q, A> method;
    private final @Nullable Deadline deadline;
    private final BiFunction<String, byte[], Flow.Publisher<byte[]>> gateway;
    private final ScheduledExecutorService deadlines;
    private final Set<EngineCall<?, ?>> open;
    private final AtomicBoolean closed = new AtomicBoolean();
    private ClientCall.@Nullable Listener<A> listener;
    private byte[] request = new byte[0];
    private Flow.@Nullable Subscription subscription;
    private @Nullable Future<?> expiry;
    private int wanted;

    EngineCall(
            MethodDescriptor<Q, A> method,
            @Nullable Deadline deadline,
            BiFunction<String, byte[], Flow.Publisher<byte[]>> gateway,
            ScheduledExecutorService deadlines,
            Set<EngineCall<?, ?>> open) {
        this.method = method;
        this.deadline = deadline;
        this.gateway = gateway;
        this.deadlines = deadlines;
        this.open = open;
    }

    @Override
    public void start(ClientCall.Listener<A> responses, Metadata headers) {
        listener = responses;
        open.add(this);
        try {
            if (deadline != null) {
                expiry = deadline.runOnExpiration(
                        () -> close(
                                Status.DEADLINE_EXCEEDED.withDescription("the engine did not answer in time"), true),
                        deadlines);
            } else if (deadlines.isShutdown()) {
                throw new RejectedExecutionException();
            }
        } catch (RejectedExecutionException e) {
            close(Status.UNAVAILABLE.withDescription("the channel is closed"), true);
        }
    }

    @Override
    public void sendMessage(Q message) {
        try (var stream = method.streamRequest(message)) {
            request = stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void halfClose() {
        if (!closed.get()) {
            gateway.apply(method.getFullMethodName(), request).subscribe(this);
        }
    }

    @Override
    public void request(int count) {
        Flow.Subscription going;
        synchronized (this) {
            going = subscription;
            if (going == null) {
                wanted += count;
            }
        }
        if (going != null) {
            going.request(count);
        }
    }

    @Override
    public void cancel(@Nullable String message, @Nullable Throwable cause) {
        close(Status.CANCELLED.withDescription(message).withCause(cause), true);
    }

    @Override
    public void onSubscribe(Flow.Subscription going) {
        int before;
        synchronized (this) {
            subscription = going;
            before = wanted;
        }
        if (closed.get()) {
            going.cancel();
        } else if (before > 0) {
            going.request(before);
        }
    }

    @Override
    public void onNext(byte[] response) {
        if (listener != null && !closed.get()) {
            listener.onMessage(method.parseResponse(new ByteArrayInputStream(response)));
        }
    }

    @Override
    public void onError(Throwable failed) {
        close(status(String.valueOf(failed.getMessage())), false);
    }

    @Override
    public void onComplete() {
        close(Status.OK, false);
    }

    private void close(Status status, boolean tellEngine) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        open.remove(this);
        if (expiry != null) {
            expiry.cancel(false);
        }
        Flow.Subscription going;
        synchronized (this) {
            going = subscription;
        }
        if (tellEngine && going != null) {
            going.cancel();
        }
        if (listener != null) {
            listener.onClose(status, new Metadata());
        }
    }

    /** The engine's words for a status: {@code CODE: description}. */
    private static Status status(String text) {
        int colon = text.indexOf(": ");
        for (var code : Status.Code.values()) {
            if (colon > 0 && code.name().equals(text.substring(0, colon))) {
                return code.toStatus().withDescription(text.substring(colon + 2));
            }
        }
        return Status.UNKNOWN.withDescription(text);
    }
}
