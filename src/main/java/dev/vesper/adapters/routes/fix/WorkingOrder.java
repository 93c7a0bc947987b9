package dev.vesper.adapters.routes.fix;

import dev.vesper.basics.Decision;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.state.Execution;
import dev.vesper.orders.state.OrderEvent;
import dev.vesper.orders.state.OrderLife;
import dev.vesper.orders.state.OrderReport;
import dev.vesper.orders.state.OrderState;
import dev.vesper.orders.state.OrderStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.CxlRejReason;

/** One child while it works: where it stands, and what of our last message about it is answered. */
final class WorkingOrder {
    private static final Logger LOG = LoggerFactory.getLogger(WorkingOrder.class);

    final ChildOrder child;
    private final OrderLife life;
    private OrderState state;
    /** Of the state: asked for often. */
    private OrderStatus status;
    /** Whether an earlier try of the run may have brought it to the venue. */
    private final boolean maybeThere;

    private boolean cancelAnswered;
    private boolean inquiryAnswered;
    private @Nullable String fault;

    WorkingOrder(ChildOrder child) {
        this(child, /* maybeThere= */ false);
    }

    /** @param maybeThere whether an earlier try of the run may have brought it to the venue */
    WorkingOrder(ChildOrder child, boolean maybeThere) {
        this.child = child;
        this.maybeThere = maybeThere;
        this.life = new OrderLife(child.quantity());
        this.state = life.initial();
        this.status = state.status();
    }

    OrderStatus status() {
        return status;
    }

    /** Why it is in doubt, for people; empty where it is not. */
    String doubt() {
        return state.why();
    }

    /** Whether the venue is known to have it: said again it is no new order. */
    boolean known() {
        return state.acknowledged();
    }

    /** Whether it needs no more to be sent: the venue has it, or it must not have it. */
    boolean said() {
        return state.acknowledged() || ended();
    }

    /** Whether the venue counts more as filled, at its end, than it told. */
    boolean untold() {
        return state.missing();
    }

    /** Whether nobody but the venue can tell if it has it. */
    boolean maybeThere() {
        return !said() && status != OrderStatus.UNKNOWN && (state.sent() || maybeThere);
    }

    /** Whether a session may hold it, and it was denied. */
    boolean heldBack() {
        return status == OrderStatus.DENIED && (state.sent() || maybeThere);
    }

    /** Filled, cancelled, rejected or denied; or at fault, so that the venue never had it. */
    boolean ended() {
        return status.ended() || fault != null;
    }

    boolean cancelAnswered() {
        return cancelAnswered || ended();
    }

    boolean inquiryAnswered() {
        return inquiryAnswered || ended();
    }

    /** What the venue did not understand of our message; null where it understood. */
    @Nullable
    String fault() {
        return fault;
    }

    List<Fill> fills() {
        return state.standing().stream().map(this::fill).toList();
    }

    ChildOutcome outcome() {
        ChildOutcome.State end = switch (status) {
            case FILLED -> ChildOutcome.State.FILLED;
            case CANCELLED, EXPIRED, DONE_FOR_DAY -> ChildOutcome.State.CANCELLED;
            case REJECTED -> ChildOutcome.State.REJECTED;
            case DENIED -> ChildOutcome.State.DENIED;
            case INTENDED, SENT, UNKNOWN, NEW, PARTIALLY_FILLED, PENDING_CANCEL, IN_DOUBT ->
                throw new IllegalStateException(
                        "Expected " + child.clientOrderId() + " to have ended, but it is " + status);
        };
        String reason = switch (status) {
            case REJECTED -> state.reason();
            case DENIED -> state.withheld();
            default -> "";
        };
        return new ChildOutcome(child.clientOrderId(), end, state.filled(), reason);
    }

    /** It leaves now. */
    void sent() {
        take(new OrderReport.Send());
    }

    /** It must not leave. */
    void stop(String why) {
        take(new OrderReport.Withhold(why));
    }

    /** A cancel leaves now. */
    void cancelling() {
        cancelAnswered = false;
        take(new OrderReport.Cancel());
    }

    /** The venue is asked about it now. */
    void asking() {
        inquiryAnswered = false;
    }

    /** Nobody answered. */
    void silent(String why) {
        take(new OrderReport.Silence(why));
    }

    /** Takes in an execution report; one that was seen before changes nothing. */
    void report(Message report, VenueTimes times) throws FieldNotFound {
        if (ReportFields.tellsUnknown(report)) {
            inquiryAnswered = true;
            take(new OrderReport.NotKnown());
            return;
        }
        OrderReport.Told told = ReportFields.told(report, child, times);
        inquiryAnswered |= ReportFields.answersInquiry(report);
        cancelAnswered |= told.status().ended();
        take(told);
    }

    /** The venue refused the cancel: the order should have ended before, and we may have missed how. */
    void cancelRejected(Message reject) throws FieldNotFound {
        cancelAnswered = true;
        boolean unknown = reject.isSetField(CxlRejReason.FIELD)
                && reject.getInt(CxlRejReason.FIELD) == CxlRejReason.UNKNOWN_ORDER;
        take(unknown ? new OrderReport.NotKnown() : new OrderReport.CancelRefused());
    }

    /** The venue's application refused the order itself. */
    void businessReject(String reason) {
        take(new OrderReport.Told(OrderStatus.REJECTED, state.filled(), null, null, reason));
    }

    /** The venue's application does not answer such a message: no news, and nothing to wait for. */
    void notAnswered() {
        cancelAnswered = true;
        inquiryAnswered = true;
    }

    /** The venue knows no order of this id. */
    void notKnown() {
        notAnswered();
        take(new OrderReport.NotKnown());
    }

    /** The venue's session did not understand the order: it never had it, and the fault is ours. */
    void notUnderstood(String why) {
        fault = why;
    }

    private void take(OrderReport report) {
        switch (life.decide(state, report)) {
            case Decision.Accepted<OrderEvent>(List<OrderEvent> events) -> {
                for (OrderEvent event : events) {
                    state = life.apply(state, event);
                }
                status = state.status();
            }
            case Decision.Denied<OrderEvent>(var refusal) ->
                LOG.warn("{} at {}: {}", child.clientOrderId(), child.venue(), refusal.message());
        }
    }

    /** The account stays empty: a venue does not know it, and the desk books the fill to the parent's. */
    private Fill fill(Execution execution) {
        return execution.fill(child, "", child.date());
    }
}
