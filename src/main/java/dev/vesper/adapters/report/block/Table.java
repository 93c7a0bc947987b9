package dev.vesper.adapters.report.block;

import dev.vesper.basics.Rows;
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
    public static <R> Table<R> of(List<R> rows, Column<R, ?>... columns) {
        return new Table<>(List.of(columns), rows::forEach);
    }

    /** Of rows that are not held. */
    @SafeVarargs
    public static <R> Table<R> of(Rows<R> rows, Column<R, ?>... columns) {
        return new Table<>(List.of(columns), rows);
    }
}
