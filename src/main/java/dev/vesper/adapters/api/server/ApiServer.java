package dev.vesper.adapters.api.server;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.vesper.adapters.api.Endpoint;
import dev.vesper.adapters.api.Resource;
import dev.vesper.adapters.api.Resources;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.basics.Secret;
import dev.vesper.desk.operations.OperationsFor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers on loopback. {@code /health}, {@code /metrics} and {@code /openapi.json} are open to every local user; the
 * resources need the token. Each request has a virtual thread of its own, so a slow one keeps nobody waiting: one that is
 * not complete after {@value #REQUEST_SECONDS} seconds is cut off, and so is one whose answer is not fetched within {@value
 * #ANSWER_SECONDS}.
 */
public final class ApiServer implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String REQUEST_SECONDS = "10";
    private static final String ANSWER_SECONDS = "60";
    private static final String CONNECTIONS = "256";

    static {
        // the JDK's server reads these once, before its first start
        limit("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
        limit("sun.net.httpserver.maxRspTime", ANSWER_SECONDS);
        limit("jdk.httpserver.maxConnections", CONNECTIONS);
    }

    private final HttpServer server;
    private final ExecutorService workers;
    private final Secret token;

    private ApiServer(HttpServer server, ExecutorService workers, Secret token) {
        this.server = server;
        this.workers = workers;
        this.token = token;
    }

    private static void limit(String property, String standard) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, standard);
        }
    }

    /**
     * Starts the server.
     *
     * @param port 0 for any free one
     * @param beside what else this server answers
     * @throws Problem of kind UNAVAILABLE where the port is taken
     */
    public static ApiServer start(int port, OperationsFor operations, Probes probes, Mount... beside) {
        return start(port, Resources.ALL, operations, probes, beside);
    }

    /** The same, with other resources. */
    public static ApiServer start(
            int port, Registry<Resource<?, ?>> resources, OperationsFor operations, Probes probes, Mount... beside) {
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        Secret token = new Secret(HexFormat.of().formatHex(random));
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
            ExecutorService workers = Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("api-", 0).factory());
            http.setExecutor(workers);
            answer(http, "/", new ApiHandler(resources, operations, probes, token));
            for (Mount mount : beside) {
                answer(http, mount.path(), mount.handler().apply(token));
            }
            http.start();
            return new ApiServer(http, workers, token);
        } catch (IOException e) {
            throw Problem.unavailable(
                    "Expected port " + port + " on loopback to be free, but " + e.getMessage()
                            + "; set VESPER_HTTP_PORT to another one",
                    e);
        }
    }

    private static void answer(HttpServer http, String path, HttpHandler handler) {
        http.createContext(path, handler).getFilters().add(new NamesUs());
    }

    public Endpoint endpoint() {
        return new Endpoint(server.getAddress().getPort(), token);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
