package dev.vesper.execution.routing;

import dev.vesper.market.Venue;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tries lots at the midpoint of the best shown bid and ask, at dark venues whose fee leaves the midpoint better than what is shown.
 * Where a venue's part is below its least quantity, or below the smallest fill that the order accepts, the part goes to the others.
 */
final class DarkTry {
    private DarkTry() {}

    /**
     * Children in the order of the venues.
     *
     * @param lots at most
     * @param tails by the name of the venue; one that is not there is unknown
     */
    static List<RoutedChild> of(
            RoutedOrder order,
            long lots,
            List<Venue> dark,
            List<ReachableBook> books,
            Map<String, LiquidityTail> tails,
            RouterSettings settings) {
        Optional<BigDecimal> bid = ReachableBook.bestBid(books);
        Optional<BigDecimal> ask = ReachableBook.bestAsk(books);
        if (bid.isEmpty() || ask.isEmpty() || bid.get().compareTo(ask.get()) >= 0) {
            return List.of();
        }
        BigDecimal middle = bid.get().add(ask.get()).multiply(new BigDecimal("0.5"));
        if (!order.allows(middle)) {
            return List.of();
        }
        BigDecimal shown = bestShown(order, books);
        List<Venue> venues = dark.stream()
                .filter(venue -> net(order, venue, middle).compareTo(shown)
                                * order.side().sign()
                        < 0)
                .toList();
        long[] parts = GreedyAllocation.whole(
                lots,
                venues.stream().map(venue -> tail(venue, tails)).toList(),
                venues.stream()
                        .map(venue -> VenueCost.step(venue, settings.lot()))
                        .toList(),
                venues.stream()
                        .map(venue -> Math.max(order.leastDarkLots(), VenueCost.minimum(venue, settings.lot())))
                        .toList());
        List<RoutedChild> children = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                Venue venue = venues.get(i);
                LiquidityTail tail = tail(venue, tails);
                BigDecimal units = settings.lot().multiply(BigDecimal.valueOf(parts[i]));
                children.add(new RoutedChild(
                        venue,
                        new RouteReason.Dark(bid.get(), ask.get(), tail.atLeast(parts[i]), tail.expected(parts[i])),
                        middle,
                        parts[i],
                        order.leastDarkLots(),
                        VenueCost.taking(venue, middle).multiply(units),
                        net(order, venue, middle),
                        0));
            }
        }
        return children;
    }

    private static BigDecimal net(RoutedOrder order, Venue venue, BigDecimal price) {
        return VenueCost.net(order.side(), price, VenueCost.taking(venue, price));
    }

    /** The best price on the other side, with its fee. */
    private static BigDecimal bestShown(RoutedOrder order, List<ReachableBook> books) {
        Stream<BigDecimal> nets = books.stream()
                .flatMap(book ->
                        book.against(order.side()).stream().map(level -> net(order, book.venue(), level.price())));
        return (order.side() == Side.BUY ? nets.min(Comparator.naturalOrder()) : nets.max(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static LiquidityTail tail(Venue venue, Map<String, LiquidityTail> tails) {
        return tails.getOrDefault(venue.name(), LiquidityTail.UNKNOWN);
    }
}
