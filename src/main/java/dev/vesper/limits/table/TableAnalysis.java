package dev.vesper.limits.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for rows that never decide, rows that fit the same, and inputs that no row fits. What cannot be compared is named,
 * and so is what a large table leaves out: the same table gives the same report.
 *
 * <p>Source: Calvanese, Dumas, Laurson, Maggi, Montali, Teinemaa, Semantics, Analysis and Simplification of DMN Decision
 * Tables, Information Systems 78 (2018) 112-125: rows as boxes, gaps as what is left of the whole. Overlaps are told by row
 * with those before it, not by pair.
 */
public final class TableAnalysis {
    /** Pairs of rows that are compared: some seconds. */
    private static final long PAIRS = 100_000_000;

    /** Boxes that what is left may fall into. */
    private static final int BOXES = 2_000;

    /** Findings of one kind. */
    private static final int TOLD = 50;

    private final List<Column> columns;
    private final List<List<Cell>> rows;
    private final HitPolicy policy;
    private final IntBinaryOperator sameAnswer;
    private final Segments[] segments;
    private final Box[] boxes;
    private final boolean[] opaque;
    private final List<TableReport.Idle> idle = new ArrayList<>();
    private final List<TableReport.Hidden> hidden = new ArrayList<>();
    private final List<TableReport.Overlap> overlaps = new ArrayList<>();
    private final List<TableReport.Gap> gaps = new ArrayList<>();
    private final List<TableReport.Unread> unread = new ArrayList<>();

    private TableAnalysis(HitPolicy policy, List<Column> columns, List<List<Cell>> rows, IntBinaryOperator sameAnswer) {
        this.policy = policy;
        this.columns = columns;
        this.rows = rows;
        this.sameAnswer = sameAnswer;
        this.segments = new Segments[columns.size()];
        for (int c = 0; c < segments.length; c++) {
            int column = c;
            List<Cell> cells =
                    new ArrayList<>(rows.stream().map(row -> row.get(column)).toList());
            cells.add(new Cell.Fits(
                    columns.get(c).words().stream().map(Range::point).toList(), /* nothing= */ false));
            segments[c] = Segments.of(columns.get(c).kind(), cells);
        }
        this.opaque = new boolean[rows.size()];
        this.boxes = new Box[rows.size()];
        for (int r = 0; r < boxes.length; r++) {
            Spans[] sides = new Spans[segments.length];
            for (int c = 0; c < sides.length; c++) {
                sides[c] = known(c, segments[c].spans(rows.get(r).get(c)));
                opaque[r] |= rows.get(r).get(c) instanceof Cell.Opaque;
            }
            boxes[r] = new Box(sides);
        }
    }

    /**
     * The report of a table.
     *
     * @param rows the cells of each row, one for each column
     * @param sameAnswer of two rows, counted from 0: 0 where both say the same
     */
    public static TableReport of(
            HitPolicy policy, List<Column> columns, List<List<Cell>> rows, IntBinaryOperator sameAnswer) {
        TableAnalysis analysis = new TableAnalysis(policy, columns, rows, sameAnswer);
        analysis.cells();
        analysis.pairs();
        analysis.left();
        return new TableReport(analysis.idle, analysis.hidden, analysis.overlaps, analysis.gaps, analysis.unread);
    }

    /** Of a closed list of words there is nothing else but null. */
    private Spans known(int c, Spans spans) {
        List<?> words = columns.get(c).words();
        Spans others = segments[c].all().without(segments[c].of(words));
        return words.isEmpty() ? spans : spans.without(others);
    }

    private void cells() {
        for (int r = 0; r < boxes.length; r++) {
            for (int c = 0; c < segments.length; c++) {
                if (segments[c].spans(rows.get(r).get(c)).isEmpty()) {
                    idle.add(new TableReport.Idle(r + 1, columns.get(c).name()));
                } else if (rows.get(r).get(c) instanceof Cell.Opaque(String text)) {
                    unread.add(new TableReport.Unread(
                            r + 1, columns.get(c).name(), "was not compared: " + text + " is an expression"));
                }
            }
        }
    }

