package dev.vesper.desk.workbench.sheet;

import java.util.ArrayList;
import java.util.List;

/** Adds columns to a sheet. */
public final class Columns {
    private static final String ANY = "-";

    private Columns() {}

    /** The sheet with a further column behind the others of its kind: any value of an input, nothing of an annotation. */
    public static TableSheet added(TableSheet sheet, SheetColumn column) {
        int place = (int) sheet.columns().stream()
                .filter(other -> other.kind().compareTo(column.kind()) <= 0)
                .count();
        List<SheetColumn> columns = new ArrayList<>(sheet.columns());
        columns.add(place, column);
        String cell = column.kind() == SheetColumn.Kind.INPUT ? ANY : "";
        List<SheetRow> rows = new ArrayList<>();
        for (SheetRow row : sheet.rows()) {
            List<String> cells = new ArrayList<>(row.cells());
            cells.add(place, cell);
            rows.add(new SheetRow(row.id(), cells));
        }
        return sheet.with(columns, rows);
    }
}
