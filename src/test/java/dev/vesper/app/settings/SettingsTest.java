package dev.vesper.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.trace.TraceDepth;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every setting has a default, and an impossible one is named. */
class SettingsTest {
    private static final Path HERE = Path.of("/tmp/vesper-here");

    @Test
    void everythingIsEmbeddedByDefault() {
        Settings settings = Settings.from(Map.of(), HERE);
        assertTrue(settings.zeebe().isEmpty());
        assertTrue(settings.database().isEmpty());
        assertTrue(settings.s3().isEmpty());
        assertEquals(8642, settings.http().port());
    }

    @Test
    void theEnvironmentMovesThePartsElsewhere() {
        Settings settings = Settings.from(
                Map.of(
                        "VESPER_VAR", "/srv/vesper",
                        "VESPER_ZEEBE_ADDRESS", "zeebe:26500",
                        "VESPER_DB_URL", "jdbc:postgresql://db/vesper",
                        "VESPER_DB_PASSWORD", "opensesame",
                        "VESPER_S3_ENDPOINT", "https://s3.example",
                        "VESPER_S3_ACCESS_KEY", "a",
                        "VESPER_S3_SECRET_KEY", "verysecret"),
                HERE);
        assertEquals(Path.of("/srv/vesper/runs"), settings.folder("runs"));
        assertEquals("zeebe:26500", settings.zeebe().orElseThrow().address());
        assertEquals("vesper", settings.s3().orElseThrow().bucket());
        assertFalse(settings.toString().contains("opensesame"));
        assertFalse(settings.toString().contains("verysecret"));
    }

    @Test
    void whatIsMissingOrImpossibleIsNamed() {
        Problem noKey =
                assertThrows(Problem.class, () -> Settings.from(Map.of("VESPER_S3_ENDPOINT", "http://x"), HERE));
        assertTrue(noKey.getMessage().contains("VESPER_S3_ACCESS_KEY"), noKey.getMessage());
        Problem noTokens = assertThrows(
                Problem.class,
                () -> Settings.from(Map.of("VESPER_ZEEBE_ADDRESS", "z", "VESPER_ZEEBE_CLIENT_ID", "vesper"), HERE));
        assertTrue(noTokens.getMessage().contains("VESPER_ZEEBE_TOKEN_URL"), noTokens.getMessage());
        for (String days : new String[] {"0", "-1", "251", "five"}) {
            Problem term = assertThrows(Problem.class, () -> Settings.from(Map.of("VESPER_PROPOSAL_DAYS", days), HERE));
            assertTrue(String.valueOf(term.getMessage()).contains("VESPER_PROPOSAL_DAYS"), term.getMessage());
        }
        assertEquals(3, Settings.from(Map.of("VESPER_PROPOSAL_DAYS", "3"), HERE).proposalDays());
        Problem port = assertThrows(Problem.class, () -> Settings.from(Map.of("VESPER_HTTP_PORT", "99999"), HERE));
        assertTrue(port.getMessage().contains("99999"), port.getMessage());
    }

    @Test
    void otherMachinesAreAnsweredOverTlsAlone() {
        for (String host : List.of("0.0.0.0", "10.1.2.3", "::")) {
            Problem clear = assertThrows(Problem.class, () -> Settings.from(Map.of("VESPER_HTTP_HOST", host), HERE));
            assertEquals(Problem.Kind.INPUT, clear.kind());
            assertTrue(clear.getMessage().contains("VESPER_HTTP_CERTIFICATE and VESPER_HTTP_KEY"), clear.getMessage());
        }
        Problem noKey =
                assertThrows(Problem.class, () -> Settings.from(Map.of("VESPER_HTTP_CERTIFICATE", "/c.pem"), HERE));
        assertTrue(noKey.getMessage().contains("VESPER_HTTP_KEY"), noKey.getMessage());
        for (String host : List.of("example.com", "0x7f.1", "127.0.0.1:80", "[::1")) {
            assertThrows(Problem.class, () -> Settings.from(Map.of("VESPER_HTTP_HOST", host), HERE), host);
        }
        Http http = Settings.from(
                        Map.of(
                                "VESPER_HTTP_HOST", "0.0.0.0",
                                "VESPER_HTTP_PORT", "443",
                                "VESPER_HTTP_CERTIFICATE", "/c.pem",
                                "VESPER_HTTP_KEY", "/k.pem"),
                        HERE)
                .http();
        assertEquals(Path.of("/k.pem"), http.tls().orElseThrow().key());
        assertTrue(Settings.from(Map.of("VESPER_HTTP_HOST", "localhost"), HERE)
                .http()
                .host()
                .isLoopbackAddress());
    }

