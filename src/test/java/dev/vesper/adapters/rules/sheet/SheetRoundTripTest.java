package dev.vesper.adapters.rules.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetColumn.Kind;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever stands in a table, it comes back from a spreadsheet unchanged, whichever form it went out in. */
class SheetRoundTripTest {
    @Property(tries = 150)
    void xlsxComesBackUnchanged(@ForAll("tables") TableSheet table) {
        assertEquals(table, back(table, XlsxReader.read("t.xlsx", XlsxWriter.written(table))));
    }

    @Property(tries = 150)
    void csvComesBackUnchanged(@ForAll("tables") TableSheet table) {
        String csv = SheetCsv.written(table);
        assertEquals(table, back(table, SheetCsv.read("t.csv", csv.getBytes(StandardCharsets.UTF_8))));
        assertEquals(table, back(table, SheetCsv.read("t.csv", ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8))));
    }

    /** Where it is FEEL, an apostrophe stands in front, as the table is written. */
    @Test
    void aFormulaInCsvIsRefusedByItsCell() {
        SheetGrid grid = SheetCsv.read("t.csv", "A,limit\n-,=1+1\n'=5,0.25\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of(
                        "t.csv:2:2: Expected a value, but there is the formula =1+1; write what it comes to, or an apostrophe"
                                + " in front where it is FEEL"),
                grid.faults().stream().map(SheetFault::toString).toList());
        assertEquals("=5", grid.lines().getLast().cells().getFirst());
    }

    @Property(tries = 100)
    void dmnComesBackUnchanged(@ForAll("tables") TableSheet table) {
        TableSheet empty = table.withRows(List.of());
        DmnText dmn = DmnText.of("t.dmn", file(empty).getBytes(StandardCharsets.UTF_8));
        assertEquals(table, dmn.table().written(table).table().sheet());
    }

    private static TableSheet back(TableSheet table, SheetGrid grid) {
        SheetImport read = SheetImport.into(table, grid, title -> Optional.empty());
        assertEquals(List.of(), read.faults());
        return read.sheet();
    }

    private static String file(TableSheet table) {
        StringBuilder clauses = new StringBuilder();
        for (SheetColumn column : table.columns()) {
            clauses.append(
                    switch (column.kind()) {
                        case INPUT ->
                            "<input><inputExpression typeRef=\"" + column.type() + "\"><text>" + column.name()
                                    + "</text></inputExpression></input>";
                        case OUTPUT -> "<output name=\"" + column.name() + "\" typeRef=\"" + column.type() + "\"/>";
                        case ANNOTATION -> "<annotation name=\"" + column.name() + "\"/>";
                        case DESCRIPTION -> "";
                    });
        }
        return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"><decision name=\"D\">"
                + "<decisionTable hitPolicy=\"FIRST\">" + clauses + "</decisionTable></decision></definitions>";
    }

    @Provide
    Arbitrary<TableSheet> tables() {
        Arbitrary<List<SheetColumn>> columns = Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 2))
                .as((inputs, outputs, notes) -> {
                    List<SheetColumn> all = new ArrayList<>();
                    for (int c = 0; c < inputs; c++) {
                        all.add(SheetColumn.input("in " + c, c == 0 ? "number" : "string"));
                    }
                    for (int c = 0; c < outputs; c++) {
                        all.add(new SheetColumn(Kind.OUTPUT, "out" + c, "", "number", ""));
                    }
                    for (int c = 0; c < notes; c++) {
                        all.add(new SheetColumn(Kind.ANNOTATION, "Note " + c, "", "", ""));
                    }
                    return all;
                });
        return columns.flatMap(all -> cells().list()
                .ofSize(all.size())
                .list()
                .ofMaxSize(8)
                .map(rows -> new TableSheet("D", "", "FIRST", all, rows(rows))));
    }

    private static List<SheetRow> rows(List<List<String>> cells) {
        List<SheetRow> rows = new ArrayList<>();
        for (int r = 0; r < cells.size(); r++) {
            rows.add(new SheetRow("row-" + (r + 1), cells.get(r)));
        }
        return rows;
    }

    private static Arbitrary<String> cells() {
        Arbitrary<String> odd = Arbitraries.of(
                "",
                "-",
                "--",
                "'-",
                "''",
                "=1+1",
                "+1",
                "-1",
                "@x",
                "'=1",
                "007",
                "12345678901234567890",
                "1e5",
                "1E5x",
                "2025-01-31",
                "date(\"2025-01-31\")",
                "\"a\", \"b\"",
                "\"a;b\"",
                "a\nb",
                "a\r\nb",
                "\t",
                " ",
                "trailing  ",
                "  leading",
                "0.10",
                "TRUE",
                "_x000D_",
                "_x0041_x0042_",
                "&amp;",
                "<text>",
                "]]>",
                "<![CDATA[x]]>",
                "ä€😀",
                "{}",
                "#1",
                "\u2028",
                "\"",
                "\"\"",
                "not(\"x\")",
                "[1..5]",
                "> 1000");
        Arbitrary<String> any = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\n', '\t', 'ä', 'ß', '€', '漢', '\u00A0')
                .ofMaxLength(12);
        return Arbitraries.oneOf(odd, any);
    }
}
