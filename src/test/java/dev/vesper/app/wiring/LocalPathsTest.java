package dev.vesper.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalPathsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Expected firm.yaml in /home/ann/firm, but there is none | Expected firm.yaml in firm, but there is none",
                "/srv/vesper/var/firm/firm.yaml:3:1: Expected a number | firm.yaml:3:1: Expected a number",
                "held by (/srv/a/b) | held by (b)",
                "jdbc:h2:file:/srv/var/store/vesper does not answer | jdbc:h2:file:vesper does not answer",
                "http://127.0.0.1:8080/api does not answer | http://127.0.0.1:8080/api does not answer",
                "run ./vesper runs show 2025-12-31-001 | run ./vesper runs show 2025-12-31-001",
                "see rules/limits/a.dmn and a / b | see rules/limits/a.dmn and a / b",
                "a folder /srv/vesper/ | a folder vesper/",
            })
    void ofAPathOnlyItsLastNameIsShown(String text, String shown) {
        assertEquals(shown, LocalPaths.hidden(text));
    }
}
