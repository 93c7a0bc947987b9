package dev.vesper.portfolio.weighting;

import dev.vesper.market.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Prices whose moments are known without calculating them: CALM moves by 1 % and WILD by 2 % each day, up as often as down,
 * on 100 of 160 days alike. In units of one square per cent, and but for the common factor 160/159, the variances are 1 and
 * 4; the correlation is (100 - 60) / 160 = 1/4 and the covariance 1/2.
 */
public final class TwoAssets {
    private static final List<int[]> MOVES = List.of(
            new int[] {50, 1, 1}, new int[] {50, -1, -1}, new int[] {30, 1, -1}, new int[] {30, -1, 1}); // days, signs

    private TwoAssets() {}

    public static PriceHistory prices() {
        List<LocalDate> dates = new ArrayList<>(List.of(LocalDate.of(2024, 1, 1)));
        List<double[]> close = new ArrayList<>(List.of(new double[] {100, 100}));
        for (int[] move : MOVES) {
            for (int day = 0; day < move[0]; day++) {
                double[] before = close.getLast();
                dates.add(dates.getLast().plusDays(1));
                close.add(new double[] {before[0] * (1 + 0.01 * move[1]), before[1] * (1 + 0.02 * move[2])});
            }
        }
        double[][] volume = new double[dates.size()][2];
        return new PriceHistory(dates, List.of("CALM", "WILD"), close.toArray(double[][]::new), volume);
    }

    /** The same as a wide price file. */
    public static String csv() {
        PriceHistory prices = prices();
        StringBuilder text = new StringBuilder("date,CALM,WILD\n");
        for (int row = 0; row < prices.dates().size(); row++) {
            double[] close = prices.close()[row];
            text.append(prices.dates().get(row))
                    .append(',')
                    .append(close[0])
                    .append(',')
                    .append(close[1])
                    .append('\n');
        }
        return text.toString();
    }
}
