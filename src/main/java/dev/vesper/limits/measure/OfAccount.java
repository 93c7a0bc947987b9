package dev.vesper.limits.measure;

import dev.vesper.limits.LimitUtilisation;

/** A measure of an account as a whole of which a table may also say how much there must be, see {@link Minimum}. */
public interface OfAccount extends Measure {
    /** How much there is once the orders are done; its claims are the orders that lower it. */
    LimitUtilisation least(ValuedBook valued);
}
