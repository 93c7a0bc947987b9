package dev.vesper.portfolio.weighting;

import dev.vesper.market.PriceHistory;
import dev.vesper.maths.Returns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a weighting method is asked: which of these instruments to hold, and how much, knowing these prices. A method takes
 * the {@link #priced} or the {@link #measured} instruments; what does not qualify is left out with its reason.
 *
 * @param prices up to the date of the weights
 * @param lookbackDays how many last rows of prices may be seen; 0 means all
 * @param universe the symbols that may be held; empty means every priced instrument
 */
public record WeightingProblem(PriceHistory prices, int lookbackDays, List<String> universe) {
    public WeightingProblem {
        universe = List.copyOf(universe);
    }

    /** The instruments with a recent price, for a method that needs no history. */
    public Candidates priced() {
        return candidates(false);
    }

    /** The instruments with a recent price, enough returns and a risk that can be measured. */
    public Candidates measured() {
        return candidates(true);
    }

    private Candidates candidates(boolean needsReturns) {
        int rows = prices.dates().size();
        int firstRow = lookbackDays == 0 ? 0 : Math.max(0, rows - lookbackDays);
        SortedMap<String, String> leftOut = new TreeMap<>();
        List<String> symbols = new ArrayList<>();
        Collection<String> asked = universe.isEmpty() ? prices.symbols() : new TreeSet<>(universe);
        for (String symbol : asked) {
            objection(firstRow, symbol, needsReturns)
                    .ifPresentOrElse(reason -> leftOut.put(symbol, reason), () -> symbols.add(symbol));
        }
        double[][] returns = Returns.simple(closes(firstRow, symbols));
        return needsReturns
                ? Candidates.measured(symbols, returns, leftOut)
                : Candidates.priced(symbols, returns, leftOut);
    }

    private Optional<String> objection(int firstRow, String symbol, boolean needsReturns) {
        if (!prices.holds(symbol)) {
            return Optional.of("Expected prices, but the price file has no symbol \"" + symbol + "\"");
        }
        return Eligibility.objection(prices, firstRow, prices.column(symbol), needsReturns);
    }

    private double[][] closes(int firstRow, List<String> symbols) {
        int rows = prices.dates().size() - firstRow;
        double[][] closes = new double[rows][symbols.size()];
        for (int i = 0; i < symbols.size(); i++) {
            int column = prices.column(symbols.get(i));
            for (int row = 0; row < rows; row++) {
                closes[row][i] = prices.close()[firstRow + row][column];
            }
        }
        return closes;
    }
}
