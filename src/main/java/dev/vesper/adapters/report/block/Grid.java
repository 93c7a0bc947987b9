package dev.vesper.adapters.report.block;

import dev.vesper.adapters.report.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table. The page shows its first rows, the worst in front where the section says what is worse, and a link to the file
 * that holds all; a CSV holds every row. So a large day takes no longer to draw than a small one.
 *
 * @param <R> a row
 * @param totals last rows of the page, shown whatever the number of rows
 * @param all the file with every row, for example {@code orders.csv}, or words such as {@code the lake}
 */
public record Grid<R>(
        List<Column<R, ?>> columns,
        List<R> rows,
        Function<R, Tone> tone,
        Optional<Comparator<R>> worst,
        String all,
        List<List<String>> totals)
        implements Block {
    /** The most rows of a grid on the page. */
    public static final int SHOWN = 50;

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
        return new Grid<>(listed, rows, row -> Tone.NONE, Optional.empty(), "", List.of());
    }

    public Grid<R> toned(Function<R, Tone> toned) {
        return new Grid<>(columns, rows, toned, worst, all, totals);
    }

    /** The greatest in this order come first. */
    public Grid<R> worstFirst(Comparator<R> badness) {
        return new Grid<>(columns, rows, tone, Optional.of(badness.reversed()), all, totals);
    }

    /** Where the rows are that the page does not show. */
    public Grid<R> restIn(String file) {
        return new Grid<>(columns, rows, tone, worst, file, totals);
    }

    /** One more row at the end, in words. */
    public Grid<R> total(String... cells) {
        List<List<String>> more = new ArrayList<>(totals);
        more.add(List.of(cells));
        return new Grid<>(columns, rows, tone, worst, all, more);
    }

    public boolean empty() {
        return rows.isEmpty();
    }

    /** The rows of the page. */
    public List<R> shown() {
        return worst.map(order -> rows.stream().sorted(order).limit(SHOWN).toList())
                .orElseGet(() -> rows.subList(0, Math.min(SHOWN, rows.size())));
    }

    /** The words of a row, in the order of the columns. */
    public List<String> cells(R row) {
        List<String> cells = new ArrayList<>(columns.size());
        for (Column<R, ?> column : columns) {
            cells.add(column.cell(row));
        }
        return cells;
    }

    /** What the page does not show, for example "1,200 more in "; empty where it shows all. */
    public String more() {
        int left = rows.size() - SHOWN;
        return left <= 0 ? "" : Numbers.count(left) + " more in ";
    }

    /** Whether the rest is in a file beside the report. */
    public boolean linked() {
        return all.endsWith(".csv") || all.endsWith(".json");
    }
}
