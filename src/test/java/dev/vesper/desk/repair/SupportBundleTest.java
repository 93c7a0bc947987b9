package dev.vesper.desk.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.text.ZippedTexts;
import dev.vesper.basics.Secret;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.testing.Memory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever secret stands wherever in what is collected: it is not in the zip, and what helps is. */
class SupportBundleTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final List<Secret> KNOWN =
            List.of(new Secret("hunter2/ü\"x"), new Secret("s3-secret-key+1"), new Secret("abc"), new Secret(""));

    private final Scrubber scrubber = new Scrubber(KNOWN);
    private final Memory memory = new Memory();

    static Map<String, String> unzip(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2/ü\"x",
                "hunter2/ü\\\"x",
                "hunter2%2F%C3%BC%22x",
                "jdbc:postgresql://vesper:SEED@db.example.com:5432/vesper",
                "jdbc:postgresql://db/vesper?user=a&password=SEED",
                "https://olga:p@ss/SEED@idp.example.com/token",
                "https://example.com/hook?key=SEED",
                "https://olga:a,SEED;{b}(c)@example.com/",
                "connect to olga:SEED@mail.example.com failed",
                "password=SEED",
                "spring.datasource.password: SEED",
                "\"smtpPassword\":\"SEED\"",
                "clientSecret = SEED",
                "AWS_SECRET_ACCESS_KEY=SEED",
                "api-key: SEED",
                "Authorization: Bearer SEED0123",
                "authorization=Basic SEED0123",
                "said Bearer SEED0123 to it",
                "Cookie: vesper-session-1=SEED",
                "vesper_0a1b2c3d_SEED0123456789abcdef0123456789abcdef",
                "k7pw-3hxn-vq2m-ty9c",
                "$argon2id$v=19$m=19456,t=2,p=1$SEED$SEED",
                "-----BEGIN PRIVATE KEY-----\nSEED\nSEED\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nSEED cut off",
            })
    void noSecretComesThrough(String text) {
        String seeded = text.replace("SEED", "5eed").replace("5eed0123456789abcdef", "5eed0123456789abcdef");
        for (String around : List.of("%s", "before %s after", "<a href=\"%s\">", "{\"x\":\"%s\"}", "%s\n%s")) {
            String clean = scrubber.scrub(around.replace("%s", seeded));
            for (String secret : List.of("5eed", "hunter2", "k7pw", "3hxn", "ty9c")) {
                assertFalse(clean.contains(secret), () -> around + ": " + clean);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    jdbc:postgresql://vesper:x1x1@db.example.com:5432/vesper | db.example.com:5432/vesper
                    run 2018-04-11-001 FAILED, opened 2018-04-11T12:00:00Z | run 2018-04-11-001 FAILED, opened 2018-04-11T12:00:00Z
                    http://www.omg.org/spec/BPMN/20100524/MODEL | http://www.omg.org/spec/BPMN/20100524/MODEL
                    vesper_runs_total{status="done"} 3 | vesper_runs_total{status="done"} 3
                    123e4567-e89b-12d3-a456-426614174000 | 123e4567-e89b-12d3-a456-426614174000
                    9 2018-04-11 olga password-changed user/olga | 9 2018-04-11 olga password-changed user/olga
                    D-17@1f3a9c02/approve-flow | D-17@1f3a9c02/approve-flow
                    """)
    void whatHelpsStays(String text, String stays) {
        assertTrue(scrubber.scrub(text).contains(stays), scrubber.scrub(text));
    }

    @Test
    void aBundleHoldsItsPartsAndSaysWhichCouldNotBeRead() throws IOException {
        SupportBundle bundle = new SupportBundle(
                () -> List.of(
                        new BundlePart("settings.txt", () -> "secret s3-secret-key+1"),
                        new BundlePart("health.json", () -> {
                            throw new IllegalStateException("jdbc://olga:5eed@db is down");
                        })),
                () -> scrubber,
                ZippedTexts::of,
                memory,
                () -> NOON);
        Map<String, String> files = unzip(bundle.make("olga"));
        assertEquals(List.of("settings.txt", "health.json", "README.txt"), List.copyOf(files.keySet()));
        assertFalse(files.toString().contains("5eed") || files.toString().contains("s3-secret"), files.toString());
        assertTrue(String.valueOf(files.get("health.json")).startsWith("This could not be read: "), files.toString());
        assertEquals(AuditAction.SUPPORT_BUNDLE_MADE, memory.rows().getLast().action());
        assertEquals("olga", memory.rows().getLast().actor());
        assertTrue(memory.rows().getLast().detail().startsWith("3 files, SHA-256 "));
    }
}
