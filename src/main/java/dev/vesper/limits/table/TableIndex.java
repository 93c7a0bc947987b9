package dev.vesper.limits.table;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row that decides without looking at all of them. A small table keeps, for each segment of each column, the set of
 * rows that fit it, and ands one set a column; a large one walks the rows of the column that leaves the fewest.
 *
 * <p>Source: bit sets per column value as in the decision table index of GoRules Zen, with elementary intervals in place of
 * equality; Calvanese et al., Semantics, Analysis and Simplification of DMN Decision Tables, Information Systems 78 (2018),
 * for rows as boxes. Thread-safe.
 */
public final class TableIndex {
    /** No row fits. */
    public static final int NONE = -1;

    /** FEEL must say: a cell that could fit is an expression, a value is of another kind, or several fit and one alone may. */
    public static final int UNSURE = -2;

    /** Words of 64 rows that the sets may take together: 32 MiB. */
    private static final long DENSE = 4L << 20;

    /** Rows that the lists of one column may name together. */
    private static final long LISTED = 4L << 20;

    private final HitPolicy policy;
    private final Segments[] columns;
    private final boolean[] opaque;
    /** By column and segment; empty where the table is large. */
    private final long[][][] sets;
    /** By row and column; empty where the table is small. */
    private final Spans[][] rows;
    /** By column and segment, of a large table; null for a column whose rows fit too many segments. */
    private final @Nullable Lists[] lists;

    private TableIndex(
            HitPolicy policy,
            Segments[] columns,
            boolean[] opaque,
            long[][][] sets,
            Spans[][] rows,
            @Nullable Lists[] lists) {
        this.policy = policy;
        this.columns = columns;
        this.opaque = opaque;
        this.sets = sets;
        this.rows = rows;
        this.lists = lists;
    }

    /**
     * Indexes a table.
     *
     * @param kinds of the columns
     * @param rows the cells of each row, one for each column
     */
    public static TableIndex of(HitPolicy policy, List<Kind> kinds, List<List<Cell>> rows) {
        return of(policy, kinds, rows, DENSE);
    }

    /** @param most words that the sets may take together */
    static TableIndex of(HitPolicy policy, List<Kind> kinds, List<List<Cell>> rows, long most) {
        Segments[] columns = new Segments[kinds.size()];
        for (int c = 0; c < columns.length; c++) {
            int column = c;
            columns[c] = Segments.of(
                    kinds.get(c), rows.stream().map(row -> row.get(column)).toList());
        }
        boolean[] opaque = new boolean[rows.size()];
        Spans[][] spans = new Spans[rows.size()][columns.length];
        for (int r = 0; r < spans.length; r++) {
            for (int c = 0; c < columns.length; c++) {
                Cell cell = rows.get(r).get(c);
                opaque[r] |= cell instanceof Cell.Opaque;
                spans[r][c] = columns[c].spans(cell);
            }
        }
        long words = (rows.size() + Long.SIZE - 1L) / Long.SIZE;
        long dense = Arrays.stream(columns).mapToLong(c -> c.count() * words).sum();
        return dense <= most
                ? new TableIndex(policy, columns, opaque, sets(columns, spans), new Spans[0][], new Lists[0])
                : new TableIndex(policy, columns, opaque, new long[0][][], spans, lists(columns, spans));
    }

    /**
     * The row that decides, counted from 0, {@link #NONE} or {@link #UNSURE}.
     *
     * @param values one for each column; null is a value of its own
     */
    public int find(@Nullable Object[] values) {
        int[] segments = new int[columns.length];
        for (int c = 0; c < segments.length; c++) {
            segments[c] = columns[c].of(values[c]);
            if (segments[c] < 0) {
                return UNSURE;
            }
        }
        int found = next(segments, 0);
        if (found < 0) {
            return NONE;
        }
        boolean sure = !opaque[found];
        for (int other = found; sure && policy != HitPolicy.FIRST && other >= 0; ) {
            other = next(segments, other + 1);
            sure = other < 0 || (policy == HitPolicy.ANY && !opaque[other]);
        }
        return sure ? found : UNSURE;
    }

    private int next(int[] segments, int from) {
        return rows.length == 0 ? inSets(segments, from) : inLists(segments, from);
    }

