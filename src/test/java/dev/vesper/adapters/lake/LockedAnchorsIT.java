package dev.vesper.adapters.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.anchor.AnchorMark;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anchors in a real bucket. */
class LockedAnchorsIT {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final AnchorMark ONE = new AnchorMark(7, "a".repeat(64), NOON);
    private static final AnchorMark TWO = new AnchorMark(1_000, "b".repeat(64), NOON.plusSeconds(60));

    /** The server that comes along has no object lock: kept all the same, and never said to be locked. */
    @Test
    void whereThereIsNoLockThatIsSaid(@TempDir Path folder) {
        try (EmbeddedS3 server = EmbeddedS3.start(folder, "vesper");
                LockedAnchors anchors = new LockedAnchors(elsewhere(server.settings()), Duration.ofDays(30))) {
            assertEquals(List.of(), anchors.read().orElseThrow());
            String guarantee = anchors.keep(TWO);
            assertTrue(guarantee.startsWith("NOT locked: "), guarantee);
            anchors.keep(ONE);
            anchors.keep(ONE);
            assertEquals(
                    List.of(7L, 1_000L),
                    anchors.read().orElseThrow().stream()
                            .map(AnchorMark::sequence)
                            .toList());
            assertEquals(
                    List.of(ONE.hash(), TWO.hash()),
                    anchors.read().orElseThrow().stream().map(AnchorMark::hash).toList());
        }
    }

    private static S3Settings elsewhere(S3Settings lake) {
        return new S3Settings(
                lake.endpoint(), lake.region(), lake.accessKey(), lake.secretKey(), "anchors", lake.pathStyle());
    }

    /** What is asked of an endpoint that can lock, and that its own answer alone is believed. */
    @Test
    void aLockIsAskedForAndBelievedWhereTheEndpointSaysSo() throws Exception {
        List<String> locks = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean asksLock =
                    String.valueOf(exchange.getRequestURI().getQuery()).contains("retention");
            boolean key = exchange.getRequestURI().getPath().contains("vesper-audit-anchors/");
            if (exchange.getRequestMethod().equals("PUT")) {
                locks.add(exchange.getRequestHeaders().getFirst("x-amz-object-lock-mode") + " "
                        + exchange.getRequestHeaders().getFirst("x-amz-object-lock-retain-until-date"));
            }
            byte[] body = asksLock
                    ? "<Retention><Mode>COMPLIANCE</Mode><RetainUntilDate>2018-05-11T12:00:00Z</RetainUntilDate></Retention>"
                            .getBytes(StandardCharsets.UTF_8)
                    : new byte[0];
            int status = exchange.getRequestMethod().equals("HEAD") && key ? 404 : 200;
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        var settings = new S3Settings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "r", "k", "s", "anchors", true);
        try (LockedAnchors anchors = new LockedAnchors(settings, Duration.ofDays(30))) {
            assertEquals("locked in compliance mode until 2018-05-11T12:00:00Z", anchors.keep(ONE));
            assertEquals(List.of("COMPLIANCE 2018-05-11T12:00:00Z"), locks);
        } finally {
            server.stop(0);
        }
        try (LockedAnchors gone = new LockedAnchors(settings, Duration.ofDays(30))) {
            assertEquals(
                    Problem.Kind.UNAVAILABLE,
                    assertThrows(Problem.class, () -> gone.keep(ONE)).kind());
        }
    }
}
