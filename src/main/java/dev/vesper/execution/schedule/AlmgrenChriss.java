package dev.vesper.execution.schedule;

/**
 * The optimal liquidation of Almgren and Chriss, Optimal execution of portfolio transactions, Journal of Risk 3(2), 2000, in
 * its discrete closed form: of all ways to trade {@code quantity} in {@code slices} equal times, the one of least expected cost
 * plus {@code riskAversion} times the variance of the cost.
 *
 * <p>Units are the paper's: money, shares, trading days.
 *
 * @param quantity shares to trade, above 0
 * @param horizonDays trading days in which they are traded, above 0
 * @param slices 1 or more
 * @param volatility sigma, money for each share and square root of a day, 0 or more
 * @param temporaryImpact eta, money for each share and (share a day), above gamma tau / 2
 * @param permanentImpact gamma, money for each share and share, 0 or more
 * @param fixedCost epsilon, money for each share: half the spread and fees, 0 or more
 * @param riskAversion lambda, one over money, 0 or more; 0 is the straight line
 */
public record AlmgrenChriss(
        double quantity,
        double horizonDays,
        int slices,
        double volatility,
        double temporaryImpact,
        double permanentImpact,
        double fixedCost,
        double riskAversion) {
    public AlmgrenChriss {
        above0("quantity", quantity);
        above0("horizon in days", horizonDays);
        above0("number of slices", slices);
        above0("temporary impact", temporaryImpact);
        notBelow0("volatility", volatility);
        notBelow0("permanent impact", permanentImpact);
        notBelow0("fixed cost", fixedCost);
        notBelow0("risk aversion", riskAversion);
        double least = permanentImpact * horizonDays / slices / 2;
        if (temporaryImpact <= least) {
            throw new IllegalArgumentException(
                    "Expected a temporary impact above half of permanent impact times the length of" + " a slice, "
                            + least + ", but got " + temporaryImpact + "; take more slices or less permanent impact");
        }
    }

    /** Length of a slice, tau, in days. */
    public double sliceDays() {
        return horizonDays / slices;
    }

    /** eta - gamma tau / 2: what temporary impact leaves once the permanent impact of a slice is told apart. */
    private double adjustedImpact() {
        return temporaryImpact - permanentImpact * sliceDays() / 2;
    }

    /**
     * The urgency, one over days: cosh(kappa tau) = 1 + lambda sigma² tau² / (2 (eta - gamma tau / 2)), (16) and (17). One over
     * it is the time in which what is left falls to 1/e where the horizon is long.
     */
    public double kappa() {
        double tau = sliceDays();
        double half = riskAversion * volatility * volatility / adjustedImpact() * tau * tau / 2;
        // acosh(1 + h) without losing a small h
        return Math.log1p(half + Math.sqrt(half * (half + 2))) / tau;
    }

    /** Shares left at the start and after each slice, x_j: sinh(kappa (T - t_j)) / sinh(kappa T) of the whole, (18). */
    public double[] holdings() {
        double kappa = kappa();
        double[] left = new double[slices + 1];
        for (int j = 0; j <= slices; j++) {
            double share = (double) (slices - j) / slices;
            left[j] = quantity * left(kappa * horizonDays, share);
        }
        return left;
    }

    /**
     * What is left of the whole by the urgency alone: sinh(urgency * remaining) / sinh(urgency), (18); the same bits on every
     * machine.
     *
     * @param urgency kappa T, 0 or more; 0 is the straight line
     * @param remaining part of the horizon that is still to come, 0 to 1
     */
    public static double left(double urgency, double remaining) {
        return urgency == 0 ? remaining : sinhRatio(urgency * remaining, urgency);
    }

    /** Shares traded in each slice, n_j. */
    public double[] trades() {
        double[] left = holdings();
        double[] trades = new double[slices];
        for (int j = 0; j < slices; j++) {
            trades[j] = left[j] - left[j + 1];
        }
        return trades;
    }

    /** What it is expected to cost, in money; positive is a cost: gamma X² / 2 + epsilon X + (eta - gamma tau / 2) / tau Σ n², (8). */
    public double expectedCost() {
        double squares = 0;
        for (double trade : trades()) {
            squares += trade * trade;
        }
        return permanentImpact * quantity * quantity / 2
                + fixedCost * quantity
                + adjustedImpact() / sliceDays() * squares;
    }

    /** Variance of the cost, money squared: sigma² tau Σ x², of what is left after each slice, (5). */
    public double variance() {
        double[] left = holdings();
        double squares = 0;
        for (int j = 1; j <= slices; j++) {
            squares += left[j] * left[j];
        }
        return volatility * volatility * sliceDays() * squares;
    }

    /** What is least for these trades: expected cost plus risk aversion times variance. */
    public double objective() {
        return expectedCost() + riskAversion * variance();
    }

    /** sinh a / sinh b for 0 <= a <= b, b above 0, where either alone may be too large. */
    private static double sinhRatio(double a, double b) {
        return StrictMath.exp(a - b) * StrictMath.expm1(-2 * a) / StrictMath.expm1(-2 * b);
    }

    private static void above0(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw expected(what, "above 0", value);
        }
    }

    private static void notBelow0(String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw expected(what, "of 0 or more", value);
        }
    }

    private static IllegalArgumentException expected(String what, String range, double value) {
        return new IllegalArgumentException("Expected a " + what + " " + range + ", but got " + value);
    }
}
