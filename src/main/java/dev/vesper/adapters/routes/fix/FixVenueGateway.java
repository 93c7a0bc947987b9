package dev.vesper.adapters.routes.fix;

import dev.vesper.adapters.routes.CamelRoutes;
import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.basics.Problem;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.KnownOrders;
import dev.vesper.desk.execution.MessageWatch;
import dev.vesper.desk.execution.VenueGateway;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.quickfixj.QuickfixjEndpoint;
import org.apache.camel.component.quickfixj.QuickfixjEventCategory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.field.ClOrdID;
import quickfix.field.MsgType;
import quickfix.field.OrigClOrdID;

/**
 * The house's FIX 4.4 sessions with the venues. One thread sends: first every order of a slice in the given order, and
 * when all are acknowledged the cancels, again in order. Whatever goes wrong in between has one cure: wait for the
 * session, then say again what was not answered, in the same order and marked PossResend.
 *
 * <p>Cancels start with one for each venue: its answer carries the fills of the whole slice before it, so that only
 * orders which are still open are cancelled.
 *
 * <p>Each order passes the gate right before it is sent. One that is stopped when it may have reached the venue in an earlier
 * try is cancelled instead: the answer tells whether it did. So is one that is stopped while it rests. What the sessions
 * repeat by themselves, where a venue missed something, passes the same gate: see {@link RepeatGuard}.
 */
public final class FixVenueGateway implements VenueGateway {
    private static final Logger LOG = LoggerFactory.getLogger(FixVenueGateway.class);
    private static final int MOST_BREAKS = 12;
    private static final int MOST_SILENCES = 3;
    /** Sent and not yet answered: at most two of these, so that no queue between us and a venue grows with a slice. */
    private static final int WINDOW = 500;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final FixSessions sessions;
    private final RunSessions watched;
    private final Map<String, WorkingOrder> working = new HashMap<>();
    private final Map<String, SessionID> ids = new LinkedHashMap<>();
    private final OrderMessages messages;
    private final CamelRoutes camel;
    private final long timeoutNanos;
    private final MessageWatch watch;
    private final RepeatedOrders repeated;
    private volatile boolean again;
    private long heard;
    /** The order that the sending thread sleeps for: news of any other one need not wake it. */
    private @Nullable WorkingOrder awaited;

    private FixVenueGateway(
            RouteFiles routes,
            Path folder,
            LocalDate date,
            List<VenueAddress> addresses,
            int timeoutSeconds,
            RepeatedOrders repeated,
            RunSessions watched,
            MessageWatch watch) {
        this.watch = watch;
        addresses.forEach(address -> ids.put(address.venue().name(), FixSettings.atHouse(address.venue())));
        this.messages = new OrderMessages(date, ids);
        this.timeoutNanos = timeoutSeconds * 1_000_000_000L;
        this.again = holdsFiles(folder);
        this.repeated = repeated;
        this.watched = watched;
        this.sessions = new FixSessions(lock, news, watched::anyLoggedOut);
        Set<SessionID> guarded = new HashSet<>();
        Map<String, Object> beans = new LinkedHashMap<>();
        beans.put("venueReports", (Processor) this::process);
        beans.put(
                "quickfix",
                FixSettings.component(
                        Map.of("orders", FixSettings.initiator(addresses, folder)), new HeardMessages.Ear() {
                            @Override
                            public void made(Session session) {
                                RepeatGuard.watch(session, repeated);
                                watched.made(venueOf(session.getSessionID()), session);
                                guarded.add(session.getSessionID());
                            }

                            @Override
                            public void heard(
                                    QuickfixjEventCategory category, SessionID session, @Nullable Message message) {
                                watched.heard(venueOf(session), category, message);
                            }
                        }));
        this.camel = CamelRoutes.start(routes, List.of("venue-orders"), beans, new Properties());
        if (!guarded.containsAll(ids.values())) {
            camel.close();
            throw new IllegalStateException("Expected to look after the sessions of " + ids.keySet()
                    + " from their beginning, but only did of " + guarded);
        }
        camel.template().setDefaultEndpointUri("direct:venue-orders");
        watched.open(this::openOrders);
    }

