package dev.vesper.adapters.firm;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes one CSV line, with quotation marks where RFC 4180 asks for them. */
final class CsvText {
    private CsvText() {}

    static String line(Object... cells) {
        return Arrays.stream(cells).map(c -> cell(c.toString())).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
