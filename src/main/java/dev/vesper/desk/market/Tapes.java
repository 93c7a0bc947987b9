package dev.vesper.desk.market;

import dev.vesper.desk.firm.Firm;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.MarketTape;

/** Finds what traded on the day of a run. */
@FunctionalInterface
public interface Tapes {
    /**
     * The day's trades: recorded ones where the firm has them, a path drawn from the seed otherwise.
     *
     * @param seed of the run
     */
    MarketTape tape(Firm firm, MarketSnapshot snapshot, long seed);
}
