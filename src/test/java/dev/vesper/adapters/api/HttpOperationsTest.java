package dev.vesper.adapters.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.api.client.HttpTransport;
import dev.vesper.adapters.api.client.OperationsClient;
import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.adapters.api.server.Probes;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.health.Health;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Reader;
import dev.vesper.testing.MemoryRequests;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same over loopback, and what HTTP itself promises. */
class HttpOperationsTest extends OperationsContract {
    private Health health = new Health(true, Map.of("store", "up"));
    private final ApiServer server = ApiServer.start(0, serve(Optional.empty()), MemoryRequests.kept(), new Probes() {
        @Override
        public Health health() {
            return health;
        }

        @Override
        public String metrics() {
            return "vesper_start_seconds 1.0\n";
        }
    });
    private final List<AutoCloseable> open = new ArrayList<>(List.of(server));

    @Override
    Operations as(Caller caller) {
        HttpTransport http = new HttpTransport(server.endpoint(), caller, "this test");
        open.add(http);
        return OperationsClient.over(http);
    }

    @Override
    Operations holding(Secret token) {
        HttpTransport http = new HttpTransport(server.endpoint(), new Callers.Credentials.Personal(token), "this test");
        open.add(http);
        return OperationsClient.over(http);
    }

    private int status(String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.endpoint().port() + "/api/v1/me"))
                .headers(headers)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    @Test
    void headersThatContradictOneAnotherAreRefused() throws Exception {
        memory.users(InstantSource.fixed(NOON)).settled("carol", "four blue horses", Role.TRADER);
        String carols = "Bearer "
                + issued(as(new Reader()).entry().signIn("carol", new Secret("four blue horses")))
                        .reveal();
        String folder = "Bearer " + server.endpoint().token().reveal();
        assertEquals(200, status("Authorization", carols));
        assertEquals(400, status("Authorization", carols, Callers.HEADER, "carol"));
        assertEquals(400, status("Authorization", carols, Callers.AS, "owner"));
        assertEquals(200, status("Authorization", folder, Callers.AS, "owner"));
        assertEquals(400, status("Authorization", folder, Callers.AS, "administrator"));
        assertEquals(400, status("Authorization", folder, Callers.AS, "owner", Callers.HEADER, "carol"));
        assertEquals(400, status("Authorization", folder, Callers.HEADER, "carol", Callers.HEADER, "bob"));
        assertEquals(401, status("Authorization", "Basic Y2Fyb2w6eA=="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":1}", "[\"four blue horses\"]", "null", "\"wrong\"", "true"})
    void aPasswordThatIsNoneLetsNobodyInAndIsNotSaid(String password) throws Exception {
        memory.users(InstantSource.fixed(NOON)).settled("carol", "four blue horses", Role.TRADER);
        HttpResponse<String> said =
                ask("POST", "/api/v1/entry/token", "{\"name\":\"carol\",\"password\":" + password + "}", true);
        assertTrue(said.statusCode() == 400 || said.statusCode() == 409, said.body());
        assertFalse(said.body().contains("blue") || said.body().contains("wrong\""), said.body());
    }

    @Test
    void wrongTokensAreAuditedUntilTheirAddressIsTurnedAway() throws Exception {
        memory.users(InstantSource.fixed(NOON)).settled("carol", "four blue horses", Role.TRADER);
        String carols = issued(as(new Reader()).entry().signIn("carol", new Secret("four blue horses")))
                .reveal();
        int before = memory.audit.size();
        String wrong = carols.substring(0, carols.length() - 1) + (carols.endsWith("0") ? "1" : "0");
        for (int failure = 1; failure < 30; failure++) {
            assertEquals(401, status("Authorization", "Bearer " + wrong));
        }
        assertEquals(429, status("Authorization", "Bearer " + wrong));
        assertEquals(429, status("Authorization", "Bearer " + wrong));
        assertEquals(30, memory.audit.size() - before, "and no more");
        assertEquals(
                "wrong or expired token from 127.0.0.1",
                memory.audit.get(before).detail());
        assertEquals(200, status("Authorization", "Bearer " + carols), "a good one is taken all the same");
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : open.reversed()) {
            part.close();
        }
    }

    private HttpResponse<String> ask(String method, String path, String body, boolean token, String... person)
            throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.endpoint().port() + path))
                    .timeout(Duration.ofSeconds(5))
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            if (token) {
                request.header(
                        "Authorization", "Bearer " + server.endpoint().token().reveal());
            }
            for (String name : person) {
                request.header(Callers.HEADER, name);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void healthAndMetricsAreOpenToEveryLocalUser() throws Exception {
        HttpResponse<String> health = ask("GET", "/health", "", false);
        assertEquals(200, health.statusCode());
        assertEquals(
                "application/json; charset=utf-8",
                health.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(health.body().contains("\"status\":\"up\""), health.body());
        HttpResponse<String> metrics = ask("GET", "/metrics", "", false);
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8",
                metrics.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(metrics.body().contains("vesper_start_seconds"), metrics.body());
        assertTrue(
                ask("GET", "/api/v1/openapi.json", "", false).body().contains("/api/v1/tasks/{subject}/{task}/answer"));
    }

    @Test
    void aPartThatIsDownIsNamedWithItsReason() throws Exception {
        health = new Health(true, Map.of("disk", "only 3 MB are free", "processes", "up"));
        HttpResponse<String> told = ask("GET", "/health", "", false);
        assertEquals(503, told.statusCode());
        assertTrue(told.body().contains("\"status\":\"degraded\""), told.body());
        assertTrue(told.body().contains("\"disk\":\"only 3 MB are free\""), told.body());
        assertTrue(told.body().contains("\"processes\":\"up\""), told.body());
        assertEquals(503, ask("HEAD", "/health", "", false).statusCode());
    }

    @Test
    void liveIsToldFromReady() throws Exception {
        assertEquals(200, ask("GET", "/health/live", "", false).statusCode());
        assertEquals(200, ask("GET", "/health/ready", "", false).statusCode());
        health = new Health(true, Map.of("disk", "only 3 MB are free"));
        assertEquals(200, ask("GET", "/health/ready", "", false).statusCode(), "somebody must look, and it works on");
        health = new Health(false, Map.of("store", "connection refused"));
        HttpResponse<String> ready = ask("GET", "/health/ready", "", false);
        assertEquals(503, ready.statusCode());
        assertEquals("{\"status\":\"down\"}", ready.body().strip());
        assertTrue(ask("GET", "/health", "", false).body().contains("\"status\":\"down\""));
        assertEquals(200, ask("GET", "/health/live", "", false).statusCode(), "a restart would not help");
    }

    @Test
    void wrongRequestsAreToldWhatIsExpected() throws Exception {
        assertEquals(404, ask("GET", "/nothing", "", true).statusCode());
        assertEquals(404, ask("GET", "/healthy", "", true).statusCode());
        HttpResponse<String> deleted = ask("DELETE", "/health", "", true);
        assertEquals(405, deleted.statusCode());
        assertEquals("GET", deleted.headers().firstValue("Allow").orElseThrow());
        assertEquals(405, ask("POST", "/api/v1/runs", "", true).statusCode());
        assertEquals(401, ask("GET", "/api/v1/runs", "", false).statusCode());
        assertEquals(400, ask("GET", "/api/v1/runs?most=many", "", true).statusCode());
        assertEquals(400, ask("GET", "/api/v1/runs?moast=3", "", true).statusCode());
        String answer = "/api/v1/tasks/" + run + "/approve-trades/answer";
        HttpResponse<String> word = ask("POST", answer, "{\"answer\":\"aprove\"}", true);
        assertEquals(400, word.statusCode());
        assertTrue(word.body().contains("approve, reject"), word.body());
        assertEquals(400, ask("POST", answer, "[1", true).statusCode());
        assertEquals(413, ask("POST", answer, "x".repeat(70_000), true).statusCode());
        assertEquals(413, ask("POST", answer, "x".repeat(700_000), true).statusCode(), "read on, and told");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"answer\":\"maybe\"}",
                "{\"answer\":\"APPROVE\"}",
                "{\"answer\":\"\"}",
                "{\"answer\":null}",
                "{\"answer\":1}",
                "{\"answer\":true}",
                "{\"answer\":[\"approve\"]}",
                "{\"answer\":{\"approve\":1}}",
                "{\"decision\":\"approve\"}",
                "{\"answer\":\"approve\",\"by\":\"bob\"}",
                "{\"answer\":\"approve\",\"run\":\"2018-04-11-002\"}",
                "{\"answer\":\"reject\",\"answer\":\"approve\"}",
                "{\"answer\":\"approve\"} {\"answer\":\"reject\"}",
                "{\"answer\":\"approve\"",
                "\"approve\"",
                "approve",
                ""
            })
    void anUnknownDecisionIsNone(String body) throws Exception {
        HttpResponse<String> refused = ask("POST", "/api/v1/tasks/" + run + "/propose-trades/answer", body, true);
        assertEquals(400, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("\"detail\":\"") && refused.body().contains("Expected"), refused.body());
    }

    @Test
    void anUnknownTaskIsNone() throws Exception {
        String approve = "{\"answer\":\"approve\"}";
        for (String task : List.of(run + "/frobnicate", "x/propose-trades")) {
            String path = "/api/v1/tasks/" + task + "/answer";
            assertEquals(404, ask("POST", path, approve, true, "carol").statusCode(), task);
            assertEquals(403, ask("POST", path, approve, true).statusCode(), "nobody is named");
        }
    }

    /** Blank, a Braille blank, a Hangul filler, a variation selector, a look-alike's first letter, no text at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "%20", "%E2%A0%80", "%E3%85%A4", "alice%EF%B8%8F", "%D0%90lice", "a%1B%5B2J", "%FF", "%2"})
    void whoIsNobodyMayNotAnswer(String person) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + server.endpoint().port() + "/api/v1/tasks/" + run + "/propose-trades/answer"))
                .header("Authorization", "Bearer " + server.endpoint().token().reveal())
                .header("Vesper-Person", person)
                .POST(HttpRequest.BodyPublishers.ofString("{\"answer\":\"approve\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> refused = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(400, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("Expected"), refused.body());
        }
    }

    @Test
    void halfSentRequestsKeepNobodyWaiting() throws Exception {
        for (int i = 0; i < 20; i++) {
            Socket half = new Socket(
                    InetAddress.getLoopbackAddress(), server.endpoint().port());
            open.add(half);
            half.getOutputStream().write("GET /health HT".getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals(200, ask("GET", "/health", "", false).statusCode());
    }

    @Test
    void anotherHostNameIsNotOurs() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.endpoint().port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertTrue(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .startsWith("HTTP/1.1 421"));
        }
    }
}
