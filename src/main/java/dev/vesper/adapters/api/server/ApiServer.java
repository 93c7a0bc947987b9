package dev.vesper.adapters.api.server;

import dev.vesper.adapters.api.Endpoint;
import dev.vesper.adapters.api.Resource;
import dev.vesper.adapters.api.Resources;
import dev.vesper.adapters.api.server.Connections.Limits;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.basics.Secret;
import dev.vesper.desk.idempotency.IdempotentRequests;
import dev.vesper.desk.operations.OperationsFor;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Answers on loopback, or over TLS elsewhere. {@code /health}, {@code /metrics} and {@code /api/v1/openapi.json} are open to
 * everybody who reaches it; the resources need the token. Each request has a virtual thread of its own, so a slow one keeps
 * nobody waiting; one that is not whole after ten seconds is cut off, and so is one whose answer is not fetched within a
 * minute.
 */
public final class ApiServer implements AutoCloseable {
    /** What a server allows where nothing else is said. */
    static final Limits LIMITS = new Limits(256, 32, Duration.ofSeconds(10), Duration.ofSeconds(60));

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Server server;
    private final ExecutorService workers;
    private final BoundedConnector outside;
    private final BoundedConnector local;
    private final Secret token;

    private ApiServer(
            Server server, ExecutorService workers, BoundedConnector outside, BoundedConnector local, Secret token) {
        this.server = server;
        this.workers = workers;
        this.outside = outside;
        this.local = local;
        this.token = token;
    }

    /**
     * Starts the server on loopback.
     *
     * @param port 0 for any free one
     * @param requests that came with a key
     * @param beside what else this server answers
     * @throws Problem of kind UNAVAILABLE where the port is taken
     */
    public static ApiServer start(
            int port, OperationsFor operations, IdempotentRequests requests, Probes probes, Mount... beside) {
        return start(Listening.loopback(port), operations, requests, probes, beside);
    }

    /** The same, elsewhere. Where that is not loopback without TLS, the command line is answered on a free port beside. */
    public static ApiServer start(
            Listening listening,
            OperationsFor operations,
            IdempotentRequests requests,
            Probes probes,
            Mount... beside) {
        return start(listening, LIMITS, Resources.ALL, operations, requests, probes, beside);
    }

    /** The same on loopback, with other resources. */
    public static ApiServer start(
            int port,
            Registry<Resource<?, ?>> resources,
            OperationsFor operations,
            IdempotentRequests requests,
            Probes probes,
            Mount... beside) {
        return start(Listening.loopback(port), LIMITS, resources, operations, requests, probes, beside);
    }

    /** The same, with other limits. */
    static ApiServer start(
            Listening listening,
            Limits limits,
            Registry<Resource<?, ?>> resources,
            OperationsFor operations,
            IdempotentRequests requests,
            Probes probes,
            Mount... beside) {
        Secret token = new Secret(random());
        QueuedThreadPool threads = new QueuedThreadPool(8, 1);
        threads.setName("http");
        threads.setReservedThreads(0);
        ExecutorService workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("http-", 0).factory());
        threads.setVirtualThreadsExecutor(workers);
        // No buffer has two connections after one another: once, of some 100,000 requests, an answer began with bytes
        // that
        // another connection had sent in a header that was too long.
        Server server = new Server(threads, null, new ByteBufferPool.NonPooling());
        server.setErrorHandler((request, response, callback) -> {
            int status = response.getStatus();
            Reply.problem(status, "Expected a request in HTTP/1.1, but: " + HttpStatus.getMessage(status))
                    .send(request, response, callback);
            return true;
        });
        Connections<EndPoint> connections = new Connections<>(limits, System::nanoTime, EndPoint::close);
        BoundedConnector outside = new BoundedConnector(server, connections, listening, speaks(listening));
        server.addConnector(outside);
        BoundedConnector local = outside;
        if (!listening.local()) {
            Listening free = Listening.loopback(0);
            local = new BoundedConnector(server, connections, free, speaks(free));
            server.addConnector(local);
        }
        ApiHandler api = new ApiHandler(resources, operations, requests, probes, token);
        List<Handler> answers = new ArrayList<>();
        for (Mount mount : beside) {
            answers.add(new Mounted(mount, token, outside));
        }
        answers.add(api);
        server.setHandler(new NamedRequests(new WholeRequests(
                connections,
                api.probes(),
                request ->
                        api.takesTables(request) || Arrays.stream(beside).anyMatch(mount -> mount.takesFile(request)),
                new NamesUs(Pace.USUAL.before(new Turns(Turns.USUAL, new Handler.Sequence(answers)))))));
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            workers.shutdownNow();
            if (e instanceof IOException taken) {
                throw Problem.unavailable(
                        "Expected port " + listening.port() + " of "
                                + listening.host().getHostAddress() + " to be free, but " + said(taken)
                                + "; set VESPER_HTTP_PORT to another one",
                        e);
            }
            throw new IllegalStateException("Expected the server to start", e);
        }
        return new ApiServer(server, workers, outside, local, token);
    }

    private static String random() {
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static ConnectionFactory[] speaks(Listening listening) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setUseInputDirectByteBuffers(false); // what is not pooled lies on the heap
        http.setUseOutputDirectByteBuffers(false);
        // paths are matched as they were sent: nothing in them is taken for something else
        http.setUriCompliance(UriCompliance.UNSAFE);
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        return listening
                .certificate()
                .map(certificate -> {
                    http.addCustomizer(new SecureRequestCustomizer(/* sniHostCheck= */ false)); // NamesUs does
                    String password = random();
                    SslContextFactory.Server tls = new SslContextFactory.Server();
                    tls.setKeyStore(certificate.store(password.toCharArray()));
                    tls.setKeyStorePassword(password);
                    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
                    return new ConnectionFactory[] {new SslConnectionFactory(tls, plain.getProtocol()), plain};
                })
                .orElseGet(() -> new ConnectionFactory[] {plain});
    }

    private static String said(IOException e) {
        return String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Expected the server to stop", e);
        }
    }

    /** Where this machine's command line asks. */
    public Endpoint endpoint() {
        return new Endpoint(local.getLocalPort(), token, outside.address());
    }

    @Override
    public void close() {
        stop(server);
        workers.shutdownNow();
    }
}
