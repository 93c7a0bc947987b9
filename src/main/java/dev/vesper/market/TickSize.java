package dev.vesper.market;

import java.math.BigDecimal;

/**
 * The price step an instrument is worked in. Where the firm's file gives one that is larger than a hundredth of the price
 * (a cent for a coin of 0.0000094), no order could be priced, and the step follows the decimals of the prices instead.
 */
final class TickSize {
    private static final BigDecimal STEPS_OF_A_PRICE = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_STEPS = BigDecimal.valueOf(100_000_000_000L);
    /** A price has so many steps at least, as a power of ten, where they follow its decimals. */
    private static final int COARSEST = 3;

    private static final int FINEST = 6;

    private TickSize() {}

    /**
     * The firm's step, or a finer one.
     *
     * @param declared by the firm's file, in currency units
     * @param price the last close, greater than zero
     * @param decimals the most that a recent close has
     */
    static BigDecimal of(BigDecimal declared, BigDecimal price, int decimals) {
        if (declared.multiply(STEPS_OF_A_PRICE).compareTo(price) <= 0) {
            return countable(declared, price);
        }
        int leading = price.precision() - price.scale() - 1; // 0.00942 leads with 10^-3
        int exponent = Math.clamp(-decimals, leading - FINEST, leading - COARSEST);
        return declared.min(BigDecimal.ONE.scaleByPowerOfTen(exponent));
    }

    /** A step so fine that a price has more of them than whole numbers can walk is ten times as large, and again. */
    private static BigDecimal countable(BigDecimal declared, BigDecimal price) {
        BigDecimal step = declared;
        while (step.multiply(MOST_STEPS).compareTo(price) < 0) {
            step = step.movePointRight(1);
        }
        return step;
    }
}