    /**
     * Connects to every venue and waits for the logons.
     *
     * @param routes by which the run goes
     * @param folder where this run keeps its FIX stores, for example {@code var/venues/<run>/house}; over the stores of an
     *     earlier try the first orders are marked PossResend
     * @param addresses of all venues
     * @param timeoutSeconds how long a venue may stay silent before the run stops
     * @param known what earlier tries sent, and what became of it
     * @param gate what an order passes that a session repeats before the first slice is worked
     * @param watched where people see the sessions, and act on them
     * @throws Problem of kind UNAVAILABLE where a venue does not answer
     */
    public static FixVenueGateway start(
            RouteFiles routes,
            Path folder,
            LocalDate date,
            List<VenueAddress> addresses,
            int timeoutSeconds,
            KnownOrders known,
            ChildGate gate,
            RunSessions watched) {
        return start(routes, folder, date, addresses, timeoutSeconds, known, gate, watched, MessageWatch.NONE);
    }

    /** The same, with somebody who hears the messages about orders. */
    public static FixVenueGateway start(
            RouteFiles routes,
            Path folder,
            LocalDate date,
            List<VenueAddress> addresses,
            int timeoutSeconds,
            KnownOrders known,
            ChildGate gate,
            RunSessions watched,
            MessageWatch watch) {
        var gateway = new FixVenueGateway(
                routes,
                folder.toAbsolutePath(),
                date,
                addresses,
                timeoutSeconds,
                new RepeatedOrders(known, gate),
                watched,
                watch);
        try {
            gateway.sessions.awaitLogon(gateway.ids.keySet(), gateway.timeoutNanos);
            return gateway;
        } catch (RuntimeException e) {
            gateway.close();
            throw e;
        }
    }

    @Override
    public SliceResult work(List<ChildOrder> children, ChildGate gate) {
        List<WorkingOrder> orders = children.stream().map(WorkingOrder::new).toList();
        lock.lock();
        try {
            working.clear();
            orders.forEach(order -> working.put(order.child.clientOrderId(), order));
        } finally {
            lock.unlock();
        }
        repeated.worked(children, gate);
        say(orders, messages::order, WorkingOrder::said, gate);
        withdraw(orders, gate);
        for (int attempt = 0; !open(orders).isEmpty(); attempt++) {
            if (attempt == 3) {
                throw Problem.unavailable("Expected the venues to say how "
                        + open(orders).size() + " orders ended, but they refuse the cancels and tell no end");
            }
            List<WorkingOrder> open = open(orders);
            if (attempt > 0) { // a cancel was refused: ask the book what became of these orders
                again = true;
                open.forEach(WorkingOrder::forget);
                say(open, messages::order, WorkingOrder::said, gate);
                open = open(orders);
            }
            say(firstOfEachVenue(open), messages::cancel, WorkingOrder::cancelAnswered, null);
            say(open(open), messages::cancel, WorkingOrder::cancelAnswered, null);
        }
        again = false;
        where(orders, WorkingOrder::heldBack).forEach(order -> repeated.denied(order.child.clientOrderId()));
        List<ChildOutcome> outcomes = orders.stream().map(WorkingOrder::outcome).toList();
        List<Fill> fills =
                orders.stream().flatMap(order -> order.fills().stream()).toList();
        return new SliceResult(outcomes, fills);
    }

    @Override
    public void close() {
        watched.close();
        camel.close();
    }

    /** Cancels what was stopped on its way or rests and is stopped now, before any venue is told a later market time. */
    private void withdraw(List<WorkingOrder> orders, ChildGate gate) {
        List<WorkingOrder> stopped = where(
                orders,
                order -> order.doubtful()
                        || (!order.ended() && gate.stopped(order.child).isPresent()));
        say(stopped, messages::withdraw, WorkingOrder::cancelAnswered, null);
    }

