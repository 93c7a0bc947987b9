package dev.vesper.adapters.routes.fix;

import dev.vesper.adapters.routes.CamelRoutes;
import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.basics.Problem;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.KnownOrders;
import dev.vesper.desk.execution.LateTold;
import dev.vesper.desk.execution.MarketPace;
import dev.vesper.desk.execution.MessageWatch;
import dev.vesper.desk.execution.VenueGateway;
import dev.vesper.execution.WorkingSession;
import dev.vesper.orders.ChildOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.quickfixj.QuickfixjEndpoint;
import org.apache.camel.component.quickfixj.QuickfixjEventCategory;
import org.jspecify.annotations.Nullable;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.field.MsgType;

/**
 * The house's FIX 4.4 sessions with the venues. One thread sends: first every order of a slice in the given order, and
 * when all are acknowledged the cancels, again in order. Whatever goes wrong in between has one cure: wait for the
 * session, then ask about what was not answered, and say again what the venue does not know; see {@link VenueTalk}.
 *
 * <p>Cancels start with one for each venue: its answer carries the fills of the whole slice before it, so that only
 * orders which are still open are cancelled.
 *
 * <p>Each order passes the gate right before it is sent. One that is stopped while it rests is cancelled. What the sessions
 * repeat by themselves, where a venue missed something, passes the same gate: see {@link RepeatGuard}.
 */
public final class FixVenueGateway implements VenueGateway {
    /** How often orders that a venue does not end are asked about and cancelled. */
    private static final int MOST_CANCELS = 3;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final OrdersAtWork work = new OrdersAtWork(lock, news);
    private final Map<String, SessionID> ids = new LinkedHashMap<>();
    private final Set<String> real = new HashSet<>();
    private final Set<String> unfinished = new HashSet<>();
    private final Optional<ReportJournal> journal;
    private final FixSessions sessions;
    private final RunSessions watched;
    private final CamelRoutes camel;
    private final VenueReports reports;
    private final VenueTalk talk;
    private final PacedWork paced;
    private final RepeatedOrders repeated;
    /** Whether an earlier try left stores: it may have sent what is worked first. */
    private boolean again;

    private FixVenueGateway(
            GatewaySetup setup, KnownOrders known, RepeatedOrders repeated, RunSessions watched, MessageWatch watch) {
        Map<String, Map<Integer, String>> tags = new HashMap<>();
        Map<String, Long> timeouts = new HashMap<>();
        for (VenueAddress address : setup.addresses()) {
            String name = address.venue().name();
            ids.put(name, address.session());
            int seconds = address.real().map(RealVenue::silenceSeconds).orElse(setup.timeoutSeconds());
            timeouts.put(name, seconds * 1_000_000_000L);
            address.real().ifPresent(venue -> {
                real.add(name);
                tags.put(name, venue.orderTags());
            });
        }
        known.children().stream()
                .map(ChildOrder::clientOrderId)
                .filter(id -> !known.outcomes().containsKey(id))
                .forEach(unfinished::add);
        var times = new VenueTimes(
                setup.date(),
                real,
                symbol -> setup.sessions().apply(symbol).market().zone(),
                setup.clock());
        this.again = holdsFiles(setup.folder());
        this.repeated = repeated;
        this.watched = watched;
        this.paced = new PacedWork(setup.pace(), setup.sessions(), lock, news);
        this.journal = real.isEmpty()
                ? Optional.empty()
                : Optional.of(ReportJournal.open(setup.folder().resolveSibling("heard")));
        this.reports = new VenueReports(work, times, watch, new LateReports(this::trouble, times), journal);
        this.reports.recallEnded(unfinished, this::venueOf);
        this.sessions = new FixSessions(lock, news, watched::anyLoggedOut, real::contains);
        this.camel = connect(setup);
        this.talk = new VenueTalk(
                work,
                sessions,
                new OrderMessages(times, ids, tags),
                message -> camel.template().sendBody(message),
                venues -> venues.stream().mapToLong(timeouts::get).max().orElseThrow(),
                watch,
                this::trouble);
        watched.open(work::open);
    }