    @Test
    void whoVouchesForUsersDoesSoOverTlsAlone() {
        assertEquals(Optional.empty(), Settings.from(Map.of(), HERE).identity());
        Map<String, String> client = Map.of("VESPER_OIDC_CLIENT_ID", "vesper", "VESPER_OIDC_CLIENT_SECRET", "deep");
        for (String issuer :
                List.of("http://id.example.com", "ftp://id.example.com", "id", "https://anna:hunter2@id.example.com")) {
            Map<String, String> environment = new HashMap<>(client);
            environment.put("VESPER_OIDC_ISSUER", issuer);
            Problem refused = assertThrows(Problem.class, () -> Settings.from(environment, HERE), issuer);
            assertTrue(refused.getMessage().contains("VESPER_OIDC_ISSUER"), refused.getMessage());
            assertFalse(refused.getMessage().contains("hunter2"), refused.getMessage());
        }
        Problem noSecret = assertThrows(
                Problem.class,
                () -> Settings.from(
                        Map.of("VESPER_OIDC_ISSUER", "https://id.example.com", "VESPER_OIDC_CLIENT_ID", "v"), HERE));
        assertTrue(noSecret.getMessage().contains("VESPER_OIDC_CLIENT_SECRET"), noSecret.getMessage());
        Map<String, String> whole = new HashMap<>(client);
        whole.put("VESPER_OIDC_ISSUER", "https://id.example.com/realms/firm");
        IdentityProvider provider = Settings.from(whole, HERE).identity().orElseThrow();
        assertEquals("https://id.example.com/realms/firm", provider.issuer());
        assertFalse(provider.toString().contains("deep"), provider.toString());
    }

    @Test
    void everySecretIsKnownToBeOne() {
        Map<String, String> secrets = Map.of(
                "VESPER_ZEEBE_CLIENT_SECRET", "s-zeebe",
                "VESPER_DB_PASSWORD", "s-database",
                "VESPER_S3_ACCESS_KEY", "s-key",
                "VESPER_S3_SECRET_KEY", "s-s3",
                "VESPER_SMTP_PASSWORD", "s-smtp",
                "VESPER_WEBHOOK_SECRET", "s-webhook",
                "VESPER_OIDC_CLIENT_SECRET", "s-oidc",
                "OTEL_EXPORTER_OTLP_HEADERS", "authorization=s-otlp",
                "VESPER_TOKEN", "s-token");
        Map<String, String> environment = new HashMap<>(secrets);
        environment.putAll(Map.of(
                "VESPER_ZEEBE_ADDRESS", "zeebe.example:443",
                "VESPER_ZEEBE_TOKEN_URL", "https://id.example.com/token",
                "VESPER_ZEEBE_CLIENT_ID", "vesper",
                "VESPER_DB_URL", "jdbc:postgresql://db.example/vesper",
                "VESPER_S3_ENDPOINT", "https://s3.example.com",
                "VESPER_OIDC_ISSUER", "https://id.example.com",
                "VESPER_OIDC_CLIENT_ID", "vesper"));
        assertEquals(
                secrets.values().stream().sorted().toList(),
                Settings.from(environment, HERE).secrets().stream()
                        .map(Secret::reveal)
                        .sorted()
                        .toList());
    }

    /** By OpenTelemetry's own variables; the base of all signals has a path for traces. */
    @Test
    void tracesGoWhereTheStandardVariablesSay() {
        assertTrue(telemetry(Map.of()).endpoint().isEmpty());
        assertTrue(telemetry(Map.of("OTEL_SERVICE_NAME", "v")).endpoint().isEmpty(), "no endpoint, no traces");
        Telemetry base = telemetry(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://anna:hunter2@otel.example:4318/",
                "OTEL_SERVICE_NAME", "vesper-london",
                "OTEL_EXPORTER_OTLP_HEADERS", "authorization=deep"));
        assertEquals("http://otel.example:4318/v1/traces", base.revealed().get("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"));
        assertEquals("vesper-london", base.revealed().get("OTEL_SERVICE_NAME"));
        assertEquals("authorization=deep", base.revealed().get("OTEL_EXPORTER_OTLP_TRACES_HEADERS"));
        assertFalse(base.toString().contains("deep") || base.toString().contains("hunter2"), base.toString());
        assertEquals(
                "https://t.example/in",
                telemetry(Map.of(
                                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://otel.example:4318",
                                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "https://t.example/in"))
                        .revealed()
                        .get("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"));
        for (String off : List.of("OTEL_SDK_DISABLED=true", "OTEL_TRACES_EXPORTER=none")) {
            String[] parts = off.split("=");
            assertTrue(
                    telemetry(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://otel.example:4318", parts[0], parts[1]))
                            .endpoint()
                            .isEmpty(),
                    off);
        }
    }

