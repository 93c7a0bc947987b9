package dev.vesper.limits.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for rows of one table that never matter beside another that judges the same: whatever they fit, a row of the other
 * fits it too and is as strict. Rows and columns as in {@link TableAnalysis}; a column that one of them does not ask for may
 * be anything there. What is said is said for certain: an expression of the other table is believed of nothing.
 */
public final class RowsBeside {
    /** Boxes that are looked at: about a second. */
    private static final long MOST = 5_000_000;

    /** Boxes that one row may fall into. */
    private static final int BOXES = 2_000;

    private final Side one;
    private final Side other;
    private final Strictness strictness;
    private final List<Column> columns;
    private final Segments[] segments;
    private final List<Box> ones;
    private final List<Box> others;
    private long looked;

    /**
     * A table.
     *
     * @param rows the cells of each row, one for each column
     */
    public record Side(HitPolicy policy, List<Column> columns, List<List<Cell>> rows) {
        public Side {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        private boolean opaque(int row) {
            return rows.get(row).stream().anyMatch(Cell.Opaque.class::isInstance);
        }
    }

    /** How a row of the other table stands to a row of the one. */
    public enum Beside {
        /** Where both fit, the one's verdict never matters. */
        AS_STRICT,
        /** It may. */
        LOOSER,
        /** Nobody knows: what one of them answers is an expression. */
        UNKNOWN
    }

    /** Compares the answers of two rows, counted from 0. */
    public interface Strictness {
        Beside of(int one, int other);
    }

    /**
     * A row that never matters.
     *
     * @param row of the one table, counted from 1
     * @param by rows of the other, counted from 1
     * @param example that the row and the first of the others fit, as FEEL writes its values
     */
    public record Idle(int row, List<Integer> by, SortedMap<String, String> example) {
        public Idle {
            by = List.copyOf(by);
            example = Collections.unmodifiableSortedMap(new TreeMap<>(example));
        }
    }

    /**
     * What was found.
     *
     * @param unread rows of the one table that could not be compared, counted from 1, each with the row of the other that is
     *     why; 0 where there are too many
     */
    public record Report(List<Idle> idle, SortedMap<Integer, Integer> unread) {
        public Report {
            idle = List.copyOf(idle);
            unread = Collections.unmodifiableSortedMap(new TreeMap<>(unread));
        }
    }

    private RowsBeside(Side one, Side other, Strictness strictness) {
        this.one = one;
        this.other = other;
        this.strictness = strictness;
        this.columns = new ArrayList<>(one.columns());
        other.columns().stream().filter(column -> place(one, column) < 0).forEach(columns::add);
        this.segments = new Segments[columns.size()];
        for (int c = 0; c < segments.length; c++) {
            Column column = columns.get(c);
            List<Cell> cells = new ArrayList<>(cells(one, column));
            cells.addAll(cells(other, column));
            cells.add(new Cell.Fits(column.words().stream().map(Range::point).toList(), /* nothing= */ false));
            segments[c] = Segments.of(column.kind(), cells);
        }
        this.ones = boxes(one);
        this.others = boxes(other);
    }

    /**
     * Compares two tables; columns are the same where name and kind are.
     *
     * @param strictness of their answers
     */
    public static Report of(Side one, Side other, Strictness strictness) {
        return new RowsBeside(one, other, strictness).report();
    }

    private static int place(Side side, Column column) {
        for (int c = 0; c < side.columns().size(); c++) {
            Column own = side.columns().get(c);
            if (own.name().equals(column.name()) && own.kind() == column.kind()) {
                return c;
            }
        }
        return -1;
    }

    private static List<Cell> cells(Side side, Column column) {
        int c = place(side, column);
        return c < 0 ? List.of() : side.rows().stream().map(row -> row.get(c)).toList();
    }

    private List<Box> boxes(Side side) {
        List<Box> boxes = new ArrayList<>();
        for (List<Cell> row : side.rows()) {
            Spans[] sides = new Spans[segments.length];
            for (int c = 0; c < sides.length; c++) {
                int own = place(side, columns.get(c));
                Spans spans = segments[c].spans(own < 0 ? new Cell.Any() : row.get(own));
                List<?> words = columns.get(c).words();
                sides[c] = words.isEmpty()
                        ? spans
                        : spans.without(segments[c].all().without(segments[c].of(words)));
            }
            boxes.add(new Box(sides));
        }
        return boxes;
    }

    private Report report() {
        List<Idle> idle = new ArrayList<>();
        SortedMap<Integer, Integer> unread = new TreeMap<>();
        for (int row = 0; row < ones.size(); row++) {
            List<Box> left = decides(row);
            if (left == null) {
                unread.put(row + 1, 0);
            } else if (!left.isEmpty()) {
                look(row, left, idle, unread);
            }
            if (looked > MOST) {
                for (int rest = row + 1; rest < ones.size(); rest++) {
                    unread.put(rest + 1, 0);
                }
                break;
            }
        }
        return new Report(idle, unread);
    }

    /** What a row decides at most: what those before it certainly take is not its. */
    private @Nullable List<Box> decides(int row) {
        if (ones.get(row).isEmpty()) {
            return List.of();
        }
        if (one.policy() != HitPolicy.FIRST) {
            return List.of(ones.get(row));
        }
        List<Box> before = new ArrayList<>();
        for (int earlier = 0; earlier < row; earlier++) {
            looked++;
            if (!one.opaque(earlier) && ones.get(earlier).meets(ones.get(row))) {
                before.add(ones.get(earlier));
            }
        }
        return Box.left(ones.get(row), before, BOXES);
    }

    /** Walks the rows of the other table until nothing is left of the row, or one of them may be looser. */
    private void look(int row, List<Box> decides, List<Idle> idle, SortedMap<Integer, Integer> unread) {
        List<Box> left = decides;
        SortedSet<Integer> by = new TreeSet<>();
        Box example = null;
        for (int beside = 0; beside < others.size() && !left.isEmpty(); beside++) {
            Box fits = others.get(beside);
            looked += left.size();
            Box met = left.stream().filter(fits::meets).findFirst().orElse(null);
            if (met == null) {
                continue;
            }
            Beside said = strictness.of(row, beside);
            if (said == Beside.LOOSER) {
                return;
            }
            if (said == Beside.UNKNOWN || other.opaque(beside)) {
                unread.put(row + 1, beside + 1);
                return;
            }
            example = example == null ? met.and(fits) : example;
            by.add(beside + 1);
            left = Box.left(left, List.of(fits), BOXES);
            if (left == null) {
                unread.put(row + 1, 0);
                return;
            }
        }
        if (left.isEmpty() && example != null) {
            idle.add(new Idle(row + 1, List.copyOf(by), said(example)));
        }
    }

    private SortedMap<String, String> said(Box box) {
        SortedMap<String, String> example = new TreeMap<>();
        for (int c = 0; c < segments.length; c++) {
            example.put(columns.get(c).name(), segments[c].feel(segments[c].shown(box.sides()[c])));
        }
        return example;
    }
}
