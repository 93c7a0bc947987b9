package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTest {
    private static final LocalDate DATE = LocalDate.of(2018, 4, 11);

    @Test
    void itIsTheDateAndTheNumberOfTheRun() {
        RunId run = RunId.of(DATE, 7);
        assertEquals("2018-04-11-007", run.toString());
        assertEquals(DATE, run.date());
        assertEquals(run, new RunId("2018-04-11-007"));
    }

    @Test
    void laterRunsFollowEarlierOnes() {
        assertTrue(RunId.of(DATE, 2).compareTo(RunId.of(DATE, 10)) < 0);
        assertTrue(RunId.of(DATE.plusDays(1), 1).compareTo(RunId.of(DATE, 10)) > 0);
    }

    /** It names folders: nothing that leads out of one is a run. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2018-04-11",
                "2018-04-11-1",
                "2018-04-11-0001",
                "../2018-04-11-001",
                "2018-04-11-001/..",
                "today"
            })
    void anythingElseIsNoRun(String text) {
        assertEquals(
                "Expected a run id like 2018-04-11-001, but got \"" + text + "\"; ./vesper runs list shows them",
                assertThrows(IllegalArgumentException.class, () -> new RunId(text))
                        .getMessage());
    }
}
