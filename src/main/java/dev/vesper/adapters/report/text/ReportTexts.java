package dev.vesper.adapters.report.text;

import dev.vesper.orders.Side;
import java.util.Locale;

/** Small grammar of the report: sides of an order, texts cut to their place. */
public final class ReportTexts {
    private ReportTexts() {}

    /** Buy or sell, in lower case. */
    public static String side(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    /** Cuts a text that is too long for its place. */
    public static String fitted(String words, int characters) {
        return words.codePointCount(0, words.length()) <= characters
                ? words
                : words.substring(0, words.offsetByCodePoints(0, characters - 1)) + "…";
    }
}
