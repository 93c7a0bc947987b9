package dev.vesper.adapters.rules.sheet;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;

/**
 * Reads a workbook's one sheet of rows as texts, by these rules: text stays as it is; a number is written plainly, with a decimal
 * point and at most 15 digits; 4 % is 0.04; a day is {@code date("2026-01-31")}; true and false are {@code true} and {@code false}.
 * Formulas, errors, merged cells, hidden rows, hidden columns with titles and filters are refused, each by its cell.
 */
public final class XlsxReader {
    private static final int MOST_STRINGS = 2_000_000;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int HEX = 16;

    private final String name;
    private final XlsxParts parts;
    private final List<SheetFault> faults;
    private final XlsxStyles styles = new XlsxStyles();
    private final List<String> strings = new ArrayList<>();
    private boolean from1904;

    private XlsxReader(String name, byte[] bytes) {
        this.name = name;
        this.faults = new ArrayList<>();
        this.parts = new XlsxParts(name, bytes, faults);
    }

    /**
     * Reads the rows; what does not hold is among the faults, all of it.
     *
     * @throws Problem of kind INPUT where it is no workbook, or larger than any table
     */
    public static SheetGrid read(String name, byte[] bytes) {
        XlsxReader reader = new XlsxReader(name, bytes);
        Map<String, String> targets = reader.targets();
        Map<String, String> sheets = reader.sheets(targets);
        if (sheets.size() != 1) {
            throw Problem.input(
                    Place.of(name),
                    "Expected one sheet of rows beside \"" + XlsxWriter.ABOUT + "\", but there are " + sheets.size()
                            + ": "
                            + String.join(
                                    ", ", sheets.keySet().stream().sorted().toList()));
        }
        reader.part("xl/styles.xml", reader.styles::read);
        reader.part("xl/sharedStrings.xml", reader::strings);
        Map.Entry<String, String> sheet = sheets.entrySet().iterator().next();
        XlsxSheet rows = new XlsxSheet(sheet.getKey(), reader.styles, reader.strings, reader.from1904, reader.faults);
        if (!reader.part(sheet.getValue(), rows::read)) {
            throw Problem.input(
                    Place.of(name), "Expected the rows in " + sheet.getValue() + ", but there is no such part");
        }
        return rows.grid();
    }

    /** Reads one part. */
    interface Part {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    private boolean part(String part, Part read) {
        byte[] bytes = parts.find(part).orElse(null);
        if (bytes == null) {
            return false;
        }
        try {
            read.read(XmlText.reader(new StreamSource(new ByteArrayInputStream(bytes))));
            return true;
        } catch (XMLStreamException broken) {
            String why = String.valueOf(broken.getMessage());
            throw Problem.input(
                    Place.of(name),
                    "Expected XML in " + part + ", but "
                            + why.substring(why.lastIndexOf('\n') + 1).replace("Message: ", ""));
        }
    }

    /** Refuses what no spreadsheet program writes, before anything of it is expanded. */
    static void plain(int event) throws XMLStreamException {
        if (event == XMLStreamConstants.DTD) {
            throw new XMLStreamException("there is a document type");
        }
    }

    /** Where the parts of the workbook are, by the ids it calls them. */
    private Map<String, String> targets() {
        Map<String, String> targets = new HashMap<>();
        part("xl/_rels/workbook.xml.rels", xml -> {
            while (xml.hasNext()) {
                int event = xml.next();
                plain(event);
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    String target = XlsxStyles.value(xml, "Target");
                    if (XlsxStyles.value(xml, "TargetMode").equals("External")) {
                        SheetGrid.fault(
                                faults,
                                name + ":xl/workbook.xml",
                                "Expected rows and nothing more, but there is a link to " + target);
                    }
                    targets.put(
                            XlsxStyles.value(xml, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        });
        return targets;
    }

    /** The sheets but {@code About}, with the part of each. */
    private Map<String, String> sheets(Map<String, String> targets) {
        Map<String, String> sheets = new HashMap<>();
        part("xl/workbook.xml", xml -> {
            while (xml.hasNext()) {
                int event = xml.next();
                plain(event);
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "workbookPr" -> from1904 = List.of("1", "true").contains(XlsxStyles.value(xml, "date1904"));
                    case "sheet" -> {
                        String sheet = XlsxStyles.value(xml, "name");
                        String id = "";
                        for (int i = 0; i < xml.getAttributeCount(); i++) {
                            boolean related =
                                    String.valueOf(xml.getAttributeNamespace(i)).endsWith("/relationships");
                            id = related && xml.getAttributeLocalName(i).equals("id") ? xml.getAttributeValue(i) : id;
                        }
                        String state = XlsxStyles.value(xml, "state");
                        if (!state.isEmpty() && !state.equals("visible")) {
                            SheetGrid.fault(
                                    faults,
                                    sheet + "!A1",
                                    "Expected sheets that are shown, but this one is hidden; remove it");
                        } else if (!sheet.equals(XlsxWriter.ABOUT)) {
                            sheets.put(sheet, targets.getOrDefault(id, ""));
                        }
                    }
                    default -> {
                        // views, names, how it is calculated
                    }
                }
            }
        });
        return sheets;
    }

    private void strings(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            plain(event);
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
                strings.add(rich(xml, "si"));
                if (strings.size() > MOST_STRINGS) {
                    throw Problem.input(
                            Place.of(name), "Expected at most " + MOST_STRINGS + " texts, but there are more");
                }
            }
        }
    }

    /** The text of {@code si} or {@code is}, without how it is formatted and pronounced. */
    static String rich(XMLStreamReader xml, String until) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean spoken = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                spoken |= xml.getLocalName().equals("rPh");
                if (xml.getLocalName().equals("t") && !spoken) {
                    text.append(xml.getElementText());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                spoken &= !xml.getLocalName().equals("rPh");
                if (xml.getLocalName().equals(until)) {
                    break;
                }
            }
        }
        return unescaped(text.toString());
    }

    /** {@code _x000D_} is a carriage return. */
    static String unescaped(String text) {
        return text.indexOf("_x") < 0
                ? text
                : ESCAPED.matcher(text)
                        .replaceAll(code ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), HEX))));
    }
}
