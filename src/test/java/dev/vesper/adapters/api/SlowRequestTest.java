package dev.vesper.adapters.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.testing.NoProbes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A request that is never finished is cut off, and others are answered meanwhile. The JDK's server takes its limit once for
 * a whole JVM; so a JVM of its own has one second, where Vesper has ten.
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
                        "-D" + LIMIT + "=1",
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

    @Test
    void aHalfSentLineOrBodyIsCutOff() throws Exception {
        String post = "POST /api/runs/2018-04-11-001/abandon HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nAuthorization: Bearer " + token + "\r\nContent-Length: 10\r\n\r\n{";
        try (Socket line = send("GET /health HT");
                Socket body = send(post)) {
            long sent = System.nanoTime();
            try (Socket whole =
                    send("GET /health HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n")) {
                assertTrue(rest(whole).startsWith("HTTP/1.1 200"));
            }
            assertEquals("", rest(line));
            assertTrue(System.nanoTime() - sent > 500_000_000L, "cut off by time, not at once");
            assertEquals("", rest(body));
        }
    }

    @Test
    void vesperHasTenSeconds() {
        startServer().close();
        assertEquals("10", System.getProperty(LIMIT));
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
                    throw new IllegalStateException("asked by " + caller);
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
