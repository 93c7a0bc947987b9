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

    private static final int HALVINGS = 20;

    private Definiteness() {}

    /** Whether no portfolio has a variance below zero, but for rounding. */
    public static boolean semidefinite(double[][] covariance) {
        return Cholesky.of(shrunk(covariance, 0), 0).isPresent();
    }

    /** The matrix itself where it is good, else the least shrunk one that is. */
    public static Mended mended(double[][] covariance) {
        if (semidefinite(covariance)) {
            return new Mended(covariance, 0);
        }
        double bad = 0;
        double good = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (bad + good) / 2;
            if (Cholesky.of(shrunk(covariance, middle), 0).isPresent()) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        double[][] mended = shrunk(covariance, good);
        for (int i = 0; i < mended.length; i++) {
            mended[i][i] = covariance[i][i];
        }
        return new Mended(mended, good);
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
