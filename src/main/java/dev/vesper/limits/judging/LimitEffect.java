package dev.vesper.limits.judging;

import dev.vesper.limits.LimitAction;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RiskLimit;

/**
 * What a limit does to what is used, before single orders are looked at: {@link LimitCheck} words it and finds what of each
 * order may stay.
 */
public final class LimitEffect {
    private LimitEffect() {}

    /**
     * Where it is known how much is used.
     *
     * @param over whether more than the hard limit is used; asked only where there is one
     * @param warned whether more than the warning level is used; asked only where there is one
     * @param raised whether an order raises the use
     */
    public static Outcome of(RiskLimit limit, boolean over, boolean warned, boolean raised) {
        if (limit.limit().isEmpty() || !over) {
            return limit.warning().isPresent() && warned ? Outcome.WARN : Outcome.PASS;
        }
        if (!raised || limit.action() == LimitAction.WARN) {
            return Outcome.WARN;
        }
        return limit.action() == LimitAction.CUT ? Outcome.CUT : Outcome.DENY;
    }

    /** Where nobody can say how much is used: a row that only warns tells the approver, any other denies. */
    public static Outcome ofUnknown(RiskLimit limit) {
        return limit.action() == LimitAction.WARN ? Outcome.WARN : Outcome.DENY;
    }
}
