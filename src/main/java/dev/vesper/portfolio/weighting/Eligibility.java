package dev.vesper.portfolio.weighting;

import dev.vesper.market.PriceHistory;
import java.time.LocalDate;
import java.util.Optional;

/** Whether an instrument has the prices a weighting method needs. */
final class Eligibility {
    /** Rows of prices after which a silent instrument counts as delisted or stale. */
    static final int STALE_AFTER_ROWS = 10;
    /** Daily returns without which a variance is a guess: about a quarter of a year. */
    static final int LEAST_RETURNS = 60;

    private Eligibility() {}

    /** Why the symbol is left out, or empty where it qualifies. */
    static Optional<String> objection(PriceHistory prices, int firstRow, int column, boolean needsReturns) {
        int rows = prices.dates().size();
        int last = rows - 1;
        while (last >= firstRow && Double.isNaN(prices.close()[last][column])) {
            last--;
        }
        if (last < firstRow) {
            return Optional.of("Expected prices since " + prices.dates().get(firstRow) + ", but there are none");
        }
        if (rows - 1 - last >= STALE_AFTER_ROWS) {
            LocalDate end = prices.dates().get(last);
            return Optional.of("Expected a price on one of the last " + STALE_AFTER_ROWS + " dates, but the last is of "
                    + end + "; maybe it is delisted");
        }
        return needsReturns ? objectionToReturns(prices, firstRow, column) : Optional.empty();
    }

    private static Optional<String> objectionToReturns(PriceHistory prices, int firstRow, int column) {
        int rows = prices.dates().size();
        int first = firstRow;
        while (Double.isNaN(prices.close()[first][column])) {
            first++;
        }
        int returns = rows - 1 - first;
        if (returns < LEAST_RETURNS) {
            return Optional.of("Expected at least " + LEAST_RETURNS + " daily returns, but there are " + returns
                    + "; maybe it was listed a short while ago, or the look-back is too short");
        }
        double start = prices.close()[first][column];
        for (int row = first + 1; row < rows; row++) {
            double price = prices.close()[row][column];
            if (!Double.isNaN(price) && price != start) {
                return Optional.empty();
            }
        }
        return Optional.of(
                "Expected a price that moves, but it is " + start + " throughout; its risk cannot be measured");
    }
}
