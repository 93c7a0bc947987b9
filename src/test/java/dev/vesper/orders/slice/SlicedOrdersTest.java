package dev.vesper.orders.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import dev.vesper.orders.slice.SliceCommand.BookSlice;
import dev.vesper.orders.slice.SliceCommand.LessenOrders;
import dev.vesper.orders.slice.SliceCommand.SendSlice;
import dev.vesper.orders.slice.SliceEvent.OrdersLessened;
import dev.vesper.orders.slice.SliceEvent.SliceBooked;
import dev.vesper.orders.slice.SliceEvent.SliceSent;
import dev.vesper.orders.slice.SliceState.Ready;
import dev.vesper.orders.slice.SliceState.Sent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The story of a day's orders: commands in, events out. */
class SlicedOrdersTest {
    private final SlicedOrders orders = new SlicedOrders();
    private final List<SliceEvent> history = new ArrayList<>();
    private SliceState state = orders.initial();

    private void accepted(SliceCommand command) {
        Decision<SliceEvent> decision = orders.decide(state, command);
        var events = assertInstanceOf(Decision.Accepted.class, decision, decision::toString);
        for (Object event : events.events()) {
            state = orders.apply(state, (SliceEvent) event);
            history.add((SliceEvent) event);
        }
    }

    private void denied(String code, SliceCommand command) {
        var denied = assertInstanceOf(Decision.Denied.class, orders.decide(state, command));
        assertEquals(code, denied.refusal().code());
        assertTrue(denied.refusal().message().startsWith("Expected "), denied.refusal()::message);
    }

    private static ChildOrder child(int slice, String id) {
        return new ChildOrder(id, "P1", slice, "XLIT", "IBM", Side.BUY, n("100"), n("150.2"), 1, 2);
    }

    private static ChildOutcome ended(String id) {
        return new ChildOutcome(id, ChildOutcome.State.FILLED, n("100"), "");
    }