    /**
     * Sends a message for each order until every one has its answer.
     *
     * @param gate what new orders pass; null for what is no order
     */
    private void say(
            List<WorkingOrder> orders,
            BiFunction<ChildOrder, Boolean, Message> message,
            Predicate<WorkingOrder> answered,
            @Nullable ChildGate gate) {
        Set<String> venues = new LinkedHashSet<>();
        orders.forEach(order -> venues.add(order.child.venue()));
        boolean repeat = again;
        int silences = 0;
        for (int attempt = 0; attempt < MOST_BREAKS && silences < MOST_SILENCES; attempt++) {
            List<WorkingOrder> silent = where(orders, answered.negate());
            if (silent.isEmpty()) {
                return;
            }
            sessions.awaitLogon(venues, timeoutNanos);
            int breaks = sessions.breaks();
            if (spoken(silent, message, answered, gate, repeat, breaks)) {
                return;
            }
            silences += sessions.breaks() == breaks ? 1 : 0;
            repeat = true;
            LOG.debug("{} of {} orders are not answered; saying them again", silent.size(), orders.size());
        }
        throw Problem.unavailable("Expected the venues " + venues + " to answer within "
                + timeoutNanos / 1_000_000_000 + " s, but "
                + where(orders, answered.negate()).size() + " of "
                + orders.size() + " orders got no answer; maybe a venue hangs or its session keeps breaking");
    }

    /**
     * Sends window by window, each once the one before the last is answered: a venue that is slower than we are is not
     * buried, its heartbeats stay in time, and a break costs two windows said again instead of a whole slice.
     */
    private boolean spoken(
            List<WorkingOrder> orders,
            BiFunction<ChildOrder, Boolean, Message> message,
            Predicate<WorkingOrder> answered,
            @Nullable ChildGate gate,
            boolean repeat,
            int breaks) {
        List<WorkingOrder> before = List.of();
        for (int from = 0; from < orders.size(); from += WINDOW) {
            List<WorkingOrder> window = orders.subList(from, Math.min(from + WINDOW, orders.size()));
            if (!sent(window, message, gate, repeat, breaks) || !answered(before, answered, breaks)) {
                return false;
            }
            before = window;
        }
        return answered(before, answered, breaks);
    }

    private boolean sent(
            List<WorkingOrder> orders,
            BiFunction<ChildOrder, Boolean, Message> message,
            @Nullable ChildGate gate,
            boolean repeat,
            int breaks) {
        for (WorkingOrder order : orders) {
            if (sessions.breaks() != breaks) {
                return false;
            }
            try {
                send(order, message.apply(order.child, repeat), gate, repeat);
            } catch (CamelExecutionException e) {
                LOG.debug("a session broke while {} was sent", order.child.clientOrderId());
                return false;
            }
        }
        return true;
    }

    private void send(WorkingOrder order, Message message, @Nullable ChildGate gate, boolean repeat) {
        if (gate == null || order.known()) {
            leave(order, message, gate == null ? MessageWatch.Kind.CANCEL : MessageWatch.Kind.ORDER);
            return;
        }
        Optional<String> stopped = gate.pass(order.child, () -> leave(order, message, MessageWatch.Kind.ORDER));
        if (stopped.isPresent()) {
            lock.lock();
            try {
                order.stop(stopped.get(), repeat);
            } finally {
                lock.unlock();
            }
        }
    }

    private void leave(WorkingOrder order, Message message, MessageWatch.Kind kind) {
        watch.message(order.child, kind, /* ended= */ false); // before its answer can be heard
        camel.template().sendBody(message);
    }

