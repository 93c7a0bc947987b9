package dev.vesper.data;

import java.util.Locale;

/**
 * How many rows may be found, for example "at most 1 percent" or "greater than 0 rows".
 *
 * @param low what is compared with, in rows or in percent of all rows
 * @param high the upper end of a range; equal to {@code low} otherwise
 * @param range the count must lie between both, ends included
 * @param inside false where it must lie outside
 * @param percent whether the unit is percent, not rows
 */
public record Tolerance(
        Comparison comparison, double low, double high, boolean range, boolean inside, boolean percent) {
    private static final double PERCENT = 100;

    public static Tolerance of(Comparison comparison, double value, boolean percent) {
        return new Tolerance(comparison, value, value, false, true, percent);
    }

    public static Tolerance between(double low, double high, boolean inside, boolean percent) {
        return new Tolerance(Comparison.EQUAL, low, high, true, inside, percent);
    }

    /** No row at all. */
    public static Tolerance none() {
        return of(Comparison.EQUAL, 0, false);
    }

    /** Whether {@code found} of {@code total} rows are tolerated; of no rows at all, zero percent are found. */
    public boolean allows(long found, long total) {
        double value = percent ? share(found, total) : found;
        return range ? (value >= low && value <= high) == inside : comparison.holds(value, low);
    }

    /** {@code 100 * found / total}, 0 where there is no row. */
    public static double share(long found, long total) {
        return total == 0 ? 0 : PERCENT * found / total;
    }

    /** For example {@code at most 1 percent}. */
    public String phrase() {
        String unit = percent ? " percent" : low == 1 && !range ? " row" : " rows";
        return range
                ? (inside ? "" : "not ") + "between " + plain(low) + " and " + plain(high) + unit
                : (comparison == Comparison.EQUAL ? "exactly" : comparison.phrase()) + " " + plain(low) + unit;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
