package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.limits.measure.FirmColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is looked at as what it says it is, wherever it lies. */
class CheckedFileTest {
    private static final Path LIMIT = Path.of("rules/limits/position-weight.dmn");

    @TempDir
    Path folder;

    @Test
    void theDeliveredTablesHold() {
        assertEquals(
                new CheckedFile("a limit", List.of("Position weight"), List.of()),
                CheckedFile.of(LIMIT, KnownFirm.NONE));
        assertEquals(
                new CheckedFile("a table of who approves", List.of("Approvals"), List.of()),
                CheckedFile.of(Path.of("rules/approvals/trades.dmn"), KnownFirm.NONE));
    }

    @Test
    void aLimitElsewhereIsLookedAtAsALimit() throws IOException {
        Path file = folder.resolve("mine.dmn");
        Files.writeString(file, Files.readString(LIMIT).replace("<text>0.25</text>", "<text>25</text>"));
        List<Finding> found = CheckedFile.of(file, KnownFirm.NONE).findings();
        assertEquals(
                List.of("ERROR 48 2 limit out-of-range"),
                found.stream().map(CheckedFileTest::brief).toList());
    }

    @Test
    void aTextIsNoLimit() throws IOException {
        Path file = folder.resolve("mine.dmn");
        Files.writeString(
                file,
                Files.readString(LIMIT)
                        .replace("<text>0.25</text>", "<text>\"0.25\"</text>")
                        .replace("<text>0.30</text>", "<text>\"a third\"</text>"));
        assertEquals(
                List.of("ERROR 41 1 warning wrong-type", "ERROR 48 2 limit wrong-type"),
                CheckedFile.of(file, KnownFirm.NONE).findings().stream()
                        .map(CheckedFileTest::brief)
                        .toList());
    }

    /** FEEL takes them for ranges and lists, and the table would say nothing of the order. */
    @Test
    void aTestOrAListIsNoValue() throws IOException {
        Path file = folder.resolve("mine.dmn");
        for (String cell :
                List.of("=1+1", "= 0.25", "&lt; 0.25", "[0.1..0.25]", "(0.1..0.25)", "[0.25]", "not(0.25)")) {
            Files.writeString(file, Files.readString(LIMIT).replace("<text>0.25</text>", "<text>" + cell + "</text>"));
            assertEquals(
                    List.of("ERROR 48 2 limit wrong-type"),
                    CheckedFile.of(file, KnownFirm.NONE).findings().stream()
                            .map(CheckedFileTest::brief)
                            .toList(),
                    cell);
        }
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws IOException {
        Path file = folder.resolve("mine.dmn");
        Files.writeString(
                file,
                Files.readString(LIMIT)
                        .replace("<text>0.25</text>", "<text>25</text>")
                        .replace("<text>\"cut\"</text>", "<text>\"cutt\"</text>")
                        .replace("\"Fund\", \"ETF\"", "\"Fnd\", 7")
                        .replace("<text>0.30</text>", "<text></text>")
                        .replace("typeRef=\"number\"/>", "typeRef=\"string\"/>"));
        CheckedFile checked = CheckedFile.of(file, KnownFirm.NONE);
        assertFalse(checked.holds());
        assertEquals(
                List.of(
                        "ERROR 33 0 limit wrong-type",
                        "ERROR 34 0 warning wrong-type",
                        "ERROR 38 1 Asset class unknown-word",
                        "ERROR 41 1 warning empty-output",
                        "ERROR 48 2 limit out-of-range",
                        "ERROR 50 2 action unknown-action"),
                checked.findings().stream()
                        .filter(f -> f.severity() == Finding.Severity.ERROR)
                        .map(CheckedFileTest::brief)
                        .toList());
    }

    @Test
    void whatASmallerOrderUsesAsMuchOfIsNotCut() throws IOException {
        Path file = folder.resolve("names.dmn");
        Files.writeString(
                file,
                Files.readString(Path.of("rules/limits/gross-exposure.dmn"))
                        .replace("name=\"Gross exposure\"", "name=\"Number of names\""));
        List<String> found = CheckedFile.of(file, KnownFirm.NONE).findings().stream()
                .map(CheckedFileTest::brief)
                .toList();
        assertTrue(found.stream().anyMatch(line -> line.endsWith(" 1 action unknown-action")), found::toString);
    }

    @Test
    void gapsAndOverlapsComeWithAnExample() throws IOException {
        Path file = folder.resolve("mine.dmn");
        Files.writeString(
                file,
                Files.readString(LIMIT)
                        .replace("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"")
                        .replace(
                                "<inputEntry id=\"row-2-asset-class\"><text>-</text>",
                                "<inputEntry id=\"row-2-asset-class\"><text>\"Equity\", \"ETF\"</text>"));
        List<Finding> found = CheckedFile.of(file, KnownFirm.NONE).findings();
        Finding overlap = found.stream()
                .filter(f -> f.code().equals("overlap"))
                .findFirst()
                .orElseThrow();
        assertEquals("\"ETF\"", overlap.example().get("Asset class"));
        assertTrue(overlap.sentence().startsWith("Expected one answer, but row 1 fits some of the same, for example"));
        Finding gap =
                found.stream().filter(f -> f.code().equals("gap")).findFirst().orElseThrow();
        assertEquals(Finding.Severity.WARNING, gap.severity());
        assertFalse(List.of("\"ETF\"", "\"Equity\"", "\"Fund\"")
                .contains(String.valueOf(gap.example().get("Asset class"))));
    }

    @Test
    void aWordThatTheFirmHasNotIsTold() throws IOException {
        Path file = folder.resolve("mine.dmn");
        Files.writeString(
                file,
                Files.readString(Path.of("rules/limits/sector-weight.dmn")).replace("      <rule id=\"row-1\">", """
                              <rule id="row-0">
                                <inputEntry><text>"Enrgy", "Health"</text></inputEntry>
                                <inputEntry><text>-</text></inputEntry>
                                <outputEntry><text>0.1</text></outputEntry>
                                <outputEntry><text>null</text></outputEntry>
                                <outputEntry><text>"cut"</text></outputEntry>
                              </rule>
                              <rule id="row-1">"""));
        KnownFirm firm = new KnownFirm(
                FirmColumns.NONE, Map.of("Sector", new TreeSet<>(List.of("Energy", "Health", "Technology"))));
        CheckedFile checked = CheckedFile.of(file, firm);
        assertTrue(checked.holds());
        assertEquals(
                List.of("Expected a word that the firm has, but nothing of it is \"Enrgy\"; maybe \"Energy\" is meant"),
                checked.findings().stream().map(Finding::sentence).toList());
    }

    private static String brief(Finding finding) {
        return finding.severity() + " " + finding.line() + " " + finding.row() + " " + finding.column() + " "
                + finding.code();
    }

    @Test
    void whatIsNoTableOfOursIsAModel() throws IOException {
        Path file = folder.resolve("mine.dmn");
        Files.writeString(file, Files.readString(LIMIT).replace("name=\"Position weight\"", "name=\"Discount\""));
        assertEquals(
                "a decision model, which is no table of a firm's rules",
                CheckedFile.of(file, KnownFirm.NONE).what());
        assertThrows(Problem.class, () -> CheckedFile.of(Path.of("rules/compliance/wash-sale.drl"), KnownFirm.NONE));
    }
}
