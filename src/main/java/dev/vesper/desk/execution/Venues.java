package dev.vesper.desk.execution;

import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.run.RunRecord;

/** The way to the venues of a run. */
public interface Venues {
    /**
     * Opens the sessions of a run; the same run finds what its venues already did.
     *
     * @param known what was sent and told before; nothing where the run is new
     * @param gate what an order passes that a session repeats before the first slice is worked
     * @throws dev.vesper.basics.Problem of kind UNAVAILABLE where a venue does not know it any more
     */
    VenueGateway open(RunRecord run, RunMarket market, KnownOrders known, ChildGate gate);
}
