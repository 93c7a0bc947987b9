package dev.vesper.adapters.rules.sheet;

import dev.vesper.basics.NearestName;
import dev.vesper.desk.workbench.sheet.Columns;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a spreadsheet makes of a table.
 *
 * @param sheet the table with the spreadsheet's rows; of no use where there are faults
 * @param faults everything that does not hold, in the order of the spreadsheet
 */
public record SheetImport(TableSheet sheet, List<SheetFault> faults) {
    private static final Pattern COMMA = Pattern.compile("-?\\d{1,15},\\d{1,15}");
    private static final Pattern PERCENT = Pattern.compile("(-?\\d{1,15}(?:[.,]\\d{1,15})?) ?%");
    private static final Pattern SHORTENED = Pattern.compile("\\d(?:[.,]\\d{1,15})?E[+-]?\\d{1,3}");
    private static final Pattern ERROR = Pattern.compile("#(?:N/A|REF!|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)");
    private static final Pattern DAY = Pattern.compile("\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}");

    /**
     * Puts the rows of a spreadsheet into a table: columns are found by their titles, rows by their ids, or by their input cells
     * where the spreadsheet has lost the ids. An id that stands there twice is that of the first row: who copies a row makes a new
     * one.
     *
     * @param known the input of a title that the table does not have yet
     */
    public static SheetImport into(TableSheet before, SheetGrid grid, Function<String, Optional<SheetColumn>> known) {
        List<SheetFault> faults = new ArrayList<>(grid.faults());
        TableSheet table = before;
        for (String title : grid.titles()) {
            Optional<SheetColumn> input = table.titles().contains(title) ? Optional.empty() : known.apply(title);
            table = input.isPresent() ? Columns.added(table, input.get()) : table;
        }
        int[] places = places(table, grid, faults);
        int ids = grid.titles().indexOf(SheetGrid.ROW_ID);
        Map<String, SheetRow> byId = new HashMap<>();
        Map<List<String>, SheetRow> byInputs = new HashMap<>();
        for (SheetRow row : table.rows()) {
            byId.put(row.id(), row);
            byInputs.putIfAbsent(inputs(table, row.cells()), row);
        }
        List<SheetRow> rows = new ArrayList<>(grid.lines().size());
        Set<String> taken = new HashSet<>();
        for (SheetGrid.Line line : grid.lines()) {
            List<String> cells = new ArrayList<>();
            for (int place : places) {
                cells.add(place < 0 ? "" : line.cells().get(place));
            }
            String id = ids >= 0 ? line.cells().get(ids).strip() : same(byInputs.get(inputs(table, cells)));
            SheetRow old = byId.get(id);
            rows.add(new SheetRow(taken.add(id) ? id : "", cells));
            for (int c = 0; c < cells.size(); c++) {
                if (places[c] >= 0 && (old == null || !old.cells().get(c).equals(cells.get(c)))) {
                    cell(table.columns().get(c), cells.get(c), grid.places().cell(line.number(), places[c]), faults);
                }
            }
        }
        return new SheetImport(table.withRows(rows), List.copyOf(faults));
    }

    private static String same(@Nullable SheetRow row) {
        return row == null ? "" : row.id();
    }

    private static List<String> inputs(TableSheet table, List<String> cells) {
        List<String> inputs = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            if (table.columns().get(c).kind() == SheetColumn.Kind.INPUT) {
                inputs.add(cells.get(c));
            }
        }
        return inputs;
    }

    /** For each column of the table its place in the spreadsheet. */
    private static int[] places(TableSheet table, SheetGrid grid, List<SheetFault> faults) {
        List<String> wanted = table.titles();
        int[] places = new int[wanted.size()];
        for (int c = 0; c < places.length; c++) {
            places[c] = grid.titles().indexOf(wanted.get(c));
            if (places[c] < 0) {
                SheetGrid.fault(
                        faults,
                        grid.places().cell(1, Math.max(0, grid.titles().size() - 1)),
                        "Expected a column \"" + wanted.get(c) + "\", but the titles are " + grid.titles()
                                + NearestName.hint(wanted.get(c), grid.titles()));
            }
        }
        Set<String> seen = new HashSet<>();
        for (int c = 0; c < grid.titles().size(); c++) {
            String title = grid.titles().get(c);
            if (!seen.add(title)) {
                SheetGrid.fault(
                        faults,
                        grid.places().cell(1, c),
                        "Expected each title once, but \"" + title + "\" is there twice");
            } else if (!wanted.contains(title) && !title.equals(SheetGrid.ROW_ID)) {
                SheetGrid.fault(
                        faults,
                        grid.places().cell(1, c),
                        "Expected one of the columns " + wanted + ", but the title is \"" + title + "\""
                                + NearestName.hint(title, wanted)
                                + "; an input that the table is to ask for is called as its measure calls it");
            }
        }
        return places;
    }

    /** What a spreadsheet made of a cell that somebody changed. */
    private static void cell(SheetColumn column, String text, String place, List<SheetFault> faults) {
        String cell = text.strip();
        boolean number = column.type().endsWith("number");
        boolean words = column.kind() == SheetColumn.Kind.ANNOTATION || column.kind() == SheetColumn.Kind.DESCRIPTION;
        if (words) {
            return;
        }
        Matcher percent = PERCENT.matcher(cell);
        if (ERROR.matcher(cell).matches()) {
            SheetGrid.fault(faults, place, "Expected a value, but the spreadsheet says " + cell);
        } else if (SHORTENED.matcher(cell).matches()) {
            SheetGrid.fault(
                    faults,
                    place,
                    "Expected all digits, but the spreadsheet has shortened them to " + cell
                            + "; give the cell the format Text and write them again");
        } else if (percent.matches()) {
            BigDecimal share = new BigDecimal(percent.group(1).replace(',', '.')).movePointLeft(2);
            SheetGrid.fault(
                    faults,
                    place,
                    "Expected a share as a number, but the cell says " + cell + "; write "
                            + share.stripTrailingZeros().toPlainString());
        } else if (number && COMMA.matcher(cell).matches()) {
            SheetGrid.fault(
                    faults,
                    place,
                    "Expected a decimal point, but the cell says " + cell + "; write " + cell.replace(',', '.')
                            + ", or with a space behind the comma where two values are meant");
        } else if (DAY.matcher(cell).matches()) {
            SheetGrid.fault(
                    faults,
                    place,
                    "Expected a day such as date(\"2026-01-31\"), but the cell says " + cell
                            + ", which is read differently in different countries");
        }
    }
}
