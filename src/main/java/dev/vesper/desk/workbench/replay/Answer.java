package dev.vesper.desk.workbench.replay;

import dev.vesper.limits.Bound;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.judging.LimitEffect;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import java.math.BigDecimal;
import java.util.Optional;

/** What a table allows, and what that means for a use that was rounded. */
final class Answer {
    private static final RuleVersion RECORDED = new RuleVersion("recorded", "");
    /** Rounding a quotient of two rounded numbers is off by less than this part of it. */
    private static final double ROUNDING = 1e-12;

    private final String measure;
    private final Bound bound;
    private final RiskLimit limit;
    private final double hard;
    private final double warning;

    /** @param measure the label of what is limited */
    Answer(String measure, RiskLimit limit) {
        this.measure = measure;
        this.bound = Measures.named(measure).map(Measure::bound).orElse(Bound.MAXIMUM);
        this.limit = limit;
        this.hard = limit.limit().map(BigDecimal::doubleValue).orElse(Double.NaN);
        this.warning = limit.warning().map(BigDecimal::doubleValue).orElse(Double.NaN);
    }

    /** As {@link DecisionColumns#answer} writes it. */
    static Answer of(String recorded) {
        int first = recorded.indexOf('|');
        int second = recorded.indexOf('|', first + 1);
        int third = recorded.indexOf('|', second + 1);
        return new Answer(
                recorded.substring(third + 1),
                new RiskLimit(
                        RECORDED,
                        number(recorded.substring(0, first)),
                        number(recorded.substring(first + 1, second)),
                        LimitAction.named(recorded.substring(second + 1, third))
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "Expected limit|warning|action|measure of a decision, but it is " + recorded)),
                        0));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    /** Whether they limit the same: what was used of something else says nothing. */
    boolean measuresAs(Answer other) {
        return measure.equals(other.measure);
    }

    /** Whether they allow the same. */
    boolean same(Answer other) {
        return same(limit.limit(), other.limit.limit())
                && same(limit.warning(), other.limit.warning())
                && limit.action() == other.limit.action();
    }

    /** Whether what acts by the one acts the same by the other. */
    boolean cutsAs(Answer other) {
        return same(limit.limit(), other.limit.limit()) && limit.action() == other.limit.action();
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        return one.get().compareTo(other.get()) == 0;
    }

    /** Whether a use is so close to a level that only exact numbers tell. */
    boolean close(double share) {
        return close(share, hard) || close(share, warning);
    }

    private static boolean close(double share, double level) {
        return Math.abs(share - level) <= ROUNDING * Math.max(Math.abs(share), Math.abs(level));
    }

    Outcome effect(double share, boolean raised) {
        return Double.isNaN(share)
                ? LimitEffect.ofUnknown(limit)
                : LimitEffect.of(limit, broken(share, hard), broken(share, warning), raised);
    }

    private boolean broken(double share, double level) {
        return bound == Bound.MAXIMUM ? share > level : share < level;
    }

    Outcome effect(DecisionColumns.Use use, boolean raised) {
        return LimitEffect.of(
                limit,
                limit.limit().filter(level -> use.breaks(bound, level)).isPresent(),
                limit.warning().filter(level -> use.breaks(bound, level)).isPresent(),
                raised);
    }
}
