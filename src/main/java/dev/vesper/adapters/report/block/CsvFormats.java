package dev.vesper.adapters.report.block;

import dev.vesper.adapters.report.block.Format.Look;
import dev.vesper.adapters.text.SpreadsheetText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How the CSVs write values: for programs, a full stop for decimals, no separators, every digit that is known. */
public final class CsvFormats {
    /** Text from the firm: what a spreadsheet would run as a formula gets an apostrophe in front. */
    public static final Format<String> TEXT = new Format<>(Look.TEXT, SpreadsheetText::harmless);
    /** A word of our own, such as a status. */
    public static final Format<String> WORD = new Format<>(Look.TEXT, word -> word);

    public static final Format<Integer> COUNT = new Format<>(Look.NUMBER, count -> Integer.toString(count));
    public static final Format<BigDecimal> EXACT = new Format<>(Look.NUMBER, CsvFormats::exact);

    private CsvFormats() {}

    public static Format<BigDecimal> rounded(int places) {
        return new Format<>(
                Look.NUMBER,
                value -> value.setScale(places, RoundingMode.HALF_EVEN).toPlainString());
    }

    public static Format<Double> statistic(int places) {
        return new Format<>(Look.NUMBER, value -> rounded(places).words().apply(BigDecimal.valueOf(value)));
    }

    private static String exact(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
