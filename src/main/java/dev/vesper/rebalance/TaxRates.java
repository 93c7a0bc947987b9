package dev.vesper.rebalance;

import dev.vesper.basics.Problem;

/**
 * What the realised gains of a sale are taxed at. A loss counts as a credit at the same rate.
 *
 * @param shortTermBps on lots held for one calendar year or less, in basis points
 * @param longTermBps on lots held longer, in basis points
 */
public record TaxRates(int shortTermBps, int longTermBps) {
    /** The top United States federal rates, 37 % and 20 %. */
    public static final TaxRates STANDARD = new TaxRates(3700, 2000);

    private static final int WHOLE = 10_000;

    public TaxRates {
        within("shortTermTaxBps", shortTermBps);
        within("longTermTaxBps", longTermBps);
    }

    private static void within(String name, int rate) {
        if (rate < 0 || rate > WHOLE) {
            throw Problem.usage("Expected the planner's " + name + " from 0 to " + WHOLE + ", but got " + rate);
        }
    }
}
