package dev.vesper.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program's metrics and its dashboard are held to sees what it is there for. */
class MetricNamesTest {
    private static final String PAGE = """
            # HELP vesper_runs Runs
            # TYPE vesper_runs gauge
            vesper_runs{status="done"} 1.0
            vesper_runs{status="failed"} 0.0
            vesper_fills_total 3.0
            """;

    @Test
    void personsOrdersAndRunsAreNoLabels() {
        assertEquals(List.of(), new MetricNames(PAGE).wrong());
        assertEquals(List.of("vesper_runs: label user"), new MetricNames(PAGE + "vesper_runs{user=\"a\"} 1\n").wrong());
        assertEquals(
                List.of("vesper_runs: part /home/olga"),
                new MetricNames(PAGE + "vesper_runs{part=\"/home/olga\"} 1\n").wrong());
        assertEquals(List.of("fills_total: not ours"), new MetricNames("fills_total 1\n").wrong());
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 41; i++) {
            many.append("vesper_runs{part=\"2025-12-31-").append(i).append("\"} 1\n");
        }
        assertEquals(List.of("vesper_runs: 41 values of part"), new MetricNames(many.toString()).wrong());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            sum(vesper_runs)                    |            | []
            vesper_runs{status=~"done-failed"}  | {{status}} | [vesper_runs: done-failed in vesper_runs{status=~"done-failed"}]
            vesper_run                          |            | [vesper_run in vesper_run]
            sum by (job) (vesper_runs)          |            | [label job in sum by (job) (vesper_runs)]
            vesper_fills_total                  | {{status}} | [label status in vesper_fills_total]
            vesper_runs{part="done"}            |            | [vesper_runs: done in vesper_runs{part="done"}]
            up                                  |            | [no metric of ours in up, no query]
            """)
    void whatADashboardAsksForInVainIsNamed(String query, String legend, String said) throws IOException {
        String dashboard = "{\"panels\":[{\"targets\":[{\"expr\":\"" + query.replace("\"", "\\\"")
                + "\",\"legendFormat\":\"" + (legend == null ? "" : legend) + "\"}]}]}";
        assertEquals(said, new MetricNames(PAGE).missing(dashboard).toString());
    }

    @Test
    void aDashboardWithoutQueriesIsNone() throws IOException {
        assertEquals(List.of("no query"), new MetricNames(PAGE).missing("{}"));
    }
}
