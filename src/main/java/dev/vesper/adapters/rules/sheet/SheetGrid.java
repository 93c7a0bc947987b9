package dev.vesper.adapters.rules.sheet;

import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a spreadsheet holds: a line of titles and lines of texts, each knowing its place.
 *
 * @param places says how a place is called
 * @param faults what could not be read, in the order of the file
 */
public record SheetGrid(List<String> titles, List<Line> lines, Places places, List<SheetFault> faults) {
    /** Title of the last column, by whose texts a row that moved is the same row. */
    public static final String ROW_ID = "row id";

    /** Rows of the largest table that is taken from a spreadsheet. */
    public static final int MOST_ROWS = 100_000;

    static final int MOST_COLUMNS = 500;

    /** The most faults that are told at once. */
    static final int MOST_FAULTS = 200;

    /**
     * One line.
     *
     * @param number of it, counted from 1 as people see it
     * @param cells as many as there are titles
     */
    public record Line(int number, List<String> cells) {
        boolean blank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /** How a place is called in messages. */
    interface Places {
        /** That of a cell; {@code column} counts from 0. */
        String cell(int line, int column);
    }

    /** The titles of a table in a spreadsheet: its own and, last, that of the row's id. */
    static List<String> titles(TableSheet sheet) {
        List<String> titles = new ArrayList<>(sheet.titles());
        titles.add(ROW_ID);
        return titles;
    }

    /** Collects lines; what is empty at the end is no line, what is empty between lines is a fault. */
    static final class Lines {
        private final List<Line> lines = new ArrayList<>();
        private final List<SheetFault> faults;
        private final Places places;
        private @Nullable Line blank;

        Lines(List<SheetFault> faults, Places places) {
            this.faults = faults;
            this.places = places;
        }

        void add(Line line) {
            if (line.blank()) {
                blank = blank == null ? line : blank;
                return;
            }
            if (blank != null) {
                fault(faults, places.cell(blank.number(), 0), "Expected a row, but the line is empty; remove it");
                blank = null;
            }
            lines.add(line);
        }

        List<Line> all() {
            return lines;
        }
    }

    static void fault(List<SheetFault> faults, String place, String sentence) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new SheetFault(place, sentence));
        }
    }
}
