package dev.vesper.portfolio;

import dev.vesper.market.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What today's holdings would have been worth on each day of the price history, had they never changed. It is not a track
 * record: nobody held them then, and they were chosen knowing these prices.
 *
 * <p>It begins on the first day on which every holding had a price; a missing price within is the one before.
 *
 * @param dates ascending
 * @param values holdings at that day's closes plus today's cash, in currency units
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of doubles, read by the chart and compared by nobody
public record Backcast(List<LocalDate> dates, double[] values) {

    /** From all lots of some accounts. */
    public static Backcast of(List<TaxLot> lots, double cash, PriceHistory prices) {
        SortedMap<String, Double> holdings = new TreeMap<>();
        lots.forEach(lot -> holdings.merge(lot.symbol(), lot.quantity().doubleValue(), Double::sum));
        return of(holdings, cash, prices);
    }

    /** From units by symbol. */
    public static Backcast of(SortedMap<String, Double> holdings, double cash, PriceHistory prices) {
        SortedMap<Integer, Double> columns = new TreeMap<>();
        for (Map.Entry<String, Double> holding : holdings.entrySet()) {
            int column = java.util.Collections.binarySearch(prices.symbols(), holding.getKey());
            if (column >= 0 && holding.getValue() != 0) {
                columns.put(column, holding.getValue());
            }
        }
        List<LocalDate> dates = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        double[] last = new double[prices.symbols().size()];
        java.util.Arrays.fill(last, Double.NaN);
        for (int day = 0; day < prices.dates().size() && !columns.isEmpty(); day++) {
            double value = cash;
            for (Map.Entry<Integer, Double> holding : columns.entrySet()) {
                int column = holding.getKey();
                double close = prices.close()[day][column];
                last[column] = Double.isNaN(close) ? last[column] : close;
                value += last[column] * holding.getValue();
            }
            if (!Double.isNaN(value)) {
                dates.add(prices.dates().get(day));
                values.add(value);
            }
        }
        return new Backcast(
                List.copyOf(dates),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * What the same money would have been worth, had it been put on the first of these days into every instrument that had
     * a price then, in equal parts, and left alone: a benchmark for want of an index. It has hindsight too: only instruments
     * of the price file are in it. Empty where none had a price, or the first value is not above zero.
     */
    public Backcast equalParts(PriceHistory prices) {
        int first = dates.isEmpty() ? -1 : prices.dates().indexOf(dates.getFirst());
        if (first < 0 || values[0] <= 0) {
            return new Backcast(List.of(), new double[0]);
        }
        double[] bought = prices.close()[first];
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < bought.length; column++) {
            if (bought[column] > 0) {
                columns.add(column);
            }
        }
        double[] last = bought.clone();
        double[] worth = new double[columns.isEmpty() ? 0 : dates.size()];
        int at = 0;
        for (int day = first; day < prices.dates().size() && at < worth.length; day++) {
            double growth = 0;
            for (int column : columns) {
                double close = prices.close()[day][column];
                last[column] = Double.isNaN(close) ? last[column] : close;
                growth += last[column] / bought[column];
            }
            if (prices.dates().get(day).equals(dates.get(at))) {
                worth[at++] = values[0] * growth / columns.size();
            }
        }
        return new Backcast(columns.isEmpty() ? List.of() : dates, worth);
    }

    /** What was gained from the first day to the last, as a share: 0.4 is 40%. */
    public double growth() {
        return values.length == 0 || values[0] == 0 ? 0 : values[values.length - 1] / values[0] - 1;
    }

    /** How far the value is below its highest so far, 0 to -1, day by day. */
    public double[] drawdowns() {
        double[] down = new double[values.length];
        double peak = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            peak = Math.max(peak, values[i]);
            down[i] = peak > 0 ? values[i] / peak - 1 : 0;
        }
        return down;
    }

    /**
     * The largest loss from a high, for example 0.12 lost until 2020-03-23.
     *
     * @param on the day on which it was deepest, the first of several
     * @param share how far the value was below its highest so far, 0 to -1
     */
    public record Drawdown(LocalDate on, double share) {}

    /** Empty where the value never fell. */
    public Optional<Drawdown> maximumDrawdown() {
        double[] down = drawdowns();
        int worst = 0;
        for (int i = 1; i < down.length; i++) {
            worst = down[i] < down[worst] ? i : worst;
        }
        return down.length == 0 || down[worst] == 0
                ? Optional.empty()
                : Optional.of(new Drawdown(dates.get(worst), down[worst]));
    }
}
