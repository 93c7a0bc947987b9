package dev.vesper.desk.workbench.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an edit did, row by row: what moved has not changed. */
class SheetChangeTest {
    private final TableSheet before = new TableSheet(
            "Position weight",
            "",
            "FIRST",
            List.of(
                    SheetColumn.input("Sector", "string"),
                    new SheetColumn(SheetColumn.Kind.OUTPUT, "limit", "", "", "")),
            List.of(row("a", "\"Energy\"", "0.2"), row("b", "\"Tech\"", "0.3"), row("c", "-", "0.4")));

    @Test
    void aRowThatMovedIsTheSameRow() {
        TableSheet after =
                before.withRows(List.of(row("c", "-", "0.4"), row("a", "\"Energy\"", "0.2"), row("b", "\"Tech\"", "")));
        assertEquals(List.of("row 3 moved to row 1", "row 3, column limit: 0.3 became nothing"), sentences(after));
    }

    @Test
    void rowsAboveDoNotMoveThoseBelow() {
        TableSheet after =
                before.withRows(List.of(row("", "\"New\"", "1"), row("b", "\"Tech\"", "0.3"), row("c", "-", "0.4")));
        assertEquals(List.of("row 1 was removed: \"Energy\" | 0.2", "row 1 was added: \"New\" | 1"), sentences(after));
    }

    @Test
    void aColumnMoreChangesNoCell() {
        assertEquals(
                List.of("column Rating was added"),
                sentences(Columns.added(before, SheetColumn.input("Rating", "string"))));
        assertEquals(List.of(), sentences(before));
    }

    private List<String> sentences(TableSheet after) {
        return SheetChange.between(before, after).stream()
                .map(SheetChange::sentence)
                .toList();
    }

    private static SheetRow row(String id, String... cells) {
        return new SheetRow(id, List.of(cells));
    }
}
