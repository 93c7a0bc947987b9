package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tighter limit contradicts the cases of the looser one: each is taken over as the rule says it now. */
class AcceptedCasesTest {
    private static final String SHEET = "limits/position-weight.scenarios.csv";

    @TempDir
    Path state;

    private final Map<String, byte[]> files =
            new TreeMap<>(RulesFolder.read(Path.of("rules")).files());

    @BeforeEach
    void aTighterLimit() {
        String table = text("limits/position-weight.dmn");
        files.put(
                "limits/position-weight.dmn",
                table.replace("<text>0.25</text>", "<text>0.10</text>")
                        .replace("<text>0.20</text>", "<text>0.08</text>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private String text(String file) {
        return new String(Objects.requireNonNull(files.get(file)), StandardCharsets.UTF_8);
    }

    private long failing() {
        return new FolderCheck(state)
                .of(new FileSet(files)).stream()
                        .filter(finding -> finding.code().equals("case"))
                        .count();
    }

    private byte[] accepted(String sheet, int line) {
        return new AcceptedCases(state).of(new FileSet(files), sheet, line);
    }

    @Test
    void oneCaseIsTakenOverAndNoOtherLineChanges() {
        long before = failing();
        List<String> was = text(SHEET).lines().toList();
        files.put(SHEET, accepted(SHEET, 2));
        List<String> now = text(SHEET).lines().toList();
        assertEquals(before - 1, failing());
        assertEquals(was.size(), now.size());
        assertTrue(now.get(1).endsWith(",cut,100"), now.get(1));
        for (int i = 0; i < was.size(); i++) {
            if (i != 1) {
                assertEquals(was.get(i), now.get(i));
            }
        }
    }

    @Test
    void allThatFailAreTakenOverAtOnce() {
        assertTrue(failing() > 3);
        files.put(SHEET, accepted(SHEET, 0));
        assertEquals(0, failing());
        Problem holds = assertThrows(Problem.class, () -> accepted(SHEET, 0));
        assertTrue(holds.getMessage().contains("but all of " + SHEET + " do"), holds::getMessage);
    }

    @Test
    void whatIsNoSuchCaseIsSaid() {
        assertTrue(assertThrows(Problem.class, () -> accepted(SHEET, 999))
                .getMessage()
                .contains("there is none in line 999"));
        assertTrue(assertThrows(Problem.class, () -> accepted("approvals/trades.scenarios.csv", 0))
                .getMessage()
                .contains("all of approvals/trades.scenarios.csv do"));
        for (String other : List.of("limits/position-weight.dmn", "../x", "")) {
            assertTrue(assertThrows(Problem.class, () -> accepted(other, 0))
                    .getMessage()
                    .startsWith("Expected a sheet of cases"));
        }
    }
}
