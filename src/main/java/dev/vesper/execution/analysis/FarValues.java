package dev.vesper.execution.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values that lie far from the others, by the modified z-score of Iglewicz and Hoaglin (How to detect and handle outliers,
 * 1993): 0.6745 (x - median) / median absolute deviation, far above 3.5. One value moves neither of the two medians.
 *
 * @param median of all
 * @param all those far from it, by their place; none among fewer than five values, or where most are the same
 */
public record FarValues(double median, List<Far> all) {
    private static final int FEWEST = 5;
    private static final double FAR = 3.5;
    private static final double NORMAL = 0.6745;

    public FarValues {
        all = List.copyOf(all);
    }

    /**
     * One of them.
     *
     * @param place from 0
     * @param score how many robust deviations it lies above the median; below 0 for one below
     */
    public record Far(int place, double value, double score) {}

    public static FarValues of(double[] values) {
        if (values.length < FEWEST) {
            return new FarValues(Double.NaN, List.of());
        }
        double median = median(values);
        double deviation =
                median(Arrays.stream(values).map(one -> Math.abs(one - median)).toArray());
        List<Far> far = new ArrayList<>();
        for (int i = 0; i < values.length && deviation > 0; i++) {
            double score = NORMAL * (values[i] - median) / deviation;
            if (Math.abs(score) > FAR) {
                far.add(new Far(i, values[i], score));
            }
        }
        return new FarValues(median, far);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
