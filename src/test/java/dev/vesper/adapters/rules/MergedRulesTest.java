package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.MergeConflict;
import dev.vesper.desk.workbench.MergeConflict.Keep;
import dev.vesper.desk.workbench.MergeRules;
import dev.vesper.desk.workbench.editing.TableTexts;
import dev.vesper.desk.workbench.sheet.Columns;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What two people changed of the delivered rules, brought together: both are there, or the cell is named. */
class MergedRulesTest {
    private static final FileSet BASE = RulesFolder.read(Path.of("rules"));
    private static final String WEIGHT = "limits/position-weight.dmn";
    private static final String CASES = "limits/position-weight.scenarios.csv";
    private static final TableTexts TABLES = new DmnTables(() -> LocalDate.of(2018, 4, 11));

    private static FileSet with(FileSet files, String path, UnaryOperator<String> change) {
        Map<String, byte[]> all = new TreeMap<>(files.files());
        String before = text(files, path);
        String after = change.apply(before);
        assertTrue(!after.equals(before), "nothing is changed in " + path);
        all.put(path, after.getBytes(StandardCharsets.UTF_8));
        return new FileSet(all);
    }

    private static String text(FileSet files, String path) {
        return new String(files.files().getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }

    private static FileSet cells(FileSet files, UnaryOperator<TableSheet> edit) {
        Map<String, byte[]> all = new TreeMap<>(files.files());
        byte[] bytes = all.get(WEIGHT);
        all.put(WEIGHT, TABLES.written(WEIGHT, bytes, edit.apply(TABLES.sheet(WEIGHT, bytes))));
        return new FileSet(all);
    }

    private static FileSet cell(FileSet files, int row, String column, String text) {
        return cells(files, sheet -> sheet.withCell(row - 1, sheet.titles().indexOf(column), text));
    }

    private static FileSet row(FileSet files, String limit) {
        return cells(files, sheet -> {
            List<SheetRow> rows = new ArrayList<>(sheet.rows());
            List<String> cells = new ArrayList<>(rows.getFirst().cells());
            cells.set(sheet.titles().indexOf("limit"), limit);
            rows.addFirst(new SheetRow("", cells));
            return sheet.withRows(rows);
        });
    }

    private static TableSheet sheet(FileSet files) {
        return TABLES.sheet(WEIGHT, files.files().get(WEIGHT));
    }

    private static MergeRules.Merged merged(FileSet active, FileSet draft, Keep keep) {
        return new MergedRules().of(BASE, active, draft, keep);
    }

    private static List<String> column(FileSet files, String column) {
        TableSheet sheet = sheet(files);
        int place = sheet.titles().indexOf(column);
        return sheet.rows().stream().map(row -> row.cells().get(place)).toList();
    }

    @Test
    void differentFilesAndDifferentCellsAreBothThere() {
        FileSet active = cell(BASE, 2, "limit", "0.24");
        FileSet draft = with(cell(BASE, 1, "limit", "0.39"), "limits/sector-weight.dmn", t -> t + "\n");
        MergeRules.Merged merged = merged(active, draft, Keep.NEITHER);
        assertEquals(List.of(), merged.conflicts());
        assertEquals(List.of("0.39", "0.24"), column(merged.files(), "limit"));
        assertEquals(text(draft, "limits/sector-weight.dmn"), text(merged.files(), "limits/sector-weight.dmn"));
        assertEquals(
                merged.files().sha256(),
                merged(draft, active, Keep.NEITHER).files().sha256(),
                "whoever was first");
    }

    @Test
    void theSameCellIsNamedAndKeptAsIsSaid() {
        FileSet active = cell(BASE, 2, "limit", "0.24");
        FileSet draft = cell(cell(BASE, 2, "limit", "0.22"), 1, "limit", "0.39");
        MergeRules.Merged merged = merged(active, draft, Keep.NEITHER);
        assertEquals(List.of(new MergeConflict(WEIGHT, "2", "limit", "0.25", "0.24", "0.22")), merged.conflicts());
        assertEquals(List.of("0.39", "0.24"), column(merged.files(), "limit"));
        assertEquals(
                List.of("0.39", "0.22"),
                column(merged(active, draft, Keep.DRAFT).files(), "limit"));
        assertEquals(
                List.of(),
                merged(active, cell(BASE, 2, "limit", "0.24"), Keep.NEITHER).conflicts());
    }

    @Test
    void twoNewRowsAreTwoRows() {
        FileSet active = row(BASE, "0.11");
        FileSet draft = row(BASE, "0.12");
        MergeRules.Merged merged = merged(active, draft, Keep.NEITHER);
        assertEquals(List.of(), merged.conflicts());
        List<String> limits = column(merged.files(), "limit");
        assertEquals(4, limits.size(), limits.toString());
        assertTrue(limits.containsAll(List.of("0.11", "0.12")), limits.toString());
        assertEquals(
                4,
                sheet(merged.files()).rows().stream()
                        .map(SheetRow::id)
                        .distinct()
                        .count());
        assertEquals(
                3,
                column(merged(active, row(BASE, "0.11"), Keep.NEITHER).files(), "limit")
                        .size());
    }

    @Test
    void aRowThatOneRemovedAndTheOtherChangedIsNamed() {
        FileSet active = cells(BASE, sheet -> sheet.withRows(sheet.rows().subList(1, 2)));
        FileSet draft = cell(BASE, 1, "limit", "0.39");
        MergeRules.Merged merged = merged(active, draft, Keep.DRAFT);
        assertEquals(1, merged.conflicts().size());
        assertEquals("1", merged.conflicts().getFirst().row());
        assertEquals("", merged.conflicts().getFirst().active());
        assertEquals(2, column(merged.files(), "limit").size());
        assertEquals(
                1, column(merged(active, draft, Keep.ACTIVE).files(), "limit").size());
        assertEquals(
                1,
                column(
                                merged(active, cell(BASE, 2, "limit", "0.24"), Keep.NEITHER)
                                        .files(),
                                "limit")
                        .size());
    }

    @Test
    void aColumnMoreAndACellMoreAreBothThere() {
        FileSet active = cells(BASE, sheet -> Columns.added(sheet, SheetColumn.input("Country", "string")));
        FileSet draft = cell(BASE, 2, "limit", "0.24");
        for (MergeRules.Merged merged :
                List.of(merged(active, draft, Keep.NEITHER), merged(draft, active, Keep.NEITHER))) {
            assertEquals(List.of(), merged.conflicts());
            assertEquals(List.of("-", "-"), column(merged.files(), "Country"));
            assertEquals("0.24", column(merged.files(), "limit").getLast());
        }
    }

    @Test
    void casesAreMergedByTheirNames() {
        FileSet active = with(BASE, CASES, t -> t + "New of one,0,IBM 100,100 IBM,sell 100 IBM,,,account,pass,\n");
        FileSet draft = with(BASE, CASES, t -> t + "New of another,0,IBM 100,100 IBM,sell 100 IBM,,,account,pass,\n");
        MergeRules.Merged merged = merged(active, draft, Keep.NEITHER);
        assertEquals(List.of(), merged.conflicts());
        assertTrue(text(merged.files(), CASES).startsWith(text(BASE, CASES)));
        assertTrue(text(merged.files(), CASES).contains("New of one,"));
        assertTrue(text(merged.files(), CASES)
                .endsWith("New of another,0,IBM 100,100 IBM,sell 100 IBM,,,account,pass,\n"));
        FileSet other = with(BASE, CASES, t -> t + "New of one,0,IBM 100,100 IBM,sell 100 IBM,,,account,deny,\n");
        MergeRules.Merged twice = merged(active, other, Keep.NEITHER);
        assertEquals("New of one", twice.conflicts().getFirst().row());
        assertTrue(text(merged(active, other, Keep.DRAFT).files(), CASES).contains("account,deny"));
    }

    @Test
    void whatIsMoreThanCellsInBothIsOneConflict() {
        FileSet active = with(BASE, WEIGHT, t -> t.replace("x=\"210\"", "x=\"211\""));
        FileSet draft = with(BASE, WEIGHT, t -> t.replace("x=\"210\"", "x=\"212\""));
        MergeRules.Merged merged = merged(active, draft, Keep.NEITHER);
        assertEquals(1, merged.conflicts().size());
        assertEquals("", merged.conflicts().getFirst().row());
        assertArrayEquals(active.files().get(WEIGHT), merged.files().files().get(WEIGHT));
        MergeRules.Merged one = merged(active, cell(BASE, 2, "limit", "0.24"), Keep.NEITHER);
        assertEquals(List.of(), one.conflicts(), "only one of them is more than cells");
        assertTrue(text(one.files(), WEIGHT).contains("x=\"211\""));
        assertEquals("0.24", column(one.files(), "limit").getLast());
    }

    @Test
    void codeAndFilesThatAreGoneAreWhole() {
        String code = "compliance/no-short.drl";
        Map<String, byte[]> gone = new TreeMap<>(BASE.files());
        gone.remove(code);
        FileSet draft = with(BASE, code, t -> "// mine\n" + t);
        MergeRules.Merged merged = merged(new FileSet(gone), draft, Keep.DRAFT);
        assertEquals(1, merged.conflicts().size());
        assertEquals("", merged.conflicts().getFirst().active());
        assertTrue(text(merged.files(), code).startsWith("// mine"));
        assertEquals(List.of(), merged(new FileSet(gone), BASE, Keep.NEITHER).conflicts());
        assertEquals(
                gone.keySet(),
                merged(new FileSet(gone), BASE, Keep.NEITHER).files().files().keySet());
    }
}
