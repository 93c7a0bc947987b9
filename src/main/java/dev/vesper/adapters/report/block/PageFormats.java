package dev.vesper.adapters.report.block;

import dev.vesper.adapters.report.block.Format.Look;
import dev.vesper.basics.Numbers;
import java.math.BigDecimal;
import java.time.Instant;

/** How the page writes values: for people, with thousands separators. */
public final class PageFormats {
    public static final Format<String> TEXT = new Format<>(Look.TEXT, words -> words);
    /** An id, a code, a symbol. */
    public static final Format<String> NAME = new Format<>(Look.UNBROKEN, words -> words);

    public static final Format<String> TONED = new Format<>(Look.TONED, words -> words);
    /** One SVG element of ours. */
    public static final Format<String> DRAWN = new Format<>(Look.DRAWN, svg -> svg);

    public static final Format<Long> COUNT = new Format<>(Look.NUMBER, Numbers::count);
    public static final Format<BigDecimal> AMOUNT = new Format<>(Look.NUMBER, Numbers::amount);
    /** An amount with its sign, as a cost. */
    public static final Format<BigDecimal> SIGNED = new Format<>(Look.NUMBER, value -> Numbers.signed(value, 2));

    public static final Format<BigDecimal> PRICE = new Format<>(Look.NUMBER, Numbers::price);
    public static final Format<BigDecimal> QUANTITY = new Format<>(Look.NUMBER, Numbers::quantity);
    public static final Format<Double> BPS = new Format<>(Look.NUMBER, Numbers::bps);
    public static final Format<Instant> STAMP = new Format<>(Look.UNBROKEN, Numbers::stamp);
    public static final Format<Double> SECONDS = new Format<>(Look.NUMBER, Numbers::duration);

    private PageFormats() {}

    public static Format<BigDecimal> decimals(int places) {
        return new Format<>(Look.NUMBER, value -> Numbers.decimals(value, places));
    }

    public static Format<Double> percent(int places) {
        return new Format<>(Look.NUMBER, value -> Numbers.percent(value, places));
    }
}
