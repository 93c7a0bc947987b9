package dev.vesper.execution.learn;

import dev.vesper.maths.StudentT;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a policy gained on days from which it was not learned, over the firm's own urgency: the mean over orders of own cost less
 * chosen cost, in basis points, above 0 is a gain. Its error takes the windows of a day as independent, not the orders in them.
 *
 * @param day what was judged on; the others were learned from
 * @param orders how many
 * @param windows how many
 * @param changed orders that got another urgency than the firm's own
 * @param gainBps mean gain
 * @param errorBps standard error of the gain
 * @param lowBps where the gain lies by 95 % at least, by Student's t
 */
public record HeldOut(
        String day,
        int orders,
        int windows,
        int changed,
        double gainBps,
        double errorBps,
        double lowBps,
        double highBps) {
    private static final double CONFIDENCE = 0.95;

    static List<Gain> gains(UrgencyPolicy policy, List<Trial> trials) {
        return trials.stream()
                .map(trial -> {
                    int place = policy.choose(trial.situation()).place();
                    return new Gain(trial, place != policy.own(), -trial.beyond(place, policy.own()));
                })
                .toList();
    }

    /** What one order gained by another choice than the firm's own; 0 where the own was chosen. */
    record Gain(Trial trial, boolean changed, double bps) {}

    /** @param gains of one day or more, in two windows or more */
    static HeldOut of(String day, List<Gain> gains) {
        Map<String, double[]> windows = new LinkedHashMap<>(); // orders, sum
        for (Gain gain : gains) {
            double[] window = windows.computeIfAbsent(
                    gain.trial().day() + " " + gain.trial().block(), _ -> new double[2]);
            window[0]++;
            window[1] += gain.bps();
        }
        int orders = gains.size();
        int count = windows.size();
        double mean = gains.stream().mapToDouble(Gain::bps).sum() / orders;
        double squares = 0;
        for (double[] window : windows.values()) {
            double off = window[1] - window[0] * mean;
            squares += off * off;
        }
        double error = Math.sqrt(count / (count - 1.0) * squares) / orders;
        double bound = StudentT.twoSided(CONFIDENCE, count - 1) * error;
        return new HeldOut(
                day,
                orders,
                count,
                (int) gains.stream().filter(Gain::changed).count(),
                mean,
                error,
                mean - bound,
                mean + bound);
    }
}
