package dev.vesper.simulation;

import dev.vesper.execution.ExecutionSettings;
import dev.vesper.market.Tape;
import dev.vesper.market.Venue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** A sort of venue: what its book is, and what holds for a venue whose row says nothing. */
public interface VenueKind {
    /** What the table of venues calls it, for example {@code lit}. */
    String word();

    /** Whether it shows nobody, so that only a share of a slice is tried there. */
    boolean dark();

    /** The fee of a venue whose row has none, in basis points of notional. */
    double feeBps(ExecutionSettings settings);

    /**
     * An empty book before the open.
     *
     * @param tapes the day's trades by symbol
     * @param seed of everything that is drawn
     */
    VenueBook book(Venue venue, Function<String, Optional<Tape>> tapes, long seed);

    /** A venue of this kind with everything else as it is where the table says nothing. */
    default Venue venue(String name, ExecutionSettings settings) {
        return new Venue(name, word(), dark(), VenueKinds.OWN_NAME, name, BigDecimal.valueOf(feeBps(settings)), 0);
    }
}
