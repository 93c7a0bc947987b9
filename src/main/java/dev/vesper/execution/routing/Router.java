package dev.vesper.execution.routing;

import dev.vesper.market.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sends an order where it is done best now: a share unseen at midpoints, the rest against what lit venues show, the best price
 * first and none passed by, and what is then left waits at the limit. Nothing is drawn and nothing remembered: the same order,
 * books and odds give the same children.
 *
 * <p>Example: buy 1,000 up to 10.02, 30 % dark; the best bid is 10.00, A shows 400 at 10.01 and charges 0.003, B 500 at 10.01 and
 * charges nothing: the dark venue gets 300 at 10.005, B 500, A 200.
 */
public final class Router {
    private Router() {}

    /**
     * The children of an order.
     *
     * @param books of the lit venues that can be reached, in the order of the table
     * @param dark venues that can be reached, in the order of the table
     * @param tails what is known of how much a venue fills, by its name, dark ones and lit ones
     */
    public static Routing route(
            RoutedOrder order,
            List<ReachableBook> books,
            List<Venue> dark,
            Map<String, LiquidityTail> tails,
            RouterSettings settings) {
        List<RoutedChild> children = new ArrayList<>(
                DarkTry.of(order, darkLots(order.lots(), settings.darkBps()), dark, books, tails, settings));
        children.addAll(Sweep.of(order, order.lots() - lots(children), books, settings));
        children.addAll(Posting.of(order, order.lots() - lots(children), books, tails, settings));
        long slowest = children.stream()
                .mapToLong(child -> child.venue().terms().latencyMicros())
                .max()
                .orElse(0);
        return new Routing(
                children.stream()
                        .map(child -> child.leavingAfter(
                                slowest - child.venue().terms().latencyMicros()))
                        .toList(),
                order.lots() - lots(children));
    }

    private static long darkLots(long lots, int bps) {
        return lots / 10_000 * bps + lots % 10_000 * bps / 10_000;
    }

    private static long lots(List<RoutedChild> children) {
        return children.stream().mapToLong(RoutedChild::lots).sum();
    }
}
