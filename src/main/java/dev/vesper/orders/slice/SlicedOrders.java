package dev.vesper.orders.slice;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.SliceCommand.AmendFill;
import dev.vesper.orders.slice.SliceCommand.BookSlice;
import dev.vesper.orders.slice.SliceCommand.SendSlice;
import dev.vesper.orders.slice.SliceEvent.Amendment;
import dev.vesper.orders.slice.SliceEvent.SliceBooked;
import dev.vesper.orders.slice.SliceEvent.SliceSent;
import dev.vesper.orders.slice.SliceState.Ready;
import dev.vesper.orders.slice.SliceState.Sent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The orders of a run: a slice is sent, then booked, then the next one is sent. Of a slice that is booked a venue may still
 * tell late fills, busts and corrections. Events vouch for the rows of children,
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
            case SendSlice(int slice, List<ChildOrder> children) -> send(state, slice, children);
            case BookSlice book -> book(state, book);
            case AmendFill amend -> Amending.decide(state, amend);
        };
    }

    /** {@inheritDoc} A slice out of order, booked before it was sent, or booked twice is refused here as well. */
    @Override
    public SliceState apply(SliceState state, SliceEvent event) {
        return switch (event) {
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

    private static Decision<SliceEvent> send(SliceState state, int slice, List<ChildOrder> children) {
        if (!(state instanceof Ready(int next, String previous, AmendedFills _))) {
            int open = ((Sent) state).slice();
            return state.sent(slice)
                    ? alreadySent(slice)
                    : Decision.denied(
                            SliceRefusal.SLICE_NOT_BOOKED,
                            "Expected slice " + open + " to be booked before slice " + slice
                                    + " is sent, but it is with the venues");
        }
        if (slice < next) {
            return alreadySent(slice);
        }
        if (slice > next) {
            return Decision.denied(
                    SliceRefusal.SLICE_OUT_OF_ORDER,
                    "Expected slice " + next + " to be sent next, but got slice " + slice);
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

    private static Decision<SliceEvent> alreadySent(int slice) {
        return Decision.denied(
                SliceRefusal.ALREADY_SENT, "Expected a slice that was not sent, but slice " + slice + " was");
    }

    private static Decision<SliceEvent> unknownChild(int slice, String id) {
        return Decision.denied(
                SliceRefusal.UNKNOWN_CHILD, "Expected children of slice " + slice + " once each, but got " + id);
    }

    private static String sentLink(String previous, int slice, RowSum children) {
        return RowSums.link(previous, "slice-sent", slice, children);
    }

    private static String bookedLink(String previous, int slice, RowSum outcomes, RowSum fills) {
        return RowSums.link(previous, "slice-booked", slice, outcomes, fills);
    }
}
