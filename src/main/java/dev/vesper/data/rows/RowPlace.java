package dev.vesper.data.rows;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a row stands, for example {@code prices.csv:12:3}. A file with a column for each symbol has several rows in a line.
 *
 * @param file as it was delivered
 * @param line from 1
 * @param column of the line where the row's value stands, from 1
 */
public record RowPlace(String file, long line, int column) {
    private static final Pattern WRITTEN = Pattern.compile("(.+):([1-9][0-9]{0,17}):([1-9][0-9]{0,8})");

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws Problem of kind INPUT where it is something else
     */
    public static RowPlace of(String text) {
        Matcher parts = WRITTEN.matcher(text.strip());
        if (!parts.matches()) {
            throw Problem.usage("Expected the place of a row like prices.csv:12:3 (file, line, column), but got \""
                    + Visible.line(text) + "\"");
        }
        return new RowPlace(parts.group(1), Long.parseLong(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
