package dev.vesper.desk.market;

import dev.vesper.desk.firm.Firm;
import dev.vesper.execution.NextSessions;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.MarketTape;
import dev.vesper.market.PriceHistory;

/** Finds what trades in the sessions of a run. */
@FunctionalInterface
public interface Tapes {
    /**
     * The trades of the sessions: recorded ones where the firm has them, a path drawn from the seed otherwise.
     *
     * @param snapshot what is known at the close that decided
     * @param sessions in which the orders are worked
     * @param prices those of the sessions among them, where the firm has them: for the market alone, no decision sees them
     * @param seed of the run
     */
    MarketTape tape(Firm firm, MarketSnapshot snapshot, NextSessions sessions, PriceHistory prices, long seed);
}