    /** The first row from a number on whose boxes hold the point; negative where there is none. */
    private int inSets(int[] segments, int from) {
        for (int word = from >> 6; word << 6 < opaque.length; word++) {
            long left = word == from >> 6 ? -1L << from : -1L;
            for (int c = 0; c < segments.length && left != 0; c++) {
                left &= sets[c][segments[c]][word];
            }
            if (left != 0) {
                int row = (word << 6) + Long.numberOfTrailingZeros(left);
                return row < opaque.length ? row : NONE;
            }
        }
        return NONE;
    }

    private int inLists(int[] segments, int from) {
        Lists shortest = null;
        int segment = 0;
        for (int c = 0; c < segments.length; c++) {
            if (lists[c] != null && (shortest == null || lists[c].length(segments[c]) < shortest.length(segment))) {
                shortest = lists[c];
                segment = segments[c];
            }
        }
        if (shortest == null) {
            int row = from;
            while (row < rows.length && !fits(row, segments)) {
                row++;
            }
            return row < rows.length ? row : NONE;
        }
        int[] own = shortest.own[segment];
        int[] any = shortest.any;
        int i = 0;
        int j = 0;
        while (i < own.length || j < any.length) {
            boolean ofOwn = j == any.length || (i < own.length && own[i] < any[j]);
            int row = ofOwn ? own[i++] : any[j++];
            if (row >= from && fits(row, segments)) {
                return row;
            }
        }
        return NONE;
    }

    private boolean fits(int row, int[] segments) {
        for (int c = 0; c < segments.length; c++) {
            if (!rows[row][c].holds(segments[c])) {
                return false;
            }
        }
        return true;
    }

    private static long[][][] sets(Segments[] columns, Spans[][] rows) {
        int words = (rows.length + Long.SIZE - 1) / Long.SIZE;
        long[][][] sets = new long[columns.length][][];
        for (int c = 0; c < columns.length; c++) {
            long[][] segments = new long[columns[c].count()][words];
            for (int r = 0; r < rows.length; r++) {
                for (int segment : rows[r][c].each()) {
                    segments[segment][r >> 6] |= 1L << r;
                }
            }
            sets[c] = shared(segments);
        }
        return sets;
    }

    private static @Nullable Lists[] lists(Segments[] columns, Spans[][] rows) {
        @Nullable Lists[] lists = new @Nullable Lists[columns.length];
        for (int c = 0; c < columns.length; c++) {
            lists[c] = Lists.of(columns[c], rows, c);
        }
        return lists;
    }

    /** Segments that the same rows fit share one set. */
    private static long[][] shared(long[][] segments) {
        Map<LongBuffer, long[]> known = new HashMap<>();
        for (int s = 0; s < segments.length; s++) {
            long[] rows = segments[s];
            segments[s] = known.computeIfAbsent(LongBuffer.wrap(rows), _ -> rows);
        }
        return segments;
    }

    /** The rows of one column of a large table, ascending. */
    private static final class Lists {
        private final int[] any;
        private final int[][] own;

        /**
         * Lists of a column.
         *
         * @param any rows that fit all segments
         * @param own the others, by segment
         */
        Lists(int[] any, int[][] own) {
            this.any = any;
            this.own = own;
        }

        int length(int segment) {
            return any.length + own[segment].length;
        }

        /** Null where the rows fit too many segments to be listed. */
        static @Nullable Lists of(Segments column, Spans[][] rows, int c) {
            Spans all = column.spans(new Cell.Any());
            int[] lengths = new int[column.count()];
            int[] any = new int[rows.length];
            int anys = 0;
            long listed = 0;
            for (int r = 0; r < rows.length; r++) {
                if (rows[r][c].equals(all)) {
                    any[anys++] = r;
                    continue;
                }
                for (int segment : rows[r][c].each()) {
                    lengths[segment]++;
                    listed++;
                }
                if (listed > LISTED) {
                    return null;
                }
            }
            int[][] own = new int[lengths.length][];
            for (int s = 0; s < own.length; s++) {
                own[s] = new int[lengths[s]];
                lengths[s] = 0;
            }
            for (int r = 0; r < rows.length; r++) {
                if (!rows[r][c].equals(all)) {
                    for (int segment : rows[r][c].each()) {
                        own[segment][lengths[segment]++] = r;
                    }
                }
            }
            return new Lists(Arrays.copyOf(any, anys), own);
        }
    }
}
