package dev.vesper.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule looks at. Each row check says in {@link #sentence} what must hold; a value that is missing or unreadable
 * breaks {@link NotNull} or {@link Typed} and no other check.
 */
public sealed interface Check {
    /** What must hold, as the words after a table's or a field's name. */
    String sentence();

    private static String of(List<String> by) {
        return by.isEmpty() ? "" : " of a " + String.join(" and ", by);
    }

    /** Checks judged row by row. */
    sealed interface OfRow extends Check {}

    /** Checks judged row by row, among the rows that broke no {@link OfRow} check. */
    sealed interface OfNeighbours extends Check {}

    /** Checks judged once, on the table as a whole. */
    sealed interface OfTable extends Check {}

    record Typed(Field field) implements OfRow {
        @Override
        public String sentence() {
            return field.name() + " must be " + field.type().phrase()
                    + (field.format().isEmpty() ? "" : " written " + field.format());
        }
    }

    record NotNull(String field) implements OfRow {
        @Override
        public String sentence() {
            return field + " must not be empty";
        }
    }

    /**
     * Limits of a number or a date.
     *
     * @param low lowest value as text, or null for none
     * @param lowExcluded the lowest value itself is not allowed
     */
    record Range(
            Field field,
            @Nullable String low,
            boolean lowExcluded,
            @Nullable String high,
            boolean highExcluded) implements OfRow {
        @Override
        public String sentence() {
            String from = low == null ? "" : (lowExcluded ? " above " : " at least ") + low;
            String to = high == null ? "" : (highExcluded ? " below " : " at most ") + high;
            return field.name() + " must be" + from + (from.isEmpty() || to.isEmpty() ? "" : " and") + to;
        }
    }

    /** The length of a text in characters; -1 for no limit. */
    record Length(String field, int least, int most) implements OfRow {
        @Override
        public String sentence() {
            return field + " must have " + (least < 0 ? "" : "at least " + least)
                    + (least < 0 || most < 0 ? "" : " and ") + (most < 0 ? "" : "at most " + most) + " characters";
        }
    }

    /** The whole text matches a regular expression. */
    record Matches(String field, String pattern) implements OfRow {
        @Override
        public String sentence() {
            return field + " must match " + pattern;
        }
    }

    /** The text is one of a list. */
    record OneOf(String field, List<String> values) implements OfRow {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public String sentence() {
            return field + " must be one of " + values;
        }
    }

    /** The text is none of those that stand for "missing". */
    record NotMissing(String field, List<String> missing) implements OfRow {
        public NotMissing {
            missing = List.copyOf(missing);
        }

        @Override
        public String sentence() {
            return field + " must not be empty or one of " + missing;
        }
    }

    /** A date is not after today. */
    record NotAfterToday(String field) implements OfRow {
        @Override
        public String sentence() {
            return field + " must not be after today";
        }
    }

    /** A text is a member of a named set, for example of {@code instruments}. */
    record Known(String field, String set) implements OfRow {
        @Override
        public String sentence() {
            return field + " must be one of the " + set;
        }
    }

    /** Two numbers of one row compare; a row where one is missing passes. */
    record Compare(String left, Comparison comparison, String right) implements OfRow {
        @Override
        public String sentence() {
            return left + " must be " + comparison.phrase() + " " + right;
        }
    }

    /**
     * One row for each combination. Of identical rows the first stays and the later ones break the rule; of rows that
     * contradict each other all break it, because nobody can say which is right.
     */
    record Unique(List<String> fields) implements OfNeighbours {
        public Unique {
            fields = List.copyOf(fields);
        }

        @Override
        public String sentence() {
            return String.join(", ", fields) + " must occur once";
        }
    }

    /**
     * The size of the step from one row to the next: |ln(value / value before)| at most a threshold.
     *
     * @param by what separates the series, for example {@code symbol}; nothing where there is one series
     * @param along what orders each series, for example {@code date}
     * @param most largest step that passes, as a log return: 0.5 is +65 % or -39 %
     */
    record Jump(String field, List<String> by, String along, double most) implements OfNeighbours {
        public Jump {
            by = List.copyOf(by);
        }

        @Override
        public String sentence() {
            return field + " must not move by more than " + most + " (log) from one " + along + " to the next" + of(by);
        }
    }

    /** The last row of each series is not more than some days before the newest row of all. */
    record Fresh(List<String> by, String along, int days) implements OfNeighbours {
        public Fresh {
            by = List.copyOf(by);
        }

        @Override
        public String sentence() {
            return "the last " + along + of(by) + " must not be more than " + days + " days before the newest one";
        }
    }

    /** The rows set aside, among all rows. */
    record BadRows(List<String> ignoring) implements OfTable {
        public BadRows {
            ignoring = List.copyOf(ignoring);
        }

        @Override
        public String sentence() {
            return "rows set aside" + (ignoring.isEmpty() ? "" : " (not counting " + String.join(", ", ignoring) + ")");
        }
    }

    /** The accepted rows, of all dates or of the business date alone. */
    record RowCount(boolean businessDate) implements OfTable {
        @Override
        public String sentence() {
            return businessDate ? "good rows of the business date" : "good rows";
        }
    }
}
