package dev.vesper.limits;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What one rule says of one subject. A verdict changes no fact; the desk acts on it.
 *
 * @param rule which rule says it, in which state of its file, for example {@code position-weight 3fd80a1c22b7}
 * @param subject what was judged: an order id, or {@code ACC1}, or {@code ACC1/Energy}
 * @param reason a sentence for people that holds the values
 * @param numbers the values the rule saw, by name, in a stable order; a limit has {@code limit} (a minimum {@code minimum}
 *     in its place), {@code used} and, where it warns earlier, {@code warning}; what a waiver touches has {@value #WAIVER}, of a limit {@value #WAIVED} too
 * @param wouldPass what would pass, for example "at most 1200 units", or empty where nothing would
 * @param permitted the quantity that may stay, in units, where the outcome is {@link Outcome#CUT}
 */
public record Verdict(
        RuleVersion rule,
        Outcome outcome,
        String account,
        String subject,
        String reason,
        SortedMap<String, BigDecimal> numbers,
        String wouldPass,
        Optional<BigDecimal> permitted) {
    /** Among the numbers, how much is used of the limit. */
    public static final String USED = "used";

    /** Among the numbers, the number of the waiver that lifts the limit or lets the order pass: 3 of W-3. */
    public static final String WAIVER = "waiver";

    /** Among the numbers, what a waiver lifts the limit to. */
    public static final String WAIVED = "waived";

    public Verdict {
        numbers = NamedNumbers.copyOf(numbers);
    }

    /** What would pass, where something did not: what was only warned has passed. Empty where nothing would. */
    public String remedy() {
        return outcome.acts() ? wouldPass : "";
    }

    /** How much it may be, or must be where {@link #bound} is a minimum; empty where it carries no such number. */
    public Optional<BigDecimal> limit() {
        return number(bound().level());
    }

    /** How much is used of the limit; empty where it carries no such number. */
    public Optional<BigDecimal> used() {
        return number(USED);
    }

    /** On which side of its number the limit holds. */
    public Bound bound() {
        return numbers.containsKey(Bound.MINIMUM.level()) ? Bound.MINIMUM : Bound.MAXIMUM;
    }

    private Optional<BigDecimal> number(String name) {
        return Optional.ofNullable(numbers.get(name));
    }

    /** The id of the waiver that it names, for example {@code W-3}; empty where none touches it. */
    public Optional<String> waiver() {
        return Optional.ofNullable(numbers.get(WAIVER)).map(number -> "W-" + number.toPlainString());
    }

    /** Any map of numbers as a verdict holds it: in the order of the names, and nobody can change it. */
    public static SortedMap<String, BigDecimal> numbers(Map<String, BigDecimal> values) {
        return NamedNumbers.copyOf(values);
    }
}
