package dev.vesper.market.ticks;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows of whole numbers on their way into columns; the first column is the time. */
public final class TickColumns {
    private final long[][] columns;
    private int rows;
    private boolean sorted = true;

    /** @param columns how many numbers a row has */
    public TickColumns(int columns) {
        this.columns = new long[columns][1 << 12];
    }

    /** Begins a row; what is not put is 0. */
    public void row(long millis) {
        if (rows == columns[0].length) {
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], rows * 2);
            }
        }
        sorted = sorted && (rows == 0 || columns[0][rows - 1] <= millis);
        columns[0][rows++] = millis;
    }

    /** Puts a number into the row that was begun last. */
    public void put(int column, long value) {
        columns[column][rows - 1] = value;
    }

    /** All rows by time; those of one millisecond keep their order. */
    long[][] inTime() {
        long[][] result = new long[columns.length][];
        int[] order = sorted ? null : order();
        for (int i = 0; i < columns.length; i++) {
            long[] column = Arrays.copyOf(columns[i], rows);
            if (order != null) {
                for (int k = 0; k < rows; k++) {
                    column[k] = columns[i][order[k]];
                }
            }
            result[i] = column;
        }
        return result;
    }

    private int[] order() {
        long[] millis = columns[0];
        return IntStream.range(0, rows)
                .boxed()
                .sorted((a, b) -> Long.compare(millis[a], millis[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
