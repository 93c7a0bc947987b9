package dev.vesper.adapters.console.access;

import dev.vesper.desk.operations.Caller;
import java.time.Instant;

/**
 * Lets somebody in.
 *
 * @param number unlike that of every other ticket
 * @param until not good from then on
 */
record Ticket(Use use, Caller caller, String number, Instant until) {
    /** What it is good for. */
    enum Use {
        /** Once, from a link. */
        ENTER,
        /** Many times, from a cookie. */
        STAY
    }
}
