package dev.vesper.adapters.api.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.testing.MemoryRequests;
import dev.vesper.testing.NoProbes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an enemy writes to the socket is refused before anything is asked, and tells nothing of the server. */
class RawRequestTest {
    private static final int ASKED = Integer.getInteger("vesper.fuzz", 1) * 400;

    private final AtomicInteger asked = new AtomicInteger();
    private final ApiServer server = ApiServer.start(
            0,
            caller -> {
                asked.incrementAndGet();
                throw Problem.refused("asked by " + caller);
            },
            MemoryRequests.kept(),
            new NoProbes());

    @AfterEach
    void stop() {
        server.close();
    }

    private String say(String raw) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.endpoint().port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(raw.replace(
                                    "HOST",
                                    "Host: 127.0.0.1:" + server.endpoint().port())
                            .replace(
                                    "AUTH",
                                    "Authorization: Bearer "
                                            + server.endpoint().token().reveal())
                            .replace("|", "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException reset) {
            return "";
        }
    }

    /** Many at a time, every other one longer than what is read of headers: an answer is to its own request alone. */
    @Test
    void noAnswerHoldsWhatAnotherAsked() throws Exception {
        List<Future<String>> said = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < ASKED; i++) {
                String raw = "TRACE * HTTP/1.1|HOST|HOST|Cookie: " + "mark=1; ".repeat(i % 2 == 0 ? 1 : 2_000)
                        + "|Content-Length: 6|Connection: close||mark=2";
                said.add(many.submit(() -> say(raw)));
            }
        }
        for (Future<String> one : said) {
            String answer = one.get(); // empty where it was hung up
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
            assertFalse(answer.contains("mark"), answer);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rubbish||; 400",
                "GET /api/v1/runs HTTP/9.9|HOST|AUTH||; 505",
                "GET /api/v1/runs HTTP/1.1|AUTH||; 400",
                "GET /api/v1/runs HTTP/1.1|HOST|HOST|AUTH||; 400",
                "GET /api/v1/runs HTTP/1.1|Host: evil.example|AUTH||; 421",
                "GET http://evil.example/api/v1/runs HTTP/1.1|HOST|AUTH||; 400",
                "GET http://evil.example/api/v1/runs HTTP/1.1|Host: evil.example|AUTH||; 421",
                "GET /api/v1/%zz HTTP/1.1|HOST|AUTH||; 400",
                "GET /api/v1/runs HTTP/1.1|HOST|AUTH|Bad Name: x||; 400",
                "GET /api/v1/runs HTTP/1.1|HOST|AUTH|X: a|  b||; 400",
                "POST /api/v1/runs/x/abandon HTTP/1.1|HOST|AUTH|Content-Length: 2|Content-Length: 3||{}; 400",
                "POST /api/v1/runs/x/abandon HTTP/1.1|HOST|AUTH|Content-Length: -1||; 400",
                "POST /api/v1/runs/x/abandon HTTP/1.1|HOST|AUTH|Content-Length: 2|Transfer-Encoding: chunked||0||; 400",
                "POST /api/v1/runs/x/abandon HTTP/1.1|HOST|AUTH|Transfer-Encoding: chunked||zz|; 400",
                "POST /api/v1/runs/x/abandon HTTP/1.1|HOST|AUTH|Content-Length: 9||{}; 400",
                "TRACE /api/v1/runs HTTP/1.1|HOST|AUTH||; 405",
                "CONNECT evil.example:443 HTTP/1.1|HOST|AUTH||; 4"
            })
    void nothingIsAskedAndNothingTold(String raw, String status) throws Exception {
        String said = say(raw);
        assertTrue(said.startsWith("HTTP/1.1 " + status), said);
        assertTrue(
                said.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json"), "a problem: " + said);
        assertFalse(said.contains("Jetty") || said.contains("jetty") || said.contains("\tat "), said);
        assertTrue(asked.get() == 0, "asked");
    }

    @Test
    void longLinesAndHeadersEnd() throws Exception {
        String path = say("GET /" + "a".repeat(20_000) + " HTTP/1.1|HOST||");
        assertTrue(path.startsWith("HTTP/1.1 414"), path);
        String header = say("GET /api/v1/runs HTTP/1.1|HOST|AUTH|X: " + "a".repeat(20_000) + "||");
        assertTrue(header.startsWith("HTTP/1.1 431"), header);
        String many = say("GET /api/v1/runs HTTP/1.1|HOST|AUTH|" + "X: a|".repeat(5_000) + "|");
        assertTrue(many.startsWith("HTTP/1.1 431"), many);
        assertTrue(asked.get() == 0, "asked");
    }

    /** A request hidden in another one's body is no request. */
    @Test
    void aBodyIsNoSecondRequest() throws Exception {
        String hidden = "GET /api/v1/runs HTTP/1.1|HOST|AUTH||";
        String said = say("GET /health HTTP/1.1|HOST|Content-Length: 400||" + hidden);
        assertFalse(said.contains(" 409 ") || said.contains(" 200 "), said);
        assertTrue(asked.get() == 0, "asked");
    }

    @Test
    void noiseNeitherAsksNorEndsTheServer() throws Exception {
        Random random = new Random(20261127);
        String whole = "POST /api/v1/runs/x/abandon HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}";
        for (int i = 0; i < 300; i++) {
            byte[] noise = whole.getBytes(StandardCharsets.ISO_8859_1);
            for (int k = 0; k <= i % 7; k++) {
                noise[random.nextInt(noise.length)] = (byte) random.nextInt(256);
            }
            String said = say(new String(noise, StandardCharsets.ISO_8859_1));
            assertTrue(
                    said.isEmpty()
                            || said.startsWith("HTTP/1.") && said.charAt(9) == '4'
                            || said.startsWith("HTTP/1.1 505"),
                    said);
        }
        assertTrue(asked.get() == 0, "asked");
        assertTrue(say("GET /health HTTP/1.1|HOST|Connection: close||").startsWith("HTTP/1.1 200"));
    }
}
