package dev.vesper.rebalance;

/**
 * How good a choice of trades is: four hard parts that must be zero and three soft parts to make small, all in
 * {@link Micros}.
 *
 * @param cashShortfall cash missing to the floor
 * @param turnoverExcess traded value above the maximum turnover
 * @param belowMinimum what trades miss the minimum trade by
 * @param oversold value sold beyond what may be sold
 * @param deviation sum of the absolute differences from target, cash included (twice the misplaced money)
 * @param cost expected trading cost
 * @param tax expected tax on what is realised, negative for a loss
 */
public record PlanScore(
        long cashShortfall,
        long turnoverExcess,
        long belowMinimum,
        long oversold,
        long deviation,
        long cost,
        long tax) {

    /** Zero when every constraint holds, else minus the money by which they are broken. */
    public long hard() {
        return -(cashShortfall + turnoverExcess + belowMinimum + oversold);
    }

    /** Minus twice the weighted money: deviation counts half of its sum, so cost and tax are doubled instead. */
    public long soft(ScoreWeights weights) {
        return -(weights.deviation() * deviation + 2 * (weights.cost() * cost + weights.tax() * tax));
    }
}
