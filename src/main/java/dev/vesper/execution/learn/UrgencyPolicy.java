package dev.vesper.execution.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which urgency an order gets by the situation in which it begins: a contextual bandit with a linear model for each arm (as LinUCB of
 * Li and others, WWW 2010, whose bound is turned round: an arm is taken only where it is better with confidence). Its rails: no
 * urgency beyond the grid, no situation beyond those it was taught, and without a sure gain the firm's own.
 *
 * @param urgencies the grid, kappa times the length of the window in the closed form of Almgren and Chriss
 * @param own place of the firm's own in it
 * @param confidence standard errors by which a gain must be above 0
 * @param minutes length of the orders it was taught by
 * @param scales of the situation's numbers
 * @param arms a model for each urgency of the grid; that of the firm's own is all 0
 */
public record UrgencyPolicy(
        List<Double> urgencies, int own, double confidence, int minutes, List<Scale> scales, List<Arm> arms) {
    public UrgencyPolicy {
        urgencies = List.copyOf(urgencies);
        scales = List.copyOf(scales);
        arms = List.copyOf(arms);
    }

    /**
     * One number of the situation.
     *
     * @param mean of those it was taught
     * @param deviation theirs, above 0
     * @param least the least of them
     */
    public record Scale(double mean, double deviation, double least, double most) {
        boolean knows(double value) {
            return value >= least && value <= most;
        }

        double of(double value) {
            return (value - mean) / deviation;
        }
    }

    /**
     * What an urgency is expected to cost beyond the firm's own, in basis points.
     *
     * @param coefficients of 1 and the scaled numbers
     * @param covariance of the coefficients, row by row
     */
    public record Arm(List<Double> coefficients, List<List<Double>> covariance) {
        public Arm {
            coefficients = List.copyOf(coefficients);
            covariance = covariance.stream().map(List::copyOf).toList();
        }

        double beyond(double[] x) {
            return IntStream.range(0, x.length)
                    .mapToDouble(i -> coefficients.get(i) * x[i])
                    .sum();
        }

        double error(double[] x) {
            double variance = 0;
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    variance += x[i] * x[j] * covariance.get(i).get(j);
                }
            }
            return Math.sqrt(Math.max(0, variance));
        }
    }

    /**
     * What is chosen, and why.
     *
     * @param place in the grid
     * @param gainBps expected over the firm's own, 0 where that is chosen
     * @param errorBps its standard error
     */
    public record Choice(int place, double gainBps, double errorBps) {}

    /** The urgency whose gain is surest to be above 0, where one is; else the firm's own. */
    public Choice choose(Situation situation) {
        double[] numbers = situation.numbers();
        Choice best = new Choice(own, 0, 0);
        if (!knows(numbers)) {
            return best;
        }
        double[] x = scaled(numbers);
        double most = 0;
        for (int place = 0; place < arms.size(); place++) {
            double gain = -arms.get(place).beyond(x);
            double error = arms.get(place).error(x);
            double sure = gain - confidence * error;
            if (place != own && sure > most) {
                most = sure;
                best = new Choice(place, gain, error);
            }
        }
        return best;
    }

    /** Whether each number lies among those that it was taught. */
    public boolean knows(Situation situation) {
        return knows(situation.numbers());
    }

    private boolean knows(double[] numbers) {
        return IntStream.range(0, numbers.length).allMatch(i -> scales.get(i).knows(numbers[i]));
    }

    private double[] scaled(double[] numbers) {
        double[] x = new double[numbers.length + 1];
        x[0] = 1;
        for (int i = 0; i < numbers.length; i++) {
            x[i + 1] = scales.get(i).of(numbers[i]);
        }
        return x;
    }

    /** Row by row, as a model was fitted. */
    static Arm arm(double[] coefficients, double[][] covariance) {
        List<List<Double>> rows = new ArrayList<>();
        for (double[] row : covariance) {
            rows.add(boxed(row));
        }
        return new Arm(boxed(coefficients), rows);
    }

    private static List<Double> boxed(double[] numbers) {
        return IntStream.range(0, numbers.length).mapToObj(i -> numbers[i]).toList();
    }
}
