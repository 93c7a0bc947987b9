package dev.vesper.execution.schedule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Cuts whole lots by weights: the sum so far is rounded, half up, and a part is the difference of two sums, so that the parts
 * sum to the whole and no sum is a lot away from where the weights put it. Example: 10 lots by 1:1:1 are 3, 4, 3.
 */
final class Spread {
    private Spread() {}

    /**
     * @param lots 0 or more
     * @param weights 0 or more each, not all 0
     */
    static long[] by(long lots, long[] weights) {
        BigInteger whole = BigInteger.ZERO;
        for (long weight : weights) {
            whole = whole.add(BigInteger.valueOf(weight));
        }
        if (whole.signum() <= 0) {
            throw new IllegalArgumentException("Expected a weight above 0");
        }
        BigInteger twice = whole.shiftLeft(1);
        BigInteger sum = BigInteger.ZERO;
        long[] parts = new long[weights.length];
        long before = 0;
        for (int i = 0; i < weights.length; i++) {
            sum = sum.add(BigInteger.valueOf(weights[i]));
            long until = BigInteger.valueOf(lots)
                    .multiply(sum)
                    .shiftLeft(1)
                    .add(whole)
                    .divide(twice)
                    .longValueExact();
            parts[i] = until - before;
            before = until;
        }
        return parts;
    }

    /** The same for what real numbers leave to be done after each slice: {@code left} falls from the whole to 0. */
    static long[] byHoldings(long lots, double[] left) {
        long[] parts = new long[left.length - 1];
        long before = 0;
        for (int i = 0; i < parts.length; i++) {
            long until = i == parts.length - 1
                    ? lots
                    : Math.clamp(
                            new BigDecimal(left[0] - left[i + 1])
                                    .setScale(0, RoundingMode.HALF_UP)
                                    .longValueExact(),
                            before,
                            lots);
            parts[i] = until - before;
            before = until;
        }
        return parts;
    }
}
