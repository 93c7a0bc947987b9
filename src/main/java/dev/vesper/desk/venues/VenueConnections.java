package dev.vesper.desk.venues;

import dev.vesper.basics.RunId;
import dev.vesper.execution.sequence.SequenceNumbers;
import java.util.List;

/** The sessions that are open now, and the levers on them. */
public interface VenueConnections {
    /** In the order in which they were opened. */
    List<VenueSession> open();

    /**
     * Logs out, once what is being sent has gone, and stays so: the run waits.
     *
     * @param by who does it and why, for whoever looks
     * @throws dev.vesper.basics.Problem of kind INPUT where there is no such session
     */
    void logOut(RunId run, String venue, String by);

    /**
     * Connects again, within a second or two.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where there is no such session
     */
    void logOn(RunId run, String venue);

    /**
     * Goes on with other numbers from its next logon.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where there is no such session, REFUSED where it is not logged out or
     *     has other numbers than these before, UNAVAILABLE where they cannot be kept
     */
    void setNumbers(RunId run, String venue, SequenceNumbers before, SequenceNumbers after);
}
