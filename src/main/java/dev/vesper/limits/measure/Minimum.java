package dev.vesper.limits.measure;

import dev.vesper.limits.Bound;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * So much of a measure at the least: 2 % of an account in cash, ten names, half of it invested. A table of it is named for it,
 * {@code Minimum cash share}; its limit is the least, and it warns where less is there than the warning, which is the higher of
 * the two. An order that lowers it below the least is cut or denied, one that raises it never is.
 */
public final class Minimum implements Measure {
    private final OfAccount measure;

    private Minimum(OfAccount measure) {
        this.measure = measure;
    }

    /** The least of a measure. */
    public static Minimum of(OfAccount measure) {
        return new Minimum(measure);
    }

    /** Whether it is the least of this one. */
    public boolean isOf(Measure other) {
        return measure.label().equals(other.label());
    }

    @Override
    public String label() {
        return "minimum-" + measure.label();
    }

    @Override
    public String sentence() {
        return measure.sentence() + ", at the least";
    }

    @Override
    public Bound bound() {
        return Bound.MINIMUM;
    }

    @Override
    public Optional<BigDecimal> highestLimit() {
        return measure.highestLimit();
    }

    @Override
    public boolean cuts() {
        return measure.cuts();
    }

    @Override
    public Scope scope() {
        return Scope.ACCOUNT;
    }

    @Override
    public Set<Fact<?>> facts() {
        return CommonFacts.OF_ACCOUNT;
    }

    @Override
    public List<Measured> of(ValuedBook valued) {
        return valued.holdings().units().isEmpty() && valued.book().orders().isEmpty()
                ? List.of()
                : List.of(new Measured.Used(CommonFacts.ofAccount(valued), measure.least(valued)));
    }
}
