package dev.vesper.desk.execution;

import dev.vesper.execution.ChildPricing;
import dev.vesper.execution.routing.RoutedPart;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The children of one slice: what is due, priced and divided among the venues that take orders.
 *
 * @param slice its number in the run
 * @param midpointBps share that is tried at midpoint venues
 * @param routing says which venue gets how much
 */
record SliceChildren(SessionWork work, int slice, MarketTape tape, int midpointBps, SliceRouting routing) {
    private static final int SLICE_DIGITS = 4;

    /** In the order in which they are sent; what no venue takes waits for the next slice. */
    List<ChildOrder> of(List<DueChild> due, OpenVenues open) {
        List<ChildOrder> children = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        routing.begin();
        for (DueChild one : due) {
            List<Venue> takers = open.now().stream()
                    .filter(venue -> venue.terms().hours().takes(one.millis()))
                    .toList();
            if (!takers.isEmpty()) {
                ParentOrder parent = one.parent();
                int time = times.merge(parent.id(), 1, Integer::sum);
                BigDecimal limit = ChildPricing.limit(parent, tape.tape(parent.symbol()), one.millis());
                for (RoutedPart part : routing.parts(one, slice, midpointBps, takers)) {
                    String venue = part.venue().name();
                    open.given(venue);
                    children.add(child(one, part, limit, clientOrderId(time, parent, venue)));
                }
            }
        }
        return children;
    }

    /**
     * Why the engine's gate denied children of the slice, by client order id.
     *
     * @param children as they were made of what was due, maybe before a restart
     */
    Map<String, String> denied(List<DueChild> due, List<ChildOrder> children) {
        Map<String, String> times = new HashMap<>(); // by what the ids of a moment's children have before the venue
        Map<String, Integer> ofParent = new HashMap<>();
        for (DueChild one : due) {
            int time = ofParent.merge(one.parent().id(), 1, Integer::sum);
            one.denied().ifPresent(why -> times.put(clientOrderId(time, one.parent(), ""), why));
        }
        Map<String, String> denied = new HashMap<>();
        for (ChildOrder child : times.isEmpty() ? List.<ChildOrder>of() : children) {
            String id = child.clientOrderId();
            String why = times.get(id.substring(0, id.length() - child.venue().length()));
            if (why != null) {
                denied.put(id, why);
            }
        }
        return denied;
    }

    private ChildOrder child(DueChild due, RoutedPart part, BigDecimal limit, String clientOrderId) {
        ParentOrder parent = due.parent();
        Venue venue = part.venue();
        return new ChildOrder(
                clientOrderId,
                parent.id(),
                slice,
                venue.name(),
                parent.symbol(),
                parent.side(),
                units(parent, part.lots()),
                parent.side() == Side.BUY
                        ? venue.terms().ticks().down(limit)
                        : venue.terms().ticks().up(limit),
                due.millis(),
                Math.min(work.endMillis(slice), venue.terms().hours().closeMillis()),
                work.session().date(),
                part.leastFill() == 0 ? null : units(parent, part.leastFill()));
    }

    private static BigDecimal units(ParentOrder parent, long lots) {
        return parent.lotSize().multiply(BigDecimal.valueOf(lots));
    }

    /**
     * Begins with the slice, so that what is stored of a slice lies together behind what is stored of those before it; the
     * second time that a parent sends in a slice it says so, as in {@code 0003.2-2018-04-11-001-0007-LIT}.
     */
    private String clientOrderId(int time, ParentOrder parent, String venue) {
        String digits = Integer.toString(slice);
        return "0".repeat(Math.max(0, SLICE_DIGITS - digits.length())) + digits + (time == 1 ? "" : "." + time) + "-"
                + parent.id() + "-" + venue;
    }
}
