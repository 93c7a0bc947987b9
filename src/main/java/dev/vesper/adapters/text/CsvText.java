package dev.vesper.adapters.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes one CSV line, with quotation marks where RFC 4180 asks for them. */
public final class CsvText {
    private CsvText() {}

    public static String line(Object... cells) {
        return Arrays.stream(cells).map(c -> cell(c.toString())).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        boolean plain =
                text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
