package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.testing.MemoryFilesUsed;
import java.io.FileInputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with TLS that wants a token, and an authorisation server that gives one to the right client. */
class ClusterLoginIT {
    private static final Path PROCESSES = Path.of("processes").toAbsolutePath();
    private static final String TOKEN = "a-token";
    private static final AtomicInteger ASKED = new AtomicInteger();

    @TempDir
    static Path folder;

    private static NetworkedEngine cluster;
    private static HttpServer tokens;
    private static Path certificate;

    @BeforeAll
    static void startBoth() throws Exception {
        certificate = folder.resolve("gateway.pem");
        Path key = folder.resolve("gateway.key");
        makeCertificate(certificate, key);
        cluster = NetworkedEngine.open(
                folder.resolve("cluster"), Optional.of(new NetworkedEngine.Guarded(certificate, key, TOKEN)));
        tokens = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        tokens.createContext("/token", exchange -> {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var right =
                    "Basic " + Base64.getEncoder().encodeToString("vesper:opensesame".getBytes(StandardCharsets.UTF_8));
            boolean known = right.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    && form.equals("grant_type=client_credentials&audience=zeebe-api");
            ASKED.incrementAndGet();
            var answer = (known ? "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":300}" : "{}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        tokens.start();
    }

    @AfterAll
    static void stopBoth() {
        tokens.stop(0);
        cluster.close();
    }

    @Test
    void aDayOverTlsWithATokenThatIsAskedForOnce() throws Exception {
        var day = new DayInTest();
        var run = new RunId("2018-04-11-001");
        ASKED.set(0);
        try (var engine = ProcessEngine.open(settings("opensesame", Optional.of(certificate)), DayInTest.SERVED)) {
            engine.work(new FileInstanceKeys(folder), new MemoryFilesUsed(), day.stages(), day, day, Optional.empty());
            engine.start(run);
            assertEquals(run + " done", day.end());
        }
        assertEquals(1, ASKED.get());
    }

    @Test
    void aWrongSecretIsSaid() {
        var problem = assertThrows(
                Problem.class, () -> ProcessEngine.open(settings("wrong", Optional.of(certificate)), DayInTest.SERVED));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.getMessage().contains("client is wrong"), problem.getMessage());
    }

    @Test
    void aGatewayThatNobodyVouchesForIsNotTalkedTo() {
        ASKED.set(0);
        var problem = assertThrows(
                Problem.class, () -> ProcessEngine.open(settings("opensesame", Optional.empty()), DayInTest.SERVED));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertEquals(0, ASKED.get(), "no token is fetched for it");
    }

    @Test
    void noTokenTravelsInPlainText() {
        var login = new Cluster.Login(URI.create("https://x/token"), "vesper", new Secret("s"), Optional.empty());
        var plain = URI.create("http://zeebe.example.com:26500");
        var problem = assertThrows(Problem.class, () -> new Cluster(plain, Optional.empty(), Optional.of(login)));
        assertTrue(problem.getMessage().contains("a token over plain text is everybody's"), problem.getMessage());
        assertThrows(Problem.class, () -> GatewayAddress.tokens("http://login.example.com/token"));
        assertThrows(Problem.class, () -> GatewayAddress.tokens("login"));
        assertTrue(!login.toString().contains("s)"), login.toString());
    }

    private static ProcessSettings settings(String secret, Optional<Path> certificates) {
        var login = new Cluster.Login(
                URI.create("http://127.0.0.1:" + tokens.getAddress().getPort() + "/token"),
                "vesper",
                new Secret(secret),
                Optional.of("zeebe-api"));
        var there = new Cluster(URI.create("https://localhost:" + cluster.port()), certificates, Optional.of(login));
        return new ProcessSettings(
                PROCESSES, folder, Optional.of(there), InstantSource.system(), Duration.ofSeconds(15), 0, 0);
    }

    private static void makeCertificate(Path certificate, Path key) throws Exception {
        Path store = folder.resolve("keys.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=DNS:localhost,IP:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        assertEquals(0, made.waitFor());
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = new FileInputStream(store.toFile())) {
            keys.load(in, "changeit".toCharArray());
        }
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate("gateway").getEncoded()));
        Files.writeString(
                key,
                pem(
                        "PRIVATE KEY",
                        keys.getKey("gateway", "changeit".toCharArray()).getEncoded()));
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }
}
