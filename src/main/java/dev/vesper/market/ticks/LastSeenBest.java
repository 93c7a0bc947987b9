package dev.vesper.market.ticks;

import java.util.HashMap;
import java.util.Map;

/**
 * The highest of the last bids seen of each exchange and the lowest of the last asks, however old. Nothing in a record of the
 * best quotes says that an exchange has left a price, so a bid above the ask is common: a figure to check a reading by, not a
 * market. See {@link BestQuotes} for the market.
 *
 * @param bidE4 price times 10,000, 0 where none was seen
 * @param askE4 the same
 */
public record LastSeenBest(long bidE4, long askE4) {
    /** By all quotes before a moment. */
    public static LastSeenBest before(Quotes quotes, long millis) {
        Map<Long, Long> bids = new HashMap<>();
        Map<Long, Long> asks = new HashMap<>();
        int end = Span.firstFrom(quotes.millis(), millis);
        for (int row = 0; row < end; row++) {
            long exchange = quotes.exchanges()[row];
            if (quotes.bidsE4()[row] > 0) {
                bids.put(exchange, quotes.bidsE4()[row]);
            }
            if (quotes.asksE4()[row] > 0) {
                asks.put(exchange, quotes.asksE4()[row]);
            }
        }
        return new LastSeenBest(
                bids.values().stream().mapToLong(Long::longValue).max().orElse(0),
                asks.values().stream().mapToLong(Long::longValue).min().orElse(0));
    }
}
