package dev.vesper.desk.checkdata;

import java.util.List;

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
        List<String> after) {
    public SetAsideRow {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
