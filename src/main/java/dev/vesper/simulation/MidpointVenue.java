package dev.vesper.simulation;

import dev.vesper.execution.ExecutionSettings;
import dev.vesper.market.Tape;
import dev.vesper.market.Venue;
import java.util.Optional;
import java.util.function.Function;

/** A venue with a {@link MidpointBook}; its counterparties are drawn from the seed and its name. */
final class MidpointVenue implements VenueKind {
    @Override
    public String word() {
        return "midpoint";
    }

    @Override
    public boolean dark() {
        return true;
    }

    @Override
    public double feeBps(ExecutionSettings settings) {
        return settings.midpointFeeBps();
    }

    @Override
    public VenueBook book(Venue venue, Function<String, Optional<Tape>> tapes, long seed) {
        return new MidpointBook(tapes, venue, seed);
    }
}