    private CamelRoutes connect(GatewaySetup setup) {
        Map<SessionID, RealVenue> outside = new HashMap<>();
        setup.addresses().forEach(address -> address.real().ifPresent(venue -> outside.put(address.session(), venue)));
        Set<SessionID> guarded = new HashSet<>();
        Map<String, Object> beans = new LinkedHashMap<>();
        beans.put("venueReports", (Processor) this::process);
        var configuration = FixSettings.initiator(setup.addresses(), setup.folder(), setup.realFolder());
        beans.put("quickfix", FixSettings.component(Map.of("orders", configuration), new HeardMessages.Ear() {
            @Override
            public void made(Session session) {
                RealVenue venue = outside.get(session.getSessionID());
                if (venue == null) {
                    GatheredWrites.watch(session);
                } else {
                    LogonSecrets.watch(session, venue.user(), venue.password());
                }
                RepeatGuard.watch(session, repeated);
                watched.made(venueOf(session.getSessionID()), session);
                guarded.add(session.getSessionID());
            }

            @Override
            public void heard(QuickfixjEventCategory category, SessionID session, @Nullable Message message) {
                String venue = venueOf(session);
                watched.heard(venue, category, message);
                if (category == QuickfixjEventCategory.AppMessageSent && message != null) {
                    reports.leaving(venue, message);
                }
                if (category == QuickfixjEventCategory.AppMessageReceived && message != null && real.contains(venue)) {
                    reports.written(message);
                }
            }
        }));
        CamelRoutes started = CamelRoutes.start(setup.routes(), List.of("venue-orders"), beans, new Properties());
        if (!guarded.containsAll(ids.values())) {
            started.close();
            throw new IllegalStateException("Expected to look after the sessions of " + ids.keySet()
                    + " from their beginning, but only did of " + guarded);
        }
        started.template().setDefaultEndpointUri("direct:venue-orders");
        return started;
    }

    /**
     * Connects to simulated venues and waits for the logons; market time goes as fast as they answer.
     *
     * @param folder where this run keeps its FIX stores
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
        var setup = new GatewaySetup(
                routes,
                folder,
                folder,
                date,
                addresses,
                timeoutSeconds,
                MarketPace.FAST,
                symbol -> {
                    throw new IllegalStateException("Expected nobody to ask for the session of " + symbol);
                },
                () -> Instant.EPOCH);
        return start(setup, known, gate, watched, MessageWatch.NONE);
    }

    /**
     * Connects to every venue and waits for the logons.
     *
     * @param watch hears the messages about orders
     * @throws Problem of kind UNAVAILABLE where a venue does not answer
     */
    public static FixVenueGateway start(
            GatewaySetup setup, KnownOrders known, ChildGate gate, RunSessions watched, MessageWatch watch) {
        var gateway = new FixVenueGateway(setup, known, new RepeatedOrders(known, gate), watched, watch);
        try {
            gateway.sessions.awaitLogon(gateway.ids.keySet(), gateway.talk.timeoutNanos(gateway.ids.keySet()));
            return gateway;
        } catch (RuntimeException e) {
            gateway.close();
            throw e;
        }
    }

    @Override
    public boolean begin(WorkingSession session, SliceHours slice, Consumer<String> waits) {
        return paced.begin(session, slice, waits);
    }

    @Override
    public SliceResult work(List<ChildOrder> children, ChildGate given) {
        ChildGate gate = paced.inTime(given);
        List<WorkingOrder> orders = children.stream()
                .map(child -> new WorkingOrder(child, maybeThere(child)))
                .toList();
        reports.begin();
        orders.stream().filter(order -> real.contains(order.child.venue())).forEach(reports::recall);
        work.begin(orders);
        repeated.worked(children, gate);
        send(orders, gate);
        withdraw(orders, gate);
        rest(orders, gate);
        cancel(orders);
        again = false;
        understood(orders);
        work.where(orders, WorkingOrder::heldBack).forEach(order -> repeated.denied(order.child.clientOrderId()));
        return work.end(() -> new SliceResult(
                orders.stream().map(WorkingOrder::outcome).toList(),
                orders.stream().flatMap(order -> order.fills().stream()).toList()));
    }

    @Override
    public List<LateTold> late() {
        return reports.late();
    }

    @Override
    public void close() {
        watched.close();
        camel.close();
        journal.ifPresent(ReportJournal::close);
    }

