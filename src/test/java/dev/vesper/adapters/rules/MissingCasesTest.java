package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.editing.CaseResult;
import dev.vesper.desk.workbench.editing.MissingCase;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MissingCasesTest {
    private static final FileSet RULES = RulesFolder.read(Path.of("rules"));
    private static final CaseFiles CASES = new CaseFiles(Path.of("target/no-state"));
    private static final String WEIGHTS = "limits/position-weight.dmn";
    private static final String VOLUMES = "limits/share-of-daily-volume.dmn";

    @Test
    void theRulesThatVesperComesWithLackNone() {
        assertEquals(List.of(), CASES.missing(RULES, WEIGHTS));
        assertEquals(List.of(), CASES.missing(RULES, VOLUMES));
    }

    @Test
    void eachRowDecidesOneJustAboveItsLimitAndEachConditionTurnsOne() {
        assertEquals(
                List.of(
                        "Row 1 decides: Asset class ETF 401 AAA cut 400",
                        "Row 2 decides: Asset class Currency 251 AAA cut 250"),
                CASES.missing(without(WEIGHTS), WEIGHTS).stream()
                        .map(MissingCasesTest::said)
                        .toList());
    }

    @Test
    void whatCannotBeMeasuredIsACaseToo() {
        assertEquals(
                List.of(
                        "Row 1 decides: Volume known false 100 AAA warn ",
                        "Row 2 decides: Volume known true 100001 AAA cut 100000"),
                CASES.missing(without(VOLUMES), VOLUMES).stream()
                        .map(MissingCasesTest::said)
                        .toList());
    }

    @Test
    void aRowThatHoldsFromADayOnHasItsCaseOnThatDay() {
        FileSet dated = new FileSet(Map.of(
                WEIGHTS,
                TableTermsTest.table(
                                "FIRST",
                                TableTermsTest.row("\"ETF\"", "0.10", "", "2018-06-01", "", ""),
                                TableTermsTest.row("\"ETF\"", "0.20", "", "", "", ""),
                                TableTermsTest.row("-", "0.25", "", "", "", ""))
                        .getBytes(StandardCharsets.UTF_8)));
        List<MissingCase> missing = CASES.missing(dated, WEIGHTS);
        assertEquals(
                List.of(
                        "Row 2 decides: Asset class ETF 201 AAA cut 200",
                        "Row 3 decides: Asset class Currency 251 AAA cut 250",
                        "Row 1 decides on 2018-06-01: Asset class ETF 101 AAA cut 100",
                        "Row 3 decides on 2018-06-01: Asset class Currency 251 AAA cut 250"),
                missing.stream().map(MissingCasesTest::said).toList());
        assertEquals("2018-06-01", missing.get(2).cells().get("date"));
    }

    @Test
    void whatIsAddedHoldsAndNothingIsMissingAnyMore() {
        FileSet files = new FileSet(Map.of(
                WEIGHTS,
                new String(RULES.files().get(WEIGHTS), StandardCharsets.UTF_8)
                        .replaceFirst("<text>\"ETF\"</text>", "<text>\"ETF\", \"Bond\"</text>")
                        .getBytes(StandardCharsets.UTF_8),
                "limits/position-weight.scenarios.csv",
                "case,cash,prices,orders,subject,outcome\nSmall,100000,IBM 100,buy 1 IBM,IBM,pass\n"
                        .getBytes(StandardCharsets.UTF_8)));
        List<MissingCase> missing = CASES.missing(files, WEIGHTS);
        Map<String, byte[]> with = new TreeMap<>(files.files());
        with.put(CASES.beside(WEIGHTS), CASES.written(files, WEIGHTS, longer(CASES.sheet(files, WEIGHTS), missing)));
        FileSet complete = new FileSet(with);
        List<CaseResult> results = CASES.run(complete, WEIGHTS);
        assertEquals(1 + missing.size(), results.size());
        assertEquals(List.of(), results.stream().filter(r -> !r.passed()).toList());
        assertEquals(List.of(), CASES.missing(complete, WEIGHTS));
    }

    private static TableSheet longer(TableSheet sheet, List<MissingCase> missing) {
        List<SheetColumn> columns = new ArrayList<>(sheet.columns());
        CASES.columns(WEIGHTS).stream()
                .filter(column -> !sheet.titles().contains(column.name()))
                .forEach(columns::add);
        List<SheetRow> rows = new ArrayList<>();
        for (SheetRow row : sheet.rows()) {
            List<String> cells = new ArrayList<>(row.cells());
            cells.addAll(Collections.nCopies(columns.size() - cells.size(), ""));
            rows.add(new SheetRow(row.id(), cells));
        }
        for (MissingCase one : missing) {
            List<String> cells = columns.stream()
                    .map(column -> one.cells().getOrDefault(column.name(), ""))
                    .toList();
            rows.add(new SheetRow("+" + rows.size(), cells));
        }
        return new TableSheet(sheet.decision(), "", "", columns, rows);
    }

    private static FileSet without(String rule) {
        return new FileSet(Map.of(rule, RULES.files().get(rule)));
    }

    private static String said(MissingCase one) {
        Map<String, String> cells = one.cells();
        return cells.get("case") + " " + cells.get("orders").substring(4) + " " + cells.get("outcome") + " "
                + cells.getOrDefault("permitted", "");
    }
}
