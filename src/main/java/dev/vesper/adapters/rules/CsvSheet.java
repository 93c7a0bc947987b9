package dev.vesper.adapters.rules;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.CsvText;
import dev.vesper.adapters.text.Header;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A CSV file of the rules as a sheet, each row called by its line, and back: lines that did not change stay byte for byte. */
final class CsvSheet {
    private static final int LONGEST_CELL = 2_000;

    private CsvSheet() {}

    /**
     * What a file says.
     *
     * @param called what the sheet is called
     * @param header refuses titles that may not be
     * @param column of a title
     * @throws Problem of kind INPUT that names file and line of what is no CSV
     */
    static TableSheet read(
            RuleFile file, String called, Consumer<Header> header, Function<String, SheetColumn> column) {
        List<SheetColumn> columns = new ArrayList<>();
        List<SheetRow> rows = new ArrayList<>();
        CsvFile.readText("rules/" + file.path(), file.text(), titles -> {
            header.accept(titles);
            titles.names().forEach(name -> columns.add(column.apply(name)));
            return row -> rows.add(new SheetRow(String.valueOf(row.line()), row.cells()));
        });
        return new TableSheet(called, "", "", columns, rows);
    }

    /**
     * The file with the rows of a sheet.
     *
     * @param before what the bytes say
     * @throws Problem of kind INPUT where a cell cannot stand in one line
     */
    static byte[] written(byte[] bytes, TableSheet before, TableSheet edited) {
        List<String> lines = List.of(new String(bytes, StandardCharsets.UTF_8).split("(?<=\n)", -1));
        String end = lines.getFirst().endsWith("\r\n") ? "\r\n" : "\n";
        Map<String, SheetRow> old = new HashMap<>();
        if (bytes.length > 0 && before.columns().equals(edited.columns())) {
            before.rows().forEach(row -> old.put(row.id(), row));
        }
        StringBuilder text = new StringBuilder();
        if (old.isEmpty()) {
            text.append(line(edited.titles())).append(end);
        } else {
            int header = Integer.parseInt(before.rows().getFirst().id()) - 1;
            lines.subList(0, header).forEach(text::append);
        }
        for (SheetRow row : edited.rows()) {
            if (row.equals(old.get(row.id())) && row.cells().stream().noneMatch(cell -> cell.indexOf('\n') >= 0)) {
                text.append(lines.get(Integer.parseInt(row.id()) - 1).stripTrailing())
                        .append(end);
            } else {
                text.append(line(row.cells())).append(end);
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> cells) {
        for (String cell : cells) {
            if (cell.length() > LONGEST_CELL || cell.chars().anyMatch(Character::isISOControl)) {
                throw Problem.usage("Expected cells of one line and at most " + LONGEST_CELL
                        + " characters, but one says \"" + Problem.shortened(Visible.line(cell)) + "\"");
            }
        }
        return CsvText.line(cells.toArray());
    }
}
