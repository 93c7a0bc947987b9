package dev.vesper.adapters.processes;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.HandlerRegistry;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.NettyServerBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A real engine behind a real gRPC port, as a cluster's gateway is: in plain text, or with TLS and a token that every call
 * must bring. Vesper's own engine has no port; this stands where a cluster would.
 */
public final class NetworkedEngine implements AutoCloseable {
    private static final MethodDescriptor.Marshaller<byte[]> BYTES = new Bytes();
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("Authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final EmbeddedEngine engine;
    private final ManagedChannel channel;
    private final Server server;

    private NetworkedEngine(EmbeddedEngine engine, ManagedChannel channel, Server server) {
        this.engine = engine;
        this.channel = channel;
        this.server = server;
    }

    /** What a gateway asks for: a certificate of its own, and the token every call must bear. */
    public record Guarded(Path certificate, Path key, String token) {}

    public static NetworkedEngine open(Path folder) throws IOException {
        return open(folder, Optional.empty());
    }

    public static NetworkedEngine open(Path folder, Optional<Guarded> guarded) throws IOException {
        var engine = EmbeddedEngine.start(
                ProcessSettings.embedded(Path.of("processes").toAbsolutePath(), folder, InstantSource.system()));
        var channel = engine.channel();
        var here = new InetSocketAddress("127.0.0.1", 0);
        var builder = guarded.isEmpty()
                ? NettyServerBuilder.forAddress(here)
                : NettyServerBuilder.forAddress(
                        here,
                        TlsServerCredentials.create(
                                guarded.get().certificate().toFile(),
                                guarded.get().key().toFile()));
        guarded.ifPresent(asked -> builder.intercept(tokenIs(asked.token())));
        var server =
                builder.fallbackHandlerRegistry(new Forwarding(channel)).build().start();
        return new NetworkedEngine(engine, channel, server);
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
        channel.shutdownNow();
        engine.close();
    }

    private static ServerInterceptor tokenIs(String token) {
        return new ServerInterceptor() {
            @Override
            public <Q, A> ServerCall.Listener<Q> interceptCall(
                    ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
                if (("Bearer " + token).equals(headers.get(AUTHORIZATION))) {
                    return next.startCall(call, headers);
                }
                call.close(Status.UNAUTHENTICATED.withDescription("no token, or a wrong one"), new Metadata());
                return new ServerCall.Listener<>() {};
            }
        };
    }

    /** Hands every method on, as bytes. */
    private static final class Forwarding extends HandlerRegistry {
        private final ManagedChannel to;

        Forwarding(ManagedChannel to) {
            this.to = to;
        }

        @Override
        public ServerMethodDefinition<?, ?> lookupMethod(String name, String authority) {
            var method = MethodDescriptor.newBuilder(BYTES, BYTES)
                    .setFullMethodName(name)
                    .setType(MethodDescriptor.MethodType.SERVER_STREAMING)
                    .build();
            return ServerMethodDefinition.create(method, (call, headers) -> {
                var onward = to.newCall(method, CallOptions.DEFAULT);
                onward.start(
                        new ClientCall.Listener<>() {
                            private boolean begun;

                            @Override
                            public void onMessage(byte[] message) {
                                if (!begun) {
                                    begun = true;
                                    call.sendHeaders(new Metadata());
                                }
                                call.sendMessage(message);
                                onward.request(1);
                            }

                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                call.close(status, trailers);
                            }
                        },
                        headers);
                onward.request(1);
                call.request(2);
                return new ServerCall.Listener<>() {
                    @Override
                    public void onMessage(byte[] message) {
                        onward.sendMessage(message);
                    }

                    @Override
                    public void onHalfClose() {
                        onward.halfClose();
                    }

                    @Override
                    public void onCancel() {
                        onward.cancel("the caller is gone", null);
                    }
                };
            });
        }
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
