package dev.vesper.market;

/**
 * When a venue takes orders, within the session of the exchange. Example: a venue from 10:00 to 15:30 takes none at 15:30.
 *
 * @param openMillis milliseconds since midnight at the exchange
 * @param closeMillis of the same day, later; what is left there is cancelled by then
 */
public record VenueHours(long openMillis, long closeMillis) {
    /** A venue that says nothing of its hours: whenever the exchange trades. */
    public static final VenueHours ALL = new VenueHours(0, Long.MAX_VALUE);

    public VenueHours {
        if (openMillis < 0 || closeMillis <= openMillis) {
            throw new IllegalArgumentException(
                    "Expected a close after the open " + openMillis + ", but got " + closeMillis);
        }
    }

    /** Whether an order may go there. */
    public boolean takes(long millis) {
        return millis >= openMillis && millis < closeMillis;
    }
}
