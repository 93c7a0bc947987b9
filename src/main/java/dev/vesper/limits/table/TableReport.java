package dev.vesper.limits.table;

import java.util.List;
import java.util.SortedMap;

/**
 * What the geometry of a table says. Rows are counted from 1, each list is in the order of the rows, and every example is an
 * input, by column, as FEEL writes its values.
 *
 * @param idle cells that fit no value
 * @param hidden rows that never decide
 * @param overlaps rows that fit some of what others fit, where the hit policy does not allow it
 * @param gaps inputs that no row fits
 * @param unread what was not compared
 */
public record TableReport(
        List<Idle> idle, List<Hidden> hidden, List<Overlap> overlaps, List<Gap> gaps, List<Unread> unread) {
    public TableReport {
        idle = List.copyOf(idle);
        hidden = List.copyOf(hidden);
        overlaps = List.copyOf(overlaps);
        gaps = List.copyOf(gaps);
        unread = List.copyOf(unread);
    }

    /** A cell that fits nothing: {@code [5..1]}. */
    public record Idle(int row, String column) {}

    /**
     * A row whose every input an earlier row takes.
     *
     * @param by the row that takes all of it, or those that do together
     */
    public record Hidden(int row, List<Integer> by) {
        public Hidden {
            by = List.copyOf(by);
        }
    }

    /**
     * A row that fits some of what earlier ones fit.
     *
     * @param example that this row and the first of the others fit
     */
    public record Overlap(int row, List<Integer> with, SortedMap<String, String> example) {
        public Overlap {
            with = List.copyOf(with);
        }
    }

    /**
     * Inputs that no row fits.
     *
     * @param where the cells that a row would need to fit them, by column; a column that does not matter is left out
     */
    public record Gap(SortedMap<String, String> where, SortedMap<String, String> example) {}

    /** Something that was left out of the comparison, as a sentence: {@code row 3 was not compared: ...}. */
    public record Unread(int row, String column, String why) {}
}
