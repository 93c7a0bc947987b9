package dev.vesper.desk.market;

import dev.vesper.desk.firm.Firm;
import dev.vesper.execution.NextSessions;
import dev.vesper.execution.WorkingSession;
import dev.vesper.market.Instrument;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.MarketTape;
import dev.vesper.market.SessionPrices;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The firm of a run, and the market it meets.
 *
 * @param firm from the inputs frozen for the run
 * @param snapshot reference data and prices up to the business date
 * @param sessions in which its orders are worked
 * @param tape what trades in them
 */
public record RunMarket(Firm firm, MarketSnapshot snapshot, NextSessions sessions, MarketTape tape) {
    /** In which session the orders of a symbol are worked; one that the firm does not know, in the firm's own. */
    public WorkingSession session(String symbol) {
        Instrument instrument = snapshot.instruments().get(symbol);
        return instrument == null ? sessions.standard() : sessions.of(instrument);
    }

    /** Arrival and last price of the session by symbol; one without a trade is absent. */
    public SortedMap<String, SessionPrices> prices(Collection<String> symbols) {
        SortedMap<String, SessionPrices> prices = new TreeMap<>();
        for (String symbol : symbols) {
            tape.tape(symbol)
                    .filter(day -> day.trades() > 0)
                    .ifPresent(day -> prices.put(symbol, new SessionPrices(day.price(0), day.price(day.trades() - 1))));
        }
        return prices;
    }
}
