package dev.vesper.limits;

import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.limits.measure.Measure;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** Limit tables for tests, of which one row always decides. */
public final class Tables {
    private Tables() {}

    /** Row 3 decides and cuts; there is no limit where the text is empty, and no warning. */
    public static LimitTable cutting(Measure measure, Function<FactValues, String> limit) {
        return of(measure, limit, LimitAction.CUT);
    }

    /** Row 3 decides; there is no limit where the text is empty, and no warning. */
    public static LimitTable of(Measure measure, Function<FactValues, String> limit, LimitAction action) {
        RuleVersion rule = new RuleVersion(measure.label(), "v");
        return deciding(
                measure,
                rule,
                facts -> new RiskLimit(
                        rule,
                        Optional.of(limit.apply(facts))
                                .filter(text -> !text.isEmpty())
                                .map(BigDecimal::new),
                        Optional.empty(),
                        action,
                        3));
    }

    /** Row 1 decides, the same whatever comes. */
    public static LimitTable always(
            Measure measure, Optional<String> limit, Optional<String> warning, LimitAction action) {
        RuleVersion rule = new RuleVersion(measure.label(), "v");
        RiskLimit always = new RiskLimit(rule, limit.map(BigDecimal::new), warning.map(BigDecimal::new), action, 1);
        return deciding(measure, rule, _ -> always);
    }

    private static LimitTable deciding(Measure measure, RuleVersion rule, Function<FactValues, RiskLimit> decide) {
        return new LimitTable() {
            @Override
            public RuleVersion rule() {
                return rule;
            }

            @Override
            public Measure measure() {
                return measure;
            }

            @Override
            public RiskLimit decide(FactValues facts) {
                return decide.apply(facts);
            }
        };
    }
}
