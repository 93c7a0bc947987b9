package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.lake.EmbeddedS3;
import dev.vesper.adapters.lake.S3Settings;
import dev.vesper.adapters.processes.NetworkedEngine;
import dev.vesper.testing.VesperProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration alone moves the store to PostgreSQL, the lake to another S3 endpoint and the processes to a Zeebe gateway. */
class ScaleOutIT {
    @TempDir
    Path folder;

    @Test
    void aDayOnPostgresAnS3EndpointAndAZeebeGateway() throws Exception {
        Path firm = folder.resolve("firm");
        VesperProcess.sampleFirm(firm);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                EmbeddedS3 s3 = EmbeddedS3.start(folder.resolve("elsewhere"), "firm-lake");
                NetworkedEngine zeebe = NetworkedEngine.open(folder.resolve("cluster"))) {
            S3Settings lake = s3.settings();
            Path state = folder.resolve("state");
            VesperProcess.Result day = VesperProcess.start(
                            state,
                            Map.of(
                                    "VESPER_DB_URL",
                                    postgres.getJdbcUrl("postgres", "postgres"),
                                    "VESPER_DB_USER",
                                    "postgres",
                                    "VESPER_DB_PASSWORD",
                                    "not-asked-on-loopback",
                                    "VESPER_S3_ENDPOINT",
                                    lake.endpoint().toString(),
                                    "VESPER_S3_ACCESS_KEY",
                                    lake.accessKey(),
                                    "VESPER_S3_SECRET_KEY",
                                    lake.secretKey(),
                                    "VESPER_S3_BUCKET",
                                    "firm-lake",
                                    "VESPER_ZEEBE_ADDRESS",
                                    "127.0.0.1:" + zeebe.port()),
                            "eod",
                            "--firm",
                            firm.toString())
                    .await();
            assertEquals(0, day.exitCode(), day.output());
            assertFalse(Files.exists(state.resolve("zeebe")), "no engine of its own");
            assertFalse(Files.exists(state.resolve("lake")), "no object store of its own");
            assertFalse(Files.exists(state.resolve("store/vesper.mv.db")), "no H2");
            assertTrue(Files.exists(folder.resolve("elsewhere/firm-lake/tags/2025-12-31-001.json")));
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var rows = connection
                            .createStatement()
                            .executeQuery("select status, (select count(*) from fill) from run")) {
                assertTrue(rows.next());
                assertEquals("DONE", rows.getString(1));
                assertTrue(rows.getInt(2) > 5);
            }
            noSecretIsWritten(state, lake.secretKey(), day.output());
            noSecretIsWritten(state, "not-asked-on-loopback", day.output());
        }
    }

    private static void noSecretIsWritten(Path state, String secret, String output) throws Exception {
        assertFalse(output.contains(secret));
        try (Stream<Path> files = Files.walk(state.resolve("runs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                                .contains(secret),
                        file.toString());
            }
        }
    }
}
