package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.breaker.BreakerRecord;
import dev.vesper.desk.venues.VenueRecord;
import java.util.List;

/**
 * The sessions with the venues. One is open only while its run works orders; whoever acts on one is named, may stop trading,
 * and says why. Each act throws a {@link dev.vesper.basics.Problem} of kind INPUT where there is no such session, and REFUSED
 * where it is denied.
 */
public interface VenueSessions {
    /** Every session that is open, then the venues of the firm that have none. */
    List<VenueRecord> all();

    /**
     * Logs out of a venue. Orders that rest there stay there, nothing more is sent, and the run waits until somebody connects
     * it again or Vesper is started again.
     */
    VenueRecord logOut(RunId run, String venue, String reason);

    /** Connects a session that somebody logged out; what was not answered is said again, in its order. */
    VenueRecord logOn(RunId run, String venue, String reason);

    /**
     * Asks that a session which is logged out goes on with other sequence numbers. Another person agrees by answering the
     * task {@code S-<n>/set-numbers}.
     *
     * @param nextSender number of our next message, from 1
     * @param nextTarget number that we expect next of the venue, from 1
     */
    VenueRecord askNumbers(RunId run, String venue, int nextSender, int nextTarget, String reason);

    /** The circuit breaker of every venue, of the runs that have not ended; of the newest run where all have. */
    List<BreakerRecord> breakers();

    /** Opens a breaker: from the next slice on the venue gets no more orders of the run, until a person closes it. */
    BreakerRecord openBreaker(RunId run, String venue, String reason);

    /** Closes a breaker that is open or half open: from the next slice on the venue gets orders again. */
    BreakerRecord closeBreaker(RunId run, String venue, String reason);
}
