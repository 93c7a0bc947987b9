package dev.vesper.orders.state;

/** Where an order stands; FIX's OrdStatus (tag 39) where a venue says it, and what only we can know. */
public enum OrderStatus {
    /** Decided and stored, not sent. */
    INTENDED,
    /** Sent; the venue has not answered. */
    SENT,
    /** The venue says that it does not know it: it may be sent again under the same id. */
    UNKNOWN,
    /** Open at the venue. */
    NEW,
    /** Open at the venue, filled in part. */
    PARTIALLY_FILLED,
    /** A cancel was sent, and the order lives until the venue says otherwise. */
    PENDING_CANCEL,
    FILLED,
    /** The venue does no more with it today. */
    DONE_FOR_DAY,
    CANCELLED,
    EXPIRED,
    /** Refused by the venue. */
    REJECTED,
    /** Refused by us: it never left. */
    DENIED,
    /** Nobody knows what the venue did with it, or it said two things that cannot both be so; only the venue can tell. */
    IN_DOUBT;

    /** Whether nothing more is expected of it. What comes all the same is heard: late fills are real. */
    public boolean ended() {
        return switch (this) {
            case FILLED, DONE_FOR_DAY, CANCELLED, EXPIRED, REJECTED, DENIED -> true;
            case INTENDED, SENT, UNKNOWN, NEW, PARTIALLY_FILLED, PENDING_CANCEL, IN_DOUBT -> false;
        };
    }
}
