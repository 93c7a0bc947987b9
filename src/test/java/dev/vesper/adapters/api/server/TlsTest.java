package dev.vesper.adapters.api.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.api.ApiJson;
import dev.vesper.adapters.api.client.HttpTransport;
import dev.vesper.adapters.api.client.OperationsClient;
import dev.vesper.adapters.console.Forms;
import dev.vesper.adapters.console.Pages;
import dev.vesper.adapters.console.access.LoginLink;
import dev.vesper.adapters.console.server.ConsoleServlet;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Reader;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryRequests;
import dev.vesper.testing.NoProbes;
import dev.vesper.testing.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over TLS, at any address. */
class TlsTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2018-04-11T12:00:00Z"));
    private static final InetAddress ALL = InetAddress.ofLiteral("0.0.0.0");

    @TempDir
    static Path folder;

    private static TestCertificate ours;
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void make() throws Exception {
        ours = TestCertificate.make(folder, "EC", "dns:localhost,ip:127.0.0.1");
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private ApiServer serve() {
        var operations = MemoryOperations.over(new Memory(), NOON, Optional.empty());
        ApiServer server = ApiServer.start(
                new Listening(ALL, 0, Optional.of(ServerCertificate.read(ours.certificate(), ours.key()))),
                operations,
                MemoryRequests.kept(),
                new NoProbes(),
                new Mount(
                        "/console",
                        token -> new ConsoleServlet(
                                Pages.ALL,
                                Forms.ALL,
                                operations::as,
                                Optional.empty(),
                                token,
                                NOON,
                                TlsTest.class.getClassLoader(),
                                ApiJson::write),
                        Optional.empty(),
                        Forms::takesFile));
        open.add(server);
        return server;
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(ours.trusts()).build()) {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void theCommandLineAsksLoopbackAndTheBrowserTls() throws Exception {
        ApiServer server = serve();
        URI address = server.endpoint().address();
        assertTrue(address.toString().startsWith("https://localhost:"), address::toString);
        assertEquals(200, get(address.resolve("/health")).statusCode());
        HttpTransport http = new HttpTransport(server.endpoint(), new Reader(), "this test");
        open.add(http);
        assertEquals(List.of(), OperationsClient.over(http).runs().newest(5));
        String link = LoginLink.make(address, server.endpoint().token(), new Reader(), NOON);
        HttpResponse<String> in = get(URI.create(link));
        assertEquals(303, in.statusCode());
        assertTrue(in.headers().firstValue("Set-Cookie").orElse("").endsWith("; Secure"), in.headers()::toString);
        HttpResponse<String> clear =
                get(URI.create("http://127.0.0.1:" + server.endpoint().port() + "/console/runs"));
        assertEquals(421, clear.statusCode());
        assertTrue(clear.body().contains(address.toString()), clear.body());
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:PORT, 200",
        "LocalHost:PORT, 200",
        "127.0.0.1:PORT, 200",
        "localhost, 421",
        "evil.example:PORT, 421",
        "localhost.evil.example:PORT, 421",
        "'', 400"
    })
    void whatItIsCalledMustStandInTheCertificate(String host, int status) throws Exception {
        int port = serve().endpoint().address().getPort();
        try (SSLSocket socket = (SSLSocket) ours.trusts().getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("GET /health HTTP/1.1\r\nHost: " + host.replace("PORT", "" + port)
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(said.startsWith("HTTP/1.1 " + status), said);
        }
    }

    @Test
    void whoSpeaksNoTlsHearsNothingAndHoldsNobodyUp() throws Exception {
        URI address = serve().endpoint().address();
        for (int i = 0; i < 300; i++) {
            Socket half = new Socket("127.0.0.1", address.getPort());
            open.add(half);
            half.getOutputStream()
                    .write(
                            i % 2 == 0
                                    ? new byte[] {22, 3, 1}
                                    : "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals(200, get(address.resolve("/health")).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.1.2.3", "::"})
    void withoutACertificateItIsForThisMachineAlone(String host) {
        Problem refused =
                assertThrows(Problem.class, () -> new Listening(InetAddress.ofLiteral(host), 0, Optional.empty()));
        assertEquals(Problem.Kind.INPUT, refused.kind());
    }

    @Test
    void anotherLoopbackAddressNeedsNone() throws Exception {
        Listening six = new Listening(InetAddress.ofLiteral("127.0.0.2"), 0, Optional.empty());
        ApiServer server = ApiServer.start(
                six,
                MemoryOperations.over(new Memory(), NOON, Optional.empty()),
                MemoryRequests.kept(),
                new NoProbes());
        open.add(server);
        assertEquals(200, get(server.endpoint().address().resolve("/health")).statusCode());
        assertEquals(
                200,
                get(URI.create("http://127.0.0.1:" + server.endpoint().port() + "/health"))
                        .statusCode());
    }

    @Test
    void whatCannotBeUsedIsSaidToBeSo() throws Exception {
        TestCertificate rsa = TestCertificate.make(folder, "RSA", "dns:*.Desk.example");
        TestCertificate nameless = TestCertificate.make(folder, "EC", "");
        assertEquals(
                List.of("*.desk.example"),
                ServerCertificate.read(rsa.certificate(), rsa.key()).names());
        Path none = folder.resolve("none.pem");
        Path rubbish = Files.writeString(
                folder.resolve("rubbish.pem"), "-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----\n");
        refused("to read " + none, none, ours.key());
        refused("to read " + none, ours.certificate(), none);
        refused("to hold a certificate", ours.key(), ours.key());
        refused("openssl pkcs8", ours.certificate(), ours.certificate());
        refused("cannot be read", ours.certificate(), rubbish);
        refused("cannot be read", ours.certificate(), rsa.key());
        refused("another one's", ours.certificate(), nameless.key());
        refused("subjectAltName", nameless.certificate(), nameless.key());
        assertFalse(
                ServerCertificate.read(rsa.certificate(), rsa.key()).toString().contains("key"));
    }

    private static void refused(String words, Path certificate, Path key) {
        Problem problem = assertThrows(Problem.class, () -> ServerCertificate.read(certificate, key));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(String.valueOf(problem.getMessage()).contains(words), problem.getMessage());
    }

    @Test
    void oneLabelStandsForTheStar() {
        HostNames names = new HostNames(List.of("*.desk.example"), 443, "");
        assertTrue(names.contain("a.desk.example:8642", 8642));
        assertTrue(names.contain("a.desk.example", 443));
        assertFalse(names.contain("a.b.desk.example:8642", 8642));
        assertFalse(names.contain("desk.example:8642", 8642));
        assertFalse(names.contain(".desk.example:8642", 8642));
    }
}
