package dev.vesper.execution.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Looks at a routing from the books alone: what each sweeping child takes, and what it leaves. */
final class RoutedCheck {
    private RoutedCheck() {}

    /** No price that was left is better than one that was taken, lots sum up, and limits hold. */
    static void neverPassesABetterPrice(
            RoutedOrder order, List<ReachableBook> books, Routing routing, RouterSettings settings) {
        assertEquals(
                order.lots(),
                routing.leftLots()
                        + routing.children().stream()
                                .mapToLong(RoutedChild::lots)
                                .sum());
        List<BigDecimal> taken = new ArrayList<>();
        List<BigDecimal> passed = new ArrayList<>();
        for (ReachableBook book : books) {
            long lots = lots(routing, book, RouteReason.Sweep.class);
            for (ShownLevel level : book.against(order.side())) {
                long part = Math.min(lots, level.lots());
                BigDecimal price = key(order.side(), book, level.price(), settings.betterBy());
                if (part > 0) {
                    assertTrue(order.allows(level.price()), "the limit holds");
                    taken.add(price);
                }
                if (part < level.lots() && order.allows(level.price())) {
                    passed.add(price);
                }
                lots -= part;
            }
            assertEquals(0, lots, "it takes what is shown");
        }
        BigDecimal worst = taken.stream().max(BigDecimal::compareTo).orElse(null);
        BigDecimal left = passed.stream().min(BigDecimal::compareTo).orElse(null);
        assertTrue(
                worst == null || left == null || worst.compareTo(left) <= 0,
                () -> "took " + worst + " and passed " + left + " by: " + routing);
        boolean waits = routing.leftLots() > 0
                || routing.children().stream().anyMatch(child -> child.reason() instanceof RouteReason.Post);
        assertTrue(!waits || passed.isEmpty(), "nothing waits while there is something to take");
        for (RoutedChild child : routing.children()) {
            assertTrue(order.allows(child.price()), "the limit holds");
            if (child.reason() instanceof RouteReason.Dark) {
                for (ReachableBook book : books) {
                    for (ShownLevel level : book.against(order.side())) {
                        assertTrue(
                                child.price().compareTo(level.price())
                                                * order.side().sign()
                                        < 0,
                                "the midpoint is better than what is shown");
                    }
                }
            }
        }
    }

    /** Smaller is better, for both sides. */
    private static BigDecimal key(Side side, ReachableBook book, BigDecimal price, BetterBy by) {
        BigDecimal fee = price.multiply(book.venue().feeBps())
                .divide(BigDecimal.valueOf(10_000))
                .add(book.venue().terms().takeFee());
        BigDecimal signed = price.multiply(BigDecimal.valueOf(side.sign()));
        return by == BetterBy.NET ? signed.add(fee) : signed;
    }

    static long lots(Routing routing, ReachableBook book, Class<? extends RouteReason> reason) {
        return routing.children().stream()
                .filter(child -> child.venue().equals(book.venue()) && reason.isInstance(child.reason()))
                .mapToLong(RoutedChild::lots)
                .sum();
    }
}
