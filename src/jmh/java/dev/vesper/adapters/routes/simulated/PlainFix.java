package dev.vesper.adapters.routes.simulated;

import dev.vesper.adapters.FreePorts;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import quickfix.Acceptor;
import quickfix.ApplicationAdapter;
import quickfix.FieldNotFound;
import quickfix.FileStoreFactory;
import quickfix.Initiator;
import quickfix.Message;
import quickfix.MessageFactory;
import quickfix.Session;
import quickfix.SessionFactory;
import quickfix.SessionID;
import quickfix.SessionNotFound;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;
import quickfix.SocketInitiator;
import quickfix.field.AvgPx;
import quickfix.field.ClOrdID;
import quickfix.field.CumQty;
import quickfix.field.ExecID;
import quickfix.field.ExecType;
import quickfix.field.HandlInst;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.LeavesQty;
import quickfix.field.OrdStatus;
import quickfix.field.OrdType;
import quickfix.field.OrderID;
import quickfix.field.OrderQty;
import quickfix.field.Price;
import quickfix.field.Side;
import quickfix.field.Symbol;
import quickfix.field.TransactTime;
import quickfix.fix44.ExecutionReport;
import quickfix.fix44.NewOrderSingle;

/**
 * The peer: QuickFIX/J as it comes, without a line of ours on either side. An order is sent, accepted and filled by two
 * reports; both sides check dictionaries and keep their messages in its own file store. Nothing is decided, journalled or booked.
 */
final class PlainFix {
    private static final int WINDOW = 500;
    private static final SessionID HOUSE = new SessionID("FIX.4.4", "PLAIN", "PEER");
    private static final SessionID PEER = new SessionID("FIX.4.4", "PEER", "PLAIN");
    private static final String TIME = "20180411-14:30:00.000";

    private PlainFix() {}

    /** CPU of the whole process for so many orders, compilers and collector apart, in nanoseconds an order. */
    static long nanosAnOrder(Path folder, int orders) throws Exception {
        String port = Integer.toString(FreePorts.find(1).getFirst());
        SessionSettings venue = settings(folder.resolve("peer"), PEER, SessionFactory.ACCEPTOR_CONNECTION_TYPE);
        venue.setString(PEER, Acceptor.SETTING_SOCKET_ACCEPT_PORT, port);
        SessionSettings house = settings(folder.resolve("plain"), HOUSE, SessionFactory.INITIATOR_CONNECTION_TYPE);
        house.setString(HOUSE, Initiator.SETTING_SOCKET_CONNECT_HOST, "127.0.0.1");
        house.setString(HOUSE, Initiator.SETTING_SOCKET_CONNECT_PORT, port);
        house.setString(HOUSE, Initiator.SETTING_RECONNECT_INTERVAL, "1");
        var asking = new Asking(orders);
        MessageFactory messages = new quickfix.fix44.MessageFactory();
        var acceptor =
                new SocketAcceptor(new Answering(), new FileStoreFactory(venue), venue, Silent.FACTORY, messages);
        var initiator = new SocketInitiator(asking, new FileStoreFactory(house), house, Silent.FACTORY, messages);
        acceptor.start();
        initiator.start();
        try {
            asking.on.await();
            var costs = new ThreadCosts();
            costs.begin();
            for (int i = 0; i < orders; i++) {
                asking.window.acquire();
                Session.sendToTarget(order(i), HOUSE);
            }
            if (!asking.done.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException(
                        "Expected an answer to each order, but " + asking.done.getCount() + " have none");
            }
            var spent = costs.end();
            spent.remove(ThreadCosts.MACHINE);
            return spent.values().stream().mapToLong(Long::longValue).sum() / orders;
        } finally {
            initiator.stop();
            acceptor.stop();
        }
    }

