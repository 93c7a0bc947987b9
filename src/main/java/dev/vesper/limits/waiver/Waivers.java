package dev.vesper.limits.waiver;

import dev.vesper.limits.Bound;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.measure.CommonFacts;
import dev.vesper.limits.measure.Measured;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The waivers by which a book is judged. Of several that cover the same thing the one that lets most pass counts, of equals
 * the one that holds longest.
 *
 * @param inForce in the order of their ids
 */
public record Waivers(List<Waiver> inForce) {
    /** Nothing is waived. */
    public static final Waivers NONE = new Waivers(List.of());

    private static final Comparator<Waiver> WIDEST = Comparator.comparing(
                    (Waiver waiver) -> waiver.upTo().orElse(BigDecimal.ZERO))
            .thenComparing(Waiver::until)
            .thenComparing(Waiver::number);

    private static final Comparator<Waiver> LOWEST = Comparator.comparing(
                    (Waiver waiver) -> waiver.upTo().orElse(BigDecimal.ZERO))
            .reversed()
            .thenComparing(Waiver::until)
            .thenComparing(Waiver::number);

    public Waivers {
        inForce = List.copyOf(inForce);
    }

    public boolean isEmpty() {
        return inForce.isEmpty();
    }

    /** Those of rules that may be waived. */
    public Waivers of(Predicate<String> rule) {
        return new Waivers(
                inForce.stream().filter(waiver -> rule.test(waiver.rule())).toList());
    }

    /** What a limit binds of what was measured: one that a waiver would only tighten stays as it is. A minimum is lowered. */
    public Lifted lift(RiskLimit limit, Measured.Used measured) {
        if (inForce.isEmpty() || limit.limit().isEmpty()) {
            return Lifted.not(limit);
        }
        BigDecimal own = limit.limit().get();
        Bound bound = measured.used().bound();
        return new Lifted(
                limit,
                inForce.stream()
                        .filter(waiver -> waiver.isAbout(
                                limit.rule().name(), measured.used().account()))
                        .filter(waiver -> waiver.upTo()
                                .filter(most -> bound.broken(most, own))
                                .isPresent())
                        .filter(waiver -> waiver.covers(part(measured)))
                        .max(bound == Bound.MAXIMUM ? WIDEST : LOWEST));
    }

    /**
     * The waiver that lets an order pass what a rule without a number says of it; empty where none does.
     *
     * @param symbol of the order
     */
    public Optional<Waiver> letting(String rule, String account, String symbol) {
        return inForce.stream()
                .filter(waiver -> waiver.isAbout(rule, account))
                .filter(waiver -> waiver.upTo().isEmpty() && waiver.covers(symbol))
                .max(WIDEST);
    }

    /** The instrument that was measured, the group {@code Energy} of {@code ACC1/Energy}; empty for the account as a whole. */
    public static String part(Measured.Used measured) {
        Object symbol = measured.facts().known(CommonFacts.SYMBOL);
        if (symbol != null) {
            return symbol.toString();
        }
        String prefix = measured.used().account() + "/";
        String subject = measured.used().subject();
        return subject.startsWith(prefix) ? subject.substring(prefix.length()) : "";
    }
}
