package dev.vesper.desk.execution;

import dev.vesper.execution.routing.DarkGuard;
import dev.vesper.execution.routing.RoutedPart;
import dev.vesper.execution.routing.RoutedSplit;
import dev.vesper.execution.routing.VenueOdds;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Divides what is due among the venues by the odds that the run goes by; keeps in mind which dark venue takes little again and again.
 * Told the same outcomes it divides the same.
 */
final class SliceRouting {
    private final VenueOdds odds;
    private final Set<String> dark;
    private final DarkGuard guard = new DarkGuard();
    /** What dark venues were shown in the slice at hand, by venue, instrument and side. */
    private final Map<String, BigDecimal> shown = new HashMap<>();

    SliceRouting(VenueOdds odds, List<Venue> venues) {
        this.odds = odds;
        this.dark = venues.stream().filter(Venue::dark).map(Venue::name).collect(Collectors.toUnmodifiableSet());
    }

    /** A slice begins. */
    void begin() {
        shown.clear();
    }

    /** The parts of what is due, of the venues that take it now. */
    List<RoutedPart> parts(DueChild due, int slice, int midpointBps, List<Venue> takers) {
        ParentOrder parent = due.parent();
        List<RoutedPart> parts = new RoutedSplit(
                        due.minimum(),
                        midpointBps,
                        parent.lotSize(),
                        parent.decisionPrice(),
                        odds.of(parent.symbol()),
                        most(parent, takers),
                        Math.floorMod(slice + parent.id().hashCode(), Integer.MAX_VALUE))
                .of(due.lots(), takers);
        for (RoutedPart part : parts) {
            if (part.venue().dark()) {
                shown.merge(
                        key(part.venue().name(), of(parent.symbol(), parent.side())),
                        parent.lotSize().multiply(BigDecimal.valueOf(part.lots())),
                        BigDecimal::add);
            }
        }
        return parts;
    }

    /** In lots; of venues that may see all nothing is said. */
    private Map<String, Long> most(ParentOrder parent, List<Venue> takers) {
        Map<String, Long> most = new HashMap<>();
        if (odds.none()) {
            return most;
        }
        String of = of(parent.symbol(), parent.side());
        for (Venue venue : takers) {
            BigDecimal units = venue.dark() ? guard.most(of, venue.name()) : BigDecimal.ONE.negate();
            if (units.signum() >= 0) {
                BigDecimal left = units.subtract(shown.getOrDefault(key(venue.name(), of), BigDecimal.ZERO));
                most.put(
                        venue.name(),
                        left.max(BigDecimal.ZERO)
                                .divide(parent.lotSize(), 0, RoundingMode.DOWN)
                                .longValue());
            }
        }
        return most;
    }

    /** What became of the children of a slice. */
    void heard(List<ChildOrder> children, Map<String, ChildOutcome> outcomes) {
        for (ChildOrder child : children) {
            ChildOutcome outcome = outcomes.get(child.clientOrderId());
            if (outcome != null && dark.contains(child.venue())) {
                guard.heard(of(child.symbol(), child.side()), child.venue(), child.quantity(), outcome.filled());
            }
        }
    }

    private static String of(String symbol, Side side) {
        return symbol + ' ' + side;
    }

    private static String key(String venue, String of) {
        return venue + ' ' + of;
    }
}
