package dev.vesper.adapters.console;

import dev.vesper.desk.checkdata.RowFate;
import dev.vesper.desk.checkdata.SetAsideRow;
import java.util.List;

/**
 * A row that was set aside, as the page shows it.
 *
 * @param id of its part of the page
 * @param state what became of it, in a word
 * @param decided what was asked of it, old values beside new ones; empty where nothing was
 * @param taskHref the question that decides it; empty where there is none
 * @param open whether somebody may ask about it
 * @param cells what was delivered of it
 */
public record SetAsideLine(
        SetAsideRow row,
        String id,
        String place,
        String state,
        Tone tone,
        String decided,
        String taskHref,
        boolean open,
        List<Cell> cells) {
    /** One value of it. */
    public record Cell(String column, String value) {}

    static SetAsideLine of(SetAsideRow row) {
        RowFate fate = row.fate();
        return new SetAsideLine(
                row,
                "row-" + row.line() + "-" + row.column(),
                row.place(),
                fate.kind().words(),
                switch (fate.kind()) {
                    case OPEN -> Tone.BAD;
                    case ASKED -> Tone.WARN;
                    case RELEASED, CORRECTED, PASSES -> Tone.GOOD;
                    case REJECTED -> Tone.BUSY;
                },
                fate.words(),
                fate.question().isEmpty() ? "" : TaskLine.href(fate.question()),
                fate.kind() == RowFate.Kind.OPEN && !row.cells().isEmpty(),
                row.cells().entrySet().stream()
                        .map(cell -> new Cell(cell.getKey(), cell.getValue()))
                        .toList());
    }
}
