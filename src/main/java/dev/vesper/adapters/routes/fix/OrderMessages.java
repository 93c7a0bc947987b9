package dev.vesper.adapters.routes.fix;

import dev.vesper.orders.ChildOrder;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import quickfix.Message;
import quickfix.SessionID;
import quickfix.field.ClOrdID;
import quickfix.field.HandlInst;
import quickfix.field.OrdType;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.PossResend;
import quickfix.field.Price;
import quickfix.field.SenderCompID;
import quickfix.field.Side;
import quickfix.field.Symbol;
import quickfix.field.TargetCompID;
import quickfix.field.TimeInForce;
import quickfix.field.TransactTime;
import quickfix.fix44.NewOrderSingle;
import quickfix.fix44.OrderCancelRequest;

/** The house's side of the conversation: children as FIX orders and cancels. */
final class OrderMessages {
    private final LocalDate date;
    private final Map<String, SessionID> sessions;

    /**
     * @param date of children that carry none
     * @param sessions of the venues, by name
     */
    OrderMessages(LocalDate date, Map<String, SessionID> sessions) {
        this.date = date;
        this.sessions = Map.copyOf(sessions);
    }

    Message order(ChildOrder child, boolean again) {
        var message = new NewOrderSingle();
        message.setString(ClOrdID.FIELD, child.clientOrderId());
        message.setChar(HandlInst.FIELD, HandlInst.AUTOMATED_EXECUTION_ORDER_PRIVATE_NO_BROKER_INTERVENTION);
        message.setChar(OrdType.FIELD, OrdType.LIMIT);
        message.setChar(TimeInForce.FIELD, TimeInForce.DAY);
        FixFields.decimal(message, Price.FIELD, child.limitPrice());
        return addressed(message, child, child.sentMillis(), again);
    }

    /** Cancels what is left at its end; the request's own id is the order's with {@code -C}. */
    Message cancel(ChildOrder child, boolean again) {
        return cancel(child, child.expireMillis(), again);
    }

    /** Cancels at the moment that it was sent: before the venue is told a later one, nothing more of it trades. */
    Message withdraw(ChildOrder child, boolean again) {
        return cancel(child, child.sentMillis(), again);
    }

    private Message cancel(ChildOrder child, long millis, boolean again) {
        var message = new OrderCancelRequest();
        message.setString(OrigClOrdID.FIELD, child.clientOrderId());
        message.setString(ClOrdID.FIELD, child.clientOrderId() + "-C");
        return addressed(message, child, millis, again);
    }

    private Message addressed(Message message, ChildOrder child, long millis, boolean again) {
        message.setString(Symbol.FIELD, child.symbol());
        message.setChar(Side.FIELD, FixFields.side(child.side()));
        FixFields.decimal(message, OrderQty.FIELD, child.quantity());
        FixFields.time(message, TransactTime.FIELD, Objects.requireNonNullElse(child.date(), date), millis);
        SessionID session = sessions.get(child.venue());
        if (session == null) {
            throw new IllegalStateException("Expected a venue of " + new TreeSet<>(sessions.keySet()) + ", but "
                    + child.clientOrderId() + " is for " + child.venue());
        }
        message.getHeader().setString(SenderCompID.FIELD, session.getSenderCompID());
        message.getHeader().setString(TargetCompID.FIELD, session.getTargetCompID());
        if (again) {
            message.getHeader().setBoolean(PossResend.FIELD, true);
        }
        return message;
    }
}
