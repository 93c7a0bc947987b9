package dev.vesper.adapters.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.basics.Problem;
import dev.vesper.testing.NoProbes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A request that is never finished is cut off, and others are answered meanwhile. The JDK's server takes its limit once for
 * a whole JVM; so a JVM of its own has two seconds, where Vesper has ten.
 */
class SlowRequestTest {
    private static final String LIMIT = "sun.net.httpserver.maxReqTime";
    private Process other;
    private int port;
    private String token;

    @BeforeEach
    void start() throws IOException {
        other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-D" + LIMIT + "=2",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SlowRequestTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
        port = Integer.parseInt(said.readLine());
        token = said.readLine();
    }

    @AfterEach
    void stop() {
        other.destroyForcibly();
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
            for (String path : List.of("/health", "/api/tasks")) {
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
        String head = "POST /api/runs/2018-04-11-001/abandon HTTP/1.1\r\nHost: 127.0.0.1:" + port
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
        startServer().close();
        assertEquals("10", System.getProperty(LIMIT));
        assertEquals("60", System.getProperty("sun.net.httpserver.maxRspTime"));
    }

    private Socket send(String text) throws IOException {
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

    private static ApiServer startServer() {
        return ApiServer.start(
                0,
                caller -> {
                    throw Problem.refused("asked by " + caller);
                },
                new NoProbes());
    }

    /** The other process. */
    public static void main(String[] arguments) throws IOException {
        try (ApiServer server = startServer()) {
            System.out.println(server.endpoint().port());
            System.out.println(server.endpoint().token().reveal());
            System.in.read(); // until it is killed
        }
    }
}
