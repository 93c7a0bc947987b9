package dev.vesper.limits;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a table decided for one subject, for example limit 0.25, warning 0.20, cut.
 *
 * @param rule the table, for example {@code position-weight} in the version of its file
 * @param limit the hard limit, in the unit of its measure (a share of 0 to 1, or an amount); empty where none applies
 * @param warning the warning level, same unit, at most the limit; empty where none applies
 * @param row which row of the table decided, counted from 1; 0 where the table does not say
 * @param told what is said behind a verdict that does not pass, see {@link RowTerms#told}; may be empty
 */
public record RiskLimit(
        RuleVersion rule,
        Optional<BigDecimal> limit,
        Optional<BigDecimal> warning,
        LimitAction action,
        int row,
        String told) {
    /** A row that says nothing beside what it decides. */
    public RiskLimit(
            RuleVersion rule, Optional<BigDecimal> limit, Optional<BigDecimal> warning, LimitAction action, int row) {
        this(rule, limit, warning, action, row, "");
    }
}
