package dev.vesper.execution.routing;

import dev.vesper.market.Venue;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The book of a venue to which an order could go now: its session is up, its breaker closed. A dark venue has none.
 *
 * @param bids best first
 * @param asks best first
 */
public record ReachableBook(Venue venue, List<ShownLevel> bids, List<ShownLevel> asks) {
    public ReachableBook {
        bids = bids.stream()
                .sorted(Comparator.comparing(ShownLevel::price).reversed())
                .toList();
        asks = asks.stream().sorted(Comparator.comparing(ShownLevel::price)).toList();
    }

    /** What an order of this side would take from. */
    List<ShownLevel> against(Side side) {
        return side == Side.BUY ? asks : bids;
    }

    /** How many lots stand before one that is posted at a price: those at that price or a better one. */
    long ahead(Side side, BigDecimal price) {
        List<ShownLevel> own = side == Side.BUY ? bids : asks;
        return own.stream()
                .filter(level -> level.price().compareTo(price) * side.sign() >= 0)
                .mapToLong(ShownLevel::lots)
                .sum();
    }

    /** The best bid of all books. */
    static Optional<BigDecimal> bestBid(List<ReachableBook> books) {
        return books.stream()
                .flatMap(book -> book.bids().stream())
                .map(ShownLevel::price)
                .max(Comparator.naturalOrder());
    }

    /** The best ask of all books. */
    static Optional<BigDecimal> bestAsk(List<ReachableBook> books) {
        return books.stream()
                .flatMap(book -> book.asks().stream())
                .map(ShownLevel::price)
                .min(Comparator.naturalOrder());
    }
}
