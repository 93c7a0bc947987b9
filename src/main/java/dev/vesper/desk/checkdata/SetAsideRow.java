package dev.vesper.desk.checkdata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row that was set aside: where it stands, why it is not used, and what stands around it.
 *
 * @param file for example {@code prices.csv}
 * @param line in the file, from 1
 * @param column in that line, from 1
 * @param key what names the row, for example {@code 2018-04-11 IBM}
 * @param value that broke the rule
 * @param rule of the contract
 * @param reason in words
 * @param text the line as it was delivered; empty where the file is not there any more
 * @param before the lines before it, the nearest last
 * @param after the lines after it, the nearest first
 * @param cells every value that was delivered of it, by column; empty where it cannot be decided alone
 * @param fate what became of it
 */
public record SetAsideRow(
        String file,
        long line,
        int column,
        String key,
        String value,
        String rule,
        String reason,
        String text,
        List<String> before,
        List<String> after,
        Map<String, String> cells,
        RowFate fate) {
    public SetAsideRow {
        before = List.copyOf(before);
        after = List.copyOf(after);
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** Of which nobody has decided anything. */
    public SetAsideRow(
            String file,
            long line,
            int column,
            String key,
            String value,
            String rule,
            String reason,
            String text,
            List<String> before,
            List<String> after) {
        this(file, line, column, key, value, rule, reason, text, before, after, Map.of(), RowFate.OPEN);
    }

    /** Where it stands, for example {@code prices.csv:12:3}. */
    public String place() {
        return file + ":" + line + ":" + column;
    }

    /** The same with its values and what became of it. */
    public SetAsideRow with(Map<String, String> values, RowFate became) {
        return new SetAsideRow(file, line, column, key, value, rule, reason, text, before, after, values, became);
    }
}
