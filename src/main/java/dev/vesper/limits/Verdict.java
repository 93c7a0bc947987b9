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
 * @param numbers the values the rule saw, by name, in a stable order; a limit has {@code limit}, {@code used} and, where
 *     it warns earlier, {@code warning}
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
    public Verdict {
        numbers = NamedNumbers.copyOf(numbers);
    }

    /** What would pass, where something did not: what was only warned has passed. Empty where nothing would. */
    public String remedy() {
        return outcome.acts() ? wouldPass : "";
    }

    /** Any map of numbers as a verdict holds it: in the order of the names, and nobody can change it. */
    public static SortedMap<String, BigDecimal> numbers(Map<String, BigDecimal> values) {
        return NamedNumbers.copyOf(values);
    }
}
