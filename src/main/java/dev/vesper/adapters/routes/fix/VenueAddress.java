package dev.vesper.adapters.routes.fix;

import dev.vesper.market.Venue;
import java.util.Optional;
import quickfix.SessionID;

/**
 * Where a venue listens.
 *
 * @param port on loopback for a simulated one, else at its host
 * @param real how it is reached where it is outside of this program; absent for a simulated one
 */
public record VenueAddress(Venue venue, int port, Optional<RealVenue> real) {
    /** A simulated one. */
    public VenueAddress(Venue venue, int port) {
        this(venue, port, Optional.empty());
    }

    /** One outside of this program. */
    public static VenueAddress of(Venue venue, RealVenue real) {
        return new VenueAddress(venue, real.port(), Optional.of(real));
    }

    /** The session as the house sees it. */
    SessionID session() {
        return new SessionID(
                "FIX.4.4",
                real.flatMap(RealVenue::sender).orElse(venue.senderCompId()),
                real.flatMap(RealVenue::target).orElse(venue.targetCompId()));
    }
}