    /** Waits for the answers; false where a session broke meanwhile, or nothing was heard for a third of the timeout. */
    private boolean answered(List<WorkingOrder> orders, Predicate<WorkingOrder> answered, int breaks) {
        lock.lock();
        try {
            long patience = timeoutNanos / 3;
            long left = patience;
            long last = heard;
            int open = orders.size(); // the last one is awaited first: mostly it is the last to be answered
            while (true) {
                while (open > 0 && answered.test(orders.get(open - 1))) {
                    open--;
                }
                if (open == 0) {
                    return true;
                }
                if (sessions.breaks() != breaks) {
                    return false;
                }
                if (heard != last) {
                    last = heard;
                    left = patience;
                }
                if (left <= 0) {
                    return false;
                }
                awaited = orders.get(open - 1);
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Expected to wait for the venues, but was interrupted", e);
        } finally {
            awaited = null;
            lock.unlock();
        }
    }

    private void process(Exchange exchange) throws FieldNotFound {
        var in = exchange.getMessage();
        if (!(in.getHeader(QuickfixjEndpoint.SESSION_ID_KEY) instanceof SessionID session)
                || !(in.getHeader(QuickfixjEndpoint.EVENT_CATEGORY_KEY) instanceof QuickfixjEventCategory category)) {
            return;
        }
        String venue = venueOf(session);
        if (category == QuickfixjEventCategory.SessionLogon) {
            sessions.loggedOn(venue);
        } else if (category == QuickfixjEventCategory.SessionLogoff) {
            sessions.loggedOff(venue);
        } else if (in.getBody() instanceof Message message) {
            if (category == QuickfixjEventCategory.AppMessageReceived) {
                heard(message);
            } else if (category != QuickfixjEventCategory.AppMessageSent) {
                sessions.admin(venue, message, category == QuickfixjEventCategory.AdminMessageSent);
            }
        }
    }

    /** How many orders a venue is known to have that have not ended. */
    private int openOrders(String venue) {
        lock.lock();
        try {
            return (int) working.values().stream()
                    .filter(order -> order.child.venue().equals(venue) && order.known() && !order.ended())
                    .count();
        } finally {
            lock.unlock();
        }
    }

    private String venueOf(SessionID session) {
        for (Map.Entry<String, SessionID> id : ids.entrySet()) {
            if (id.getValue().equals(session)) {
                return id.getKey();
            }
        }
        return session.getTargetCompID();
    }

    private void heard(Message message) throws FieldNotFound {
        String type = message.getHeader().getString(MsgType.FIELD);
        lock.lock();
        try {
            WorkingOrder order = working.get(message.getString(ClOrdID.FIELD));
            if (order == null && message.isSetField(OrigClOrdID.FIELD)) {
                order = working.get(message.getString(OrigClOrdID.FIELD));
            }
            if (order == null) {
                return; // of an earlier slice, said again: already booked
            }
            if (type.equals(MsgType.EXECUTION_REPORT)) {
                order.report(message);
                watch.message(order.child, MessageWatch.Kind.REPORT, order.ended());
            } else if (type.equals(MsgType.ORDER_CANCEL_REJECT)) {
                order.cancelRejected(message);
                watch.message(order.child, MessageWatch.Kind.CANCEL_REJECT, order.ended());
            }
            heard++;
            if (order == awaited) {
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private List<WorkingOrder> open(List<WorkingOrder> orders) {
        return where(orders, order -> !order.ended());
    }

    private List<WorkingOrder> where(List<WorkingOrder> orders, Predicate<WorkingOrder> wanted) {
        lock.lock();
        try {
            return orders.stream().filter(wanted).toList();
        } finally {
            lock.unlock();
        }
    }

    private static List<WorkingOrder> firstOfEachVenue(List<WorkingOrder> orders) {
        Set<String> seen = new HashSet<>();
        List<WorkingOrder> first = new ArrayList<>();
        for (WorkingOrder order : orders) {
            if (seen.add(order.child.venue())) {
                first.add(order);
            }
        }
        return first;
    }

    private static boolean holdsFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw Problem.unavailable("Expected to read " + folder + ", but " + e.getMessage(), e);
        }
    }
}
