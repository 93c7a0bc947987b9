package dev.vesper.adapters.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of the page.
 *
 * @param more what was left out, or empty
 */
public record Table(List<Cell> columns, List<Row> rows, String more) {

    /** Text and the style class it is shown with. */
    public record Cell(String text, String style) {}

    /**
     * One row.
     *
     * @param tone {@code good}, {@code warn}, {@code bad}, {@code total} or empty
     */
    public record Row(String tone, List<Cell> cells) {}

    public boolean empty() {
        return rows.isEmpty();
    }

    /** Collects rows up to a number, then only counts. */
    static final class Builder {
        private final List<Cell> columns = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private final int limit;
        private final String elsewhere;
        private int left;

        /**
         * @param limit the most rows to show
         * @param elsewhere the file that holds all rows
         * @param headers {@code #} in front makes a column of numbers, {@code !} one in the row's tone, {@code _} one
         *     whose text must not break
         */
        Builder(int limit, String elsewhere, String... headers) {
            this.limit = limit;
            this.elsewhere = elsewhere;
            for (String header : headers) {
                columns.add(
                        switch (header.isEmpty() ? ' ' : header.charAt(0)) {
                            case '#' -> new Cell(header.substring(1), "num");
                            case '!' -> new Cell(header.substring(1), "tone");
                            case '_' -> new Cell(header.substring(1), "nowrap");
                            default -> new Cell(header, "text");
                        });
            }
        }

        Builder row(String tone, String... cells) {
            if (rows.size() >= limit) {
                left++;
                return this;
            }
            List<Cell> row = new ArrayList<>();
            for (int i = 0; i < cells.length; i++) {
                row.add(new Cell(cells[i], columns.get(i).style()));
            }
            rows.add(new Row(tone, List.copyOf(row)));
            return this;
        }

        /** A last row that is shown whatever the limit. */
        Builder total(String... cells) {
            List<Cell> row = new ArrayList<>();
            for (int i = 0; i < cells.length; i++) {
                row.add(new Cell(cells[i], columns.get(i).style()));
            }
            rows.add(new Row("total", List.copyOf(row)));
            return this;
        }

        Table build() {
            String more = left == 0 ? "" : Figures.count(left) + " more in " + elsewhere;
            return new Table(List.copyOf(columns), List.copyOf(rows), more);
        }
    }
}
