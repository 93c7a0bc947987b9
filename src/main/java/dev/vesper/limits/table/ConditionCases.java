package dev.vesper.limits.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Inputs by which each row of a table decides once, and each of its conditions turns the answer by itself: of two inputs that are
 * alike in every other column, the row decides one, and the other, which its cell does not fit, is answered otherwise. That is
 * modified condition/decision coverage with a unique cause.
 *
 * <p>Source: Hayhurst, Veerhusen, Chilenski, Rierson, A Practical Tutorial on Modified Condition/Decision Coverage,
 * NASA/TM-2001-210876. Inputs that are known already are made use of; what is missing is added, as few as are found easily, not
 * the fewest there are.
 */
public final class ConditionCases {
    /** Parts that what a row decides may fall into before it is looked at no further. */
    private static final int BOXES = 200;

    /** Rows of the largest table that is looked at. */
    public static final int ROWS = 500;

    private final Segments[] segments;
    private final Spans[] whole;
    private final HitPolicy policy;
    private final IntBinaryOperator sameAnswer;
    private final Box[] boxes;
    private final boolean[] opaque;
    /** What each row decides, as soon as it is asked for. */
    private final Map<Integer, List<Box>> parts = new HashMap<>();
    /** Inputs by their segments, as lists so that equal ones are one. */
    private final Set<List<Integer>> points = new LinkedHashSet<>();

    private ConditionCases(Table table, IntBinaryOperator sameAnswer) {
        List<Column> columns = table.columns();
        List<List<Cell>> rows = table.rows();
        this.policy = table.policy();
        this.sameAnswer = sameAnswer;
        this.segments = new Segments[columns.size()];
        this.whole = new Spans[columns.size()];
        for (int c = 0; c < segments.length; c++) {
            int column = c;
            List<?> words = columns.get(c).words();
            List<Cell> cells =
                    new ArrayList<>(rows.stream().map(row -> row.get(column)).toList());
            cells.add(new Cell.Fits(words.stream().map(Range::point).toList(), /* nothing= */ false));
            segments[c] = Segments.of(columns.get(c).kind(), cells);
            Spans others = words.isEmpty() ? Spans.NONE : segments[c].all().without(segments[c].of(words));
            Spans come = table.nullable().contains(columns.get(c).name())
                    ? segments[c].spans(new Cell.Any())
                    : segments[c].all();
            whole[c] = come.without(others);
        }
        this.opaque = new boolean[rows.size()];
        this.boxes = new Box[rows.size()];
        for (int r = 0; r < boxes.length; r++) {
            Spans[] sides = new Spans[segments.length];
            for (int c = 0; c < sides.length; c++) {
                sides[c] = segments[c].spans(rows.get(r).get(c)).and(whole[c]);
                opaque[r] |= rows.get(r).get(c) instanceof Cell.Opaque;
            }
            boxes[r] = new Box(sides);
        }
    }

    /**
     * An input that is to be a case.
     *
     * @param values by column; null is a value of its own
     * @param row that decides it, counted from 1; 0 where none does
     */
    public record Input(List<Optional<Object>> values, int row) {
        public Input {
            values = List.copyOf(values);
        }
    }

    /**
     * What is missing.
     *
     * @param inputs to be added, in the order of the rows
     * @param unshown conditions for which nothing was found: what they say may make no difference
     */
    public record Missing(List<Input> inputs, List<Condition> unshown) {
        public Missing {
            inputs = List.copyOf(inputs);
            unshown = List.copyOf(unshown);
        }
    }

    /**
     * One cell that is not empty; of the empty name the row as a whole.
     *
     * @param row counted from 1
     */
    public record Condition(int row, String column) {}

    /**
     * What is looked at.
     *
     * @param nullable the names of columns that may come without a value
     * @param rows the cells of each row, one for each column; at most {@value #ROWS}
     */
    public record Table(HitPolicy policy, List<Column> columns, Set<String> nullable, List<List<Cell>> rows) {
        public Table {
            columns = List.copyOf(columns);
            nullable = Set.copyOf(nullable);
            rows = List.copyOf(rows);
        }
    }

    /**
     * The inputs that a table lacks.
     *
     * @param sameAnswer of two rows, counted from 0: 0 where both say the same
     * @param wanted rows, counted from 0, that are to be shown
     * @param known inputs that are cases already, by column
     */
    public static Missing of(
            Table table, IntBinaryOperator sameAnswer, IntPredicate wanted, List<List<Optional<Object>>> known) {
        ConditionCases cases = new ConditionCases(table, sameAnswer);
        known.forEach(cases::know);
        int before = cases.points.size();
        List<Condition> unshown = new ArrayList<>();
        int[] rows = IntStream.range(0, table.rows().size()).filter(wanted).toArray();
        for (int r : rows) {
            for (int c = 0; c < table.columns().size(); c++) {
                if (cases.isCondition(r, c) && !cases.show(r, c)) {
                    unshown.add(new Condition(r + 1, table.columns().get(c).name()));
                }
            }
            if (!cases.opaque[r] && !cases.decides(r)) {
                unshown.add(new Condition(r + 1, ""));
            }
        }
        return new Missing(cases.points.stream().skip(before).map(cases::input).toList(), unshown);
    }

    private void know(List<Optional<Object>> values) {
        List<Integer> point = IntStream.range(0, segments.length)
                .mapToObj(c -> segments[c].of(values.get(c).orElse(null)))
                .toList();
        if (!point.contains(-1)) {
            points.add(point);
        }
    }

    private Input input(List<Integer> point) {
        List<Optional<Object>> values = new ArrayList<>();
        for (int c = 0; c < segments.length; c++) {
            values.add(Optional.ofNullable(segments[c].example(point.get(c))));
        }
        return new Input(values, decided(point) + 1);
    }

