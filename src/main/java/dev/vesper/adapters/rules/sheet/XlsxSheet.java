package dev.vesper.adapters.rules.sheet;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The rows of one sheet, read from front to back. */
final class XlsxSheet {
    private static final int MOST_DIGITS = 15;
    private static final int LAST_DAY = 2_958_465;

    private final String sheet;
    private final XlsxStyles styles;
    private final List<String> strings;
    private final boolean from1904;
    private final List<SheetFault> faults;
    private final SheetGrid.Places places;
    private final SheetGrid.Lines lines;
    private final List<String> titles = new ArrayList<>();
    private final List<int[]> hidden = new ArrayList<>();
    private int number;

    XlsxSheet(String sheet, XlsxStyles styles, List<String> strings, boolean from1904, List<SheetFault> faults) {
        this.sheet = sheet;
        this.styles = styles;
        this.strings = strings;
        this.from1904 = from1904;
        this.faults = faults;
        this.places = (line, column) -> sheet + "!" + CellName.of(line, column);
        this.lines = new SheetGrid.Lines(faults, places);
    }

    SheetGrid grid() {
        for (int[] range : hidden) {
            for (int c = range[0]; c <= Math.min(range[1], titles.size()); c++) {
                String title = titles.get(c - 1);
                if (!title.equals(SheetGrid.ROW_ID) && !title.isEmpty()) {
                    fault(
                            1,
                            c - 1,
                            "Expected columns that are shown, but \"" + title + "\" is hidden; show it or remove it");
                }
            }
        }
        if (titles.isEmpty()) {
            throw Problem.input(Place.of(sheet), "Expected a line of titles, but the sheet is empty");
        }
        return new SheetGrid(titles, lines.all(), places, faults);
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            XlsxReader.plain(event);
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "col" -> {
                    if (on(xml, "hidden")) {
                        hidden.add(
                                new int[] {Math.max(1, XlsxStyles.number(xml, "min")), XlsxStyles.number(xml, "max")});
                    }
                }
                case "sheetFormatPr" -> {
                    if (on(xml, "zeroHeight")) {
                        fault(1, 0, "Expected rows that are shown, but those of this sheet are hidden; show them");
                    }
                }
                case "row" -> row(xml);
                case "mergeCell" -> {
                    String ref = XlsxStyles.value(xml, "ref");
                    SheetGrid.fault(
                            faults, sheet + "!" + ref, "Expected a cell for each column and row, but these are merged");
                }
                case "filterColumn" ->
                    fault(
                            1,
                            XlsxStyles.number(xml, "colId"),
                            "Expected all rows, but a filter is on this column; clear it");
                default -> {
                    // how it looks, what it prints
                }
            }
        }
    }

    private void row(XMLStreamReader xml) throws XMLStreamException {
        int given = XlsxStyles.number(xml, "r");
        number = given > number ? given : number + 1;
        boolean unseen = on(xml, "hidden");
        List<String> cells = new ArrayList<>();
        int column = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            XlsxReader.plain(event);
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int named = CellName.column(XlsxStyles.value(xml, "r"));
                column = named >= column ? named : column;
                String cell = cell(xml, column);
                if (!cell.isEmpty()) {
                    place(cells, column, cell);
                }
                column++;
            }
        }
        line(cells, unseen);
    }

    private void place(List<String> cells, int column, String cell) {
        if (column >= SheetGrid.MOST_COLUMNS) {
            throw Problem.input(
                    Place.of(sheet + "!" + CellName.of(number, column)),
                    "Expected at most " + SheetGrid.MOST_COLUMNS + " columns, but there are more");
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, cell);
    }

    private void line(List<String> cells, boolean unseen) {
        if (titles.isEmpty()) {
            if (number > 1 || cells.isEmpty()) {
                fault(1, 0, "Expected the titles of the columns in the first line, but it is empty");
            }
            cells.forEach(title -> titles.add(title.strip()));
            return;
        }
        if (unseen && !cells.isEmpty()) {
            fault(number, 0, "Expected rows that are shown, but this one is hidden; show it or remove it");
        }
        for (int c = titles.size(); c < cells.size(); c++) {
            if (!cells.get(c).isEmpty()) {
                fault(number, c, "Expected a title above each cell, but there is none above this one");
            }
        }
        while (cells.size() < titles.size()) {
            cells.add("");
        }
        if (lines.all().size() >= SheetGrid.MOST_ROWS) {
            throw Problem.input(
                    Place.of(sheet + "!" + CellName.of(number, 0)),
                    "Expected at most " + SheetGrid.MOST_ROWS + " rows, but there are more");
        }
        lines.add(new SheetGrid.Line(number, List.copyOf(cells.subList(0, titles.size()))));
    }

    private String cell(XMLStreamReader xml, int column) throws XMLStreamException {
        String type = XlsxStyles.value(xml, "t");
        int style = XlsxStyles.number(xml, "s");
        String value = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> {
                        String formula = xml.getElementText();
                        fault(
                                number,
                                column,
                                "Expected a value, but there is the formula =" + Problem.shortened(formula)
                                        + "; paste its value");
                    }
                    case "v" -> value = xml.getElementText();
                    case "is" -> value = XlsxReader.rich(xml, "is");
                    default -> {
                        // an extension
                    }
                }
            }
        }
        return switch (type) {
            case "s" -> shared(value, column);
            case "inlineStr" -> value;
            case "str" -> XlsxReader.unescaped(value);
            case "b" -> value.isEmpty() ? "" : value.equals("1") ? "true" : "false";
            case "e" -> {
                fault(number, column, "Expected a value, but the spreadsheet says " + value);
                yield "";
            }
            case "d" -> "date(\"" + value.replaceFirst("T.*", "") + "\")";
            default -> value.isEmpty() ? "" : number(value, style, column);
        };
    }

    private String shared(String value, int column) {
        try {
            return strings.get(Integer.parseInt(value));
        } catch (NumberFormatException | IndexOutOfBoundsException none) {
            fault(number, column, "Expected a text of the workbook, but there is none of number " + value);
            return "";
        }
    }

    private String number(String value, int style, int column) {
        BigDecimal exact;
        try {
            exact = BigDecimal.valueOf(Double.parseDouble(value)).stripTrailingZeros();
        } catch (NumberFormatException none) {
            fault(number, column, "Expected a number, but the cell says " + value);
            return "";
        }
        if (styles.day(style) || styles.time(style)) {
            return day(exact, styles.time(style), column);
        }
        if (exact.precision() > MOST_DIGITS || Math.abs(exact.scale()) > 2 * MOST_DIGITS) {
            fault(
                    number,
                    column,
                    "Expected at most " + MOST_DIGITS + " digits, which is what a spreadsheet keeps, but the cell says "
                            + value + "; give it the format Text and write all digits");
        }
        return exact.toPlainString();
    }

    private String day(BigDecimal days, boolean time, int column) {
        boolean whole = days.stripTrailingZeros().scale() <= 0;
        long day = days.longValue() + (from1904 ? 1462 : 0);
        if (!whole || (time && days.signum() == 0) || day < 61 || day > LAST_DAY) {
            fault(
                    number,
                    column,
                    "Expected a day from March 1900 on, without a time, but the cell says " + days.toPlainString()
                            + "; write it as text, such as date(\"2026-01-31\")");
            return "";
        }
        return "date(\"" + LocalDate.of(1899, 12, 30).plusDays(day) + "\")";
    }

    private static boolean on(XMLStreamReader xml, String attribute) {
        return List.of("1", "true").contains(XlsxStyles.value(xml, attribute));
    }

    private void fault(int line, int column, String sentence) {
        SheetGrid.fault(faults, places.cell(line, column), sentence);
    }
}
