package dev.vesper.adapters.rules.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which cells show their number as a day or a time. */
final class XlsxStyles {
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.");
    private static final Pattern DAY = Pattern.compile("[dDyY]|[mM]{3}");
    private static final Pattern TIME = Pattern.compile("[hHsS]");

    private final List<Integer> formats = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();

    void read(XMLStreamReader xml) throws XMLStreamException {
        boolean cells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" -> codes.put(number(xml, "numFmtId"), value(xml, "formatCode"));
                    case "cellXfs" -> cells = true;
                    case "xf" -> {
                        if (cells) {
                            formats.add(number(xml, "numFmtId"));
                        }
                    }
                    default -> {
                        // says nothing of numbers
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                cells = false;
            }
        }
    }

    boolean day(int style) {
        int format = format(style);
        String code = code(format);
        return (format >= 14 && format <= 17)
                || format == 22
                || (format >= 27 && format <= 36)
                || (format >= 50 && format <= 58)
                || (!code.isEmpty() && DAY.matcher(code).find());
    }

    boolean time(int style) {
        int format = format(style);
        return (format >= 18 && format <= 22)
                || (format >= 45 && format <= 47)
                || TIME.matcher(code(format)).find();
    }

    private int format(int style) {
        return style < 0 || style >= formats.size() ? 0 : formats.get(style);
    }

    private String code(int format) {
        return LITERAL.matcher(codes.getOrDefault(format, ""))
                .replaceAll("")
                .replace("General", "")
                .replace("E+", "");
    }

    static String value(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }

    static int number(XMLStreamReader xml, String attribute) {
        try {
            return Integer.parseInt(value(xml, attribute));
        } catch (NumberFormatException none) {
            return 0; // left out means the first
        }
    }
}
