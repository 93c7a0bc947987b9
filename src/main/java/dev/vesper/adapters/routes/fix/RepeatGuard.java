package dev.vesper.adapters.routes.fix;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.FieldNotFound;
import quickfix.InvalidMessage;
import quickfix.Message;
import quickfix.Responder;
import quickfix.Session;
import quickfix.SessionStateListener;
import quickfix.field.ClOrdID;
import quickfix.field.GapFillFlag;
import quickfix.field.MsgSeqNum;
import quickfix.field.NewSeqNo;
import quickfix.field.OrigSendingTime;
import quickfix.field.PossDupFlag;
import quickfix.field.SenderCompID;
import quickfix.field.SendingTime;
import quickfix.field.TargetCompID;
import quickfix.fix44.SequenceReset;

/**
 * The last door before the wire. A venue that missed messages asks for them, and the session repeats them in the order in
 * which they were sent (PossDup, 43=Y). An order among them that is stopped meanwhile is not repeated: a gap fill with its
 * number (35=4, 123=Y) goes in its place, and everything else keeps its turn. It is decided as each one goes, under the kill
 * switch's lock: whoever presses knows, when that is answered, that no stopped order is repeated any more.
 *
 * <p>QuickFIX/J offers {@code DoNotSend} for this, but Camel's engine swallows it.
 */
final class RepeatGuard implements Responder {
    private static final Logger LOG = LoggerFactory.getLogger(RepeatGuard.class);
    private static final String ORDER = "\u000135=D\u0001";
    private static final String REPEATED = "\u000143=Y\u0001";

    private final Responder wire;
    private final RepeatedOrders orders;

    private RepeatGuard(Responder wire, RepeatedOrders orders) {
        this.wire = wire;
        this.orders = orders;
    }

    /** Stands before the wire of a session each time that it is connected. */
    static void watch(Session session, RepeatedOrders orders) {
        session.addStateListener(new SessionStateListener() {
            @Override
            public void onConnect() {
                Responder wire = session.getResponder();
                if (wire != null && !(wire instanceof RepeatGuard)) {
                    session.setResponder(new RepeatGuard(wire, orders));
                }
            }
        });
    }

    @Override
    public boolean send(String message) {
        if (!message.contains(ORDER) || !message.contains(REPEATED)) {
            return wire.send(message);
        }
        try {
            Message order = new Message(message, /* validate= */ false);
            var sent = new Sent();
            Optional<String> stopped =
                    orders.pass(order.getString(ClOrdID.FIELD), () -> sent.whole = wire.send(message));
            if (stopped.isEmpty()) {
                return sent.whole;
            }
            LOG.debug("{} is not repeated: {}", order.getString(ClOrdID.FIELD), stopped.get());
            return wire.send(inPlaceOf(order).toString());
        } catch (InvalidMessage | FieldNotFound | RuntimeException e) {
            LOG.warn(
                    "Expected to know whether an order is stopped before it is repeated, but {}; its session breaks, and"
                            + " the venue asks again",
                    String.valueOf(e.getMessage()));
            wire.disconnect();
            return false;
        }
    }

    /** Whether the wire took it. */
    private static final class Sent {
        private boolean whole;
    }

    /** A gap fill that has the number of an order, so that the venue expects the next one. */
    private static Message inPlaceOf(Message order) throws FieldNotFound {
        var fill = new SequenceReset();
        Message.Header from = order.getHeader();
        Message.Header to = fill.getHeader();
        for (int field : new int[] {SenderCompID.FIELD, TargetCompID.FIELD, SendingTime.FIELD, OrigSendingTime.FIELD}) {
            to.setString(field, from.getString(field));
        }
        int number = from.getInt(MsgSeqNum.FIELD);
        to.setInt(MsgSeqNum.FIELD, number);
        to.setBoolean(PossDupFlag.FIELD, true);
        fill.setInt(NewSeqNo.FIELD, number + 1);
        fill.setBoolean(GapFillFlag.FIELD, true);
        return fill;
    }

    @Override
    public void disconnect() {
        wire.disconnect();
    }

    @Override
    public String getRemoteAddress() {
        return wire.getRemoteAddress();
    }
}
