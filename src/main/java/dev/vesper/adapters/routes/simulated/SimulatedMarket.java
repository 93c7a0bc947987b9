package dev.vesper.adapters.routes.simulated;

import dev.vesper.adapters.routes.fix.FixVenueGateway;
import dev.vesper.desk.execution.MarketTape;
import dev.vesper.desk.execution.TapeReader;
import dev.vesper.desk.execution.VenueGateway;
import dev.vesper.desk.execution.Venues;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.market.PriceHistory;
import dev.vesper.orders.ChildOrder;
import java.nio.file.Path;
import java.util.List;

/** A market of simulated venues on loopback FIX, each run with journals and stores of its own. */
public final class SimulatedMarket implements Venues {
    private static final int SILENCE_SECONDS = 30;

    private final Path routes;
    private final Path folder;
    private final TapeReader tapes;

    /**
     * The market.
     *
     * @param routes the routes folder
     * @param folder where each run's venues and sessions keep their files
     */
    public SimulatedMarket(Path routes, Path folder, TapeReader tapes) {
        this.tapes = tapes;
        this.routes = routes;
        this.folder = folder;
    }

    @Override
    public MarketTape tape(RunRecord run, Firm firm, PriceHistory prices) {
        return new DayTape(tapes, firm, prices, run.date(), run.seed());
    }

    @Override
    public VenueGateway open(RunRecord run, Firm firm, MarketTape tape) {
        Path home = folder.resolve(run.id().value());
        SimulatedVenues venues =
                SimulatedVenues.start(routes, home.resolve("venues"), run.date(), run.seed(), tape, firm.venues());
        try {
            FixVenueGateway gateway = FixVenueGateway.start(
                    routes, home.resolve("house"), run.date(), venues.addresses(), SILENCE_SECONDS);
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
