package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a problem says, the exit code it ends in, and what its words are made of. */
class ProblemTest {
    @Test
    void theExitCodeSaysWhoseTurnItIs() {
        ends(2, "no", Problem.usage("no"));
        ends(2, "prices.csv:12: no", Problem.input(Place.of("prices.csv", 12), "no"));
        ends(3, "no", Problem.refused("no"));
        ends(4, "no", Problem.unavailable("no"));
        IOException cause = new IOException("refused");
        Problem unavailable = Problem.unavailable("no", cause);
        ends(4, "no", unavailable);
        assertSame(cause, unavailable.getCause());
    }

    private static void ends(int exitCode, String message, Problem problem) {
        assertEquals(exitCode, problem.kind().exitCode());
        assertEquals(message, problem.getMessage());
    }

    @Test
    void aPlaceIsWrittenAsFarAsItIsKnown() {
        assertEquals("prices.csv", Place.of("prices.csv").toString());
        assertEquals("prices.csv:1", Place.of("prices.csv", 1).toString());
        assertEquals("prices.csv:12:1", new Place("prices.csv", 12, 1).toString());
        assertEquals("prices.csv", new Place("prices.csv", 0, 3).toString(), "a column of no line is none");
    }

    @Test
    void aSecretIsUsedButNotShown() {
        Secret secret = new Secret("hunter2");
        assertEquals("***", secret.toString());
        assertEquals("hunter2", secret.reveal());
        assertEquals("(none)", new Secret("").toString());
    }
}