    /** Each row with those before it, where one column tells that they may meet. */
    private void pairs() {
        Candidates candidates = Candidates.of(boxes, segments);
        long compared = 0;
        for (int later = 1; later < boxes.length; later++) {
            List<Integer> with = new ArrayList<>();
            List<Integer> meeting = new ArrayList<>();
            int cover = -1;
            for (int earlier : candidates.before(later)) {
                compared++;
                if (policy == HitPolicy.FIRST) {
                    if (covers(earlier, later)) {
                        cover = earlier;
                        break;
                    }
                    if (!opaque[earlier] && boxes[earlier].meets(boxes[later])) {
                        meeting.add(earlier);
                    }
                } else if (meet(earlier, later)
                        && (policy == HitPolicy.UNIQUE || sameAnswer.applyAsInt(earlier, later) != 0)) {
                    with.add(earlier + 1);
                }
            }
            if (cover >= 0) {
                hide(later, List.of(cover + 1));
            } else if (!boxes[later].isEmpty() && together(later, meeting)) {
                hide(later, meeting.stream().map(r -> r + 1).toList());
            }
            if (!with.isEmpty() && overlaps.size() < TOLD) {
                overlaps.add(new TableReport.Overlap(
                        later + 1, with, example(boxes[with.getFirst() - 1].and(boxes[later]))));
            }
            if (compared > PAIRS) {
                unread.add(new TableReport.Unread(
                        0,
                        "",
                        "Rows after row " + (later + 1) + " of " + boxes.length
                                + " were not compared with those before them: there are too many"));
                return;
            }
        }
    }

    private void hide(int row, List<Integer> by) {
        if (hidden.size() < TOLD) {
            hidden.add(new TableReport.Hidden(row + 1, by));
        }
    }

    /** Whether earlier rows take, between them, all that a row fits. */
    private boolean together(int later, List<Integer> meeting) {
        if (meeting.size() < 2) {
            return false;
        }
        List<Box> left =
                Box.left(boxes[later], meeting.stream().map(r -> boxes[r]).toList(), BOXES);
        return left != null && left.isEmpty();
    }

    /** Whether an earlier row fits all that a later one does, for certain. */
    private boolean covers(int earlier, int later) {
        for (int c = 0; c < segments.length; c++) {
            boolean same = rows.get(earlier).get(c).equals(rows.get(later).get(c));
            boolean unknown = rows.get(earlier).get(c) instanceof Cell.Opaque;
            if (!same
                    && (unknown
                            || !boxes[earlier].sides()[c].covers(boxes[later].sides()[c]))) {
                return false;
            }
        }
        return !boxes[later].isEmpty();
    }

    /** Whether something fits both, for certain. */
    private boolean meet(int earlier, int later) {
        for (int c = 0; c < segments.length; c++) {
            Cell one = rows.get(earlier).get(c);
            Cell other = rows.get(later).get(c);
            boolean unknown = one instanceof Cell.Opaque || other instanceof Cell.Opaque;
            boolean sure = one.equals(other) || one instanceof Cell.Any || other instanceof Cell.Any;
            if (unknown ? !sure : !boxes[earlier].sides()[c].meets(boxes[later].sides()[c])) {
                return false;
            }
        }
        return true;
    }

    private void left() {
        Spans[] all = new Spans[segments.length];
        for (int c = 0; c < all.length; c++) {
            List<?> words = columns.get(c).words();
            all[c] = words.isEmpty() ? segments[c].all() : segments[c].of(words);
        }
        Box whole = new Box(all);
        List<Box> sure = new ArrayList<>();
        for (int r = 0; r < boxes.length; r++) {
            if (!opaque[r] && boxes[r].covers(whole)) {
                return;
            }
            if (!opaque[r]) {
                sure.add(boxes[r]);
            }
        }
        List<Box> left = Box.left(whole, sure, BOXES);
        if (left == null) {
            unread.add(new TableReport.Unread(
                    0, "", "It was not found out which inputs no row fits: what is left falls into too many parts"));
            return;
        }
        for (Box box : left.subList(0, Math.min(TOLD, left.size()))) {
            gaps.add(new TableReport.Gap(cells(box, whole), example(box)));
        }
        if (left.size() > TOLD) {
            unread.add(new TableReport.Unread(
                    0, "", (left.size() - TOLD) + " more groups of inputs that no row fits are not told"));
        }
    }

