package dev.vesper.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.nio.file.Path;
import java.util.Map;
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
        assertEquals(8642, settings.httpPort());
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
        Problem port = assertThrows(Problem.class, () -> Settings.from(Map.of("VESPER_HTTP_PORT", "99999"), HERE));
        assertTrue(port.getMessage().contains("99999"), port.getMessage());
    }
}
