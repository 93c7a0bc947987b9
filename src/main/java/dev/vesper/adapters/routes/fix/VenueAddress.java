package dev.vesper.adapters.routes.fix;

import dev.vesper.market.Venue;

/**
 * Where a venue listens.
 *
 * @param port on loopback
 */
public record VenueAddress(Venue venue, int port) {}
