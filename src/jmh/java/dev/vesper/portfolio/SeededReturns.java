package dev.vesper.portfolio;

import java.util.Arrays;
import java.util.Random;

/**
 * Daily returns made from a seed: one market, ten sectors and noise of each asset's own, so that a minimum-variance
 * portfolio holds dozens of assets and not three.
 */
final class SeededReturns {
    /** Five years of trading days. */
    static final int ROWS = 1260;

    private static final int SECTORS = 10;

    private SeededReturns() {}

    /**
     * {@code returns[asset][row]}.
     *
     * @param lateListings whether every third asset starts somewhere in the first four years and is NaN before
     */
    static double[][] of(int assets, boolean lateListings) {
        Random random = new Random(42);
        double[] market = gaussian(random, 0.008);
        double[][] sectors = new double[SECTORS][];
        Arrays.setAll(sectors, sector -> gaussian(random, 0.006));
        double[][] returns = new double[assets][];
        for (int asset = 0; asset < assets; asset++) {
            double[] sector = sectors[asset % SECTORS];
            double beta = 0.2 + 1.3 * random.nextDouble();
            double[] own = gaussian(random, 0.006 + 0.02 * random.nextDouble());
            double[] series = new double[ROWS];
            Arrays.setAll(series, row -> beta * market[row] + sector[row] + own[row]);
            int listed = random.nextInt(1, ROWS * 4 / 5);
            if (lateListings && asset % 3 == 0) {
                Arrays.fill(series, 0, listed, Double.NaN);
            }
            returns[asset] = series;
        }
        return returns;
    }

    private static double[] gaussian(Random random, double deviation) {
        double[] values = new double[ROWS];
        Arrays.setAll(values, row -> deviation * random.nextGaussian());
        return values;
    }
}
