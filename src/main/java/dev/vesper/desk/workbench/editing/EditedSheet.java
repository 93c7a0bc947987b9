package dev.vesper.desk.workbench.editing;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.workbench.sheet.Columns;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table while edits are applied to it, one after the other. */
final class EditedSheet {
    private static final int LONGEST_CELL = 10_000;
    private static final String NEW = "+";

    private final List<SheetColumn> known;
    private final List<String> order = new ArrayList<>();
    private final Map<String, List<String>> cells = new HashMap<>();
    private TableSheet header;

    EditedSheet(TableSheet table, List<SheetColumn> known) {
        this.header = table.withRows(List.of());
        this.known = known;
        for (SheetRow row : table.rows()) {
            order.add(row.id());
            cells.put(row.id(), new ArrayList<>(row.cells()));
        }
    }

    /** Puts them into a table. */
    static TableSheet of(TableSheet table, List<TableEdit> edits, List<SheetColumn> known) {
        EditedSheet edited = new EditedSheet(table, known);
        edits.forEach(edited::apply);
        return edited.sheet();
    }

    private TableSheet sheet() {
        return header.withRows(order.stream()
                .map(id -> new SheetRow(id.startsWith(NEW) ? "" : id, row(id)))
                .toList());
    }

    private void apply(TableEdit edit) {
        switch (edit.kind()) {
            case CELL -> cell(edit);
            case ADD_ROW -> {
                if (!edit.row().startsWith(NEW) || cells.containsKey(edit.row())) {
                    throw Problem.usage("Expected a new row to be called " + NEW + "1 or otherwise so, once, but got \""
                            + Visible.line(edit.row()) + "\"");
                }
                order.add(below(edit.text()), edit.row());
                cells.put(
                        edit.row(),
                        new ArrayList<>(header.columns().stream()
                                .map(EditedSheet::blank)
                                .toList()));
            }
            case REMOVE_ROW -> {
                row(edit.row());
                order.remove(edit.row());
                cells.remove(edit.row());
            }
            case MOVE_ROW -> {
                row(edit.row());
                order.remove(edit.row());
                order.add(below(edit.text()), edit.row());
            }
            case ADD_INPUT -> input(edit.column());
        }
    }

    private void cell(TableEdit edit) {
        int column = header.titles().indexOf(edit.column());
        if (column < 0) {
            throw Problem.usage("Expected one of the columns " + header.titles() + ", but got \""
                    + Visible.line(edit.column()) + "\"" + NearestName.hint(edit.column(), header.titles()));
        }
        if (edit.text().length() > LONGEST_CELL) {
            throw Problem.usage("Expected a cell of at most " + LONGEST_CELL + " characters, but it has "
                    + edit.text().length());
        }
        edit.text().codePoints().filter(c -> !isXml(c)).findFirst().ifPresent(c -> {
            throw Problem.usage(
                    "Expected text, but a cell holds the character " + String.format("U+%04X", c) + "; remove it");
        });
        row(edit.row()).set(column, edit.text().replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** Whether XML may hold it. */
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c < 0xD800)
                || (c > 0xDFFF && c < 0xFFFE)
                || c > 0xFFFF;
    }

    private void input(String name) {
        SheetColumn input = known.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = known.stream().map(SheetColumn::name).toList();
                    return Problem.usage("Expected one of the columns that are known, " + names + ", but got \""
                            + Visible.line(name) + "\"" + NearestName.hint(name, names));
                });
        if (header.columns().stream()
                .anyMatch(c -> c.kind() == input.kind() && c.name().equals(name))) {
            throw Problem.usage("Expected a column that the table does not have yet, but it has \"" + name + "\"");
        }
        header = Columns.added(header, input);
        int place = header.columns().lastIndexOf(input);
        cells.values().forEach(row -> row.add(place, blank(input)));
    }

    /** What a new cell says: any value of an input, else nothing. */
    private static String blank(SheetColumn column) {
        return column.kind() == SheetColumn.Kind.INPUT ? "-" : "";
    }

    private List<String> row(String id) {
        List<String> row = cells.get(id);
        if (row == null) {
            throw Problem.usage("Expected a row of the table, but there is none called \"" + Visible.line(id) + "\"");
        }
        return row;
    }

    private int below(String above) {
        if (above.isEmpty()) {
            return 0;
        }
        row(above);
        return order.indexOf(above) + 1;
    }
}
