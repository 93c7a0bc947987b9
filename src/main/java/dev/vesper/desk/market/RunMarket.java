package dev.vesper.desk.market;

import dev.vesper.desk.firm.Firm;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.MarketTape;

/**
 * The firm of a run, and the market it meets.
 *
 * @param firm from the inputs frozen for the run
 * @param snapshot reference data and prices up to the business date
 * @param tape what traded on the business date
 */
public record RunMarket(Firm firm, MarketSnapshot snapshot, MarketTape tape) {}
