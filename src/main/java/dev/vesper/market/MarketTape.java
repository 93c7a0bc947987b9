package dev.vesper.market;

import java.util.Optional;

/** The market's trades of the day: one tape for the desk's engine, the simulated venues and the cost analysis. */
public interface MarketTape {
    /** The session's trades of a symbol, always the same for a run; empty for a symbol nobody knows. */
    Optional<Tape> tape(String symbol);

    /** Whether the trades of a symbol were really made, and are no path that was made up. */
    default boolean recorded(String symbol) {
        return false;
    }
}
