package dev.vesper.execution.estimate;

import org.jspecify.annotations.Nullable;

/**
 * What an order is expected to cost against its arrival price, in basis points of it; positive is a cost.
 *
 * @param bps half the spread and the impact together
 * @param mean where the average of many such orders lies; null where the model was not fitted
 * @param single where the cost of this one order lies, the market's own moves included; null where the noise is not known
 */
public record CostEstimate(
        double bps,
        double halfSpreadBps,
        double impactBps,
        @Nullable Interval mean,
        @Nullable Interval single) {
    /** From a low end to a high one, in basis points. */
    public record Interval(double lowBps, double highBps) {
        static Interval around(double middle, double half) {
            return new Interval(middle - half, middle + half);
        }
    }
}
