package dev.vesper.limits;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What fills a limit most: of all that one rule judged in one account, the subject with the highest utilisation. For
 * example position-weight in ACC1 is fullest at IBM, 0.24 of 0.25, or 0.96.
 *
 * @param verdict on that subject; it carries {@code limit} and {@code used}
 * @param utilisation as it was judged, before orders were cut; 1 is full, see {@link Utilisation}
 */
public record FullestSubject(Verdict verdict, double utilisation) {
    /** In the unit of the rule. */
    public BigDecimal used() {
        return verdict.used().orElseThrow();
    }

    /** In the unit of the rule, greater than zero. */
    public BigDecimal limit() {
        return verdict.limit().orElseThrow();
    }

    /** Where the rule begins to warn, as a utilisation; empty where it does not warn. */
    public Optional<Double> warningShare() {
        return Optional.ofNullable(verdict.numbers().get("warning"))
                .map(warning -> Utilisation.of(verdict.bound(), warning, limit()));
    }
}
