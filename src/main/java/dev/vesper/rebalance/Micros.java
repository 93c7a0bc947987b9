package dev.vesper.rebalance;

import dev.vesper.basics.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one place where amounts and weights become the planner's whole numbers: millionths of a currency unit, for
 * example 141.20 USD is 141,200,000. A score made of whole numbers is the same on every machine and in every order of
 * summing.
 */
public final class Micros {
    /** Decimals of a currency unit that are kept. */
    public static final int DECIMALS = 6;
    /** A unit of currency, for example 1.00 USD. */
    public static final long UNIT = 1_000_000;

    private Micros() {}

    /** Rounded down: what we own is never overstated. */
    public static long down(BigDecimal amount) {
        return exact(amount.movePointRight(DECIMALS).setScale(0, RoundingMode.FLOOR), amount);
    }

    /** Rounded up: what we pay is never understated. */
    public static long up(BigDecimal amount) {
        return exact(amount.movePointRight(DECIMALS).setScale(0, RoundingMode.CEILING), amount);
    }

    /** Rounded half-even: values that are compared, neither owned nor paid. */
    public static long nearest(BigDecimal amount) {
        return exact(amount.movePointRight(DECIMALS).setScale(0, RoundingMode.HALF_EVEN), amount);
    }

    /**
     * A weight of a value, for example 0.25 of 400 is 100. The weight is taken as the exact binary fraction it is, so
     * no rounding hides in the product; the result is rounded half-even.
     */
    public static long share(double weight, long value) {
        BigDecimal product = new BigDecimal(weight).multiply(BigDecimal.valueOf(value));
        return exact(product.setScale(0, RoundingMode.HALF_EVEN), product);
    }

    /** Back to currency units, exactly. */
    public static BigDecimal amount(long micros) {
        return BigDecimal.valueOf(micros, DECIMALS);
    }

    /** As people write it: 141,200,000 is {@code 141.2}. */
    public static String text(long micros) {
        return amount(micros).stripTrailingZeros().toPlainString();
    }

    private static long exact(BigDecimal whole, BigDecimal amount) {
        try {
            return whole.longValueExact();
        } catch (ArithmeticException e) {
            throw Problem.refused("Expected an amount below 9 trillion, but got " + amount.toPlainString());
        }
    }
}
