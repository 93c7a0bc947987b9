package dev.vesper.desk.workbench.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.editing.TableEdit.Kind;
import dev.vesper.desk.workbench.sheet.SheetFormat;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists of names are begun, filled and looked at; what goes wrong is told by its cell. */
class EditListsTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2018, 4, 11);

    private final Memory memory = new Memory();

    {
        memory.rulesOfProject = true;
    }

    private final EditTables tables = MemoryOperations.tables(memory, () -> NOON);
    private final EditLists lists = tables.lists();

    private ListSheet begun() {
        return lists.begin("restricted", "instrument", "", "", "ada", DAY);
    }

    private static List<TableEdit> entry(ListSheet list, String... cells) {
        List<TableEdit> edits = new ArrayList<>();
        String above = list.sheet().rows().isEmpty()
                ? ""
                : list.sheet().rows().getLast().id();
        edits.add(new TableEdit(Kind.ADD_ROW, "+1", "", above));
        List<String> titles = list.sheet().titles();
        for (int c = 0; c < cells.length; c++) {
            edits.add(new TableEdit(Kind.CELL, "+1", titles.get(c), cells[c]));
        }
        return edits;
    }

    @Test
    void aListIsBegunInADraftAndGetsEntriesThatStandOnADay() {
        assertEquals(List.of(), lists.all("", DAY), "none is delivered");
        ListSheet begun = begun();
        assertEquals("D-1", begun.draft());
        assertEquals(
                List.of("instrument", "owner", "reason", "from", "until"),
                begun.sheet().titles());
        ListSheet one = lists.save(
                "restricted",
                "D-1",
                begun.seen(),
                entry(begun, "IBM", "legal", "merger talks", "", "2018-04-20"),
                "",
                "ada",
                DAY);
        ListSheet two = lists.save(
                "restricted",
                "D-1",
                one.seen(),
                entry(one, "XOM", "board", "decision", "2018-06-01", ""),
                "",
                "ada",
                DAY);
        assertEquals(List.of("expires soon", "not yet"), two.states());
        assertEquals(
                List.of("expired", "holds"),
                lists.show("restricted", "D-1", LocalDate.of(2018, 6, 1)).states());
        assertTrue(two.findings().stream()
                .anyMatch(f -> f.code().equals("expires-soon")
                        && f.row() == 1
                        && f.column().equals("until")));
        ListLine line = lists.all("D-1", DAY).getFirst();
        assertEquals(
                new ListLine("lists/restricted.csv", "restricted", "instrument", 2, 1, 1, 0, line.uses(), ""), line);
        assertEquals(List.of("compliance/restricted-list.drl"), line.uses());
        assertEquals(List.of(), lists.all("", DAY), "what judges has none");
    }

    @Test
    void linesThatDidNotChangeStayAsTheyAre() {
        ListSheet begun = begun();
        ListSheet one = lists.save(
                "restricted",
                "D-1",
                begun.seen(),
                entry(begun, "IBM", "legal", "talks, and more", "", ""),
                "",
                "ada",
                DAY);
        lists.save("restricted", "D-1", one.seen(), entry(one, "XOM", "board", "decision", "", ""), "", "ben", DAY);
        assertEquals(
                "instrument,owner,reason,from,until\nIBM,legal,\"talks, and more\",,\nXOM,board,decision,,\n",
                new String(
                        memory.rules(() -> NOON).drafts().files("D-1").files().get("lists/restricted.csv"),
                        StandardCharsets.UTF_8));
    }

    @Test
    void eachEditIsTriedAndWhatIsWrongIsToldByItsCell() {
        ListSheet begun = begun();
        Map<String, String[]> wrong = Map.of(
                "no-owner", new String[] {"IBM", "", "talks", "", ""},
                "no-date", new String[] {"IBM", "legal", "talks", "", "soon"},
                "until-before-from", new String[] {"IBM", "legal", "talks", "2018-05-01", "2018-04-01"},
                "formula", new String[] {"=A1", "legal", "talks", "", ""});
        wrong.forEach((code, cells) -> {
            TriedList tried = lists.tried("restricted", "D-1", entry(begun, cells), DAY);
            TableFinding found = tried.findings().stream()
                    .filter(one -> one.severity() == Finding.Severity.ERROR)
                    .findFirst()
                    .orElseThrow();
            assertEquals(code, found.code());
            assertEquals(1, found.row());
            assertEquals(List.of(), tried.states());
        });
        assertEquals(begun.seen(), lists.show("restricted", "D-1", DAY).seen(), "trying keeps nothing");
    }

    @Test
    void namesAndKindsThatAreNoneAreRefused() {
        begun();
        assertTrue(refusal(() -> lists.begin("restricted", "issuer", "D-1", "", "ada", DAY))
                .contains("there is one called"));
        assertTrue(refusal(() -> lists.begin("esg", "isuer", "D-1", "", "ada", DAY))
                .contains("issuer"));
        assertTrue(refusal(() -> lists.begin("../esg", "issuer", "D-1", "", "ada", DAY))
                .contains("Expected a file such as"));
        assertTrue(refusal(() -> lists.show("esg", "D-1", DAY)).contains("there is no \"lists/esg.csv\""));
    }

    private static String refusal(Runnable act) {
        return String.valueOf(assertThrows(Problem.class, act::run).getMessage());
    }

    @Test
    void whoeverAsksForAListIsNamed() {
        ListSheet begun = lists.begin("esg-exclusions", "issuer", "", "", "ada", DAY);
        assertEquals(List.of(), begun.line().uses());
        memory.rules(() -> NOON)
                .drafts()
                .write("D-1", "limits/esg.dmn", listWeight().getBytes(StandardCharsets.UTF_8), begun.seen(), "ada", "");
        assertEquals(
                List.of("limits/esg.dmn"),
                lists.show("esg-exclusions", "D-1", DAY).line().uses());
    }

    @Test
    void aTableOfTheSameDraftMayAskForIt() {
        ListSheet begun = lists.begin("esg-exclusions", "issuer", "", "", "ada", DAY);
        String table = "limits/position-weight.dmn";
        RuleTable saved = tables.save(
                table,
                "D-1",
                begun.seen(),
                List.of(new TableEdit(Kind.ADD_INPUT, "", "On list esg exclusions", "")),
                "",
                "ada");
        assertTrue(saved.sheet().titles().contains("On list esg exclusions"));
        assertEquals(List.of(), saved.findings());
        assertEquals(
                List.of(table), lists.show("esg-exclusions", "D-1", DAY).line().uses());
        assertTrue(
                tables.show(table, "").inputs().stream()
                        .noneMatch(input -> input.name().equals("On list esg exclusions")),
                "what judges has no such list");
    }

    /** Limits what stands on a list together. */
    private String listWeight() {
        return new String(
                        tables.files().written("limits/sector-weight.dmn", "", SheetFormat.DMN), StandardCharsets.UTF_8)
                .replace("Sector weight", "List weight")
                .replace("<text>Sector</text>", "<text>List</text>")
                .replace("name=\"Sector\"", "name=\"List\"")
                .replaceFirst("<text>-</text>", "<text>\"ESG exclusions\"</text>");
    }
}