    private static Fill fill(String child, String execution) {
        return new Fill("XLIT", execution, child, "P1", "ACC1", "IBM", Side.BUY, n("100"), n("150.2"), n("0.5"), 1);
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private void sentTwo() {
        accepted(new SendSlice(0, List.of(child(0, "a"), child(0, "b"))));
    }

    private static BookSlice bookTwo() {
        return new BookSlice(
                0,
                List.of(child(0, "a"), child(0, "b")),
                List.of(ended("b"), ended("a")),
                List.of(fill("a", "E1"), fill("a", "E2")));
    }

    @Test
    void aSliceIsSentThenBookedThenTheNextOneIsSent() {
        sentTwo();
        assertTrue(state.sent(0));
        assertFalse(state.booked(0));
        assertFalse(state.sent(1));
        accepted(bookTwo());
        assertTrue(state.booked(0));
        accepted(new SendSlice(1, List.of(child(1, "c"))));
        assertTrue(state.booked(0));
        assertFalse(state.booked(1));
        assertEquals(
                2, assertInstanceOf(SliceBooked.class, history.get(1)).fills().rows());
        assertEquals(state, orders.replay(history));
    }

    @Test
    void whereNothingIsDueNothingIsLeftToBook() {
        accepted(new SendSlice(0, List.of()));
        assertTrue(state.booked(0));
        denied("already-booked", new BookSlice(0, List.of(), List.of(), List.of()));
        accepted(new SendSlice(1, List.of(child(1, "c"))));
        assertEquals(2, history.size());
    }

    @Test
    void slicesGoInOrder() {
        denied("slice-out-of-order", new SendSlice(1, List.of()));
        denied("not-sent", bookTwo());
        sentTwo();
        denied("already-sent", new SendSlice(0, List.of()));
        denied("slice-not-booked", new SendSlice(1, List.of()));
        denied("not-sent", new BookSlice(1, List.of(), List.of(), List.of()));
        accepted(bookTwo());
        denied("already-sent", new SendSlice(0, List.of()));
        denied("already-booked", bookTwo());
    }

    @Test
    void ordersAreLessenedBeforeASliceIsSent() {
        LessenedOrder less = new LessenedOrder("P1", n("50"), "it is on the list");
        denied("slice-out-of-order", new LessenOrders(1, List.of(less)));
        denied("lessened-wrong", new LessenOrders(0, List.of(less, less)));
        denied("lessened-wrong", new LessenOrders(0, List.of(new LessenedOrder("P1", n("-1"), ""))));
        accepted(new LessenOrders(0, List.of(less)));
        assertFalse(state.sent(0));
        accepted(new LessenOrders(0, List.of())); // another word before the slice is sent
        sentTwo();
        denied("already-sent", new LessenOrders(0, List.of(less)));
        denied("slice-not-booked", new LessenOrders(1, List.of(less)));
        accepted(bookTwo());
        assertEquals(state, orders.replay(history));
        OrdersLessened stored = (OrdersLessened) history.getFirst();
        broken(List.of(stored, stored));
        broken(List.of(new OrdersLessened(0, List.of(), stored.link())));
        broken(List.of(
                new OrdersLessened(0, List.of(new LessenedOrder("P1", n("51"), "it is on the list")), stored.link())));
    }

    @Test
    void childrenBelongToTheirSliceAndAreSentOnce() {
        denied("not-of-slice", new SendSlice(0, List.of(child(1, "a"))));
        denied("sent-twice", new SendSlice(0, List.of(child(0, "a"), child(0, "a"))));
    }

    @Test
    void everyChildEndsAndNothingElseIsBooked() {
        sentTwo();
        List<ChildOrder> both = List.of(child(0, "a"), child(0, "b"));
        List<ChildOutcome> ended = List.of(ended("a"), ended("b"));
        denied("children-differ", new BookSlice(0, both.reversed(), ended, List.of()));
        denied("outcome-missing", new BookSlice(0, both, List.of(ended("a")), List.of()));
        denied("unknown-child", new BookSlice(0, both, List.of(ended("a"), ended("a")), List.of()));
        denied("unknown-child", new BookSlice(0, both, List.of(ended("a"), ended("x")), List.of()));
        denied("unknown-child", new BookSlice(0, both, ended, List.of(fill("x", "E1"))));
        denied("filled-twice", new BookSlice(0, both, ended, List.of(fill("a", "E1"), fill("b", "E1"))));
    }

    @Test
    void storedEventsThatCannotFollowAreRefused() {
        sentTwo();
        accepted(bookTwo());
        SliceSent sent = (SliceSent) history.getFirst();
        SliceBooked booked = (SliceBooked) history.getLast();
        broken(List.of(booked));
        broken(List.of(sent, sent));
        broken(List.of(sent, booked, booked));
        broken(List.of(sent, booked, sent));
        broken(List.of(new SliceSent(1, sent.children(), sent.link())));
        broken(List.of(new SliceSent(0, sent.children(), SlicedOrders.GENESIS)));
        broken(List.of(new SliceSent(0, new RowSum(3, sent.children().sha256()), sent.link())));
        broken(List.of(new SliceSent(0, new RowSum(2, SlicedOrders.GENESIS), sent.link())));
        broken(List.of(sent, new SliceBooked(0, booked.outcomes(), booked.fills(), sent.link())));
        RowSum one = new RowSum(1, booked.outcomes().sha256());
        String link = RowSums.link(sent.link(), "slice-booked", 0, one, booked.fills());
        broken(List.of(sent, new SliceBooked(0, one, booked.fills(), link)));
    }

    /** A rightly linked event is refused too where its slice is not the next, or its count is below zero. */
    @Test
    void aRightLinkDoesNotHelpAWrongSlice() {
        RowSum none = RowSums.children(List.of());
        broken(List.of(new SliceSent(1, none, RowSums.link(SlicedOrders.GENESIS, "slice-sent", 1, none))));
        RowSum less = new RowSum(-1, none.sha256());
        broken(List.of(new SliceSent(0, less, RowSums.link(SlicedOrders.GENESIS, "slice-sent", 0, less))));
        sentTwo();
        RowSum two = RowSums.outcomes(List.of(ended("a"), ended("b")));
        assertThrows(
                BrokenHistory.class,
                () -> orders.apply(
                        state,
                        new SliceBooked(1, two, none, RowSums.link(state.link(), "slice-booked", 1, two, none))));
        assertThrows(
                BrokenHistory.class,
                () -> orders.apply(
                        state,
                        new SliceBooked(0, two, less, RowSums.link(state.link(), "slice-booked", 0, two, less))));
    }

    /** A link vouches for everything before it: whatever is changed, removed or moved changes it and all that follow. */
    @Test
    void aLinkDependsOnTheOneBeforeTheStepTheSliceAndTheRows() {
        RowSum two = RowSums.children(List.of(child(0, "a"), child(0, "b")));
        RowSum none = RowSums.children(List.of());
        String other = "1" + SlicedOrders.GENESIS.substring(1);
        List<String> links = List.of(
                RowSums.link(SlicedOrders.GENESIS, "slice-sent", 0, two),
                RowSums.link(other, "slice-sent", 0, two),
                RowSums.link(SlicedOrders.GENESIS, "slice-booked", 0, two),
                RowSums.link(SlicedOrders.GENESIS, "slice-sent", 1, two),
                RowSums.link(SlicedOrders.GENESIS, "slice-sent", 0, none),
                RowSums.link(SlicedOrders.GENESIS, "slice-sent", 0, two, none));
        assertEquals(links.size(), Set.copyOf(links).size());
        sentTwo();
        assertEquals(links.getFirst(), state.link());
        accepted(bookTwo());
        BookSlice book = bookTwo();
        assertEquals(
                RowSums.link(
                        links.getFirst(),
                        "slice-booked",
                        0,
                        RowSums.outcomes(book.outcomes()),
                        RowSums.fills(book.fills())),
                state.link());
    }

    private void broken(List<SliceEvent> events) {
        assertThrows(BrokenHistory.class, () -> orders.replay(events), events::toString);
    }

    @Test
    void statesSayWhichSliceIsOpen() {
        assertEquals(new Ready(0, SlicedOrders.GENESIS), state);
        sentTwo();
        assertEquals(0, assertInstanceOf(Sent.class, state).slice());
    }
}
