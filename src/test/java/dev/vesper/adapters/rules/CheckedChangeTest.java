package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Checkers;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.ReplayEffect;
import dev.vesper.desk.workbench.RuleDifference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is looked at before a change of the delivered rules judges: its faults, its checkers, its cells. */
class CheckedChangeTest {
    private static final FileSet DELIVERED = RulesFolder.read(Path.of("rules"));
    private static final String WEIGHT = "limits/position-weight.dmn";

    private static final String DELIVERED_CHECKERS =
            new String(DELIVERED.files().get(CheckersTable.FILE), StandardCharsets.UTF_8);
    private static final String OLD_CHECKERS = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="c" name="c" namespace="c">
              <inputData id="urgent" name="Urgent"><variable id="v" name="Urgent" typeRef="boolean"/></inputData>
              <decision id="decision" name="Checkers">
                <variable id="w" name="Checkers"/>
                <informationRequirement id="n"><requiredInput href="#urgent"/></informationRequirement>
                <decisionTable id="table" hitPolicy="FIRST">
                  <input id="i" label="Urgent"><inputExpression id="e" typeRef="boolean"><text>Urgent</text></inputExpression></input>
                  <output id="p" name="people" typeRef="number"/>
                  <output id="b" name="because" typeRef="string"/>
                  <rule id="r1"><inputEntry id="r1i"><text>true</text></inputEntry><outputEntry id="r1p"><text>2</text></outputEntry><outputEntry id="r1b"><text>"urgent"</text></outputEntry></rule>
                  <rule id="r2"><inputEntry id="r2i"><text>-</text></inputEntry><outputEntry id="r2p"><text>1</text></outputEntry><outputEntry id="r2b"><text>"one"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    @TempDir
    Path state;

    private static FileSet with(String path, String before, String after) {
        Map<String, byte[]> files = new HashMap<>(DELIVERED.files());
        String text = new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
        assertTrue(text.contains(before), text);
        files.put(path, text.replace(before, after).getBytes(StandardCharsets.UTF_8));
        return new FileSet(files);
    }

    @Test
    void whatIsDeliveredHasNoFault() {
        assertEquals(List.of(), new FolderCheck(state).of(DELIVERED));
    }

    @Test
    void aFaultIsNamedWithItsPlaceAndAFailingCaseIsOne() {
        List<Finding> broken = new FolderCheck(state).of(with(WEIGHT, "\"cut\"", "\"block\""));
        assertEquals(Finding.Severity.ERROR, broken.getFirst().severity());
        assertEquals(WEIGHT, broken.getFirst().file());
        assertTrue(broken.getFirst().line() > 0);
        List<Finding> failing = new FolderCheck(state).of(with(WEIGHT, ">0.25<", ">0.9<"));
        assertEquals("case", failing.getFirst().code());
        assertEquals("limits/position-weight.scenarios.csv", failing.getFirst().file());
        List<Finding> code = new FolderCheck(state).of(with("compliance/no-short.drl", "package", "// mine\npackage"));
        assertTrue(code.getFirst().sentence().contains("rules trust"), code.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "limits/position-weight.dmn, false, 1, one checker besides the makers",
        "limits/position-weight.scenarios.csv, false, 1, one checker",
        "limits/position-weight.dmn, true, 2, an urgent change",
        "compliance/no-short.drl, false, 2, compliance is changed",
        "approvals/trades.dmn, false, 2, who approves trades",
        "changes/checkers.dmn, false, 2, who checks is itself changed"
    })
    void theDeliveredTableSaysHowManyCheck(String file, boolean urgent, int people, String because) {
        Checkers.Asked asked = new CheckersTable().of(DELIVERED, List.of(file), urgent, ReplayEffect.NO_DAY);
        assertEquals(people, asked.people());
        assertTrue(asked.because().contains(because), asked.because());
    }

    @ParameterizedTest
    @CsvSource({
        "<text>1</text>, <text>null</text>, says nothing of it",
        "<text>1</text>, <text>0</text>, says nothing of it",
        "<text>1</text>, <text>1000</text>, says nothing of it",
        "<text>1</text>, <text>for i in 1..9 return i</text>, cannot be used",
        "Share loosened, Share of luck, 'asks for Share of luck, which nobody knows'",
        "name=\"Checkers\", name=\"Other\", says nothing of it",
        "</definitions>, '', cannot be used"
    })
    void whereTheTableIsSilentOrBrokenTheStrictestWayHolds(String before, String after, String why) {
        Checkers.Asked asked = new CheckersTable()
                .of(with(CheckersTable.FILE, before, after), List.of(WEIGHT), false, ReplayEffect.NO_DAY);
        assertEquals(Checkers.STRICTEST, asked.people());
        assertTrue(asked.because().contains(why), asked.because());
        assertEquals(
                Checkers.STRICTEST,
                new CheckersTable()
                        .of(new FileSet(Map.of()), List.of(WEIGHT), false, ReplayEffect.NO_DAY)
                        .people());
    }

