package dev.vesper.limits;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What fills a limit most: of all that one rule judged in one account, the subject with the highest utilisation. For
 * example position-weight in ACC1 is fullest at IBM, 0.24 of 0.25, or 0.96.
 *
 * @param verdict on that subject; it carries {@code limit} and {@code used}
 * @param utilisation used over limit as it was judged, before orders were cut; 1 is full
 */
public record FullestSubject(Verdict verdict, double utilisation) {
    /** In the unit of the rule. */
    public BigDecimal used() {
        return number("used").orElseThrow();
    }

    /** In the unit of the rule, greater than zero. */
    public BigDecimal limit() {
        return number("limit").orElseThrow();
    }

    /** Where the rule begins to warn, as a share of the limit; empty where it does not warn. */
    public Optional<Double> warningShare() {
        return number("warning").map(warning -> warning.doubleValue() / limit().doubleValue());
    }

    private Optional<BigDecimal> number(String name) {
        return Optional.ofNullable(verdict.numbers().get(name));
    }
}
