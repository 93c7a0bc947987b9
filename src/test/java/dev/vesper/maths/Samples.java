package dev.vesper.maths;

import java.util.Random;

/** Returns made from a seed: one common factor and noise of different size. */
final class Samples {
    private Samples() {}

    static double[][] returns(long seed, int assets, int rows) {
        Random random = new Random(seed);
        double[] market = random.doubles(rows, -0.02, 0.02).toArray();
        double[][] returns = new double[assets][rows];
        for (double[] series : returns) {
            double beta = 0.5 + random.nextDouble();
            double noise = 0.005 + 0.02 * random.nextDouble();
            for (int t = 0; t < rows; t++) {
                series[t] = beta * market[t] + noise * random.nextGaussian();
            }
        }
        return returns;
    }
}
