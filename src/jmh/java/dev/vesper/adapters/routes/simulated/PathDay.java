package dev.vesper.adapters.routes.simulated;

import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.fix.FixVenueGateway;
import dev.vesper.adapters.store.Database;
import dev.vesper.adapters.store.DatabaseSettings;
import dev.vesper.adapters.store.HibernateAuditLog;
import dev.vesper.adapters.store.HibernateOrderStore;
import dev.vesper.adapters.store.HibernateRunStore;
import dev.vesper.basics.RunId;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.execution.SessionOrders;
import dev.vesper.desk.execution.VenueGateway;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.simulation.VenueKinds;
import dev.vesper.testing.TradingDay;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A session's children on their whole way: decided by the engine, stored in a database file, sent by the gateway over loopback to
 * the simulated venues, acknowledged, filled or cancelled, booked. Everything but the process engine is as in a real day.
 */
final class PathDay {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");
    private static final int SILENCE_SECONDS = 60;

    private final Path root;
    private final RouteFiles routes;
    private final ExecutionSettings settings;
    private final List<Venue> venues;
    private final MarketTape tape;
    private final List<ParentOrder> parents;
    private long stored;
    private long worked;
    private int slices;

    /** @param sliceMinutes of a session of six and a half hours */
    PathDay(Path root, int orders, int sliceMinutes) {
        this.root = root;
        this.routes = RouteFiles.read(root.resolve("routes"));
        this.settings = TradingDay.settings(sliceMinutes);
        this.venues = VenueKinds.standard(settings);
        int symbols = Math.max(50, orders / 20);
        this.tape = TradingDay.tape(42, symbols);
        this.parents =
                TradingDay.parents(orders, symbols).stream().map(PathDay::even).toList();
    }

    /** Spread evenly, so that slices are alike. */
    private static ParentOrder even(ParentOrder of) {
        return new ParentOrder(
                of.id(),
                of.account(),
                of.symbol(),
                of.side(),
                of.quantity(),
                of.lotSize(),
                of.tickSize(),
                of.decisionPrice(),
                of.currency(),
                SlicingStrategy.TWAP,
                of.lots());
    }

    /**
     * What a day took.
     *
     * @param nanos of CPU by part, in the order of the way
     */
    record Took(int children, int fills, int slices, Map<String, Long> nanos) {}

    /**
     * Works the day in a folder of its own.
     *
     * @param around runs what is measured, and nothing else
     */
    Took work(Path folder, Consumer<Runnable> around) {
        stored = 0;
        worked = 0;
        slices = 0;
        var costs = new ThreadCosts();
        try (Database database =
                Database.open(DatabaseSettings.h2(folder.resolve("store"), root.resolve("migrations")))) {
            var runs = new HibernateRunStore(database);
            var orders = new HibernateOrderStore(database, new HibernateAuditLog(database));
            var run = runs.open(TradingDay.DATE, folder.toString(), 42, false, EVENING);
            runs.saveRebalance(run.id(), Stream.of(new RebalanceResult(List.of(), parents, List.of())), List.of());
            try (var simulated =
                    SimulatedVenues.start(routes, folder.resolve("venues"), TradingDay.DATE, 42, tape, venues)) {
                costs.venuesAreThere();
                try (FixVenueGateway gateway = HouseSessions.start(
                        routes, folder.resolve("house"), TradingDay.DATE, simulated.addresses(), SILENCE_SECONDS)) {
                    costs.houseIsThere();
                    OrderStore watched = watched(orders);
                    costs.begin();
                    around.accept(() -> SessionOrders.work(watched, tape, settings, venues, parents, watched(gateway)));
                    return took(orders, costs.end(), run.id());
                }
            }
        }
    }

    private Took took(OrderStore orders, Map<String, Long> spent, RunId run) {
        var counts = orders.counts(run);
        Map<String, Long> parts = new TreeMap<>(spent);
        long caller = Objects.requireNonNullElse(parts.remove("caller"), 0L);
        parts.put("house, deciding", caller - stored - worked);
        parts.put("house, storing", stored);
        parts.put("house, sending", worked);
        return new Took((int) counts.children(), (int) counts.fills(), slices, parts);
    }

    private OrderStore watched(OrderStore store) {
        return (OrderStore) Proxy.newProxyInstance(
                PathDay.class.getClassLoader(), new Class<?>[] {OrderStore.class}, (_, method, given) -> {
                    long before = THREADS.getCurrentThreadCpuTime();
                    try {
                        return method.invoke(store, given);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    } finally {
                        stored += THREADS.getCurrentThreadCpuTime() - before;
                    }
                });
    }

    private VenueGateway watched(VenueGateway gateway) {
        return new VenueGateway() {
            @Override
            public SliceResult work(List<ChildOrder> children, ChildGate gate) {
                long before = THREADS.getCurrentThreadCpuTime();
                slices += children.isEmpty() ? 0 : 1;
                SliceResult result = gateway.work(children, gate);
                worked += THREADS.getCurrentThreadCpuTime() - before;
                return result;
            }

            @Override
            public void close() {
                // whoever opened the real one closes it
            }
        };
    }
}
