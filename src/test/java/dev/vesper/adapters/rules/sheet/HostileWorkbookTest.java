package dev.vesper.adapters.rules.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a workbook may hold beside the texts of a table is converted by a stated rule, or refused by its cell. */
class HostileWorkbookTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    /** The limit of row 1. */
    private static final String LIMIT =
            "<c r=\"C2\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">0.40</t></is></c>";

    private TableSheet table;
    private Map<String, byte[]> parts;

    @BeforeEach
    void aTable() throws IOException {
        table = DmnText.of("t.dmn", Files.readAllBytes(Path.of("rules/limits/position-weight.dmn")))
                .table()
                .sheet();
        parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(XlsxWriter.written(table)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <c r="C2"><v>0.4</v></c> | 0.4
            <c r="C2"><v>0.28999999999999998</v></c> | 0.29
            <c r="C2"><v>1E-2</v></c> | 0.01
            <c r="C2"><v>4E+2</v></c> | 400
            <c r="C2" s="3"><v>0.04</v></c> | 0.04
            <c r="C2" s="4"><v>46053</v></c> | date("2026-01-31")
            <c r="C2" s="5"><v>46053</v></c> | date("2026-01-31")
            <c r="C2" t="d"><v>2026-01-31T00:00:00</v></c> | date("2026-01-31")
            <c r="C2" t="b"><v>1</v></c> | true
            <c r="C2" t="str"><v>0.4</v></c> | 0.4
            <c r="C2" t="inlineStr"><is><r><t>0.</t></r><r><t>40</t></r><rPh><t>x</t></rPh></is></c> | 0.40
            <c r="C2"/> | ``
            """)
    void isConverted(String cell, String text) {
        formats();
        replace(LIMIT, cell);
        SheetImport read = read();
        assertEquals(List.of(), read.faults());
        assertEquals(
                text == null ? "" : text, read.sheet().rows().getFirst().cells().get(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <c r="C2"><f>0.2*2</f><v>0.4</v></c> | Expected a value, but there is the formula =0.2*2; paste its value
            <c r="C2" t="str"><f>WEBSERVICE("http://x")</f><v>0.4</v></c> | Expected a value, but there is the formula
            <c r="C2" t="e"><v>#REF!</v></c> | Expected a value, but the spreadsheet says #REF!
            <c r="C2"><v>0.30000000000000004</v></c> | Expected at most 15 digits
            <c r="C2"><v>12345678901234567</v></c> | Expected at most 15 digits
            <c r="C2"><v>NaN</v></c> | Expected a number
            <c r="C2"><v>1e999</v></c> | Expected a number
            <c r="C2" t="s"><v>99</v></c> | Expected a text of the workbook
            <c r="C2" s="4"><v>46053.5</v></c> | Expected a day from March 1900 on, without a time
            <c r="C2" t="inlineStr"><is><t>4 %</t></is></c> | Expected a share as a number, but the cell says 4 %; write 0.04
            <c r="C2" t="inlineStr"><is><t>4,5%</t></is></c> | Expected a share as a number, but the cell says 4,5%; write 0.045
            <c r="C2" t="inlineStr"><is><t>0,4</t></is></c> | Expected a decimal point, but the cell says 0,4; write 0.4
            <c r="C2" t="inlineStr"><is><t>1.2E+12</t></is></c> | Expected all digits
            <c r="C2" t="inlineStr"><is><t>31.01.2026</t></is></c> | Expected a day such as
            """)
    void isRefusedByItsCell(String cell, String said) {
        formats();
        replace(LIMIT, cell);
        refused("Position weight!C2", said);
    }

    @Test
    void allThatDoesNotHoldIsSaidAtOnce() {
        replace(LIMIT, "<c r=\"C2\"><f>1</f><v>1</v></c>");
        replace("<row r=\"3\">", "<row r=\"3\" hidden=\"1\">");
        replace(
                "</sheetData>",
                "</sheetData><autoFilter ref=\"A1:G3\"><filterColumn colId=\"1\"/></autoFilter>"
                        + "<mergeCells><mergeCell ref=\"A2:B2\"/></mergeCells>");
        replace("<col min=\"4\" max=\"4\"", "<col min=\"4\" max=\"4\" hidden=\"1\"");
        parts.put("xl/vbaProject.bin", new byte[] {1});
        assertEquals(
                List.of(
                        "t.xlsx:xl/vbaproject.bin",
                        "Position weight!C2",
                        "Position weight!A3",
                        "Position weight!B1",
                        "Position weight!A2:B2",
                        "Position weight!D1"),
                read().faults().stream().map(SheetFault::place).toList());
    }

    @Test
    void linksToOtherWorkbooksAreRefused() {
        parts.put("xl/externalLinks/externalLink1.xml", new byte[] {1});
        refused("t.xlsx:xl/externallinks/externallink1.xml", "Expected rows and nothing more, but there are links");
    }

    @Test
    void hiddenSheetsAndFurtherOnesAreRefused() {
        replace("xl/workbook.xml", "sheetId=\"2\"", "sheetId=\"2\" state=\"veryHidden\"");
        refused("About!A1", "Expected sheets that are shown");
        replace("xl/workbook.xml", "About\" sheetId=\"2\" state=\"veryHidden\"", "Other\" sheetId=\"2\"");
        assertTrue(problem().contains("Expected one sheet of rows beside \"About\", but there are 2"));
    }

    @Test
    void bombsAndTricksOfXmlAreRefused() {
        String bomb =
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
        replace("<worksheet", bomb + "<worksheet");
        replace("0.40", "&b;&c;");
        assertTrue(problem().contains("Expected XML in xl/worksheets/sheet1.xml"), problem());
    }

    @Test
    void aZipThatUnpacksToTooMuchIsRefused() {
        parts.put("xl/media/bomb", new byte[200 << 20]);
        assertTrue(problem().contains("Expected at most 201326592 bytes when unpacked"));
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        byte[] whole = zip(parts);
        for (byte[] other : List.of(
                new byte[0],
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0},
                "a,b".getBytes(StandardCharsets.UTF_8),
                zip(Map.of("mimetype", new byte[1])),
                Arrays.copyOf(whole, whole.length / 2))) {
            assertThrows(Problem.class, () -> XlsxReader.read("t.xlsx", other));
        }
    }

    @Test
    void aRowThatMovedKeepsItsIdAndACopyIsANewOne() {
        List<SheetRow> rows = new ArrayList<>(table.rows().reversed());
        rows.add(table.rows().getFirst());
        SheetGrid grid = XlsxReader.read("t.xlsx", XlsxWriter.written(table.withRows(rows)));
        assertEquals(
                List.of("row-2", "row-1", ""),
                SheetImport.into(table, grid, t -> Optional.empty()).sheet().rows().stream()
                        .map(SheetRow::id)
                        .toList());
    }

    @Test
    void withoutIdsARowIsKnownByItsInputs() {
        String csv = "Asset class,Strategy,limit,warning,action,Why\n-,-,0.2,0.1,\"\"\"cut\"\"\",Less\n";
        SheetImport read = SheetImport.into(
                table, SheetCsv.read("t.csv", csv.getBytes(StandardCharsets.UTF_8)), t -> Optional.empty());
        assertEquals(List.of(), read.faults());
        assertEquals("row-2", read.sheet().rows().getFirst().id());
    }

    @Test
    void semicolonsAndDecimalCommasOfAGermanSpreadsheetAreSeen() {
        String csv = SheetCsv.written(table)
                .replaceFirst("0.25", "0.3")
                .replace(",", ";")
                .replace("0.3", "0,3");
        SheetGrid grid = SheetCsv.read("t.csv", csv.getBytes(StandardCharsets.UTF_8));
        SheetImport read = SheetImport.into(table, grid, t -> Optional.empty());
        assertTrue(
                read.faults().stream()
                        .map(SheetFault::toString)
                        .anyMatch(f ->
                                f.startsWith("t.csv:3:3: Expected a decimal point, but the cell says 0,3; write 0.3")),
                read.faults()::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UTF-16LE | Expected UTF-8
            ISO-8859-1 | Expected UTF-8
            """)
    void otherEncodingsAreRefused(String encoding, String said) throws IOException {
        byte[] bytes = ("\uFEFF" + SheetCsv.written(table) + "ä")
                .replace("\uFEFF", encoding.startsWith("ISO") ? "" : "\uFEFF")
                .getBytes(encoding);
        Problem problem = assertThrows(Problem.class, () -> SheetCsv.read("t.csv", bytes));
        assertTrue(String.valueOf(problem.getMessage()).contains(said));
    }

    @Test
    void titlesThatDoNotFitAreNamedWithTheNearest() {
        String csv = SheetCsv.written(table).replaceFirst("limit", "Limits");
        SheetImport read = SheetImport.into(
                table, SheetCsv.read("t.csv", csv.getBytes(StandardCharsets.UTF_8)), t -> Optional.empty());
        assertEquals(2, read.faults().size());
        assertTrue(read.faults().getLast().toString().startsWith("t.csv:1:3: Expected one of the columns"));
    }

    @Test
    void aHundredThousandRowsGoThroughAndOneMoreIsRefused() {
        List<SheetRow> rows = new ArrayList<>();
        for (int r = 0; r < 100_000; r++) {
            rows.add(new SheetRow("r" + r, List.of("\"Equity\"", "\"s" + r + "\"", "0.25", "0.2", "\"cut\"", "")));
        }
        TableSheet large = table.withRows(rows);
        SheetGrid grid = XlsxReader.read("t.xlsx", XlsxWriter.written(large));
        assertEquals(
                rows,
                SheetImport.into(large, grid, t -> Optional.empty()).sheet().rows());
        rows.add(table.rows().getLast());
        byte[] more = SheetCsv.written(table.withRows(rows)).getBytes(StandardCharsets.UTF_8);
        Problem problem = assertThrows(Problem.class, () -> SheetCsv.read("t.csv", more));
        assertTrue(String.valueOf(problem.getMessage()).contains("Expected at most 100000 rows"));
    }

    /** 3 is a percentage, 4 and 5 are days. */
    private void formats() {
        replace(
                "xl/styles.xml",
                "<fonts",
                "<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy;@\"/></numFmts><fonts");
        replace(
                "xl/styles.xml",
                "</cellXfs>",
                "<xf numFmtId=\"9\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs>");
    }

    private void replace(String from, String to) {
        replace(SHEET, from, to);
    }

    private void replace(String part, String from, String to) {
        String text = new String(parts.get(part), StandardCharsets.UTF_8);
        assertTrue(text.contains(from), text);
        parts.put(
                part,
                text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private SheetImport read() {
        return SheetImport.into(table, XlsxReader.read("t.xlsx", zip(parts)), t -> Optional.empty());
    }

    private void refused(String place, String said) {
        List<SheetFault> faults = read().faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.getFirst().toString().startsWith(place + ": " + said), faults::toString);
    }

    private String problem() {
        return String.valueOf(assertThrows(Problem.class, this::read).getMessage());
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
