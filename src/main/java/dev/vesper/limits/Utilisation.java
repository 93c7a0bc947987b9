package dev.vesper.limits;

import java.math.BigDecimal;

/**
 * How full a limit is; 1 is full, more is a breach. Of a maximum it is what is used over the limit: 0.2 of 0.25 is 0.8. Of a
 * minimum it is the limit over what is there: 4 % of cash where 2 % must be is 0.5; nothing at all counts as {@link #MOST}.
 */
public final class Utilisation {
    /** Of a minimum of which a tenth or less is there. */
    public static final double MOST = 10;

    private Utilisation() {}

    /**
     * Of so much used.
     *
     * @param limit greater than zero
     */
    public static double of(Bound bound, BigDecimal used, BigDecimal limit) {
        if (bound == Bound.MAXIMUM) {
            return used.abs().doubleValue() / limit.doubleValue();
        }
        return used.signum() <= 0 ? MOST : Math.min(MOST, limit.doubleValue() / used.doubleValue());
    }
}
