package dev.vesper.adapters.report.block;

import dev.vesper.basics.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table. The page shows its first rows, {@value #SHOWN} or fewer, the worst in front where the section says what is worse, and
 * where it leaves some out by which measure, how many, and a link to the file that holds all, so a large day takes no longer
 * to draw than a small one. A CSV is a {@link Table}.
 *
 * @param <R> a row
 * @param all the file with every row, for example {@code orders.csv}, or words such as {@code the lake}
 * @param summed what the rows sum up, for example {@code 1,204 fills}, where {@code all} has it one by one; or empty
 * @param most how many rows the page shows at the most
 * @param totals last rows of the page, shown whatever the number of rows
 */
public record Grid<R>(
        List<Column<R, ?>> columns,
        List<R> rows,
        Function<R, Tone> tone,
        Optional<Worst<R>> worst,
        String all,
        String summed,
        int most,
        List<List<String>> totals)
        implements Block {
    /** The most rows of a grid on the page. */
    public static final int SHOWN = 50;

    private static final int SMALL = 5;

    /**
     * What a reader must see first.
     *
     * @param order the worst come first
     * @param measure by what, so that it reads "The 50 {@code measure} are shown", for example {@code that cost most}
     */
    public record Worst<R>(Comparator<R> order, String measure) {}

    public Grid {
        columns = List.copyOf(columns);
        totals = List.copyOf(totals);
    }

    @SafeVarargs
    public static <R> Grid<R> of(List<R> rows, Column<R, ?>... columns) {
        List<Column<R, ?>> listed = new ArrayList<>(columns.length);
        for (Column<R, ?> column : columns) {
            listed.add(column);
        }
        return new Grid<>(listed, rows, row -> Tone.NONE, Optional.empty(), "", "", SHOWN, List.of());
    }

    public Grid<R> toned(Function<R, Tone> toned) {
        return new Grid<>(columns, rows, toned, worst, all, summed, most, totals);
    }

    /** The first in this order come first, and the page says by which measure where it cannot show all. */
    public Grid<R> worstFirst(Comparator<R> order, String measure) {
        return new Grid<>(columns, rows, tone, Optional.of(new Worst<>(order, measure)), all, summed, most, totals);
    }

    /** Fewer rows than the page would show otherwise. */
    public Grid<R> first(int shown) {
        return new Grid<>(columns, rows, tone, worst, all, summed, shown, totals);
    }

    /** Where the rows are that the page does not show. */
    public Grid<R> restIn(String file) {
        return new Grid<>(columns, rows, tone, worst, file, summed, most, totals);
    }

    /** Its rows are sums: of what, for example {@code 1,204 fills}, and the file that has them one by one. */
    public Grid<R> sumsOf(String what, String file) {
        return new Grid<>(columns, rows, tone, worst, file, what, most, totals);
    }

    /** One more row at the end, in words. */
    public Grid<R> total(String... cells) {
        List<List<String>> more = new ArrayList<>(totals);
        more.add(List.of(cells));
        return new Grid<>(columns, rows, tone, worst, all, summed, most, more);
    }

    public boolean empty() {
        return rows.isEmpty();
    }

    /** Whether the rows of the page are so few that they may have to stay on one sheet. */
    public boolean small() {
        return Math.min(most, rows.size()) + totals.size() <= SMALL;
    }

    /** The rows of the page. */
    public List<R> shown() {
        return worst.map(by -> Top.of(rows, by.order(), most))
                .orElseGet(() -> rows.subList(0, Math.min(most, rows.size())));
    }

    /** The words of a row, in the order of the columns. */
    public List<String> cells(R row) {
        return Column.cells(columns, row);
    }

    /**
     * What the page does not show, for example "The 50 that cost most are shown; 1,200 more in "; empty where it shows
     * all there is.
     */
    public String more() {
        int left = rows.size() - most;
        if (left <= 0) {
            return summed.isEmpty() ? "" : summed + ", one by one in ";
        }
        String which = worst.map(by -> "The " + most + " " + by.measure()).orElse("The first " + most);
        return which + " are shown; " + Numbers.count(left) + " more in ";
    }

    /** Whether the rest is in a file beside the report. */
    public boolean linked() {
        return all.endsWith(".csv") || all.endsWith(".json");
    }
}
