package dev.vesper.maths;

/**
 * Mends covariance matrices that no data could have: pairs measured over different periods may contradict each other,
 * and some portfolio then seems to have a negative variance.
 *
 * <p>The mend is shrinking: all covariances are multiplied by one number {@code 1 - delta}, the smallest delta that
 * suffices, and variances stay as they are. Source: N. Higham, N. Strabic, V. Sego, "Restoring definiteness via
 * shrinking, with an application to correlation matrices with a fixed block", SIAM Review 58(2), 2016.
 */
public final class Definiteness {
    /** Relative to the mean variance: rounding may make a perfectly good matrix this negative. */
    private static final double TOLERANCE = 1e-10;

    /** Shrinkages that are tried are whole multiples of one in this many. */
    private static final int GRID = 1 << 20;

    private Definiteness() {}

    /** Whether no portfolio has a variance below zero, but for rounding. */
    public static boolean semidefinite(double[][] covariance) {
        return Cholesky.of(shrunk(covariance, 0), 0).isPresent();
    }

    /** The matrix itself where it is good, else the least shrunk one that is, to one in a million. */
    public static Mended mended(double[][] covariance) {
        if (semidefinite(covariance)) {
            return new Mended(covariance, 0);
        }
        double shrinkage = (double) leastGood(covariance) / GRID;
        double[][] mended = shrunk(covariance, shrinkage);
        for (int i = 0; i < mended.length; i++) {
            mended[i][i] = covariance[i][i];
        }
        return new Mended(mended, shrinkage);
    }

    /**
     * The only place of the grid that is good beside one that is bad. There is one only, because a matrix shrunk more is
     * the mean, in some proportion, of the same matrix shrunk less and of its diagonal, which is good: once good, all
     * that follows is good. So the search may begin anywhere: it begins where the smallest eigenvalue says, mostly two
     * factorisations from its end, goes outwards in ever longer steps where that was wrong, and halves what is left.
     */
    private static int leastGood(double[][] covariance) {
        int bad = 0;
        int good = GRID;
        int at = guess(covariance);
        for (int step = 1; good - bad > 1; step *= 2) {
            at = Math.clamp(at, bad + 1, good - 1);
            boolean fits =
                    Cholesky.of(shrunk(covariance, (double) at / GRID), 0).isPresent();
            if (fits) {
                good = at;
            } else {
                bad = at;
            }
            boolean between = bad > 0 && good < GRID;
            if (between) {
                at = (bad + good) / 2;
            } else {
                at += fits ? -step : step;
            }
        }
        return good;
    }

    /**
     * Scaled to a diagonal of ones, the shrunk matrix is {@code I + (1 - delta) M}; its smallest eigenvalue is zero at
     * {@code delta = 1 + 1 / lambda}, with lambda the smallest of M. All the way where there is no such number.
     */
    private static int guess(double[][] covariance) {
        double[][] scaled = shrunk(covariance, 0);
        int n = scaled.length;
        double[] deviation = new double[n];
        for (int i = 0; i < n; i++) {
            deviation[i] = Math.sqrt(scaled[i][i]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scaled[i][j] = i == j ? 0 : scaled[i][j] / (deviation[i] * deviation[j]);
            }
        }
        double delta = 1 + 1 / SmallestEigenvalue.near(scaled);
        return delta > 0 && delta < 1 ? (int) Math.ceil(delta * GRID) : GRID;
    }

    /** Covariances times {@code 1 - delta}; the diagonal a hair larger, as far as rounding is forgiven. */
    private static double[][] shrunk(double[][] covariance, double delta) {
        int n = covariance.length;
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += covariance[i][i];
        }
        double hair = TOLERANCE * trace / Math.max(1, n);
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i][j] = i == j ? covariance[i][i] + hair : (1 - delta) * covariance[i][j];
            }
        }
        return result;
    }

    /**
     * A covariance matrix fit for use.
     *
     * @param shrinkage by how much covariances were shrunk, 0 (untouched) to 1 (all gone)
     */
    @SuppressWarnings("ArrayRecordComponent") // a matrix is compared by nobody and too large to copy
    public record Mended(double[][] covariance, double shrinkage) {}
}
