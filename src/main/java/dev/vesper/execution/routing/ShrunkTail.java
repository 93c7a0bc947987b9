package dev.vesper.execution.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeSet;

/**
 * The odds of one instrument at one venue where little is known of it, drawn towards those of all instruments there: at each
 * amount r the step is (w h(r) + D(r)) / (w + N(r)), with D and N of the instrument as in {@link LiquidityTail}, h the step of
 * all instruments, and w how many orders that counts for. It is the mean of what a beta process with constant w and hazard h
 * becomes by the censored orders (Hjort, Nonparametric Bayes estimators based on beta processes in models for life history
 * data, Annals of Statistics 18, 1990). Without orders of its own an instrument has the odds of all; with w = 0 it is the
 * estimate of Kaplan and Meier.
 *
 * <p>Example: of all orders half found nothing, w = 10; of two of the instrument none found nothing: 5 / 12, so T(1) = 7/12.
 */
final class ShrunkTail {
    private ShrunkTail() {}

    /**
     * @param own orders of the instrument, in lots
     * @param all steps of all instruments by lots of this one, each from 0 to 1
     * @param weight orders that those count for; 0 or more
     */
    static LiquidityTail of(List<CensoredFill> own, NavigableMap<Long, Double> all, double weight) {
        Hazards hazards = Hazards.of(own);
        TreeSet<Long> amounts = new TreeSet<>(hazards.exact().keySet());
        if (weight > 0) {
            amounts.addAll(all.keySet());
        }
        List<LiquidityTail.Step> steps = new ArrayList<>();
        double alive = 1;
        long from = 0;
        for (long amount : amounts) {
            Hazards.Step step = hazards.at(amount);
            double drawn = (weight * all.getOrDefault(amount, 0.0) + step.exact()) / (weight + step.seen());
            if (drawn <= 0) {
                continue;
            }
            if (amount > from) {
                steps.add(new LiquidityTail.Step(amount - from, alive));
                from = amount;
            }
            alive *= 1 - drawn;
        }
        steps.add(new LiquidityTail.Step(Long.MAX_VALUE - from, alive));
        return LiquidityTail.of(steps);
    }
}
