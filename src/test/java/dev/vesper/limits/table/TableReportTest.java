package dev.vesper.limits.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a report says, in the words that an analyst reads. */
class TableReportTest {
    private static TableReport of(HitPolicy policy, Kind kind, List<?> words, String... cells) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String cell : cells) {
            rows.add(List.of(CellText.read(cell, kind)));
        }
        return TableAnalysis.of(
                policy, List.of(new Column("X", kind, words)), rows, (one, other) -> one == other ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            NUMBER | < 5     | >= 10      | [5..10)                        | 5
            NUMBER | <= 5    | > 10       | (5..10]                        | 10
            NUMBER | < 5     | > 5        | 5                              | 5
            NUMBER | > 5     | 1          | < 1, (1..5]                    | 5
            NUMBER | < 5     | < 4        | >= 5                           | 5
            TEXT   | "A"     | "B"        | not("A", "B")                  | "Other"
            TRUTH  | true    | true       | false                          | false
            DAY    | < date("2020-01-02") | > date("2020-01-03") | date("2020-01-02"), date("2020-01-03") | date("2020-01-02")
            DAY    | <= date("2020-01-02") | >= date("2020-01-05") | (date("2020-01-02")..date("2020-01-05")) | date("2020-01-03")
            DAY    | @"2020-01-02" | > date("2020-01-02") | < date("2020-01-02") | date("2020-01-01")
            """)
    void whatNoRowFitsIsWrittenAsACellWouldBe(Kind kind, String one, String other, String gap, String example) {
        TableReport report = of(HitPolicy.FIRST, kind, List.of(), one, other);
        assertEquals(
                List.of(new TableReport.Gap(
                        new java.util.TreeMap<>(Map.of("X", gap)), new java.util.TreeMap<>(Map.of("X", example)))),
                report.gaps());
    }

    @Test
    void betweenTwoDaysThatFollowEachOtherThereIsNothing() {
        assertEquals(
                List.of(),
                of(HitPolicy.FIRST, Kind.DAY, List.of(), "<= date(\"2020-02-28\")", ">= date(\"2020-02-29\")")
                        .gaps());
    }

    @Test
    void ofAClosedListOnlyItsWordsAreMissed() {
        TableReport report = of(HitPolicy.FIRST, Kind.TEXT, List.of("buy", "sell"), "\"buy\"");
        assertEquals("\"sell\"", report.gaps().getFirst().where().get("X"));
        assertEquals(
                List.of(),
                of(HitPolicy.FIRST, Kind.TEXT, List.of("buy", "sell"), "\"buy\"", "\"sell\"")
                        .gaps());
    }

    @Test
    void rowsWhoseAnswerIsTheSameMayOverlapUnderAny() {
        List<List<Cell>> rows =
                List.of(List.of(CellText.read("> 1", Kind.NUMBER)), List.of(CellText.read("> 2", Kind.NUMBER)));
        List<Column> columns = List.of(new Column("X", Kind.NUMBER, List.of()));
        assertEquals(
                List.of(),
                TableAnalysis.of(HitPolicy.ANY, columns, rows, (_, _) -> 0).overlaps());
        assertEquals(
                List.of(new TableReport.Overlap(2, List.of(1), new java.util.TreeMap<>(Map.of("X", "3")))),
                TableAnalysis.of(HitPolicy.UNIQUE, columns, rows, (_, _) -> 0).overlaps());
    }

    @Test
    void anExpressionIsNamedAndProvesNothing() {
        TableReport report = of(HitPolicy.FIRST, Kind.NUMBER, List.of(), "> 2 * 3", "5", "5", "-");
        assertEquals(
                List.of(new TableReport.Unread(1, "X", "was not compared: > 2 * 3 is an expression")), report.unread());
        assertEquals(List.of(new TableReport.Hidden(3, List.of(2))), report.hidden());
        assertEquals(
                List.of(new TableReport.Hidden(2, List.of(1))),
                of(HitPolicy.FIRST, Kind.NUMBER, List.of(), "2 + 2", "2 + 2").hidden());
        assertEquals(
                List.of(),
                of(HitPolicy.UNIQUE, Kind.NUMBER, List.of(), "2 + 2", "4").overlaps());
        assertEquals(
                List.of(2),
                of(HitPolicy.UNIQUE, Kind.NUMBER, List.of(), "2 + 2", "-").overlaps().stream()
                        .map(TableReport.Overlap::row)
                        .toList());
    }

    @Test
    void aCellThatNothingFitsIsNamed() {
        assertEquals(
                List.of(new TableReport.Idle(1, "X")),
                of(HitPolicy.FIRST, Kind.NUMBER, List.of(), "[5..1]", "-").idle());
    }

    @Test
    void aLargeTableIsWalkedByTheColumnThatLeavesTheFewestRows() {
        List<List<Cell>> rows = new ArrayList<>();
        IntStream.range(0, 200)
                .forEach(i -> rows.add(List.of(
                        i % 10 == 9 ? new Cell.Any() : CellText.read("\"S" + i + "\"", Kind.TEXT),
                        CellText.read("> " + i, Kind.NUMBER))));
        TableIndex small = TableIndex.of(HitPolicy.FIRST, List.of(Kind.TEXT, Kind.NUMBER), rows);
        TableIndex large = TableIndex.of(HitPolicy.FIRST, List.of(Kind.TEXT, Kind.NUMBER), rows, 0);
        assertEquals(0, large.find(new Object[] {"S0", new BigDecimal("1")}));
        assertEquals(9, large.find(new Object[] {"S63", new BigDecimal("10")}));
        assertEquals(TableIndex.NONE, large.find(new Object[] {"other", new BigDecimal("9")}));
        assertEquals(TableIndex.UNSURE, large.find(new Object[] {"S1", "text"}));
        for (int i = 0; i < 200; i++) {
            for (String number : List.of("0", "5", "60", "64", "65", "128.5", "1000")) {
                Object[] values = {"S" + i, new BigDecimal(number)};
                assertEquals(small.find(values), large.find(values), () -> values[0] + " " + number);
            }
        }
    }

    @Test
    void aValueAloneIsNoTest() {
        assertEquals(
                LocalDate.of(2020, 1, 31),
                CellText.value(" date(\"2020-01-31\") ", Kind.DAY).orElseThrow());
        for (String none :
                List.of("date(\"2020-02-31\")", "date(\"2020-1-3\")", "date(2020)", "date(\"2020-01-31\"", "@x")) {
            assertTrue(CellText.value(none, Kind.DAY).isEmpty(), none);
        }
        assertTrue(CellText.value("1 2", Kind.NUMBER).isEmpty());
        assertTrue(CellText.value("\"a\\\"b\"", Kind.TEXT).isEmpty());
        assertTrue(CellText.value("\"open", Kind.TEXT).isEmpty());
    }
}
