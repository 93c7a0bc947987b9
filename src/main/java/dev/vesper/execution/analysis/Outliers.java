package dev.vesper.execution.analysis;

import dev.vesper.execution.analysis.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Orders whose cost lies far from that of the others, by the modified z-score of Iglewicz and Hoaglin (How to detect and handle
 * outliers, 1993): 0.6745 (x - median) / median absolute deviation, far above 3.5. One order moves neither of the two medians.
 */
public final class Outliers {
    private static final int FEWEST = 5;
    private static final double FAR = 3.5;
    private static final double NORMAL = 0.6745;

    private Outliers() {}

    /** By total cost in basis points of each order; none among fewer than five, or where most cost the same. */
    public static List<Finding> of(List<OrderCost> costs) {
        double[] bps =
                costs.stream().mapToDouble(cost -> cost.shortfall().totalBps()).toArray();
        if (bps.length < FEWEST) {
            return List.of();
        }
        double median = median(bps);
        double deviation =
                median(Arrays.stream(bps).map(one -> Math.abs(one - median)).toArray());
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < bps.length && deviation > 0; i++) {
            double score = NORMAL * (bps[i] - median) / deviation;
            if (Math.abs(score) > FAR) {
                WorkedOrder order = costs.get(i).order();
                found.add(new Finding(
                        Kind.OUTLIER,
                        order.place(),
                        order.id(),
                        String.format(
                                Locale.ROOT,
                                "%s cost %.1f bps, far from the median of %.1f bps of %d orders (%.1f deviations); counted",
                                order.id(),
                                bps[i],
                                median,
                                bps.length,
                                score)));
            }
        }
        return found;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
