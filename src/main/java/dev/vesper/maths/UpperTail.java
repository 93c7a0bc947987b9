package dev.vesper.maths;

import org.ojalgo.random.Normal;

/** The upper tail of the standard normal distribution. */
final class UpperTail {
    private static final Normal STANDARD = new Normal(0, 1);
    private static final double FAR = 2;
    private static final int TERMS = 400;

    private UpperTail() {}

    /** Its mean, density over probability: E(x | x > a), the inverse of Mills's ratio. */
    static double mean(double a) {
        if (a < FAR) {
            return STANDARD.getDensity(a) / STANDARD.getDistribution(-a);
        }
        double fraction = a; // Laplace's continued fraction of Mills's ratio, from its end
        for (int i = TERMS; i >= 1; i--) {
            fraction = a + i / fraction;
        }
        return fraction;
    }
}
