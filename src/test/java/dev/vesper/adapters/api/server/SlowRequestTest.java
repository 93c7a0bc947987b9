package dev.vesper.adapters.api.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.api.Resources;
import dev.vesper.adapters.api.server.Connections.Limits;
import dev.vesper.basics.Problem;
import dev.vesper.desk.health.Health;
import dev.vesper.testing.MemoryRequests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that is never finished is cut off, and others are answered meanwhile, however many there are. */
class SlowRequestTest {
    /** As Vesper has them, with two seconds where Vesper has ten and a minute. */
    private static final Limits SHORT = new Limits(256, 32, Duration.ofSeconds(2), Duration.ofSeconds(2));

    private final ApiServer server = start(SHORT);
    private final int port = server.endpoint().port();
    private final String token = server.endpoint().token().reveal();

    @AfterEach
    void stop() {
        server.close();
    }

    private static ApiServer start(Limits limits) {
        return ApiServer.start(
                Listening.loopback(0),
                limits,
                Resources.ALL,
                caller -> {
                    throw Problem.refused("asked by " + caller);
                },
                MemoryRequests.kept(),
                new Probes() {
                    @Override
                    public Health health() {
                        return new Health(true, Map.of());
                    }

                    @Override
                    public String metrics() {
                        return "x".repeat(16 * 1024 * 1024); // more than sockets hold
                    }
                });
    }

    /** Many of each kind: more than a pool of threads would have. */
    @ParameterizedTest
    @ValueSource(strings = {"nothing", "line", "headers", "body", "chunk", "drip"})
    void whatIsHalfSentIsCutOffAndKeepsNobodyWaiting(String kind) throws Exception {
        List<Socket> halves = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                halves.add(send(half(kind)));
            }
            Thread drips = Thread.ofVirtual().start(() -> {
                while (kind.equals("drip") && drip(halves)) {
                    LockSupport.parkNanos(200_000_000L);
                }
            });
            for (String path : List.of("/health", "/api/v1/tasks")) {
                try (Socket whole = send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nAuthorization: Bearer " + token + "\r\nConnection: close\r\n\r\n")) {
                    assertTrue(rest(whole).startsWith("HTTP/1.1 "));
                }
            }
            assertTrue(open(halves.getFirst()), "answered while the others are open");
            for (Socket half : halves) {
                assertEquals("", rest(half));
            }
            drips.join();
        } finally {
            for (Socket half : halves) {
                half.close();
            }
        }
    }

    private String half(String kind) {
        String head = "POST /api/v1/runs/2018-04-11-001/abandon HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nAuthorization: Bearer " + token;
        return switch (kind) {
            case "nothing" -> "";
            case "line" -> "GET /health HT";
            case "headers" -> head + "\r\nVesper-Person: al";
            case "body" -> head + "\r\nContent-Length: 10\r\n\r\n{";
            case "chunk" -> head + "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{";
            default -> head + "\r\nX-Slow: ";
        };
    }

    private static boolean open(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException nothingYet) {
            return true;
        } catch (SocketException reset) {
            return false;
        } finally {
            socket.setSoTimeout(20_000);
        }
    }

    private static boolean drip(List<Socket> halves) {
        boolean open = false;
        for (Socket half : halves) {
            try {
                half.getOutputStream().write('x');
                open = true;
            } catch (IOException cutOff) {
                // what the test waits for
            }
        }
        return open;
    }

    @Test
    void vesperHasTenSecondsToAskAndAMinuteToListen() {
        assertEquals(new Limits(256, 32, Duration.ofSeconds(10), Duration.ofSeconds(60)), ApiServer.LIMITS);
    }

    /** Four times as many as there may be, of every kind, and more all the while. */
    @Test
    @Timeout(60)
    void whatIsHalfSentNeverHoldsUpAProbeHoweverManyThereAre() throws Exception {
        List<Socket> halves = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean more = new AtomicBoolean(true);
        try {
            for (int i = 0; i < 1024; i++) {
                halves.add(
                        send(half(List.of("nothing", "line", "headers", "body").get(i % 4))));
            }
            Thread flood = Thread.ofPlatform().start(() -> {
                while (more.get()) {
                    try {
                        halves.add(send(half("line")));
                    } catch (IOException refused) {
                        // a flood takes what it gets
                    }
                    LockSupport.parkNanos(1_000_000L);
                }
            });
            for (int i = 0; i < 50; i++) {
                long began = System.nanoTime();
                assertEquals("HTTP/1.1 200", whole("/health"));
                assertEquals("HTTP/1.1 409", whole("/api/v1/tasks"), "who holds the token is heard as well");
                assertTrue(System.nanoTime() - began < 1_000_000_000L, "within a second");
            }
            more.set(false);
            flood.join();
        } finally {
            more.set(false);
            for (Socket half : halves) {
                half.close();
            }
        }
    }

    @Test
    @Timeout(60)
    void probesAreAnsweredWhileAllOthersFetchNoAnswer() throws Exception {
        ApiServer few = start(new Limits(8, 4, Duration.ofSeconds(10), Duration.ofSeconds(60)));
        List<Socket> deaf = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(4096);
                socket.connect(new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), few.endpoint().port()));
                socket.getOutputStream().write(ask(few, "/metrics").getBytes(StandardCharsets.US_ASCII));
                deaf.add(socket);
                assertEquals('H', socket.getInputStream().read(), "it is being answered");
            }
            assertEquals("HTTP/1.1 503", first(send(few.endpoint().port(), ask(few, "/api/v1/tasks"))));
            assertEquals("HTTP/1.1 200", first(send(few.endpoint().port(), ask(few, "/health"))));
            for (Socket socket : deaf) {
                socket.close();
            }
            while (!first(send(few.endpoint().port(), ask(few, "/api/v1/tasks")))
                    .equals("HTTP/1.1 409")) {
                Thread.sleep(10);
            }
        } finally {
            for (Socket socket : deaf) {
                socket.close();
            }
            few.close();
        }
    }

    private String whole(String path) throws IOException {
        return first(send(ask(server, path)));
    }

    private static String ask(ApiServer server, String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + server.endpoint().port() + "\r\nAuthorization: Bearer "
                + server.endpoint().token().reveal() + "\r\nConnection: close\r\n\r\n";
    }

    /** The protocol and the status that come. */
    private static String first(Socket socket) throws IOException {
        try (socket) {
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    private Socket send(String text) throws IOException {
        return send(port, text);
    }

    private static Socket send(int port, String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** What comes until the other side closes; a reset is a close. */
    private static String rest(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }
}
