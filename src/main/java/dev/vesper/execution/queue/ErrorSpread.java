package dev.vesper.execution.queue;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How far off many guesses were: guess less truth. Quantiles are those of the nearest rank; all are 0 of no guess.
 *
 * @param count guesses
 * @param mean above zero where the guesses are too high
 * @param meanAbsolute without regard to the sign
 * @param p05 a twentieth of the guesses are at or below it
 * @param p50 half of them
 * @param p95 all but a twentieth
 */
public record ErrorSpread(int count, double mean, double meanAbsolute, double p05, double p50, double p95) {
    static ErrorSpread of(double[] errors) {
        double[] sorted = errors.clone();
        Arrays.sort(sorted);
        return new ErrorSpread(
                sorted.length,
                zero(Arrays.stream(sorted).average()),
                zero(Arrays.stream(sorted).map(Math::abs).average()),
                rank(sorted, 0.05),
                rank(sorted, 0.5),
                rank(sorted, 0.95));
    }

    private static double zero(OptionalDouble value) {
        return value.orElse(0);
    }

    private static double rank(double[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
    }
}
