package dev.vesper.limits.bounds;

import dev.vesper.limits.RuleVersion;

/**
 * Which rule sets a bound, for example {@code position-weight 3fd80a1c22b7}, row 2, "4% of the account's value".
 *
 * @param row of the table, counted from 1; 0 of a rule that has no rows
 * @param said of a table what it allows; of a compliance rule its sentence
 */
public record Why(RuleVersion rule, int row, String said) {
    /** Whether a table's row says it, and no compliance rule. */
    public boolean ofTable() {
        return row > 0;
    }
}
