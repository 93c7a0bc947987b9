package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.firm.UrgencyPolicyFile.Learned;
import dev.vesper.basics.Problem;
import dev.vesper.execution.learn.HeldOut;
import dev.vesper.execution.learn.UrgencyPolicy;
import dev.vesper.execution.learn.UrgencyPolicy.Arm;
import dev.vesper.execution.learn.UrgencyPolicy.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyPolicyFileTest {
    private static final List<Double> SIX = Collections.nCopies(6, 0.25);
    private static final Learned LEARNED = new Learned(
            new UrgencyPolicy(
                    List.of(0.0, 3.0),
                    1,
                    1.645,
                    30,
                    Collections.nCopies(5, new Scale(0.1, 1.5, -2, 3)),
                    Collections.nCopies(2, new Arm(SIX, Collections.nCopies(6, SIX)))),
            List.of(new HeldOut("all", 48, 12, 3, 0.1, 0.2, -0.3, 0.5)));

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("policy.json"), text);
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        assertEquals(LEARNED, UrgencyPolicyFile.read(file(UrgencyPolicyFile.text(LEARNED))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "format" : 1     | "format" : 2
            "own" : 1        | "own" : 2
            "own" : 1        | "owns" : 1
            "minutes" : 30   | "minutes" : 0
            "urgencies" : [ 0.0, 3.0 ] | "urgencies" : [ 0.0, 300.0 ]
            "urgencies" : [ 0.0, 3.0 ] | "urgencies" : [ 0.0 ]
            "deviation" : 1.5 | "deviation" : 0
            "drift_bps"      | "speed"
            [ 0.25, 0.25,    | [ "NaN", 0.25,
            """)
    void anAlteredOneIsRefused(String from, String to) throws IOException {
        String text = UrgencyPolicyFile.text(LEARNED);
        assertTrue(text.contains(from), from);
        Path altered = file(text.replace(from, to));
        Problem problem = assertThrows(Problem.class, () -> UrgencyPolicyFile.read(altered));
        assertTrue(
                String.valueOf(problem.getMessage()).contains("as ./vesper execution learn writes it"),
                problem.getMessage());
    }
}