    private static SessionSettings settings(Path store, SessionID session, String kind) {
        var settings = new SessionSettings();
        settings.setString(session, "BeginString", session.getBeginString());
        settings.setString(session, "SenderCompID", session.getSenderCompID());
        settings.setString(session, "TargetCompID", session.getTargetCompID());
        settings.setString(session, SessionFactory.SETTING_CONNECTION_TYPE, kind);
        settings.setString(session, Session.SETTING_START_TIME, "00:00:00");
        settings.setString(session, Session.SETTING_END_TIME, "00:00:00");
        settings.setString(session, Session.SETTING_HEARTBTINT, "30");
        settings.setString(session, Session.SETTING_USE_DATA_DICTIONARY, "Y");
        settings.setString(session, Session.SETTING_DATA_DICTIONARY, "FIX44.xml");
        settings.setString(session, FileStoreFactory.SETTING_FILE_STORE_PATH, store.toString());
        settings.setString(session, FileStoreFactory.SETTING_FILE_STORE_SYNC, "N");
        settings.setString(session, FileStoreFactory.SETTING_FILE_STORE_MAX_CACHED_MSGS, "0");
        return settings;
    }

    private static Message order(int number) {
        var order = new NewOrderSingle();
        order.setString(ClOrdID.FIELD, "0001-2018-04-11-001-" + number + "-LIT");
        order.setChar(HandlInst.FIELD, '1');
        order.setChar(OrdType.FIELD, OrdType.LIMIT);
        order.setString(Price.FIELD, "19.8");
        order.setString(OrderQty.FIELD, "50");
        order.setString(Symbol.FIELD, "S00");
        order.setChar(Side.FIELD, Side.BUY);
        order.setString(TransactTime.FIELD, TIME);
        return order;
    }

    private static final class Asking extends ApplicationAdapter {
        private final CountDownLatch on = new CountDownLatch(1);
        private final CountDownLatch done;
        private final Semaphore window = new Semaphore(WINDOW);

        Asking(int orders) {
            done = new CountDownLatch(orders);
        }

        @Override
        public void onLogon(SessionID session) {
            on.countDown();
        }

        @Override
        public void fromApp(Message message, SessionID session) throws FieldNotFound {
            if (message.getChar(OrdStatus.FIELD) == OrdStatus.FILLED) {
                window.release();
                done.countDown();
            }
        }
    }

    private static final class Answering extends ApplicationAdapter {
        @Override
        public void fromApp(Message order, SessionID session) throws FieldNotFound {
            try {
                Session.sendToTarget(report(order, ExecType.NEW, OrdStatus.NEW, "50", "0"), session);
                Message fill = report(order, ExecType.TRADE, OrdStatus.FILLED, "0", "50");
                fill.setString(LastQty.FIELD, "50");
                fill.setString(LastPx.FIELD, "19.79");
                Session.sendToTarget(fill, session);
            } catch (SessionNotFound e) {
                throw new IllegalStateException(e);
            }
        }

        private static Message report(Message order, char type, char status, String leaves, String filled)
                throws FieldNotFound {
            var report = new ExecutionReport();
            String id = order.getString(ClOrdID.FIELD);
            report.setString(OrderID.FIELD, id);
            report.setString(ClOrdID.FIELD, id);
            report.setString(ExecID.FIELD, id + "/" + type);
            report.setChar(ExecType.FIELD, type);
            report.setChar(OrdStatus.FIELD, status);
            report.setString(Symbol.FIELD, order.getString(Symbol.FIELD));
            report.setChar(Side.FIELD, Side.BUY);
            report.setString(OrderQty.FIELD, "50");
            report.setString(LeavesQty.FIELD, leaves);
            report.setString(CumQty.FIELD, filled);
            report.setString(AvgPx.FIELD, "19.79");
            report.setString(TransactTime.FIELD, TIME);
            return report;
        }
    }

    /** Where nobody listens. */
    private enum Silent implements quickfix.Log {
        LOG;

        static final quickfix.LogFactory FACTORY = _ -> LOG;

        @Override
        public void clear() {
            // nothing is kept
        }

        @Override
        public void onIncoming(String message) {
            // nobody listens
        }

        @Override
        public void onOutgoing(String message) {
            // nobody listens
        }

        @Override
        public void onEvent(String text) {
            // nobody listens
        }

        @Override
        public void onErrorEvent(String text) {
            // nobody listens
        }
    }
}
