package dev.vesper.adapters.routes.simulated;

import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.RunRoutes;
import dev.vesper.adapters.routes.fix.FixVenueGateway;
import dev.vesper.adapters.routes.fix.OpenSessions;
import dev.vesper.basics.RunId;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.KnownOrders;
import dev.vesper.desk.execution.MessageWatch;
import dev.vesper.desk.execution.VenueGateway;
import dev.vesper.desk.execution.Venues;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.simulation.VenueKinds;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A market of simulated venues on loopback FIX, each run with journals and stores of its own. */
public final class SimulatedMarket implements Venues {
    private static final int SILENCE_SECONDS = 30;

    private final RunRoutes routes;
    private final Path folder;
    private final Function<RunId, MessageWatch> watches;
    private final OpenSessions sessions;

    /**
     * The market.
     *
     * @param routes by which each run goes
     * @param folder where each run's venues and sessions keep their files
     * @param watches who hears the messages of a run
     * @param sessions where people see the sessions that are open
     */
    public SimulatedMarket(
            RunRoutes routes, Path folder, OpenSessions sessions, Function<RunId, MessageWatch> watches) {
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
        Path home = folder.resolve(run.id().value());
        SimulatedVenues venues = SimulatedVenues.start(
                files,
                home.resolve("venues"),
                run.date(),
                run.seed(),
                market.tape(),
                market.firm().venues());
        try {
            FixVenueGateway gateway = FixVenueGateway.start(
                    files,
                    home.resolve("house"),
                    run.date(),
                    venues.addresses(),
                    SILENCE_SECONDS,
                    known,
                    gate,
                    sessions.of(run.id()),
                    watches.apply(run.id()));
            return new Both(gateway, venues);
        } catch (RuntimeException e) {
            venues.close();
            throw e;
        }
    }

    /** Before anything of the run is opened or made. */
    private void require(RunRecord run, RunMarket market, KnownOrders known) {
        Path venues = folder.resolve(run.id().value()).resolve("venues");
        for (Venue venue : market.firm().venues()) {
            var empty = VenueKinds.ALL.get(venue.kind()).book(venue, market.tape()::tape, run.seed());
            new Acknowledged(run.id(), venue.name(), SimulatedVenues.journal(venues, venue)).require(empty, known);
        }
    }

    /** The house's sessions first, then the venues they end at. */
    private record Both(FixVenueGateway gateway, SimulatedVenues venues) implements VenueGateway {
        @Override
        public SliceResult work(List<ChildOrder> children, ChildGate gate) {
            return gateway.work(children, gate);
        }

        @Override
        public void close() {
            gateway.close();
            venues.close();
        }
    }
}
