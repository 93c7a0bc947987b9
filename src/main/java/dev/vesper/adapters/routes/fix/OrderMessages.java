package dev.vesper.adapters.routes.fix;

import dev.vesper.orders.ChildOrder;
import java.util.Map;
import java.util.TreeSet;
import quickfix.Message;
import quickfix.SessionID;
import quickfix.field.ClOrdID;
import quickfix.field.HandlInst;
import quickfix.field.MinQty;
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
import quickfix.fix44.NewOrderSingle;
import quickfix.fix44.OrderCancelRequest;
import quickfix.fix44.OrderStatusRequest;

/** The house's side of the conversation: children as FIX orders and cancels. */
final class OrderMessages {
    private final VenueTimes times;
    private final Map<String, SessionID> sessions;
    private final Map<String, Map<Integer, String>> tags;

    /**
     * @param sessions of the venues, by name
     * @param tags what a new order of a venue carries besides
     */
    OrderMessages(VenueTimes times, Map<String, SessionID> sessions, Map<String, Map<Integer, String>> tags) {
        this.times = times;
        this.sessions = Map.copyOf(sessions);
        this.tags = Map.copyOf(tags);
    }

    Message order(ChildOrder child, boolean again) {
        var message = new NewOrderSingle();
        message.setString(ClOrdID.FIELD, child.clientOrderId());
        message.setChar(HandlInst.FIELD, HandlInst.AUTOMATED_EXECUTION_ORDER_PRIVATE_NO_BROKER_INTERVENTION);
        message.setChar(OrdType.FIELD, OrdType.LIMIT);
        message.setChar(TimeInForce.FIELD, TimeInForce.DAY);
        FixFields.decimal(message, Price.FIELD, child.limitPrice());
        if (child.minimumFill() != null) {
            FixFields.decimal(message, MinQty.FIELD, child.minimumFill());
        }
        tags.getOrDefault(child.venue(), Map.of()).forEach(message::setString);
        return timed(message, child, child.sentMillis(), again);
    }

    /**
     * Cancels what is left at its end; the request's own id is the order's with {@code -C}.
     *
     * @param attempt from 1: a further one, after the venue refused, has an id of its own, for example {@code -C2}
     */
    Message cancel(ChildOrder child, int attempt, boolean again) {
        return cancel(child, attempt == 1 ? "-C" : "-C" + attempt, child.expireMillis(), again);
    }

    /** Cancels at the moment that it was sent: before the venue is told a later one, nothing more of it trades. */
    Message withdraw(ChildOrder child, boolean again) {
        return cancel(child, "-C", child.sentMillis(), again);
    }

    /** Asks how it stands. */
    Message status(ChildOrder child) {
        var message = new OrderStatusRequest();
        message.setString(ClOrdID.FIELD, child.clientOrderId());
        return addressed(message, child, /* again= */ false);
    }

    private Message cancel(ChildOrder child, String suffix, long millis, boolean again) {
        var message = new OrderCancelRequest();
        message.setString(OrigClOrdID.FIELD, child.clientOrderId());
        message.setString(ClOrdID.FIELD, child.clientOrderId() + suffix);
        return timed(message, child, millis, again);
    }

    private Message timed(Message message, ChildOrder child, long millis, boolean again) {
        FixFields.decimal(message, OrderQty.FIELD, child.quantity());
        times.transact(message, child, millis);
        return addressed(message, child, again);
    }

    private Message addressed(Message message, ChildOrder child, boolean again) {
        message.setString(Symbol.FIELD, child.symbol());
        message.setChar(Side.FIELD, FixFields.side(child.side()));
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
