package dev.vesper.adapters.rules.sheet;

import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A table as a workbook: one sheet of rows, all cells text so that no spreadsheet makes a number or a day of them, the row's id
 * in a hidden last column; and a sheet that says what the columns are. The same table gives the same bytes.
 */
public final class XlsxWriter {
    /** The sheet that is for people alone, and not read back. */
    static final String ABOUT = "About";

    private static final int LONGEST_CELL = 32_767;
    private static final int LONGEST_NAME = 31;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final Pattern ESCAPED = Pattern.compile("_x[0-9A-Fa-f]{4}_");
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[\\[\\]:*?/\\\\']");

    private XlsxWriter() {}

    /**
     * The workbook.
     *
     * @throws Problem of kind INPUT where a cell is longer than a spreadsheet takes
     */
    public static byte[] written(TableSheet sheet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            part(zip, "[Content_Types].xml", types());
            part(zip, "_rels/.rels", relations(List.of("officeDocument\" Target=\"xl/workbook.xml")));
            part(zip, "xl/workbook.xml", book(sheet));
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(List.of(
                            "worksheet\" Target=\"worksheets/sheet1.xml",
                            "worksheet\" Target=\"worksheets/sheet2.xml",
                            "styles\" Target=\"styles.xml")));
            part(zip, "xl/styles.xml", styles());
            part(zip, "xl/worksheets/sheet1.xml", rows(sheet));
            part(zip, "xl/worksheets/sheet2.xml", about(sheet));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write((HEAD + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String types() {
        String office = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        return "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + override("/xl/workbook.xml", office + "sheet.main+xml")
                + override("/xl/worksheets/sheet1.xml", office + "worksheet+xml")
                + override("/xl/worksheets/sheet2.xml", office + "worksheet+xml")
                + override("/xl/styles.xml", office + "styles+xml") + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String relations(List<String> targets) {
        StringBuilder text = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 0; i < targets.size(); i++) {
            text.append("<Relationship Id=\"rId")
                    .append(i + 1)
                    .append("\" Type=\"" + OFFICE + "/")
                    .append(targets.get(i))
                    .append("\"/>");
        }
        return text.append("</Relationships>").toString();
    }

    private static String book(TableSheet sheet) {
        return "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets><sheet name=\""
                + XmlText.attribute(name(sheet)) + "\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"" + ABOUT
                + "\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>";
    }

    private static String name(TableSheet sheet) {
        String plain = NOT_IN_A_NAME.matcher(sheet.decision()).replaceAll(" ").strip();
        String name = plain.length() <= LONGEST_NAME
                ? plain
                : plain.substring(0, LONGEST_NAME).strip();
        return name.isEmpty() || name.equalsIgnoreCase(ABOUT) || name.equalsIgnoreCase("history") ? "Rows" : name;
    }

    /** 1 is text, 2 a title. */
    private static String styles() {
        return "<styleSheet xmlns=\"" + MAIN
                + "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
                + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"3\"><fill>"
                + "<patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill>"
                + "<patternFill patternType=\"solid\"><fgColor rgb=\"FFE7ECF3\"/></patternFill></fill></fills>"
                + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\">"
                + "<xf/><xf numFmtId=\"49\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
                + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\"/>"
                + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
    }

    private static String rows(TableSheet sheet) {
        List<String> titles = SheetGrid.titles(sheet);
        StringBuilder text = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetViews>"
                + "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                + "</sheetView></sheetViews><cols>");
        for (int c = 1; c <= titles.size(); c++) {
            boolean last = c == titles.size();
            boolean words = !last && sheet.columns().get(c - 1).kind().compareTo(SheetColumn.Kind.ANNOTATION) >= 0;
            text.append("<col min=\"")
                    .append(c)
                    .append("\" max=\"")
                    .append(c)
                    .append(words ? "\" width=\"60" : "\" width=\"22")
                    .append("\" style=\"1\" customWidth=\"1\"")
                    .append(last ? " hidden=\"1\"/>" : "/>");
        }
        text.append("</cols><sheetData>");
        line(text, 1, titles, 2);
        for (int r = 0; r < sheet.rows().size(); r++) {
            SheetRow row = sheet.rows().get(r);
            List<String> cells = new ArrayList<>(row.cells());
            cells.add(row.id());
            line(text, r + 2, cells, 1);
        }
        return text.append("</sheetData></worksheet>").toString();
    }

    private static String about(TableSheet sheet) {
        StringBuilder text = new StringBuilder("<worksheet xmlns=\"" + MAIN
                + "\"><cols><col min=\"1\" max=\"5\" width=\"28\" style=\"1\" customWidth=\"1\"/></cols><sheetData>");
        int line = 1;
        line(text, line++, List.of("Decision", sheet.decision()), 1);
        line(text, line++, List.of("Hit policy", sheet.hitPolicy()), 1);
        line(text, line++, List.of("Description", sheet.description()), 1);
        line(text, line++, List.of("Column", "Kind", "Type", "Allowed values", "Label"), 2);
        for (int c = 0; c < sheet.columns().size(); c++) {
            SheetColumn column = sheet.columns().get(c);
            line(
                    text,
                    line++,
                    List.of(
                            sheet.titles().get(c),
                            column.kind().word(),
                            column.type(),
                            column.allowed(),
                            column.label()),
                    1);
        }
        return text.append("</sheetData></worksheet>").toString();
    }

    private static void line(StringBuilder text, int number, List<String> cells, int style) {
        text.append("<row r=\"").append(number).append("\">");
        for (int c = 0; c < cells.size(); c++) {
            String place = CellName.of(number, c);
            String cell = cells.get(c);
            if (cell.length() > LONGEST_CELL) {
                throw Problem.usage("Expected at most " + LONGEST_CELL + " characters in a cell of a spreadsheet, but "
                        + place + " has " + cell.length() + "; write it as CSV");
            }
            text.append("<c r=\"")
                    .append(place)
                    .append("\" s=\"")
                    .append(style)
                    .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                    .append(escaped(cell))
                    .append("</t></is></c>");
        }
        text.append("</row>");
    }

    /** As spreadsheets keep what XML cannot: {@code _x000D_}, and what looks like it. */
    private static String escaped(String cell) {
        Matcher matcher = ESCAPED.matcher(cell);
        StringBuilder plain = new StringBuilder();
        int from = 0;
        while (matcher.find(from)) {
            plain.append(cell, from, matcher.start()).append("_x005F_");
            from = matcher.start() + 1; // behind its first underscore, which the code stands for
        }
        return XmlText.encoded(
                plain.append(cell, from, cell.length()).toString().replace("\r", "_x000D_"), "\n");
    }
}
