package dev.vesper.desk.execution;

import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.market.PriceHistory;

/** The market of a run: what traded on its day, and the way to the venues. */
public interface Venues {
    /** The day's trades: recorded ones where the firm has them, a seeded path otherwise. */
    MarketTape tape(RunRecord run, Firm firm, PriceHistory prices);

    /** Opens the sessions of a run; the same run finds what its venues already did. */
    VenueGateway open(RunRecord run, Firm firm, MarketTape tape);
}
