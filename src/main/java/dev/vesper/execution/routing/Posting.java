package dev.vesper.execution.routing;

import dev.vesper.market.Venue;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets wait in lit books what nothing shown within the limit is left for, at the limit on each venue's price steps. Where earlier
 * orders tell how much such orders get, it is divided by {@link GreedyAllocation}; what is over goes to the venue with the least
 * before it, then the cheapest, the nearest, the first.
 */
final class Posting {
    private Posting() {}

    /** Children in the order of the books. */
    static List<RoutedChild> of(
            RoutedOrder order,
            long lots,
            List<ReachableBook> books,
            Map<String, LiquidityTail> tails,
            RouterSettings settings) {
        if (order.limit().isEmpty() || lots == 0 || books.isEmpty()) {
            return List.of();
        }
        BigDecimal limit = order.limit().get();
        long[] parts = new long[books.size()];
        long left = lots;
        List<Integer> known = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (tails.containsKey(books.get(i).venue().name())) {
                known.add(i);
            }
        }
        long[] greedy = GreedyAllocation.of(
                lots,
                known.stream().map(i -> tails.get(books.get(i).venue().name())).toList());
        for (int k = 0; k < greedy.length; k++) {
            int i = known.get(k);
            parts[i] = whole(greedy[k], books.get(i).venue(), settings);
            left -= parts[i];
        }
        for (int i : ranked(order, limit, books)) {
            long more = whole(left, books.get(i).venue(), settings);
            parts[i] += more;
            left -= more;
        }
        List<RoutedChild> children = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                children.add(child(order, limit, parts[i], books.get(i), tails, settings));
            }
        }
        return children;
    }

    private static long whole(long lots, Venue venue, RouterSettings settings) {
        long step = VenueCost.step(venue, settings.lot());
        return lots / step * step;
    }

    private static List<Integer> ranked(RoutedOrder order, BigDecimal limit, List<ReachableBook> books) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < books.size(); i++) {
            all.add(i);
        }
        all.sort(Comparator.<Integer>comparingLong(i -> books.get(i)
                        .ahead(order.side(), price(order, limit, books.get(i).venue())))
                .thenComparing(i -> VenueCost.posting(books.get(i).venue(), limit))
                .thenComparingLong(i -> books.get(i).venue().terms().latencyMicros())
                .thenComparingInt(i -> i));
        return all;
    }

    private static BigDecimal price(RoutedOrder order, BigDecimal limit, Venue venue) {
        return order.side() == Side.BUY
                ? venue.terms().ticks().down(limit)
                : venue.terms().ticks().up(limit);
    }

    private static RoutedChild child(
            RoutedOrder order,
            BigDecimal limit,
            long lots,
            ReachableBook book,
            Map<String, LiquidityTail> tails,
            RouterSettings settings) {
        Venue venue = book.venue();
        BigDecimal price = price(order, limit, venue);
        BigDecimal fee = VenueCost.posting(venue, price);
        return new RoutedChild(
                venue,
                new RouteReason.Post(
                        book.ahead(order.side(), price),
                        Optional.ofNullable(tails.get(venue.name())).map(tail -> tail.atLeast(lots))),
                price,
                lots,
                0,
                fee.multiply(settings.lot()).multiply(BigDecimal.valueOf(lots)),
                VenueCost.net(order.side(), price, fee),
                0);
    }
}