    /** 1,000 orders of five days. */
    private static ReplayEffect effect(int replayed, int untold, int denied, int allowed, int unwarned) {
        return new ReplayEffect(5, replayed, 1_000, untold, denied, allowed, 0, 0, 0, unwarned, List.of(), "");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 0, 0, 0, 0, 1, one checker",
        "5, 0, 0, 20, 0, 1, one checker",
        "5, 0, 0, 21, 0, 2, more than 2 %",
        "5, 0, 0, 10, 11, 2, more than 2 %",
        "5, 0, 100, 0, 0, 1, one checker",
        "5, 0, 101, 0, 0, 2, more than 10 %",
        "4, 0, 0, 0, 0, 2, nothing can be said of a recorded day",
        "5, 1, 0, 0, 0, 2, nothing can be said of an account"
    })
    void whatTheReplayShowsSaysHowManyCheck(
            int replayed, int untold, int denied, int allowed, int unwarned, int people, String because) {
        Checkers.Asked asked = new CheckersTable()
                .of(DELIVERED, List.of(WEIGHT), false, effect(replayed, untold, denied, allowed, unwarned));
        assertEquals(people, asked.people());
        assertTrue(asked.because().contains(because), asked.because());
    }

    @Test
    void daysThatWereNotReplayedAreCheckedTheStricterWay() {
        Checkers.Asked asked = new CheckersTable()
                .of(DELIVERED, List.of(WEIGHT), false, ReplayEffect.none(5, "a file of the draft does not hold"));
        assertEquals(2, asked.people());
        assertTrue(asked.because().contains("none was replayed"), asked.because());
    }

    /** A firm's table of before asks for nothing that a replay shows. */
    @Test
    void aTableThatDoesNotAskForTheReplayGoesByTheFilesAlone() {
        FileSet old = with(CheckersTable.FILE, DELIVERED_CHECKERS, OLD_CHECKERS);
        Checkers.Asked asked = new CheckersTable().of(old, List.of(WEIGHT), false, effect(0, 9, 999, 999, 0));
        assertEquals(1, asked.people(), asked.because());
        assertEquals(
                2,
                new CheckersTable()
                        .of(old, List.of(WEIGHT), true, effect(5, 0, 0, 0, 0))
                        .people());
    }

    @Test
    void tablesAreComparedCellByCell() {
        assertEquals(List.of(), new TableDifferences().of(DELIVERED, DELIVERED));
        List<RuleDifference> cells = new TableDifferences().of(DELIVERED, with(WEIGHT, ">0.25<", ">0.24<"));
        assertEquals(1, cells.size(), cells.toString());
        assertEquals(WEIGHT, cells.getFirst().file());
        assertEquals("limit", cells.getFirst().column());
        assertEquals("0.25", cells.getFirst().before());
        assertEquals("0.24", cells.getFirst().after());
        List<RuleDifference> code =
                new TableDifferences().of(DELIVERED, with("compliance/no-short.drl", "package", "// mine\npackage"));
        assertEquals(0, code.getFirst().row());
        assertTrue(code.getFirst().before().startsWith("version "), code.toString());
        Map<String, byte[]> fewer = new HashMap<>(DELIVERED.files());
        fewer.remove(WEIGHT);
        assertEquals(
                "",
                new TableDifferences()
                        .of(DELIVERED, new FileSet(fewer))
                        .getFirst()
                        .after());
    }

    private static List<String> told(String from, String to) {
        return new TableDifferences()
                .of(DELIVERED, with(WEIGHT, from, to)).stream()
                        .map(d -> d.row() + " " + d.column() + ": " + d.before() + " > " + d.after())
                        .toList();
    }

    /** A harmless note beside it must not be all that the checker reads. */
    @Test
    void aRowThatBorrowsTheIdOfAnotherIsShown() {
        String rows = new String(DELIVERED.files().get(WEIGHT), StandardCharsets.UTF_8);
        int from = rows.indexOf("<rule id=\"row-2\">");
        String last = rows.substring(from, rows.indexOf("</rule>", from) + "</rule>".length());
        String twin = last.replace("0.25", "0.99").replace("<text>-</text>", "<text>\"ETF\"</text>");
        List<String> told = told(last, twin + last.replace("No single name", "No name"));
        assertTrue(told.stream().anyMatch(line -> line.contains("0.99")), told::toString);
    }

    @Test
    void whatIsNoCellIsShownToo() {
        assertTrue(told("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"").contains("0 hit policy: FIRST > UNIQUE"));
        assertTrue(told("id=\"out-limit\" name=\"limit\"", "id=\"out-limit\" name=\"warning\"")
                .getFirst()
                .startsWith("0 "));
        List<String> drawing = told("x=\"210\"", "x=\"211\"");
        assertEquals(1, drawing.size(), drawing::toString);
        assertTrue(drawing.getFirst().startsWith("0 : version "), drawing::toString);
    }

    @Test
    void aRowThatMovedIsShown() {
        String text = new String(DELIVERED.files().get(WEIGHT), StandardCharsets.UTF_8);
        int one = text.indexOf("<rule id=\"row-1\">");
        int two = text.indexOf("<rule id=\"row-2\">");
        int end = text.indexOf("</rule>", two) + "</rule>".length();
        List<String> told = told(
                text.substring(one, end),
                text.substring(two, end) + text.substring(one, two).stripTrailing());
        assertTrue(told.stream().anyMatch(line -> line.contains("row 2") || line.contains("row 1")), told::toString);
    }
}
