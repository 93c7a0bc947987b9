package dev.vesper.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The linter that the program's metrics are held to sees what it is there for. */
class PrometheusLintTest {
    private static final String GOOD = """
            # HELP a_seconds How long
            # TYPE a_seconds summary
            a_seconds_count{job="x",why="\\"y\\""} 1
            a_seconds_sum{job="x",why="\\"y\\""} 0.5
            # HELP b_total How often
            # TYPE b_total counter
            b_total 2.0
            # HELP c_bytes How much
            # TYPE c_bytes gauge
            c_bytes NaN
            """;

    @Test
    void aGoodPageIsGood() {
        assertEquals(List.of(), PrometheusLint.of(GOOD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # TYPE b_total counter  | # TYPE b_total gauge    | b_total: a counter, and nothing else, ends in _total
            # HELP c_bytes How much | # HELP c_bytes          | c_bytes: no help text
            # TYPE c_bytes gauge    | # TYPE c_bytes number   | c_bytes: type number
            # TYPE c_bytes gauge    | # TYPE d_bytes gauge    | c_bytes: type none
            c_bytes                 | c_ms                    | c_ms: not in seconds, bytes or a ratio
            c_bytes                 | cBytes                  | cBytes: not in snake case
            c_bytes                 | c_timestamp             | c_timestamp: a moment is in _timestamp_seconds
            c_bytes NaN             | c_bytes many            | no sample: c_bytes many
            c_bytes NaN             | b_total 2.0             | b_total{}: twice
            {job=                   | {job-name=              | a_seconds_count: labels
            """)
    void whatIsWrongIsSaid(String before, String after, String said) {
        String page = GOOD.replace(before, after);
        assertTrue(
                PrometheusLint.of(page).stream().anyMatch(line -> line.startsWith(said) || line.contains(said)),
                () -> PrometheusLint.of(page).toString());
    }
}
