package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that is wrong with a draft is told at once, whatever file it is in. */
class FolderCheckTest {
    private static final FileSet RULES = RulesFolder.read(Path.of("rules"));

    @TempDir
    Path state;

    private final Map<String, byte[]> files = new TreeMap<>(RULES.files());

    private void change(String file, String from, String to) {
        String text = new String(Objects.requireNonNull(files.get(file)), StandardCharsets.UTF_8);
        assertTrue(text.contains(from), from);
        files.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> found() {
        return new FolderCheck(state)
                .of(new FileSet(files)).stream()
                        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                        .map(finding -> finding.file() + " " + finding.row() + " " + finding.code())
                        .toList();
    }

    @Test
    void nothingStandsAgainstTheDeliveredRules() {
        assertEquals(List.of(), found());
    }

    @Test
    void faultsOfSeveralTablesAreToldTogether() {
        change("limits/position-weight.dmn", "<text>0.25</text>", "<text>25</text>");
        change("limits/position-weight.dmn", "\"Fund\", \"ETF\"", "\"Fnd\"");
        change("approvals/trades.dmn", "<text>1</text>", "<text>0</text>");
        assertEquals(
                List.of(
                        "approvals/trades.dmn 1 approvals",
                        "limits/position-weight.dmn 1 unknown-word",
                        "limits/position-weight.dmn 2 out-of-range"),
                found());
    }

    @Test
    void aCaseThatFailsAndCodeThatNobodySignedStandAgainstIt() {
        change("limits/position-weight.dmn", "<text>0.25</text>", "<text>0.24</text>");
        assertTrue(found().contains("limits/position-weight.scenarios.csv 0 case"), found()::toString);
        change("compliance/wash-sale.drl", "realisedGain < 0", "realisedGain < 1");
        assertEquals(List.of("compliance/wash-sale.drl 0 load"), found());
    }

    @Test
    void whatMustBeThereIsAskedFor() {
        files.remove("limits/sector-weight.dmn");
        assertEquals(List.of("required.txt 0 load"), found());
        files.remove("required.txt");
        assertTrue(found().contains("required.txt 0 no-required"), found()::toString);
    }
}
