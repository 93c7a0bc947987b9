package dev.vesper.adapters.routes.fix;

import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.CommType;
import quickfix.field.Commission;
import quickfix.field.CumQty;
import quickfix.field.CxlRejReason;
import quickfix.field.ExecID;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.OrdStatus;
import quickfix.field.Text;
import quickfix.field.TransactTime;

/** What the house knows of one child while it works: acknowledged or not, its fills by execution id, how it ended. */
final class WorkingOrder {
    final ChildOrder child;
    private final Map<String, Fill> fills = new LinkedHashMap<>();
    private boolean acknowledged;
    private boolean cancelAnswered;
    private boolean known;
    private boolean maybeThere;
    private @Nullable String stopped;
    private @Nullable ChildOutcome outcome;

    WorkingOrder(ChildOrder child) {
        this.child = child;
    }

    boolean acknowledged() {
        return acknowledged;
    }

    /** Whether the venue is known to have it: said again it is no new order. */
    boolean known() {
        return known;
    }

    /** Whether it needs no more to be sent: the venue has it, or it must not have it. */
    boolean said() {
        return acknowledged || (stopped != null && !known);
    }

    /** Whether it was handed to a session, may not have reached the venue, and was denied. */
    boolean heldBack() {
        return maybeThere && outcome != null && outcome.state() == ChildOutcome.State.DENIED;
    }

    /** Whether it was stopped on its way out, and nobody knows yet whether the venue has it. */
    boolean doubtful() {
        return stopped != null && outcome == null;
    }

    /**
     * It must not leave.
     *
     * @param maybeThere whether an earlier try may have brought it to the venue
     */
    void stop(String why, boolean maybeThere) {
        stopped = why;
        this.maybeThere |= maybeThere;
        if (!maybeThere) {
            end(ChildOutcome.State.DENIED, why);
        }
    }

    /** Filled, cancelled, rejected or denied. */
    boolean ended() {
        return outcome != null;
    }

    boolean cancelAnswered() {
        return cancelAnswered;
    }

    List<Fill> fills() {
        return List.copyOf(fills.values());
    }

    ChildOutcome outcome() {
        if (outcome == null) {
            throw new IllegalStateException("Expected " + child.clientOrderId() + " to have ended, but it has not");
        }
        return outcome;
    }

    /** Takes in an execution report; one that was seen before changes nothing. */
    void report(Message report) throws FieldNotFound {
        acknowledged = true;
        known = true;
        if (report.isSetField(LastQty.FIELD)) {
            BigDecimal quantity = FixFields.decimal(report, LastQty.FIELD);
            if (quantity.signum() > 0) {
                String id = report.getString(ExecID.FIELD);
                fills.putIfAbsent(id, fill(report, id, quantity));
            }
        }
        char status = report.getChar(OrdStatus.FIELD);
        boolean over = status == OrdStatus.FILLED
                || status == OrdStatus.CANCELED
                || status == OrdStatus.EXPIRED
                || status == OrdStatus.DONE_FOR_DAY
                || status == OrdStatus.REJECTED;
        if (over && missed(report)) {
            cancelAnswered = true; // ended, but a fill was lost on the way: the gateway asks for the whole story
        } else if (status == OrdStatus.FILLED) {
            end(ChildOutcome.State.FILLED, "");
        } else if (status == OrdStatus.REJECTED) {
            end(ChildOutcome.State.REJECTED, FixFields.textOr(report, Text.FIELD, "no reason given"));
        } else if (over) {
            end(ChildOutcome.State.CANCELLED, "");
        }
    }

    /**
     * The venue refused the cancel: the order should have ended before, and we may have missed how. One that was stopped on
     * its way out, and that the venue does not know, never arrived.
     */
    void cancelRejected(Message reject) throws FieldNotFound {
        cancelAnswered = true;
        boolean unknown = reject.isSetField(CxlRejReason.FIELD)
                && reject.getInt(CxlRejReason.FIELD) == CxlRejReason.UNKNOWN_ORDER;
        known |= !unknown;
        if (unknown && stopped != null && outcome == null && fills.isEmpty()) {
            end(ChildOutcome.State.DENIED, stopped);
        }
    }

    /** Starts again for an order whose end was missed; fills that were told stay. */
    void forget() {
        acknowledged = false;
        cancelAnswered = false;
    }

    private void end(ChildOutcome.State state, String reason) {
        cancelAnswered = true;
        outcome = new ChildOutcome(child.clientOrderId(), state, filled(), reason);
    }

    /** Whether the venue counts more as filled (CumQty) than we were told. */
    private boolean missed(Message report) throws FieldNotFound {
        return FixFields.decimalOr(report, CumQty.FIELD, BigDecimal.ZERO).compareTo(filled()) > 0;
    }

    private BigDecimal filled() {
        return fills.values().stream().map(Fill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The account stays empty: a venue does not know it, and the desk books the fill to the parent's. */
    private Fill fill(Message report, String id, BigDecimal quantity) throws FieldNotFound {
        BigDecimal price = FixFields.decimal(report, LastPx.FIELD);
        return new Fill(
                child.venue(),
                id,
                child.clientOrderId(),
                child.parentId(),
                "",
                child.symbol(),
                child.side(),
                quantity,
                price,
                fee(report, quantity, price),
                FixFields.millis(report, TransactTime.FIELD),
                child.date());
    }

    private static BigDecimal fee(Message report, BigDecimal quantity, BigDecimal price) throws FieldNotFound {
        BigDecimal commission = FixFields.decimalOr(report, Commission.FIELD, BigDecimal.ZERO);
        char type = report.isSetField(CommType.FIELD) ? report.getChar(CommType.FIELD) : CommType.ABSOLUTE;
        return switch (type) {
            case CommType.PER_UNIT -> commission.multiply(quantity);
            case CommType.PERCENT ->
                commission.multiply(quantity).multiply(price).movePointLeft(2);
            default -> commission;
        };
    }
}
