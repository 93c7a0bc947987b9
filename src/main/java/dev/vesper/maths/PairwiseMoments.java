package dev.vesper.maths;

/**
 * Covariances and correlations of series that start at different times: each pair uses the rows where both are there.
 *
 * <p>Both use the sample form (divided by n - 1), and a correlation uses the variances of the pair's own rows, as the
 * usual data-frame libraries do. Series may be NaN at their start only, see {@link Returns}. A pair with fewer than two
 * common rows has NaN. The covariance matrix need not be positive semi-definite when the starts differ: see
 * {@link Definiteness}.
 *
 * @param covariance symmetric, in squared units of the series
 * @param correlation symmetric, from -1 to 1, 1 on the diagonal; NaN where a series does not move
 */
@SuppressWarnings("ArrayRecordComponent") // matrices are compared by nobody and too large to copy
public record PairwiseMoments(double[][] covariance, double[][] correlation) {

    /** Moments of {@code series[asset][row]}; nearly all of the cost is the {@link CrossProducts}. */
    public static PairwiseMoments of(double[][] series) {
        int n = series.length;
        int rows = n == 0 ? 0 : series[0].length;
        int[] first = new int[n];
        double[][] centred = new double[n][];
        double[][] tailSum = new double[n][rows + 1];
        double[][] tailSquares = new double[n][rows + 1];
        for (int i = 0; i < n; i++) {
            first[i] = Returns.first(series[i]);
            centred[i] = centred(series[i], first[i]);
            for (int t = rows - 1; t >= first[i]; t--) {
                double x = centred[i][t];
                tailSum[i][t] = tailSum[i][t + 1] + x;
                tailSquares[i][t] = tailSquares[i][t + 1] + x * x;
            }
        }
        double[][] products = CrossProducts.of(centred, first);
        double[][] covariance = new double[n][n];
        double[][] correlation = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                int from = Math.max(first[i], first[j]);
                double count = rows - from;
                double meanProduct = tailSum[i][from] * tailSum[j][from] / count;
                double cross = (i == j ? tailSquares[i][from] : products[i][j]) - meanProduct;
                double squaresI = tailSquares[i][from] - tailSum[i][from] * tailSum[i][from] / count;
                double squaresJ = tailSquares[j][from] - tailSum[j][from] * tailSum[j][from] / count;
                double rho = cross / Math.sqrt(squaresI * squaresJ);
                covariance[i][j] = covariance[j][i] = count < 2 ? Double.NaN : cross / (count - 1);
                correlation[i][j] = correlation[j][i] = count < 2 ? Double.NaN : Math.clamp(rho, -1, 1);
            }
        }
        return new PairwiseMoments(covariance, correlation);
    }

    /** The series less its own mean, which keeps the sums small and exact; zero before the start. */
    private static double[] centred(double[] series, int first) {
        double sum = 0;
        for (int t = first; t < series.length; t++) {
            sum += series[t];
        }
        double mean = sum / (series.length - first);
        double[] centred = new double[series.length];
        for (int t = first; t < series.length; t++) {
            centred[t] = series[t] - mean;
        }
        return centred;
    }
}