    private SortedMap<String, String> cells(Box box, Box whole) {
        SortedMap<String, String> cells = new TreeMap<>();
        for (int c = 0; c < segments.length; c++) {
            if (!box.sides()[c].equals(whole.sides()[c])) {
                cells.put(columns.get(c).name(), feel(c, box.sides()[c]));
            }
        }
        return cells;
    }

    /** A cell that fits these segments. */
    private String feel(int c, Spans spans) {
        Spans outside = segments[c].all().without(spans);
        int[] others = outside.each();
        boolean words =
                columns.get(c).kind() == Kind.TEXT && columns.get(c).words().isEmpty();
        if (words && others.length <= TOLD && Arrays.stream(others).allMatch(s -> s % 2 != 0)) {
            return Arrays.stream(others).mapToObj(segments[c]::feel).collect(Collectors.joining(", ", "not(", ")"));
        }
        return segments[c].ranges(spans).stream()
                .map(range -> feel(columns.get(c).kind(), range))
                .collect(Collectors.joining(", "));
    }

    private static String feel(Kind kind, Range range) {
        Object low = range.low();
        Object high = range.high();
        if (low == null) {
            return high == null ? "-" : (range.highIn() ? "<= " : "< ") + kind.feel(high);
        }
        if (high == null) {
            return (range.lowIn() ? ">= " : "> ") + kind.feel(low);
        }
        return low.equals(high)
                ? kind.feel(low)
                : (range.lowIn() ? "[" : "(") + kind.feel(low) + ".." + kind.feel(high) + (range.highIn() ? "]" : ")");
    }

    private SortedMap<String, String> example(Box box) {
        SortedMap<String, String> example = new TreeMap<>();
        for (int c = 0; c < segments.length; c++) {
            example.put(columns.get(c).name(), segments[c].feel(segments[c].shown(box.sides()[c])));
        }
        return example;
    }

    /** For each row those before it that may meet it, by the column in which most rows name one value. */
    private record Candidates(int column, List<Box> boxes, Map<Integer, List<Integer>> byValue, List<Integer> wide) {
        static Candidates of(Box[] boxes, Segments[] segments) {
            int best = -1;
            int most = 1;
            for (int c = 0; c < segments.length; c++) {
                int column = c;
                int distinct = (int) Arrays.stream(boxes)
                        .map(box -> point(box.sides()[column]))
                        .filter(p -> p != null)
                        .distinct()
                        .count();
                if (distinct > most) {
                    most = distinct;
                    best = c;
                }
            }
            return new Candidates(best, List.of(boxes), new HashMap<>(), new ArrayList<>());
        }

        private static @Nullable Integer point(Spans side) {
            return side.runs().length == 2 && side.runs()[0] == side.runs()[1] ? side.runs()[0] : null;
        }

        /** To be asked for each row in turn. */
        List<Integer> before(int later) {
            add(later - 1);
            Integer point = column < 0 ? null : point(boxes.get(later).sides()[column]);
            if (point == null) {
                List<Integer> all = new ArrayList<>();
                for (int r = 0; r < later; r++) {
                    all.add(r);
                }
                return all;
            }
            List<Integer> some = new ArrayList<>(byValue.getOrDefault(point, List.of()));
            some.addAll(wide);
            some.sort(null);
            return some;
        }

        private void add(int row) {
            Integer point = column < 0 ? null : point(boxes.get(row).sides()[column]);
            if (point == null) {
                wide.add(row);
            } else {
                byValue.computeIfAbsent(point, p -> new ArrayList<>()).add(row);
            }
        }
    }
}
