package dev.vesper.engine;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.Flow;

/** A call under way, told to a subscriber; a status that is not OK is the message {@code CODE: description}. */
final class GatewayCall extends ClientCall.Listener<byte[]> implements Flow.Subscription {
    private final ClientCall<byte[], byte[]> call;
    private final Flow.Subscriber<? super byte[]> subscriber;
    private boolean cancelled;

    private GatewayCall(ClientCall<byte[], byte[]> call, Flow.Subscriber<? super byte[]> subscriber) {
        this.call = call;
        this.subscriber = subscriber;
    }

    static void start(ClientCall<byte[], byte[]> call, byte[] request, Flow.Subscriber<? super byte[]> subscriber) {
        var made = new GatewayCall(call, subscriber);
        call.start(made, new Metadata());
        subscriber.onSubscribe(made);
        made.send(request);
    }

    private synchronized void send(byte[] request) {
        if (!cancelled) { // gRPC would throw
            call.sendMessage(request);
            call.halfClose();
        }
    }

    @Override
    public void request(long count) {
        call.request(Math.clamp(count, 1, Integer.MAX_VALUE));
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        call.cancel("cancelled by the caller", null);
    }

    @Override
    public void onMessage(byte[] message) {
        subscriber.onNext(message);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        if (status.isOk()) {
            subscriber.onComplete();
        } else {
            var said = status.getDescription();
            subscriber.onError(new IllegalStateException(status.getCode() + ": " + (said == null ? "" : said)));
        }
    }
}
