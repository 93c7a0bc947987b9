package dev.vesper.orders.slice;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.SliceCommand.AmendFill;
import dev.vesper.orders.slice.SliceCommand.BookSlice;
import dev.vesper.orders.slice.SliceCommand.LessenOrders;
import dev.vesper.orders.slice.SliceCommand.SendSlice;
import dev.vesper.orders.slice.SliceEvent.Amendment;
import dev.vesper.orders.slice.SliceEvent.OrdersLessened;
import dev.vesper.orders.slice.SliceEvent.SliceBooked;
import dev.vesper.orders.slice.SliceEvent.SliceSent;
import dev.vesper.orders.slice.SliceState.Ready;
import dev.vesper.orders.slice.SliceState.Sent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The orders of a run: a slice is sent, then booked, then the next one is sent; before one is sent, orders may be lessened. Of a
 * slice that is booked a venue may still tell late fills, busts and corrections. Events vouch for the rows of children,
 * outcomes and fills by their sums, and each is linked to the one before.
 *
 * <p>What is denied, and why: {@link SliceRefusal}.
 */
public final class SlicedOrders implements Decider<SliceState, SliceCommand, SliceEvent> {
    /** The link before the first event. */
    public static final String GENESIS = "0".repeat(64);

    @Override
    public SliceState initial() {
        return new Ready(0, GENESIS);
    }

    @Override
    public Decision<SliceEvent> decide(SliceState state, SliceCommand command) {
        return switch (command) {
            case LessenOrders(int slice, List<LessenedOrder> orders) -> lessen(state, slice, orders);
            case SendSlice(int slice, List<ChildOrder> children) -> send(state, slice, children);
            case BookSlice book -> book(state, book);
            case AmendFill amend -> Amending.decide(state, amend);
        };
    }

    /** {@inheritDoc} A slice out of order, booked before it was sent, or booked twice is refused here as well. */
    @Override
    public SliceState apply(SliceState state, SliceEvent event) {
        return switch (event) {
            case OrdersLessened(int slice, List<LessenedOrder> orders, String link)
            when state instanceof Ready(int next, String previous, AmendedFills amended)
                    && slice == next
                    && link.equals(lessenedLink(previous, slice, orders)) -> new Ready(next, link, amended);
            case SliceSent(int slice, RowSum children, String link)
            when state instanceof Ready(int next, String previous, AmendedFills amended)
                    && slice == next
                    && children.rows() >= 0
                    && link.equals(sentLink(previous, slice, children)) ->
                children.rows() == 0 ? new Ready(slice + 1, link, amended) : new Sent(slice, children, link, amended);
            case SliceBooked(int slice, RowSum outcomes, RowSum fills, String link)
            when state instanceof Sent(int sent, RowSum children, String previous, AmendedFills amended)
                    && slice == sent
                    && outcomes.rows() == children.rows()
                    && fills.rows() >= 0
                    && link.equals(bookedLink(previous, slice, outcomes, fills)) -> new Ready(slice + 1, link, amended);
            case Amendment amendment when Amending.follows(state, amendment) -> state.amended(amendment);
            default ->
                throw new BrokenHistory("Expected an event that can follow " + state + ", but got " + event
                        + "; maybe it was forged, or an event before it is gone");
        };
    }

    private static Decision<SliceEvent> lessen(SliceState state, int slice, List<LessenedOrder> orders) {
        if (!(state instanceof Ready(int next, String previous, AmendedFills _)) || slice != next) {
            return notNext(state, slice);
        }
        Set<String> parents = new HashSet<>();
        for (LessenedOrder order : orders) {
            if (order.units().signum() < 0 || !parents.add(order.parent())) {
                return Decision.denied(
                        SliceRefusal.LESSENED_WRONG,
                        "Expected each order once with 0 units or more, but got " + order.parent() + " with "
                                + order.units().toPlainString() + (parents.contains(order.parent()) ? ", again" : ""));
            }
        }
        return Decision.accepted(new OrdersLessened(slice, orders, lessenedLink(previous, slice, orders)));
    }

