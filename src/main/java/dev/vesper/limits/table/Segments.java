package dev.vesper.limits.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A column cut where any of its cells begins or ends: below the first bound, the first bound itself, between the first and
 * the second, and so on; then null. No cell tells two values of one segment apart.
 *
 * <p>Example: of the cells {@code > 10} and {@code "null, 20"} the segments are below 10, 10, between 10 and 20, 20, above
 * 20, null.
 */
final class Segments {
    private final Kind kind;
    private final Object[] bounds;

    private Segments(Kind kind, Object[] bounds) {
        this.kind = kind;
        this.bounds = bounds;
    }

    static Segments of(Kind kind, List<? extends Cell> cells) {
        TreeSet<Object> bounds = new TreeSet<>(kind::compare);
        if (kind == Kind.TRUTH) {
            bounds.addAll(List.of(Boolean.FALSE, Boolean.TRUE));
        }
        for (Cell cell : cells) {
            if (cell instanceof Cell.Fits(List<Range> ranges, boolean nothing)) {
                for (Range range : ranges) {
                    if (range.low() != null) {
                        bounds.add(range.low());
                    }
                    if (range.high() != null) {
                        bounds.add(range.high());
                    }
                }
            }
        }
        return new Segments(kind, bounds.toArray());
    }

    /** How many, null's own included. */
    int count() {
        return 2 * bounds.length + 2;
    }

    /** That of null. */
    int nothing() {
        return count() - 1;
    }

    /** Of a value, or null; -1 where the value is of another kind. */
    int of(@Nullable Object value) {
        if (value == null) {
            return nothing();
        }
        if (!kind.takes(value)) {
            return -1;
        }
        int found = Arrays.binarySearch(bounds, value, kind::compare);
        return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
    }

    /** All that hold a value; null's does not. */
    Spans all() {
        Spans all = Spans.of(0, nothing() - 1);
        return switch (kind) {
            case NUMBER, TEXT -> all;
            case TRUTH -> new Spans(new int[] {1, 1, 3, 3});
            case DAY -> all.without(betweenNeighbours());
        };
    }

    /** Nothing is between a day and the next. */
    private Spans betweenNeighbours() {
        Spans none = Spans.NONE;
        for (int i = 1; i < bounds.length; i++) {
            if (((LocalDate) bounds[i - 1]).plusDays(1).equals(bounds[i])) {
                none = with(none, Spans.of(2 * i, 2 * i));
            }
        }
        return none;
    }

    /** Those of some values. */
    Spans of(List<?> values) {
        Spans found = Spans.NONE;
        for (Object value : values) {
            int segment = of(value);
            found = segment < 0 ? found : with(found, Spans.of(segment, segment));
        }
        return found;
    }

    /** Those that a cell fits; an opaque cell may fit all. */
    Spans spans(Cell cell) {
        return switch (cell) {
            case Cell.Any any -> with(all(), Spans.of(nothing(), nothing()));
            case Cell.Opaque opaque -> with(all(), Spans.of(nothing(), nothing()));
            case Cell.Fits(List<Range> ranges, boolean nothing) -> {
                Spans fits = nothing ? Spans.of(nothing(), nothing()) : Spans.NONE;
                for (Range range : ranges) {
                    int first = range.low() == null ? 0 : of(range.low()) + (range.lowIn() ? 0 : 1);
                    int last = range.high() == null ? nothing() - 1 : of(range.high()) - (range.highIn() ? 0 : 1);
                    fits = first <= last ? with(fits, Spans.of(first, last).and(all())) : fits;
                }
                yield fits;
            }
        };
    }

    /** Their ranges, as few as there can be; null's segment has none. */
    List<Range> ranges(Spans spans) {
        List<Range> ranges = new ArrayList<>();
        int[] runs = spans.runs();
        for (int i = 0; i < runs.length; i += 2) {
            int first = runs[i];
            int last = Math.min(runs[i + 1], nothing() - 1);
            if (first <= last) {
                Object low = first == 0 ? null : bounds[(first - 1) / 2];
                Object high = last == nothing() - 1 ? null : bounds[last / 2];
                ranges.add(new Range(low, first % 2 != 0, high, last % 2 != 0));
            }
        }
        return ranges;
    }

    /** Some value of a segment, or null of null's. */
    @Nullable
    Object example(int segment) {
        if (segment == nothing()) {
            return null;
        }
        if (segment % 2 != 0) {
            return bounds[segment / 2];
        }
        Object low = segment == 0 ? null : bounds[segment / 2 - 1];
        Object high = segment / 2 == bounds.length ? null : bounds[segment / 2];
        return Examples.between(kind, low, high);
    }

    /** A segment of the spans that is best shown: one that holds a value of its own before one between two. */
    int shown(Spans spans) {
        for (int i = 0; i < spans.runs().length; i += 2) {
            int first = spans.runs()[i] | 1;
            if (first <= spans.runs()[i + 1] && first < nothing()) {
                return first;
            }
        }
        int other = kind == Kind.TEXT ? of(Examples.WORDS.getFirst()) : -1;
        return other >= 0 && spans.holds(other) ? other : spans.first();
    }

    String feel(int segment) {
        Object example = example(segment);
        return example == null ? "null" : kind.feel(example);
    }

    private static Spans with(Spans some, Spans more) {
        if (some.isEmpty()) {
            return more;
        }
        Spans added = more.without(some);
        int[] merged = new int[some.runs().length + added.runs().length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < some.runs().length || j < added.runs().length) {
            boolean left = j == added.runs().length || (i < some.runs().length && some.runs()[i] < added.runs()[j]);
            int first = left ? some.runs()[i] : added.runs()[j];
            int last = left ? some.runs()[i + 1] : added.runs()[j + 1];
            i += left ? 2 : 0;
            j += left ? 0 : 2;
            if (n > 0 && merged[n - 1] + 1 == first) {
                merged[n - 1] = last;
            } else {
                merged[n++] = first;
                merged[n++] = last;
            }
        }
        return new Spans(Arrays.copyOf(merged, n));
    }

    /** Values that stand for what lies between two bounds. */
    private static final class Examples {
        private static final List<String> WORDS = List.of("Other", "Any", "Zzz", "A", "0");

        static Object between(Kind kind, @Nullable Object low, @Nullable Object high) {
            return switch (kind) {
                case NUMBER -> number((BigDecimal) low, (BigDecimal) high);
                case TEXT -> text((String) low, (String) high);
                case TRUTH -> throw new IllegalStateException("Expected true or false, but nothing is between them");
                case DAY -> day((LocalDate) low, (LocalDate) high);
            };
        }

        private static BigDecimal number(@Nullable BigDecimal low, @Nullable BigDecimal high) {
            if (low == null) {
                return high == null ? BigDecimal.ZERO : high.subtract(BigDecimal.ONE);
            }
            if (high == null) {
                return low.add(BigDecimal.ONE);
            }
            return low.add(high).divide(BigDecimal.TWO).stripTrailingZeros();
        }

        private static LocalDate day(@Nullable LocalDate low, @Nullable LocalDate high) {
            if (low != null) {
                return low.plusDays(1);
            }
            return high == null ? LocalDate.EPOCH : high.minusDays(1);
        }

        private static String text(@Nullable String low, @Nullable String high) {
            for (String word : WORDS) {
                if ((low == null || low.compareTo(word) < 0) && (high == null || high.compareTo(word) > 0)) {
                    return word;
                }
            }
            return low == null ? "" : low + " ";
        }
    }
}
