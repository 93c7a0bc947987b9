package dev.vesper.desk.workbench.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.ActiveRules;
import dev.vesper.desk.workbench.ChangeLog;
import dev.vesper.desk.workbench.ChangeRecords;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.Drafts;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.editing.TableEdit.Kind;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People's edits of a table go into drafts, and nothing else of its file changes. */
class EditTablesTest {
    private static final String TABLE = "limits/position-weight.dmn";
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final Memory memory = new Memory();
    private final EditTables tables = MemoryOperations.tables(memory, () -> NOON);

    @Test
    void everyRuleIsListedWithWhatItMeasures() {
        List<RuleLine> all = tables.all("");
        assertTrue(all.stream().anyMatch(line -> line.kind().equals("compliance") && line.rows() > 0));
        RuleLine limit = all.stream()
                .filter(line -> line.file().equals(TABLE))
                .findFirst()
                .orElseThrow();
        assertEquals("position-weight", limit.name());
        assertEquals("limit", limit.kind());
        assertEquals(2, limit.rows());
        assertEquals("one instrument's market value over the account's value", limit.sentence());
        assertEquals(NOON, limit.activeSince());
        assertTrue(all.stream().noneMatch(line -> line.file().endsWith(".csv")), all::toString);
    }

    @Test
    void anEditBeginsADraftAndChangesNothingElse() {
        RuleTable shown = tables.show(TABLE, "");
        assertTrue(shown.findings().isEmpty(), shown::toString);
        RuleTable saved = tables.save(TABLE, "", shown.seen(), List.of(cell("row-2", "limit", "0.2")), "", "ada");
        assertEquals("D-1", saved.draft());
        assertEquals("0.2", saved.sheet().rows().getLast().cells().get(2));
        assertEquals(
                "0.25", tables.show(TABLE, "").sheet().rows().getLast().cells().get(2));
        RuleTable more = tables.save(TABLE, "D-1", saved.seen(), List.of(cell("row-2", "limit", "0.25")), "", "ben");
        assertEquals(shown.line().version(), more.line().version(), "the same bytes as at first");
    }

    @Test
    void whatTheVersionBeforeHadAndTheDraftHasNoMoreIsTold() {
        Drafts drafts = new Drafts(
                new ChangeRecords(
                        new ChangeLog(memory.eventLog),
                        new ActiveRules(memory.eventLog, memory.ruleHistory, memory, () -> NOON),
                        memory,
                        () -> NOON),
                memory.ruleHistory);
        Draft draft = drafts.begin("Another policy", "ada");
        byte[] bytes = drafts.files(draft.id()).files().getOrDefault(TABLE, new byte[0]);
        String text = new String(bytes, StandardCharsets.UTF_8).replace("hitPolicy=\"FIRST\"", "hitPolicy=\"ANY\"");
        drafts.write(
                draft.id(),
                TABLE,
                text.getBytes(StandardCharsets.UTF_8),
                draft.now().sha256(),
                "ada",
                "");
        for (List<TableFinding> found : List.of(
                tables.show(TABLE, draft.id()).findings(),
                tables.cases().tried(TABLE, draft.id(), List.of(), List.of()).findings())) {
            assertTrue(found.stream().anyMatch(f -> f.code().equals("hit-policy-changed")), found::toString);
        }
    }

    @Test
    void rowsAndInputsComeGoAndMove() {
        RuleTable shown = tables.show(TABLE, "");
        assertTrue(shown.inputs().stream().anyMatch(input -> input.name().equals("Sector")));
        RuleTable saved = tables.save(
                TABLE,
                "",
                shown.seen(),
                List.of(
                        new TableEdit(Kind.ADD_INPUT, "", "Sector", ""),
                        new TableEdit(Kind.ADD_ROW, "+1", "", ""),
                        cell("+1", "Sector", "\"Energy\""),
                        cell("+1", "limit", "0.1"),
                        cell("+1", "warning", "0.05"),
                        cell("+1", "action", "\"cut\""),
                        new TableEdit(Kind.ADD_ROW, "+2", "", "+1"),
                        new TableEdit(Kind.REMOVE_ROW, "+2", "", ""),
                        new TableEdit(Kind.MOVE_ROW, "+1", "", "row-1")),
                "Energy is tighter",
                "ada");
        assertEquals(
                List.of("row-1", "row-3", "row-2"),
                saved.sheet().rows().stream().map(SheetRow::id).toList());
        assertEquals(
                List.of("-", "-", "\"Energy\"", "0.1", "0.05", "\"cut\"", ""),
                saved.sheet().rows().get(1).cells());
        assertTrue(saved.findings().stream().noneMatch(f -> f.severity() == Finding.Severity.ERROR), saved::toString);
        assertTrue(saved.inputs().stream().noneMatch(input -> input.name().equals("Sector")));
    }

    @Test
    void whatDoesNotHoldIsSavedAndSaidByItsCell() {
        RuleTable shown = tables.show(TABLE, "");
        RuleTable saved = tables.save(TABLE, "", shown.seen(), List.of(cell("row-2", "limit", "25")), "", "ada");
        TableFinding finding = saved.findings().getFirst();
        assertEquals(2, finding.row());
        assertEquals("limit", finding.column());
        assertTrue(finding.sentence().contains("25 % is written 0.25"), finding.sentence());
    }

    @Test
    void nobodyWritesOverWhatTheyHaveNotSeen() {
        RuleTable shown = tables.show(TABLE, "");
        RuleTable first = tables.save(TABLE, "", shown.seen(), List.of(cell("row-2", "limit", "0.2")), "", "ada");
        tables.save(TABLE, "D-1", first.seen(), List.of(cell("row-2", "warning", "0.1")), "", "ben");
        Problem late = assertThrows(
                Problem.class,
                () -> tables.save(TABLE, "D-1", first.seen(), List.of(cell("row-2", "limit", "0.3")), "", "ada"));
        assertEquals(Problem.Kind.REFUSED, late.kind());
        assertThrows(
                Problem.class,
                () -> tables.save(TABLE, "", "0123456789ab", List.of(cell("row-2", "limit", "0.3")), "", "ada"));
    }

    @Test
    void whatIsNotThereIsNamed() {
        String seen = tables.show(TABLE, "").seen();
        for (TableEdit edit : List.of(
                cell("row-9", "limit", "1"),
                cell("row-1", "limits", "1"),
                cell("row-1", "limit", "\u0001"),
                new TableEdit(Kind.ADD_ROW, "row-1", "", ""),
                new TableEdit(Kind.ADD_ROW, "+1", "", "row-9"),
                new TableEdit(Kind.ADD_INPUT, "", "Sectors", ""),
                new TableEdit(Kind.ADD_INPUT, "", "Strategy", ""),
                cell("row-2", "limit", "0.25"))) {
            Problem problem = assertThrows(Problem.class, () -> tables.save(TABLE, "", seen, List.of(edit), "", "ada"));
            assertEquals(Problem.Kind.INPUT, problem.kind(), edit::toString);
        }
        assertThrows(Problem.class, () -> tables.show("limits/nothing.dmn", ""));
        assertThrows(Problem.class, () -> tables.show("limits/position-weight.scenarios.csv", ""));
        assertThrows(Problem.class, () -> tables.show(TABLE, "D-9"));
        assertThrows(Problem.class, () -> tables.save(TABLE, "", seen, List.of(), "", "ada"));
    }

    private static TableEdit cell(String row, String column, String text) {
        return new TableEdit(Kind.CELL, row, column, text);
    }
}