    @Test
    void howDeepTracesGoAndWhereTheyAreSeenIsChecked() {
        assertEquals(TraceDepth.Part.SLICES, telemetry(Map.of()).depth().kind());
        TraceDepth deep = telemetry(Map.of("VESPER_TRACE_DEPTH", "messages", "VESPER_TRACE_ORDERS", "3"))
                .depth();
        assertEquals(new TraceDepth(TraceDepth.Part.MESSAGES, 3), deep);
        for (String wrong : List.of(
                "VESPER_TRACE_DEPTH=everything",
                "VESPER_TRACE_ORDERS=0",
                "VESPER_TRACE_ORDERS=many",
                "VESPER_TRACE_LINK=https://jaeger.example/trace",
                "VESPER_TRACE_LINK=javascript:alert('{trace}')",
                "VESPER_TRACE_LINK={trace}",
                "OTEL_EXPORTER_OTLP_ENDPOINT=otel:4318")) {
            String name = wrong.substring(0, wrong.indexOf('='));
            Problem refused = assertThrows(
                    Problem.class, () -> telemetry(Map.of(name, wrong.substring(name.length() + 1))), wrong);
            assertEquals(Problem.Kind.INPUT, refused.kind());
            assertTrue(refused.getMessage().contains(name), refused.getMessage());
        }
        String link = "https://jaeger.example/trace/{trace}?from=vesper";
        assertEquals(link, telemetry(Map.of("VESPER_TRACE_LINK", link)).link().orElseThrow());
    }

    private static Telemetry telemetry(Map<String, String> environment) {
        return Settings.from(environment, HERE).telemetry();
    }

    /** People paste addresses with the key in them. */
    @Test
    void secretsInAnEndpointAreNeitherKeptNorShown() {
        Settings settings = Settings.from(
                Map.of(
                        "VESPER_S3_ENDPOINT",
                                "https://anna:hunter2@s3.example:9000/base?X-Amz-Security-Token=tops3cret",
                        "VESPER_S3_ACCESS_KEY", "key",
                        "VESPER_S3_SECRET_KEY", "deep"),
                Path.of(""));
        Settings.S3 s3 = settings.s3().orElseThrow();
        assertEquals("https://s3.example:9000/base", s3.endpoint().uri().toString());
        assertEquals("https://***@s3.example:9000/base?***", s3.endpoint().toString());
        for (String secret : List.of("hunter2", "anna", "tops3cret", "deep")) {
            assertFalse(settings.toString().contains(secret), settings.toString());
        }
    }

    @Test
    void noAddressShowsItsSecrets() {
        Settings settings = Settings.from(
                Map.of(
                        "VESPER_ZEEBE_ADDRESS", "https://anna:hunter2@zeebe.example:26500",
                        "VESPER_ZEEBE_TOKEN_URL", "https://anna:hunter2@login.example/token?client_secret=hunter2",
                        "VESPER_ZEEBE_CLIENT_ID", "vesper",
                        "VESPER_ZEEBE_CLIENT_SECRET", "hunter2",
                        "VESPER_DB_URL", "jdbc:postgresql://anna:hunt/er@hunter2@db.example/vesper?password=hunter2",
                        "VESPER_DB_USER", "vesper",
                        "VESPER_DB_PASSWORD", "hunter2"),
                Path.of(""));
        assertFalse(settings.toString().contains("hunter2"), settings.toString());
        assertFalse(settings.toString().contains("anna"), settings.toString());
        assertEquals("***@s3.example", Secret.address("anna:hunter2@s3.example"));
        assertEquals("https://***@s3.example/a?***", Secret.address("https://anna:hunt/er@2@s3.example/a?k=hunter2"));
        assertEquals("https://s3.example:9000", Secret.address("https://s3.example:9000"));
        assertEquals("https://***", Secret.address("https://anna:hunt?er2@s3.example/a"));
        assertEquals("***", Secret.address("anna:hunt#er2@s3.example"));
    }

    @Test
    void anEndpointThatIsNoneIsRefusedWithoutItsSecrets() {
        for (String wrong : List.of(
                "s3://u:hunter2@b",
                "u:hunter2@b",
                "https://u:hunter2@",
                "http://u:hunter2@a b",
                "https://h:99999999/?k=hunter2")) {
            Problem problem = assertThrows(
                    Problem.class,
                    () -> Settings.from(
                            Map.of(
                                    "VESPER_S3_ENDPOINT", wrong,
                                    "VESPER_S3_ACCESS_KEY", "key",
                                    "VESPER_S3_SECRET_KEY", "deep"),
                            Path.of("")));
            assertTrue(problem.getMessage().contains("VESPER_S3_ENDPOINT"), problem.getMessage());
            assertFalse(problem.getMessage().contains("hunter2"), problem.getMessage());
        }
    }
}
