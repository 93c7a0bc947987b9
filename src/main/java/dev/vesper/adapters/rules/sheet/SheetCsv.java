package dev.vesper.adapters.rules.sheet;

import dev.vesper.adapters.text.CsvFields;
import dev.vesper.adapters.text.CsvText;
import dev.vesper.adapters.text.SpreadsheetText;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as CSV in UTF-8: a line of titles, then one a row with the row's id last. What a spreadsheet would take for a formula
 * gets an apostrophe in front ({@link SpreadsheetText}), which is taken away again; a lone {@code -} stays as it is.
 */
public final class SheetCsv {
    private static final int MOST_BYTES = 64 << 20;
    private static final String ANY = "-";
    private static final char MARK = '\uFEFF';

    private SheetCsv() {}

    public static String written(TableSheet sheet) {
        StringBuilder text = new StringBuilder();
        text.append(line(SheetGrid.titles(sheet)));
        for (SheetRow row : sheet.rows()) {
            List<String> cells = new ArrayList<>(row.cells());
            cells.add(row.id());
            text.append(line(cells));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return CsvText.line(cells.stream()
                        .map(cell -> cell.equals(ANY) ? cell : SpreadsheetText.harmless(cell))
                        .toArray())
                + "\n";
    }

    /**
     * Reads what {@link #written} writes, and what spreadsheets make of it: with a byte order mark or without, separated by commas,
     * semicolons or tabs as the first line is.
     *
     * @throws Problem of kind INPUT where it is no CSV in UTF-8, or too large
     */
    public static SheetGrid read(String name, byte[] bytes) {
        String text = decoded(name, bytes);
        List<SheetFault> faults = new ArrayList<>();
        SheetGrid.Places places = (line, column) -> name + ":" + line + ":" + (column + 1);
        SheetGrid.Lines lines = new SheetGrid.Lines(faults, places);
        List<String> titles = new ArrayList<>();
        CsvFields.read(name, text, separator(text), (number, fields) -> {
            List<String> cells = fields.stream().map(SpreadsheetText::original).toList();
            if (cells.size() > SheetGrid.MOST_COLUMNS || lines.all().size() >= SheetGrid.MOST_ROWS) {
                throw tooLarge(name, number);
            }
            if (titles.isEmpty()) {
                cells.forEach(title -> titles.add(title.strip()));
            } else {
                formulas(number, fields, places, faults);
                lines.add(line(number, cells, titles.size(), places, faults));
            }
        });
        return new SheetGrid(titles, lines.all(), places, faults);
    }

    /** What begins with an equals sign was written by a person, not by {@link #written}: a spreadsheet computes it. */
    private static void formulas(int number, List<String> fields, SheetGrid.Places places, List<SheetFault> faults) {
        for (int c = 0; c < fields.size(); c++) {
            if (fields.get(c).startsWith("=")) {
                SheetGrid.fault(
                        faults,
                        places.cell(number, c),
                        "Expected a value, but there is the formula " + Problem.shortened(fields.get(c))
                                + "; write what it comes to, or an apostrophe in front where it is FEEL");
            }
        }
    }

    private static SheetGrid.Line line(
            int number, List<String> cells, int width, SheetGrid.Places places, List<SheetFault> faults) {
        List<String> whole = new ArrayList<>(cells);
        while (whole.size() > width && whole.getLast().isEmpty()) {
            whole.removeLast();
        }
        boolean blank = whole.stream().allMatch(String::isEmpty);
        if (whole.size() != width && !blank) {
            SheetGrid.fault(
                    faults,
                    places.cell(number, Math.min(whole.size(), width)),
                    "Expected " + width + " fields as in the first line, but there are " + cells.size()
                            + "; maybe a text with commas lacks quotation marks");
        }
        while (whole.size() < width) {
            whole.add("");
        }
        return new SheetGrid.Line(number, List.copyOf(whole.subList(0, width)));
    }

    private static Problem tooLarge(String name, int line) {
        return Problem.input(
                Place.of(name, line),
                "Expected at most " + SheetGrid.MOST_ROWS + " rows and " + SheetGrid.MOST_COLUMNS
                        + " columns, but there are more");
    }

    private static String decoded(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw Problem.input(
                    Place.of(name), "Expected at most " + MOST_BYTES + " bytes, but there are " + bytes.length);
        }
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            throw Problem.input(Place.of(name), "Expected CSV, but it is a workbook; name it *.xlsx");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new CharacterCodingException();
            }
            String plain = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
            if (plain.isBlank()) {
                throw Problem.input(Place.of(name), "Expected a line of titles, but the file is empty");
            }
            return plain;
        } catch (CharacterCodingException other) {
            throw Problem.input(
                    Place.of(name),
                    "Expected UTF-8, but it holds bytes that are none; save it as \"CSV UTF-8 (comma delimited)\"");
        }
    }

    /** What stands most often between the titles, outside of quotation marks. */
    private static char separator(String text) {
        boolean quoted = false;
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r')) {
                break;
            }
            commas += !quoted && c == ',' ? 1 : 0;
            semicolons += !quoted && c == ';' ? 1 : 0;
            tabs += !quoted && c == '\t' ? 1 : 0;
        }
        return commas >= Math.max(semicolons, tabs) ? ',' : semicolons >= tabs ? ';' : '\t';
    }
}
