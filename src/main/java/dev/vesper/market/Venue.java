package dev.vesper.market;

import java.math.BigDecimal;

/**
 * Where orders may be sent, one row of the firm's table of venues. Example: LONDON, a lit book, reached as VESPER to LONDON,
 * at 0.25 basis points.
 *
 * @param name in capitals; it is part of every client order id and names the venue's folder
 * @param kind word of the sort of book it is, for example {@code lit}
 * @param dark whether it shows nobody, so that only a share of a slice is tried there
 * @param senderCompId our name on its FIX session
 * @param targetCompId its name on its FIX session
 * @param feeBps charged on each fill's notional, in basis points; less than zero where it pays for orders
 * @param port on loopback, or 0 for any that is free
 * @param terms fees by the unit, latency, lots, least quantity and price steps: what the router asks
 */
public record Venue(
        String name,
        String kind,
        boolean dark,
        String senderCompId,
        String targetCompId,
        BigDecimal feeBps,
        int port,
        VenueTerms terms) {
    /** A venue of which nothing beside its fee in basis points is known. */
    public Venue(
            String name,
            String kind,
            boolean dark,
            String senderCompId,
            String targetCompId,
            BigDecimal feeBps,
            int port) {
        this(name, kind, dark, senderCompId, targetCompId, feeBps, port, VenueTerms.NONE);
    }
}