    private boolean isCondition(int r, int c) {
        return !opaque[r] && !boxes[r].isEmpty() && !boxes[r].sides()[c].covers(whole[c]);
    }

    /** Whether a condition turns the answer in two inputs that are known or can be added. */
    private boolean show(int r, int c) {
        for (List<Integer> met : points) {
            if (decided(met) == r && points.stream().anyMatch(other -> differs(met, other, c) && turns(r, c, other))) {
                return true;
            }
        }
        for (List<Integer> met : List.copyOf(points)) {
            Optional<List<Integer>> other = other(met, r, c);
            if (decided(met) == r && other.isPresent()) {
                return points.add(other.get());
            }
        }
        for (List<Integer> other : List.copyOf(points)) {
            for (int segment : boxes[r].sides()[c].each()) {
                List<Integer> met = with(other, c, segment);
                if (turns(r, c, other) && decided(met) == r) {
                    return points.add(met);
                }
            }
        }
        return addBoth(r, c);
    }

    /** Two new inputs: one of what the row decides, and beside it, in one column, one of what is answered otherwise. */
    private boolean addBoth(int r, int c) {
        for (Box met : parts(r)) {
            Spans[] beside = met.sides().clone();
            beside[c] = whole[c].without(boxes[r].sides()[c]);
            for (int q = TableIndex.NONE; q < boxes.length; q++) {
                if (q == r || (q >= 0 && sameAnswer.applyAsInt(r, q) == 0)) {
                    continue;
                }
                for (Box part : parts(q)) {
                    Box both = part.and(new Box(beside));
                    if (!both.isEmpty()) {
                        return add(both, c, met.sides()[c]);
                    }
                }
            }
        }
        return false;
    }

    /** Two points that are alike but in one column, where they are as near to each other as they can be. */
    private boolean add(Box others, int c, Spans met) {
        int best = others.sides()[c].first();
        int own = met.first();
        for (int segment : others.sides()[c].each()) {
            for (int fits : met.each()) {
                if (Math.abs(segment - fits) < Math.abs(best - own)) {
                    best = segment;
                    own = fits;
                }
            }
        }
        List<Integer> other = with(shown(others), c, best);
        points.add(with(other, c, own));
        return points.add(other);
    }

    /** An input that is alike but for one column, and answered otherwise; the nearest there is, such as the bound itself. */
    private Optional<List<Integer>> other(List<Integer> met, int r, int c) {
        return Arrays.stream(whole[c].without(boxes[r].sides()[c]).each())
                .boxed()
                .sorted(Comparator.comparingInt(segment -> Math.abs(segment - met.get(c))))
                .map(segment -> with(met, c, segment))
                .filter(other -> turns(r, c, other))
                .findFirst();
    }

    private boolean decides(int r) {
        if (points.stream().anyMatch(point -> decided(point) == r)) {
            return true;
        }
        return !parts(r).isEmpty() && points.add(shown(parts(r).getFirst()));
    }

    /** Whether a cell does not fit an input, and the input is answered otherwise than by the cell's row, for certain. */
    private boolean turns(int r, int c, List<Integer> other) {
        int decided = decided(other);
        return !boxes[r].sides()[c].holds(other.get(c))
                && (decided == TableIndex.NONE || (decided >= 0 && sameAnswer.applyAsInt(r, decided) != 0));
    }

    private static boolean differs(List<Integer> one, List<Integer> other, int c) {
        for (int i = 0; i < one.size(); i++) {
            if (i != c && !one.get(i).equals(other.get(i))) {
                return false;
            }
        }
        return !one.get(c).equals(other.get(c));
    }

    private static List<Integer> with(List<Integer> point, int c, int segment) {
        List<Integer> other = new ArrayList<>(point);
        other.set(c, segment);
        return List.copyOf(other);
    }

    private List<Integer> shown(Box box) {
        return IntStream.range(0, segments.length)
                .mapToObj(c -> segments[c].shown(box.sides()[c]))
                .toList();
    }

    /**
     * What a row decides for certain, as boxes that are apart; of {@link TableIndex#NONE} what no row does. None of what falls
     * into too many.
     */
    private List<Box> parts(int r) {
        return parts.computeIfAbsent(r, row -> {
            List<Box> taken = new ArrayList<>();
            for (int e = 0; e < boxes.length; e++) {
                boolean comes = row == TableIndex.NONE || e < row;
                boolean doubts = policy == HitPolicy.UNIQUE || (policy == HitPolicy.ANY && opaque[e]);
                if (e != row && (comes || doubts)) {
                    taken.add(boxes[e]);
                }
            }
            Box of = row == TableIndex.NONE ? new Box(whole) : boxes[row];
            if (of.isEmpty() || (row >= 0 && opaque[row])) {
                return List.of();
            }
            List<Box> left = Box.left(of, taken.stream().filter(of::meets).toList(), BOXES);
            return left == null ? List.of() : left;
        });
    }

    /** The row that decides, {@link TableIndex#NONE} or {@link TableIndex#UNSURE}. */
    private int decided(List<Integer> point) {
        int found = TableIndex.NONE;
        for (int r = 0; r < boxes.length; r++) {
            if (!holds(r, point)) {
                continue;
            }
            if (opaque[r] || (found >= 0 && policy == HitPolicy.UNIQUE)) {
                return TableIndex.UNSURE;
            }
            found = found < 0 ? r : found;
            if (policy == HitPolicy.FIRST) {
                return found;
            }
        }
        return found;
    }

    private boolean holds(int r, List<Integer> point) {
        for (int c = 0; c < segments.length; c++) {
            if (!boxes[r].sides()[c].holds(point.get(c))) {
                return false;
            }
        }
        return true;
    }
}
