package dev.vesper.desk.execution;

import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.run.RunRecord;

/** The way to the venues of a run. */
public interface Venues {
    /** Opens the sessions of a run; the same run finds what its venues already did. */
    VenueGateway open(RunRecord run, RunMarket market);
}
