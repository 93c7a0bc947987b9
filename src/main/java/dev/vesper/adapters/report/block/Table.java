package dev.vesper.adapters.report.block;

import dev.vesper.basics.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * What a CSV holds: every row, one at a time.
 *
 * @param <R> a row
 */
public record Table<R>(List<Column<R, ?>> columns, Rows<R> rows) {
    public Table {
        columns = List.copyOf(columns);
    }

    @SafeVarargs
    public static <R> Table<R> of(Rows<R> rows, Column<R, ?>... columns) {
        List<Column<R, ?>> listed = new ArrayList<>(columns.length);
        for (Column<R, ?> column : columns) {
            listed.add(column);
        }
        return new Table<>(listed, rows);
    }
}
