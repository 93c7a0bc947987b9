package dev.vesper.limits.judging;

import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.limits.measure.Measure;
import java.time.LocalDate;
import java.util.Set;

/** How much of one measure is allowed, row by row, for example a quarter of an account in one position, 40 % in a fund. */
public interface LimitTable {
    RuleVersion rule();

    /** What is limited. */
    Measure measure();

    /** The facts by which a row is found: where two things agree on these, they are decided alike. */
    default Set<Fact<?>> asked() {
        return measure().facts();
    }

    /** The rows of it that hold on a day. */
    default LimitTable on(LocalDate day) {
        return this;
    }

    /** What the row that fits the facts allows; the facts may hold more than the table asks for. */
    RiskLimit decide(FactValues facts);
}
