package dev.vesper.adapters.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTextTest {
    private static final PathTemplate ABANDON = new PathTemplate("/api/v1/runs/{run}/abandon");

    @ParameterizedTest
    @ValueSource(strings = {"", "alice", "Anna Müller", "a+b", "50 %", "a/b?c&d=e", "株"})
    void whatIsWrittenIsReadBack(String text) {
        String written = PercentText.encoded(text);
        assertEquals(text, PercentText.decoded(written));
        assertEquals(Map.of("name", text), PercentText.query("name=" + written));
        assertEquals(Optional.of(Map.of("run", text)), ABANDON.match(ABANDON.fill(_ -> text)));
    }

    @Test
    void aQueryKeepsItsOrder() {
        assertEquals(
                List.of("b", "a"), List.copyOf(PercentText.query("b=1+1&a=").keySet()));
        assertEquals("1+1", PercentText.query("b=1+1&a=").get("b"));
        assertEquals("1 1+1", PercentText.form("b=1+1%2B1").get("b"));
        assertEquals(Map.of(), PercentText.form(null));
        assertEquals(Map.of(), PercentText.query(null));
        assertEquals(Map.of(), PercentText.query(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "most | Expected name=value after the question mark, but got \"most\"",
                "=2 | Expected name=value after the question mark, but got \"=2\"",
                "a=1&&b=2 | Expected name=value after the question mark, but got \"\"",
                "a=1&%61=2 | Expected a once after the question mark, but it stands there twice",
                "a=%4 | Expected percent-encoded text, but got \"%4\"",
            })
    void anotherQueryIsRefused(String raw, String message) {
        Problem problem = assertThrows(Problem.class, () -> PercentText.query(raw));
        assertEquals(message, problem.getMessage());
        assertEquals(Problem.Kind.INPUT, problem.kind());
    }

    @Test
    void aPathMatchesPartByPart() {
        assertEquals(List.of("run"), ABANDON.variables());
        assertEquals(Optional.of(Map.of("run", "a/b")), ABANDON.match("/api/v1/runs/a%2Fb/abandon"));
        for (String other : List.of(
                "/api/v1/runs/a/b/abandon", "/api/v1/runs/a", "/api/v1/runs/a/abandon/", "api/v1/runs/a/abandon")) {
            assertEquals(Optional.empty(), ABANDON.match(other), other);
        }
        assertThrows(Problem.class, () -> ABANDON.match("/api/v1/runs/%zz/abandon"));
    }
}
