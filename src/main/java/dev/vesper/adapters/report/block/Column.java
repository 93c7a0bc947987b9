package dev.vesper.adapters.report.block;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One column of a grid: its head, the value it takes from a row, and how that is written.
 *
 * @param <R> a row
 * @param <V> a value
 */
public record Column<R, V>(String head, Format<V> format, Function<R, V> value) {
    /** A cell in words. */
    public String cell(R row) {
        return format.words().apply(value.apply(row));
    }

    /** The words of a row, in the order of the columns. */
    public static <R> List<String> cells(List<Column<R, ?>> columns, R row) {
        List<String> cells = new ArrayList<>(columns.size());
        for (Column<R, ?> column : columns) {
            cells.add(column.cell(row));
        }
        return cells;
    }

    /** The class of its cells in report.css. */
    public String style() {
        return format.look().style();
    }
}
