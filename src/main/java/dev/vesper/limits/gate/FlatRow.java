package dev.vesper.limits.gate;

import dev.vesper.limits.LimitAction;
import dev.vesper.limits.RiskLimit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one row of a table comes to.
 *
 * @param row of the analyst's table, counted from 1; 0 where none decided
 * @param limit empty where the row sets none
 * @param warning empty where the row has none
 * @param action what follows where the limit is broken
 * @param binds how
 */
public record FlatRow(
        int row, Optional<BigDecimal> limit, Optional<BigDecimal> warning, LimitAction action, Binds binds) {
    /** Whether there is a limit to compare with. */
    public enum Binds {
        /** The use is measured and compared with the limit. */
        MEASURED,
        /** Nobody can say how much is used, such as a share of a volume that is not known: the action alone counts. */
        UNMEASURED,
        /** No row fits: the order is denied, as the rules refuse to judge it. */
        UNDECIDED
    }

    /** No row of the table fits. */
    static final FlatRow NO_ROW = new FlatRow(0, Optional.empty(), Optional.empty(), LimitAction.DENY, Binds.UNDECIDED);

    static FlatRow of(RiskLimit limit, boolean measured) {
        return new FlatRow(
                limit.row(),
                limit.limit().map(BigDecimal::stripTrailingZeros),
                limit.warning().map(BigDecimal::stripTrailingZeros),
                limit.action(),
                measured ? Binds.MEASURED : Binds.UNMEASURED);
    }
}
