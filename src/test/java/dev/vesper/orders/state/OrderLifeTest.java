package dev.vesper.orders.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.vesper.basics.Decision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One order of 100, as its venue tells it. */
class OrderLifeTest {
    private final OrderLife life = new OrderLife(BigDecimal.valueOf(100));
    private final List<OrderEvent> events = new ArrayList<>();
    private OrderState state = life.initial();

    @Test
    void itIsSentAcknowledgedFilledInPartAndWhole() {
        assertEquals(OrderStatus.INTENDED, state.status());
        take(new OrderReport.Send());
        assertEquals(OrderStatus.SENT, state.status());
        take(told(OrderStatus.NEW, 0));
        assertEquals(OrderStatus.NEW, state.status());
        take(fill("1", 40, OrderStatus.PARTIALLY_FILLED, 40));
        assertEquals(OrderStatus.PARTIALLY_FILLED, state.status());
        take(fill("2", 60, OrderStatus.FILLED, 100));
        assertEquals(OrderStatus.FILLED, state.status());
        assertEquals(state, life.replay(events));
    }

    @Test
    void aCancelThatWasAskedForEndsNothing() {
        open();
        take(new OrderReport.Cancel());
        assertEquals(OrderStatus.PENDING_CANCEL, state.status());
        take(new OrderReport.CancelRefused());
        assertEquals(OrderStatus.NEW, state.status());
        take(new OrderReport.Cancel());
        take(told(OrderStatus.CANCELLED, 0));
        assertEquals(OrderStatus.CANCELLED, state.status());
    }

    @Test
    void aLateFillAfterTheCancelIsAFill() {
        open();
        take(told(OrderStatus.CANCELLED, 0));
        take(fill("1", 40, OrderStatus.CANCELLED, 40));
        assertEquals(OrderStatus.CANCELLED, state.status());
        assertEquals(0, state.filled().compareTo(BigDecimal.valueOf(40)));
        take(fill("2", 60, OrderStatus.FILLED, 100));
        assertEquals(OrderStatus.FILLED, state.status());
    }

    @Test
    void silenceRejectsNothingAndOnlyTheVenueEndsTheDoubt() {
        take(new OrderReport.Send());
        take(new OrderReport.Silence("30 s"));
        assertEquals(OrderStatus.IN_DOUBT, state.status());
        assertFalse(state.status().ended());
        take(told(OrderStatus.NEW, 0));
        assertEquals(OrderStatus.NEW, state.status());
    }

    @Test
    void whatTheVenueDoesNotKnowMayLeaveAgainAndWhatItHasMayNot() {
        take(new OrderReport.Send());
        take(new OrderReport.NotKnown());
        assertEquals(OrderStatus.UNKNOWN, state.status());
        take(new OrderReport.Send());
        assertEquals(OrderStatus.SENT, state.status());
        take(told(OrderStatus.NEW, 0));
        assertEquals(OrderRefusal.MUST_NOT_LEAVE, denied(new OrderReport.Send()));
    }

    @Test
    void onlyWhatNeverLeftIsWithheld() {
        take(new OrderReport.Withhold("stopped"));
        assertEquals(OrderStatus.DENIED, state.status());
        assertEquals(OrderRefusal.MUST_NOT_LEAVE, denied(new OrderReport.Send()));
        state = life.initial();
        take(new OrderReport.Send());
        assertEquals(OrderRefusal.ALREADY_LEFT, denied(new OrderReport.Withhold("stopped")));
    }

    @Test
    void anEndThatCountsMoreThanWasToldIsInDoubtUntilItIsTold() {
        open();
        take(told(OrderStatus.CANCELLED, 40));
        assertEquals(OrderStatus.IN_DOUBT, state.status());
        assertTrue(state.why().contains("more as filled"), state.why());
        take(fill("1", 40, OrderStatus.PARTIALLY_FILLED, 40));
        assertEquals(OrderStatus.CANCELLED, state.status());
    }

    @Test
    void aBustOpensAFilledOrderAgainAndACorrectionReplacesAFill() {
        open();
        take(fill("1", 40, OrderStatus.PARTIALLY_FILLED, 40));
        take(fill("2", 60, OrderStatus.FILLED, 100));
        take(new OrderReport.Told(OrderStatus.PARTIALLY_FILLED, BigDecimal.valueOf(40), null, "2", ""));
        assertEquals(OrderStatus.PARTIALLY_FILLED, state.status());
        assertEquals(List.of("1"), state.standing().stream().map(Execution::id).toList());
        take(new OrderReport.Told(OrderStatus.PARTIALLY_FILLED, BigDecimal.valueOf(30), execution("3", 30), "1", ""));
        assertEquals(List.of("3"), state.standing().stream().map(Execution::id).toList());
        assertEquals(0, state.filled().compareTo(BigDecimal.valueOf(30)));
        take(told(OrderStatus.CANCELLED, 30));
        assertEquals(OrderStatus.CANCELLED, state.status());
    }

    @Test
    void moreThanWasOrderedIsBookedAndSeen() {
        open();
        take(fill("1", 130, OrderStatus.FILLED, 130));
        assertEquals(OrderStatus.FILLED, state.status());
        assertTrue(state.overfilled());
        assertEquals(0, state.filled().compareTo(BigDecimal.valueOf(130)));
    }

    @Test
    void aRejectedOrderWithAFillIsForAPerson() {
        take(new OrderReport.Send());
        take(new OrderReport.Told(OrderStatus.REJECTED, BigDecimal.ZERO, null, null, "no such symbol"));
        assertEquals(OrderStatus.REJECTED, state.status());
        assertEquals("no such symbol", state.reason());
        take(fill("1", 40, OrderStatus.PARTIALLY_FILLED, 40));
        assertEquals(OrderStatus.IN_DOUBT, state.status());
    }

    @Test
    void oneExecutionToldInTwoWaysIsDenied() {
        open();
        take(fill("1", 40, OrderStatus.PARTIALLY_FILLED, 40));
        assertEquals(OrderRefusal.TOLD_DIFFERENTLY, denied(fill("1", 50, OrderStatus.PARTIALLY_FILLED, 50)));
        assertEquals(OrderRefusal.NO_QUANTITY, denied(fill("2", 0, OrderStatus.PARTIALLY_FILLED, 40)));
    }

    private void open() {
        take(new OrderReport.Send());
        take(told(OrderStatus.NEW, 0));
    }

    private void take(OrderReport report) {
        switch (life.decide(state, report)) {
            case Decision.Accepted<OrderEvent>(List<OrderEvent> decided) -> {
                for (OrderEvent event : decided) {
                    state = life.apply(state, event);
                    events.add(event);
                }
            }
            case Decision.Denied<OrderEvent>(var refusal) -> fail(refusal.message());
        }
    }

    private OrderRefusal denied(OrderReport report) {
        Decision.Denied<?> no = assertInstanceOf(Decision.Denied.class, life.decide(state, report));
        return assertInstanceOf(OrderRefusal.class, no.refusal().kind());
    }

    private static OrderReport.Told told(OrderStatus status, long filled) {
        return told(null, status, filled);
    }

    private static OrderReport.Told fill(String id, long quantity, OrderStatus status, long filled) {
        return told(execution(id, quantity), status, filled);
    }

    private static OrderReport.Told told(@Nullable Execution execution, OrderStatus status, long filled) {
        return new OrderReport.Told(status, BigDecimal.valueOf(filled), execution, null, "");
    }

    private static Execution execution(String id, long quantity) {
        return new Execution(id, BigDecimal.valueOf(quantity), BigDecimal.TEN, BigDecimal.ZERO, 34_300_000);
    }
}
