package dev.vesper.adapters.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.run.RunRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A small HTTP server on loopback. {@code /health} and {@code /metrics} are open to every local user; {@code /tasks},
 * {@code /runs} and {@code /audit} need the token that lies in the state folder, readable by its owner alone.
 */
public final class ControlServer implements AutoCloseable {
    private static final int LONGEST_BODY = 64 * 1024;

    /** What the server asks. */
    public interface House {
        /** What runs and what does not, by part; every value is {@code up} or a reason. */
        Map<String, String> health();

        /** Prometheus text. */
        String metrics();

        List<UserTask> tasks();

        List<RunRecord> runs();

        List<AuditLog.Row> audit();

        /** Recomputes the hash chain. */
        List<AuditLog.Fault> verifyAudit();

        /**
         * Takes an answer.
         *
         * @throws Problem where it is denied
         */
        UserTask decide(String id, Answer answer, String by, String reason);
    }

    private final HttpServer server;
    private final ExecutorService workers;
    private final House house;
    private final byte[] token;

    private ControlServer(HttpServer server, ExecutorService workers, House house, Secret token) {
        this.server = server;
        this.workers = workers;
        this.house = house;
        this.token = token.reveal().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Starts the server.
     *
     * @param port 0 for any free one
     * @throws Problem of kind UNAVAILABLE where the port is taken
     */
    public static ControlServer start(int port, Secret token, House house) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
            ExecutorService workers = Executors.newFixedThreadPool(
                    2, Thread.ofPlatform().name("control-", 0).daemon().factory());
            http.setExecutor(workers);
            ControlServer server = new ControlServer(http, workers, house, token);
            http.createContext("/health", server::health);
            http.createContext("/metrics", server::metrics);
            http.createContext("/tasks", server::tasks);
            http.createContext("/runs", exchange -> server.answerOwner(exchange, house::runs));
            http.createContext("/audit", exchange -> server.answerOwner(exchange, house::audit));
            http.createContext("/audit/verify", exchange -> server.answerOwner(exchange, house::verifyAudit));
            http.start();
            return server;
        } catch (IOException e) {
            throw Problem.unavailable(
                    "Expected port " + port + " on loopback to be free, but " + e.getMessage()
                            + "; set VESPER_HTTP_PORT to another one",
                    e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void health(HttpExchange exchange) throws IOException {
        Map<String, String> parts = house.health();
        boolean up = parts.values().stream().allMatch("up"::equals);
        answer(exchange, up ? 200 : 503, ControlJson.write(Map.of("status", up ? "up" : "degraded", "parts", parts)));
    }

    private void metrics(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", house.metrics());
    }

    private void tasks(HttpExchange exchange) throws IOException {
        answerOwner(exchange, exchange.getRequestMethod().equals("POST") ? () -> decide(exchange) : house::tasks);
    }

    /** Answers whoever holds the token. */
    private void answerOwner(HttpExchange exchange, Supplier<Object> work) throws IOException {
        if (allowed(exchange)) {
            guarded(exchange, work);
        } else {
            answer(
                    exchange,
                    401,
                    ControlJson.write(Map.of("message", "Expected the token of the state folder's control.json")));
        }
    }

    private Object decide(HttpExchange exchange) {
        try {
            ControlJson.TaskAnswer said =
                    ControlJson.readAnswer(exchange.getRequestBody().readNBytes(LONGEST_BODY));
            return house.decide(said.id(), said.decision(), said.by(), said.reason());
        } catch (IOException e) {
            throw Problem.usage("Expected to read an answer, but the connection broke: " + e.getMessage());
        }
    }

    private static void guarded(HttpExchange exchange, Supplier<Object> work) throws IOException {
        try {
            answer(exchange, 200, ControlJson.write(work.get()));
        } catch (Problem problem) {
            int status = switch (problem.kind()) {
                case INPUT -> 400;
                case REFUSED -> 409;
                case UNAVAILABLE -> 503;
            };
            answer(exchange, status, ControlJson.write(Map.of("message", String.valueOf(problem.getMessage()))));
        }
    }

    private boolean allowed(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header != null
                && header.startsWith("Bearer ")
                && MessageDigest.isEqual(header.substring(7).getBytes(StandardCharsets.UTF_8), token);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        answer(exchange, status, "application/json; charset=utf-8", body);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
