package dev.vesper.engine;

import io.camunda.zeebe.broker.client.api.BrokerClient;
import io.camunda.zeebe.gateway.EndpointManager;
import io.camunda.zeebe.gateway.GatewayGrpcService;
import io.camunda.zeebe.gateway.impl.configuration.GatewayCfg;
import io.camunda.zeebe.gateway.impl.job.LongPollingActivateJobsHandler;
import io.camunda.zeebe.scheduler.Actor;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;

/**
 * The gateway, the released one, on gRPC's in-process transport: it has no address, so only this program can call it. Calls
 * come as a method's full name and the bytes of its request, and are answered with the bytes of its responses, because
 * the caller has another gRPC in another loader. Jobs are polled for, not streamed.
 */
final class CommandGateway implements AutoCloseable {
    private static final MethodDescriptor.Marshaller<byte[]> BYTES = new Bytes();

    private final ExecutorService threads;
    private final Server server;
    private final ManagedChannel channel;

    private CommandGateway(ExecutorService threads, Server server, ManagedChannel channel) {
        this.threads = threads;
        this.server = server;
        this.channel = channel;
    }

    @SuppressWarnings("NullAway") // nobody streams jobs, so there is no handler for it
    static CommandGateway start(GatewayCfg cfg, BrokerClient client, ActorScheduler scheduler) throws IOException {
        var jobs = LongPollingActivateJobsHandler.newBuilder()
                .setBrokerClient(client)
                .setMaxMessageSize(cfg.getNetwork().getMaxMessageSize().toBytes())
                .build();
        var started = new CompletableFuture<Void>();
        scheduler
                .submitActor(Actor.newActor()
                        .name("ActivateJobsHandler")
                        .actorStartedHandler(jobs.andThen(_ -> started.complete(null)))
                        .build())
                .join();
        started.join();
        var loader = CommandGateway.class.getClassLoader();
        var threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "engine-gateway");
            thread.setContextClassLoader(loader);
            thread.setDaemon(true);
            return thread;
        });
        var name = UUID.randomUUID().toString();
        var server = InProcessServerBuilder.forName(name)
                .executor(threads)
                .addService(new GatewayGrpcService(new EndpointManager(client, jobs, null, cfg.getMultiTenancy())))
                .build()
                .start();
        var channel = InProcessChannelBuilder.forName(name).executor(threads).build();
        return new CommandGateway(threads, server, channel);
    }

    /** One call; it is made when somebody subscribes, and cancelling ends it. */
    Flow.Publisher<byte[]> call(String method, byte[] request) {
        var descriptor = MethodDescriptor.newBuilder(BYTES, BYTES)
                .setFullMethodName(method)
                .setType(MethodDescriptor.MethodType.SERVER_STREAMING) // one request; one response is a short stream
                .build();
        return subscriber -> GatewayCall.start(channel.newCall(descriptor, CallOptions.DEFAULT), request, subscriber);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
        threads.shutdown(); // calls under way end with the two above
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
