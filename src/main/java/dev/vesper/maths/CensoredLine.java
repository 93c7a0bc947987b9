package dev.vesper.maths;

/**
 * A line through the origin, z = slope u + noise, fitted to points of which some are known to lie at their z or above (Tobin,
 * Estimation of relationships for limited dependent variables, Econometrica 26, 1958). Without such points it is least squares,
 * the noise with n - 1 degrees of freedom; with them the maximum of the likelihood, its errors from the observed information.
 *
 * @param slopeError standard error of the slope
 * @param noise standard deviation of a point around the line
 * @param points how many
 * @param censored how many of them are only known to lie there or above
 * @param squares sum of u squared
 */
public record CensoredLine(double slope, double slopeError, double noise, int points, int censored, double squares) {
    private static final int STEPS = 10_000;
    private static final double SETTLED = 1e-13;

    /**
     * Fits it.
     *
     * @param u where the points are, not all 0
     * @param z what was seen there
     * @param least whether a point is at its z or above
     * @throws IllegalArgumentException where fewer than two points are known exactly, or they have no noise
     */
    public static CensoredLine fit(double[] u, double[] z, boolean[] least) {
        double squares = 0;
        double products = 0;
        int censored = 0;
        for (int i = 0; i < u.length; i++) {
            squares += u[i] * u[i];
            products += u[i] * z[i];
            censored += least[i] ? 1 : 0;
        }
        if (u.length - censored < 2 || squares == 0) {
            throw new IllegalArgumentException("Expected two points or more that are known exactly, but got "
                    + (u.length - censored) + " of " + u.length);
        }
        double slope = products / squares;
        double rest = 0;
        for (int i = 0; i < u.length; i++) {
            rest += (z[i] - slope * u[i]) * (z[i] - slope * u[i]);
        }
        if (rest == 0) {
            throw new IllegalArgumentException("Expected points around a line, but all are on it");
        }
        if (censored == 0) {
            double noise = Math.sqrt(rest / (u.length - 1));
            return new CensoredLine(slope, noise / Math.sqrt(squares), noise, u.length, 0, squares);
        }
        double[] found = climb(u, z, least, slope, Math.sqrt(rest / u.length));
        return new CensoredLine(found[0], error(u, z, least, found), found[1], u.length, censored, squares);
    }

    /** By expectation and maximisation: what is only bounded is put where it would be on average, and the line fitted anew. */
    private static double[] climb(double[] u, double[] z, boolean[] least, double firstSlope, double firstNoise) {
        double slope = firstSlope;
        double noise = firstNoise;
        for (int step = 0; step < STEPS; step++) {
            double squares = 0;
            double products = 0;
            double spread = 0;
            double[] expected = new double[u.length];
            for (int i = 0; i < u.length; i++) {
                expected[i] = z[i];
                if (least[i]) {
                    double a = (z[i] - slope * u[i]) / noise;
                    double mean = UpperTail.mean(a);
                    expected[i] = slope * u[i] + noise * mean;
                    spread += noise * noise * (1 + a * mean - mean * mean);
                }
                squares += u[i] * u[i];
                products += u[i] * expected[i];
            }
            double next = products / squares;
            for (int i = 0; i < u.length; i++) {
                spread += (expected[i] - next * u[i]) * (expected[i] - next * u[i]);
            }
            double nextNoise = Math.sqrt(spread / u.length);
            boolean settled =
                    Math.abs(next - slope) + Math.abs(nextNoise - noise) < SETTLED * (Math.abs(next) + nextNoise);
            slope = next;
            noise = nextNoise;
            if (settled) {
                break;
            }
        }
        return new double[] {slope, noise};
    }

    /** From the second derivatives of the log likelihood by the slope and the logarithm of the noise. */
    private static double error(double[] u, double[] z, boolean[] least, double[] found) {
        double noise = found[1];
        double bySlope = 0;
        double mixed = 0;
        double byNoise = 0;
        for (int i = 0; i < u.length; i++) {
            double a = (z[i] - found[0] * u[i]) / noise;
            double v = u[i] / noise;
            double mean = least[i] ? UpperTail.mean(a) : 0;
            double bend = least[i] ? mean * (mean - a) : 1;
            bySlope += bend * v * v;
            mixed += least[i] ? bend * a * v + mean * v : 2 * a * v;
            byNoise += least[i] ? bend * a * a + mean * a : 2 * a * a;
        }
        return Math.sqrt(byNoise / (bySlope * byNoise - mixed * mixed));
    }

    /** How many points are known exactly, less the one that the slope takes. */
    public int degrees() {
        return points - censored - 1;
    }

    /** How far the line may be off at u, as a standard error. */
    public double lineError(double u) {
        return slopeError * u;
    }

    /** How far a single new point at u may be off the line. */
    public double pointError(double u) {
        return Math.hypot(noise, slopeError * u);
    }
}
