package dev.vesper.adapters.api.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.vesper.basics.Problem;
import dev.vesper.desk.health.Health;
import dev.vesper.testing.MemoryRequests;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whoever asked finds the request in the log by the id that they sent, or were told. */
class NamedRequestsTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    private final List<Answered> answered = new CopyOnWriteArrayList<>();
    private final ApiServer server = ApiServer.start(
            0,
            caller -> {
                throw new IllegalStateException("asked by " + caller);
            },
            MemoryRequests.kept(),
            new Probes() {
                @Override
                public Health health() {
                    return new Health(true, Map.of());
                }

                @Override
                public String metrics() {
                    throw Problem.unavailable("no metrics");
                }

                @Override
                public void answered(Answered one) {
                    answered.add(one);
                }
            });
    /** Keeps what belongs to the thread that logged before another one asks: a line reads it when it is first asked. */
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing();
            super.append(line);
        }
    };

    private final Logger log = (Logger) LoggerFactory.getLogger("dev.vesper.adapters.api.server");
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void listen() {
        logged.start();
        log.setLevel(Level.DEBUG);
        log.addAppender(logged);
    }

    @AfterEach
    void stop() {
        log.detachAppender(logged);
        log.setLevel(null);
        client.close();
        server.close();
    }

    @Test
    void theIdThatCameGoesBackAndStandsInEveryLine() throws Exception {
        String id = asked("/api/v1/runs", "X-Request-Id", "job-7.a_B");
        assertEquals("job-7.a_B", id);
        List<ILoggingEvent> lines = of(id, 2);
        assertTrue(lines.getFirst().getFormattedMessage().contains("failed"), lines::toString);
        assertEquals("GET /api/v1/runs is answered with 500", lines.getLast().getFormattedMessage());
    }

    @Test
    void whatIsNoIdIsGivenOne() throws Exception {
        String first = asked("/health/live");
        assertNotEquals(first, asked("/health/live"));
        for (String wrong : List.of("two words", "a".repeat(65), "<b>", "")) {
            String given = asked("/health/live", "X-Request-Id", wrong);
            assertTrue(given.matches("[0-9a-f-]{36}"), given);
            assertEquals(1, of(given, 1).size());
        }
        String twice = asked("/health/live", "X-Request-Id", "a", "X-Request-Id", "b");
        assertTrue(twice.matches("[0-9a-f-]{36}"), twice);
    }

    @Test
    void theTraceOfTheCallerLeadsToOurLines() throws Exception {
        String known = asked("/health/live", "traceparent", "00-" + TRACE + "-" + SPAN + "-01");
        assertEquals(TRACE, of(known, 1).getFirst().getMDCPropertyMap().get("trace_id"));
        assertEquals(SPAN, of(known, 1).getFirst().getMDCPropertyMap().get("span_id"));
        for (String wrong : List.of(
                "00-" + "0".repeat(32) + "-" + SPAN + "-01", "ff-" + TRACE + "-" + SPAN + "-01", TRACE, "00-x-y-01")) {
            String id = asked("/health/live", "traceparent", wrong);
            assertEquals(null, of(id, 1).getFirst().getMDCPropertyMap().get("trace_id"), wrong);
        }
    }

    @Test
    void aRouteIsOneOfFewWhateverWasAsked() throws Exception {
        asked("/api/v1/runs/2025-12-31-001/orders/A%20B");
        asked("/api/v1/runs/2025-12-31-002/state");
        asked("/health/live");
        asked("/wp-admin/login.php");
        asked("/api/v1/" + "x".repeat(50));
        assertEquals(
                List.of("/api/v1/runs/:run/state", "/health/live", "other", "other"),
                answered.stream().map(Answered::route).skip(1).toList());
        assertTrue(answered.getFirst().route().startsWith("/api/v1/runs/:run/orders/:"), answered::toString);
        assertEquals("GET", answered.getFirst().method());
    }

    /** The lines of a request, so many: the last one is written when its answer is on its way. */
    private List<ILoggingEvent> of(String id, int count) throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            List<ILoggingEvent> lines = new ArrayList<>(logged.list)
                    .stream()
                            .filter(line -> id.equals(line.getMDCPropertyMap().get("request")))
                            .toList();
            if (lines.size() >= count) {
                return lines;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("Expected " + count + " lines of " + id + ", but got " + logged.list);
    }

    /** What the answer says the request was called. */
    private String asked(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.endpoint().port() + path))
                .header("Authorization", "Bearer " + server.endpoint().token().reveal());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }
}
