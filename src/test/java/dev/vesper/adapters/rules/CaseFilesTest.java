package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.editing.CaseResult;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sheets of cases are read, run and written as people edit them. */
class CaseFilesTest {
    private static final String TABLE = "limits/position-weight.dmn";
    private static final String SHEET = "limits/position-weight.scenarios.csv";
    private static final String HEAD = "case,cash,prices,orders,subject,outcome,permitted\r\n";

    private final CaseFiles cases = new CaseFiles(Path.of("target/no-state"));

    private static FileSet with(String sheet) {
        Map<String, byte[]> files =
                new TreeMap<>(RulesFolder.read(Path.of("rules")).files());
        files.put(SHEET, sheet.getBytes(StandardCharsets.UTF_8));
        return new FileSet(files);
    }

    private static FileSet without() {
        Map<String, byte[]> files =
                new TreeMap<>(RulesFolder.read(Path.of("rules")).files());
        files.remove(SHEET);
        return new FileSet(files);
    }

    private String written(FileSet files, TableSheet edited) {
        return new String(cases.written(files, TABLE, edited), StandardCharsets.UTF_8);
    }

    @Test
    void everyCaseIsRunWithTheRowThatDecidedAndWhatItWouldExpect() {
        FileSet files = with(HEAD
                + "as it is,100000,IBM 100,buy 150 IBM,IBM,pass,\r\n"
                + "too much,100000,IBM 100,buy 310 IBM,IBM,warn,\r\n"
                + "no price,100000,IBM 100,buy 10 XOM,XOM,pass,\r\n");
        List<CaseResult> results = cases.run(files, TABLE);
        assertEquals(
                List.of(true, false, false),
                results.stream().map(CaseResult::passed).toList());
        assertEquals(List.of(2, 3, 4), results.stream().map(CaseResult::line).toList());
        assertEquals(2, results.get(1).row());
        assertEquals(
                Map.of("outcome", "cut", "permitted", "250"), results.get(1).accepted());
        assertTrue(
                results.get(2).got().contains("Expected a price of XOM"),
                results.get(2).got());
        assertEquals(Map.of(), results.get(2).accepted());
    }

    @Test
    void allCasesOfAllRulesAreRunTogether() {
        List<CaseResult> all = cases.run(RulesFolder.read(Path.of("rules")));
        assertTrue(all.stream().allMatch(CaseResult::passed), all.toString());
        assertEquals(
                List.of("trades", "no-short", "restricted-list", "stale-price", "wash-sale", "daily-turnover"),
                all.stream().map(CaseResult::rule).distinct().limit(6).toList());
    }

    @Test
    void aSheetThatDoesNotChangeStaysByteForByteAndSoDoItsOtherLines() {
        String text =
                HEAD + "\"one, two\", 100000,IBM 100,buy 150 IBM,IBM,pass,\r\nother,1,IBM 1,buy 1 IBM,IBM,deny,\r\n";
        FileSet files = with(text);
        TableSheet sheet = cases.sheet(files, TABLE);
        assertEquals(text, written(files, sheet));
        assertEquals(
                text.replace("deny", "warn"),
                written(files, sheet.withCell(1, 5, "warn")),
                "one cell, and no other line");
        List<SheetRow> rows = new ArrayList<>(sheet.rows());
        rows.removeFirst();
        assertEquals(HEAD + "other,1,IBM 1,buy 1 IBM,IBM,deny,\r\n", written(files, sheet.withRows(rows)));
    }

    @Test
    void whereThereIsNoSheetOneIsBegun() {
        TableSheet sheet = cases.sheet(without(), TABLE);
        assertEquals(List.of(), sheet.rows());
        TableSheet one = sheet.withRows(List.of(new SheetRow("", List.of("a", "1", "IBM 1", "", "IBM", "pass"))));
        assertEquals("case,cash,prices,orders,subject,outcome\na,1,IBM 1,,IBM,pass\n", written(without(), one));
        assertEquals(List.of(), cases.run(without(), TABLE));
    }

    @Test
    void whatNoLineCanHoldIsRefused() {
        FileSet files = with(HEAD + "a,1,IBM 1,,IBM,pass,\r\n");
        TableSheet sheet = cases.sheet(files, TABLE);
        assertThrows(Problem.class, () -> written(files, sheet.withCell(0, 0, "two\nlines")));
        assertThrows(Problem.class, () -> cases.sheet(with("case,cash,colour\r\n"), TABLE));
    }

    @Test
    void aRuleIsTriedWithoutTheOthers() {
        Map<String, byte[]> files = new TreeMap<>(
                with(HEAD + "a,100000,IBM 100,buy 150 IBM,IBM,pass,\n").files());
        files.put("limits/other.dmn", "<broken".getBytes(StandardCharsets.UTF_8));
        assertTrue(cases.run(new FileSet(files), TABLE).getFirst().passed());
    }
}
