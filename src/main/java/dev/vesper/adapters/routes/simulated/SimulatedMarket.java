package dev.vesper.adapters.routes.simulated;

import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.RunRoutes;
import dev.vesper.adapters.routes.fix.FixVenueGateway;
import dev.vesper.desk.execution.VenueGateway;
import dev.vesper.desk.execution.Venues;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.orders.ChildOrder;
import java.nio.file.Path;
import java.util.List;

/** A market of simulated venues on loopback FIX, each run with journals and stores of its own. */
public final class SimulatedMarket implements Venues {
    private static final int SILENCE_SECONDS = 30;

    private final RunRoutes routes;
    private final Path folder;

    /**
     * The market.
     *
     * @param routes by which each run goes
     * @param folder where each run's venues and sessions keep their files
     */
    public SimulatedMarket(RunRoutes routes, Path folder) {
        this.routes = routes;
        this.folder = folder;
    }

    @Override
    public VenueGateway open(RunRecord run, RunMarket market) {
        RouteFiles files = routes.of(run.id());
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
                    files, home.resolve("house"), run.date(), venues.addresses(), SILENCE_SECONDS);
            return new Both(gateway, venues);
        } catch (RuntimeException e) {
            venues.close();
            throw e;
        }
    }

    /** The house's sessions first, then the venues they end at. */
    private record Both(FixVenueGateway gateway, SimulatedVenues venues) implements VenueGateway {
        @Override
        public SliceResult work(List<ChildOrder> children) {
            return gateway.work(children);
        }

        @Override
        public void close() {
            gateway.close();
            venues.close();
        }
    }
}
