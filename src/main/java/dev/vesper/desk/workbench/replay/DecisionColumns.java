package dev.vesper.desk.workbench.replay;

import dev.vesper.limits.Bound;
import dev.vesper.limits.measure.Fact;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * What the tables of one run decided, in columns: a million decisions are arrays of numbers, not a million objects.
 *
 * @param size how many rows
 * @param rule the table's name
 * @param answer what the table allowed and of what, see {@link #answer}
 * @param facts by fact; one that was not recorded is absent
 * @param share how much is used of the base, rounded; not a number where it could not be measured
 * @param raising how many orders raise the use
 * @param exact looks up what was rounded
 */
@SuppressWarnings("ArrayRecordComponent") // see above
public record DecisionColumns(
        int size,
        TextColumn account,
        TextColumn rule,
        TextColumn answer,
        Map<Fact<?>, TextColumn> facts,
        double[] share,
        int[] raising,
        Exact exact) {
    public DecisionColumns {
        facts = Map.copyOf(facts);
    }

    /** What was rounded, as it was. */
    @FunctionalInterface
    public interface Exact {
        /** The uses of some rows, in their order. */
        List<Use> of(SortedSet<Integer> rows);
    }

    /** How much is used, before division by the base. */
    public record Use(BigDecimal amount, BigDecimal base) {
        boolean breaks(Bound bound, BigDecimal limit) {
            return bound.broken(amount, limit.multiply(base));
        }
    }

    /** As one text: {@code 0.25|0.2|cut|position-weight}; nothing before a bar where there is no limit, or no warning. */
    public static String answer(String limit, String warning, String action, String measure) {
        return limit + "|" + warning + "|" + action + "|" + measure;
    }
}
