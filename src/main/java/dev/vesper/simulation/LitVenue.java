package dev.vesper.simulation;

import dev.vesper.execution.ExecutionSettings;
import dev.vesper.market.Tape;
import dev.vesper.market.Venue;
import java.util.Optional;
import java.util.function.Function;

/** A venue with a {@link LitBook}. */
final class LitVenue implements VenueKind {
    @Override
    public String word() {
        return "lit";
    }

    @Override
    public boolean dark() {
        return false;
    }

    @Override
    public double feeBps(ExecutionSettings settings) {
        return settings.litFeeBps();
    }

    @Override
    public VenueBook book(Venue venue, Function<String, Optional<Tape>> tapes, long seed) {
        return new LitBook(tapes, venue.feeBps());
    }
}
