package dev.vesper.adapters.routes.simulated;

import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.RunRoutes;
import dev.vesper.adapters.routes.fix.FixVenueGateway;
import dev.vesper.adapters.routes.fix.GatewaySetup;
import dev.vesper.adapters.routes.fix.OpenSessions;
import dev.vesper.adapters.routes.fix.RealVenues;
import dev.vesper.adapters.routes.fix.VenueAddress;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.KnownOrders;
import dev.vesper.desk.execution.MarketPace;
import dev.vesper.desk.execution.MessageWatch;
import dev.vesper.desk.execution.SessionPace;
import dev.vesper.desk.execution.VenueGateway;
import dev.vesper.desk.execution.Venues;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.Pace;
import dev.vesper.execution.WorkingSession;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.simulation.VenueKinds;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A market of simulated venues on loopback FIX, each run with journals and stores of its own; and of those real ones that are
 * set, to which no rehearsal ever goes.
 */
public final class SimulatedMarket implements Venues {
    private static final int SILENCE_SECONDS = 30;

    private final RunRoutes routes;
    private final Path folder;
    private final Function<RunId, MessageWatch> watches;
    private final OpenSessions sessions;
    private final RealVenues real;
    private final InstantSource clock;
    /** Which run has the session with a real venue: two would share its numbers. */
    private final Map<String, RunId> taken = new ConcurrentHashMap<>();

    /**
     * The market.
     *
     * @param routes by which each run goes
     * @param folder where each run's venues and sessions keep their files
     * @param watches who hears the messages of a run
     * @param sessions where people see the sessions that are open
     * @param real which venues are outside of this program
     */
    public SimulatedMarket(
            RunRoutes routes,
            Path folder,
            OpenSessions sessions,
            Function<RunId, MessageWatch> watches,
            RealVenues real,
            InstantSource clock) {
        this.real = real;
        this.clock = clock;
        this.routes = routes;
        this.folder = folder;
        this.watches = watches;
        this.sessions = sessions;
    }

    @Override
    public VenueGateway open(RunRecord run, RunMarket market, KnownOrders known, ChildGate gate) {
        RouteFiles files = routes.of(run.id());
        if (!known.children().isEmpty()) {
            require(run, market, known);
        }
        List<Venue> outside = outside(run, market.firm());
        List<Venue> inside = market.firm().venues().stream()
                .filter(venue -> !outside.contains(venue))
                .toList();
        outside.forEach(venue -> take(venue, run.id()));
        Path home = folder.resolve(run.id().value());
        SimulatedVenues venues = null;
        try {
            venues =
                    SimulatedVenues.start(files, home.resolve("venues"), run.date(), run.seed(), market.tape(), inside);
            var setup = new GatewaySetup(
                    files,
                    home.resolve("house").toAbsolutePath(),
                    folder.resolve("real").toAbsolutePath(),
                    run.date(),
                    addresses(market.firm().venues(), outside, venues),
                    SILENCE_SECONDS,
                    pace(market.firm().settings().execution()),
                    market::session,
                    clock);
            FixVenueGateway gateway =
                    FixVenueGateway.start(setup, known, gate, sessions.of(run.id()), watches.apply(run.id()));
            Set<String> names = outside.stream().map(Venue::name).collect(Collectors.toSet());
            return new Both(
                    gateway,
                    venues,
                    given -> names.isEmpty() ? given : new KnownPrices(given, names, market.tape()),
                    () -> give(run.id()));
        } catch (RuntimeException e) {
            if (venues != null) {
                venues.close();
            }
            give(run.id());
            throw e;
        }
    }

    private MarketPace pace(ExecutionSettings settings) {
        return settings.pace() == Pace.SESSION ? new SessionPace(clock) : MarketPace.FAST;
    }

    /** The real ones; none of a rehearsal. */
    private List<Venue> outside(RunRecord run, Firm firm) {
        if (run.rehearsal()) {
            return List.of();
        }
        real.check(firm.venues(), firm.settings().execution().pace() == Pace.SESSION);
        return firm.venues().stream()
                .filter(venue -> real.of(venue).isPresent())
                .toList();
    }

    /** In the order of the table. */
    private List<VenueAddress> addresses(List<Venue> all, List<Venue> outside, SimulatedVenues simulated) {
        Map<String, VenueAddress> byName = new HashMap<>();
        simulated.addresses().forEach(address -> byName.put(address.venue().name(), address));
        outside.forEach(venue ->
                byName.put(venue.name(), VenueAddress.of(venue, real.of(venue).orElseThrow())));
        return all.stream().map(venue -> byName.get(venue.name())).toList();
    }

    private void take(Venue venue, RunId run) {
        RunId other = taken.putIfAbsent(venue.name(), run);
        if (other != null && !other.equals(run)) {
            give(run);
            throw Problem.unavailable("Expected the session with " + venue.name() + " to be free, but run " + other
                    + " works orders on it; go on when that has ended");
        }
    }

    private void give(RunId run) {
        taken.values().removeIf(run::equals);
    }

    /** Before anything of the run is opened or made. */
    private void require(RunRecord run, RunMarket market, KnownOrders known) {
        Path venues = folder.resolve(run.id().value()).resolve("venues");
        List<Venue> outside = outside(run, market.firm());
        for (Venue venue : market.firm().venues()) {
            if (outside.contains(venue)) {
                continue; // it is asked instead
            }
            var empty = VenueKinds.ALL.get(venue.kind()).book(venue, market.tape()::tape, run.seed());
            new Acknowledged(run.id(), venue.name(), SimulatedVenues.journal(venues, venue)).require(empty, known);
        }
    }

    /** The house's sessions first, then the venues they end at. */
    private record Both(FixVenueGateway gateway, SimulatedVenues venues, UnaryOperator<ChildGate> gates, Runnable after)
            implements VenueGateway {
        @Override
        public boolean begin(WorkingSession session, SliceHours slice, Consumer<String> waits) {
            return gateway.begin(session, slice, waits);
        }

        @Override
        public SliceResult work(List<ChildOrder> children, ChildGate gate) {
            return gateway.work(children, gates.apply(gate));
        }

        @Override
        public void close() {
            try {
                gateway.close();
                venues.close();
            } finally {
                after.run();
            }
        }
    }
}