    /** Why a slice that is not the next one, or not now, is not sent. */
    private static Decision<SliceEvent> notNext(SliceState state, int slice) {
        if (state.sent(slice)) {
            return Decision.denied(
                    SliceRefusal.ALREADY_SENT, "Expected a slice that was not sent, but slice " + slice + " was");
        }
        return switch (state) {
            case Sent open ->
                Decision.denied(
                        SliceRefusal.SLICE_NOT_BOOKED,
                        "Expected slice " + open.slice() + " to be booked before slice " + slice
                                + " is sent, but it is with the venues");
            case Ready ready ->
                Decision.denied(
                        SliceRefusal.SLICE_OUT_OF_ORDER,
                        "Expected slice " + ready.next() + " to be sent next, but got slice " + slice);
        };
    }

    private static Decision<SliceEvent> send(SliceState state, int slice, List<ChildOrder> children) {
        if (!(state instanceof Ready(int next, String previous, AmendedFills _)) || slice != next) {
            return notNext(state, slice);
        }
        Set<String> ids = new HashSet<>();
        for (ChildOrder child : children) {
            if (child.slice() != slice) {
                return Decision.denied(
                        SliceRefusal.NOT_OF_SLICE,
                        "Expected children of slice " + slice + ", but " + child.clientOrderId() + " belongs to slice "
                                + child.slice());
            }
            if (!ids.add(child.clientOrderId())) {
                return Decision.denied(
                        SliceRefusal.SENT_TWICE,
                        "Expected each child once, but " + child.clientOrderId() + " is there twice");
            }
        }
        RowSum sum = RowSums.children(children);
        return Decision.accepted(new SliceSent(slice, sum, sentLink(previous, slice, sum)));
    }

    private static Decision<SliceEvent> book(SliceState state, BookSlice book) {
        int slice = book.slice();
        if (state.booked(slice)) {
            return Decision.denied(
                    SliceRefusal.ALREADY_BOOKED, "Expected a slice with the venues, but slice " + slice + " is booked");
        }
        if (!(state instanceof Sent(int sent, RowSum children, String previous, AmendedFills _)) || slice != sent) {
            return Decision.denied(
                    SliceRefusal.NOT_SENT, "Expected a slice with the venues, but slice " + slice + " was not sent");
        }
        if (!RowSums.children(book.children()).equals(children)) {
            return Decision.denied(
                    SliceRefusal.CHILDREN_DIFFER,
                    "Expected the " + children.rows() + " children that slice " + slice
                            + " was sent with, but they differ; maybe a row was altered");
        }
        Set<String> open = new HashSet<>();
        book.children().forEach(child -> open.add(child.clientOrderId()));
        Set<String> executions = new HashSet<>();
        for (Fill fill : book.fills()) {
            if (!open.contains(fill.clientOrderId())) {
                return unknownChild(slice, fill.clientOrderId());
            }
            if (!executions.add(fill.venue() + '\0' + fill.executionId())) {
                return Decision.denied(
                        SliceRefusal.FILLED_TWICE,
                        "Expected each execution once, but " + fill.executionId() + " of " + fill.venue()
                                + " is there twice");
            }
        }
        for (ChildOutcome outcome : book.outcomes()) {
            if (!open.remove(outcome.clientOrderId())) {
                return unknownChild(slice, outcome.clientOrderId());
            }
        }
        if (!open.isEmpty()) {
            return Decision.denied(
                    SliceRefusal.OUTCOME_MISSING,
                    "Expected an outcome for each child of slice " + slice + ", but " + open.size()
                            + " have none, for example "
                            + open.stream().sorted().findFirst().orElseThrow());
        }
        RowSum outcomes = RowSums.outcomes(book.outcomes());
        RowSum fills = RowSums.fills(book.fills());
        return Decision.accepted(new SliceBooked(slice, outcomes, fills, bookedLink(previous, slice, outcomes, fills)));
    }

    private static Decision<SliceEvent> unknownChild(int slice, String id) {
        return Decision.denied(
                SliceRefusal.UNKNOWN_CHILD, "Expected children of slice " + slice + " once each, but got " + id);
    }

    private static String lessenedLink(String previous, int slice, List<LessenedOrder> orders) {
        return RowSums.link(previous, "orders-lessened", slice, RowSums.lessened(orders));
    }

    private static String sentLink(String previous, int slice, RowSum children) {
        return RowSums.link(previous, "slice-sent", slice, children);
    }

    private static String bookedLink(String previous, int slice, RowSum outcomes, RowSum fills) {
        return RowSums.link(previous, "slice-booked", slice, outcomes, fills);
    }
}