    private void trouble(String venue, String what) {
        watched.find(venue).ifPresent(session -> session.troubled(what));
    }

    private boolean maybeThere(ChildOrder child) {
        return unfinished.contains(child.clientOrderId()) || (again && !real.contains(child.venue()));
    }

    /** Each order when its time has come. */
    private void send(List<WorkingOrder> orders, ChildGate gate) {
        int from = 0;
        while (from < orders.size()) {
            int to = from;
            while (to < orders.size() && paced.due(orders.get(to).child)) {
                to++;
            }
            if (to > from) {
                talk.send(orders.subList(from, to), gate);
                from = to;
            } else {
                ChildOrder next = orders.get(from).child;
                List<WorkingOrder> there = orders.subList(0, from);
                paced.until(
                        next,
                        /* over= */ false,
                        () -> {
                            withdraw(there, gate);
                            return true;
                        });
            }
        }
    }

    /** Lets what is open rest until its time is over. */
    private void rest(List<WorkingOrder> orders, ChildGate gate) {
        for (WorkingOrder order : orders) {
            paced.until(
                    order.child,
                    /* over= */ true,
                    () -> {
                        withdraw(orders, gate);
                        return !work.where(List.of(order), one -> !one.ended()).isEmpty();
                    });
        }
    }

    /** Cancels what is stopped while it rests, before any venue is told a later market time. */
    private void withdraw(List<WorkingOrder> orders, ChildGate gate) {
        List<WorkingOrder> stopped = work.where(
                orders, order -> !order.ended() && gate.stopped(order.child).isPresent());
        if (!stopped.isEmpty()) {
            talk.withdraw(stopped);
        }
    }

    private void cancel(List<WorkingOrder> orders) {
        for (int attempt = 1; !open(orders).isEmpty(); attempt++) {
            if (attempt > MOST_CANCELS) {
                throw talk.inDoubt(
                        open(orders),
                        "the venues to say how all orders ended, but they refuse the cancels and tell no end");
            }
            if (attempt > 1) { // a cancel was refused: the venue is asked what became of these orders
                talk.ask(open(orders));
            }
            List<WorkingOrder> first = firstOfEachVenue(cancellable(orders));
            talk.cancel(first, attempt);
            talk.cancel(
                    cancellable(orders).stream()
                            .filter(order -> !first.contains(order))
                            .toList(),
                    attempt);
        }
    }

    /** What no venue understood is our fault; it is said once nothing of the slice is open any more. */
    private void understood(List<WorkingOrder> orders) {
        List<WorkingOrder> wrong = work.where(orders, order -> order.fault() != null);
        if (!wrong.isEmpty()) {
            WorkingOrder first = wrong.getFirst();
            throw new IllegalStateException("Expected orders that " + first.child.venue()
                    + " understands, but its session"
                    + " rejects " + wrong.size() + ", for example " + first.child.clientOrderId() + ": " + first.fault()
                    + "; maybe it asks for other tags, or for a dictionary of its own");
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
                reports.heard(venue, message);
            } else if (category != QuickfixjEventCategory.AppMessageSent) {
                boolean sent = category == QuickfixjEventCategory.AdminMessageSent;
                sessions.admin(venue, message, sent);
                if (!sent && message.getHeader().getString(MsgType.FIELD).equals(MsgType.REJECT)) {
                    reports.notUnderstood(venue, message);
                }
            }
        }
    }

    /** Of a message that came in some session of this run. */
    private String venueOf(String senderCompId) {
        for (Map.Entry<String, SessionID> id : ids.entrySet()) {
            if (id.getValue().getTargetCompID().equals(senderCompId)) {
                return id.getKey();
            }
        }
        return senderCompId;
    }

    private String venueOf(SessionID session) {
        for (Map.Entry<String, SessionID> id : ids.entrySet()) {
            if (id.getValue().equals(session)) {
                return id.getKey();
            }
        }
        return session.getTargetCompID();
    }

    private List<WorkingOrder> open(List<WorkingOrder> orders) {
        return work.where(orders, order -> !order.ended());
    }

    /** What only lacks fills that the venue did not tell has ended there: it is asked about, not cancelled. */
    private List<WorkingOrder> cancellable(List<WorkingOrder> orders) {
        return work.where(orders, order -> !order.ended() && !order.untold());
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
