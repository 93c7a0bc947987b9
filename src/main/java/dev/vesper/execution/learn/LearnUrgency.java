package dev.vesper.execution.learn;

import dev.vesper.execution.learn.UrgencyPolicy.Arm;
import dev.vesper.execution.learn.UrgencyPolicy.Scale;
import dev.vesper.maths.ClusteredRidge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns a policy from trials. Every urgency was tried on every order, so nothing need be explored, and each arm is a regression of
 * what it cost beyond the firm's own on the situation: ridge, the penalty that of one point, errors by blocks.
 *
 * @param urgencies the grid that was tried
 * @param own place of the firm's own in it
 * @param confidence standard errors by which a gain must be above 0
 * @param minutes length of the orders
 */
public record LearnUrgency(List<Double> urgencies, int own, double confidence, int minutes) {
    /** Fewer blocks tell nothing of their errors. */
    public static final int FEWEST_BLOCKS = 10;

    public LearnUrgency {
        urgencies = List.copyOf(urgencies);
    }

    /**
     * Learns from all of them.
     *
     * @throws IllegalArgumentException where there are too few blocks
     */
    public UrgencyPolicy from(List<Trial> trials) {
        int[] blocks = blocks(trials);
        int count = 0;
        for (int block : blocks) {
            count = Math.max(count, block + 1);
        }
        if (count < FEWEST_BLOCKS) {
            throw new IllegalArgumentException(
                    "Expected " + FEWEST_BLOCKS + " windows of recorded days or more to learn from, but got " + count);
        }
        List<Scale> scales = scales(trials);
        double[][] x = new double[trials.size()][];
        for (int t = 0; t < x.length; t++) {
            double[] numbers = trials.get(t).situation().numbers();
            x[t] = new double[numbers.length + 1];
            x[t][0] = 1;
            for (int i = 0; i < numbers.length; i++) {
                x[t][i + 1] = scales.get(i).of(numbers[i]);
            }
        }
        List<Arm> arms = new ArrayList<>();
        for (int place = 0; place < urgencies.size(); place++) {
            int arm = place;
            double[] beyond =
                    trials.stream().mapToDouble(trial -> trial.beyond(arm, own)).toArray();
            ClusteredRidge fit = ClusteredRidge.fit(x, beyond, blocks, /* penalty= */ 1);
            arms.add(UrgencyPolicy.arm(fit.coefficients(), fit.covariance()));
        }
        return new UrgencyPolicy(urgencies, own, confidence, minutes, scales, arms);
    }

    private static int[] blocks(List<Trial> trials) {
        Map<String, Integer> numbers = new HashMap<>();
        return trials.stream()
                .mapToInt(trial -> numbers.computeIfAbsent(trial.day() + " " + trial.block(), _ -> numbers.size()))
                .toArray();
    }

    private static List<Scale> scales(List<Trial> trials) {
        List<Scale> scales = new ArrayList<>();
        for (int i = 0; i < Situation.NAMES.size(); i++) {
            int at = i;
            double[] values = trials.stream()
                    .mapToDouble(trial -> trial.situation().numbers()[at])
                    .toArray();
            double sum = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                sum += value;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            double mean = sum / values.length;
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            double deviation = Math.sqrt(squares / values.length);
            scales.add(new Scale(mean, deviation > 0 ? deviation : 1, least, most));
        }
        return scales;
    }
}
