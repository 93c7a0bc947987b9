package dev.vesper.desk.workbench.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * A decision table as a sheet: texts, exactly as the file holds them; nothing of it is evaluated.
 *
 * @param decision its name, for example {@code Position weight}
 * @param description what the file says of it; may be empty
 * @param hitPolicy such as {@code FIRST}, with its aggregation where it has one: {@code COLLECT MIN}
 * @param columns inputs, then outputs, then annotations
 */
public record TableSheet(
        String decision, String description, String hitPolicy, List<SheetColumn> columns, List<SheetRow> rows) {
    public TableSheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (SheetRow row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("Expected " + columns.size() + " cells in row " + row.id()
                        + ", one a column, but there are " + row.cells().size());
            }
        }
    }

    public TableSheet withRows(List<SheetRow> other) {
        return new TableSheet(decision, description, hitPolicy, columns, other);
    }

    public TableSheet with(List<SheetColumn> otherColumns, List<SheetRow> otherRows) {
        return new TableSheet(decision, description, hitPolicy, otherColumns, otherRows);
    }

    /** The same with another text in one cell; row and column count from 0. */
    public TableSheet withCell(int row, int column, String text) {
        List<SheetRow> changed = new ArrayList<>(rows);
        List<String> cells = new ArrayList<>(rows.get(row).cells());
        cells.set(column, text);
        changed.set(row, new SheetRow(rows.get(row).id(), cells));
        return withRows(changed);
    }

    /** What the columns are called, each otherwise: {@code limit}, and {@code limit (2)} where two are called so. */
    public List<String> titles() {
        List<String> titles = new ArrayList<>();
        for (SheetColumn column : columns) {
            String title = column.title();
            for (int n = 2; titles.contains(title); n++) {
                title = column.title() + " (" + n + ")";
            }
            titles.add(title);
        }
        return titles;
    }
}
