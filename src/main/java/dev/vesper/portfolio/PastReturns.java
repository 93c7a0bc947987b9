package dev.vesper.portfolio;

import dev.vesper.market.PriceHistory;
import dev.vesper.portfolio.weighting.Candidates;
import dev.vesper.portfolio.weighting.WeightingProblem;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Daily returns of the last year, as far as risk is measured by them: of an instrument that has a recent price, 60 returns and
 * a price that moves. Each is worked out once, when it is asked for. May serve threads.
 */
public final class PastReturns {
    /** Returns that count at most: those of a year. */
    public static final int MOST = 252;

    /** Nothing is known of any instrument. */
    public static final PastReturns NONE = new PastReturns("none", _ -> Optional.empty());

    private final String days;
    private final Function<String, Optional<double[]>> read;
    private final Map<String, Optional<double[]>> known = new ConcurrentHashMap<>();

    private PastReturns(String days, Function<String, Optional<double[]>> read) {
        this.days = days;
        this.read = read;
    }

    /** Those of the last rows of prices; the rest is not held. */
    public static PastReturns of(PriceHistory prices) {
        int rows = prices.dates().size();
        int from = Math.max(0, rows - MOST - 1);
        PriceHistory year = new PriceHistory(
                prices.dates().subList(from, rows),
                prices.symbols(),
                Arrays.copyOfRange(prices.close(), from, rows),
                Arrays.copyOfRange(prices.volume(), from, rows));
        return new PastReturns(
                rows == from
                        ? "none"
                        : year.dates().getFirst() + " to " + year.dates().getLast(),
                symbol -> read(year, symbol));
    }

    /** Given ones, by symbol: all of as many days, not a number before an instrument's first. */
    public static PastReturns of(Map<String, double[]> returns) {
        return new PastReturns("given", symbol -> Optional.ofNullable(returns.get(symbol)));
    }

    private static Optional<double[]> read(PriceHistory year, String symbol) {
        if (year.dates().isEmpty()) {
            return Optional.empty();
        }
        Candidates measured = new WeightingProblem(year, 0, List.of(symbol)).measured();
        return measured.count() == 0 ? Optional.empty() : Optional.of(measured.returns()[0]);
    }

    /** Of which days, for whoever compares two books by their words. */
    @Override
    public String toString() {
        return "PastReturns[" + days + "]";
    }

    private Optional<double[]> of(String symbol) {
        return known.computeIfAbsent(symbol, read);
    }

    /** Those of some instruments whose risk cannot be measured, in their order. */
    public List<String> missing(Collection<String> symbols) {
        return new TreeSet<>(symbols)
                .stream().filter(symbol -> of(symbol).isEmpty()).toList();
    }

    /**
     * The days on which all of them have a return.
     *
     * @param symbols none of them {@link #missing}
     */
    public ReturnWindow window(Collection<String> symbols) {
        List<String> sorted = List.copyOf(new TreeSet<>(symbols));
        return ReturnWindow.of(
                sorted, sorted.stream().map(symbol -> of(symbol).orElseThrow()).toArray(double[][]::new));
    }
}
