package dev.vesper.testing;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.venues.SessionState;
import dev.vesper.desk.venues.VenueConnections;
import dev.vesper.desk.venues.VenueSession;
import dev.vesper.execution.sequence.SequenceNumbers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Sessions that answer at once; what real ones do is seen over FIX in {@code VenueSessionsIT}. */
public final class MemoryConnections implements VenueConnections {
    private final List<VenueSession> sessions = new CopyOnWriteArrayList<>();

    /** A session that is logged on with 17 and 12. */
    public void logsOn(RunId run, String venue, Instant at) {
        sessions.add(new VenueSession(
                run,
                venue,
                "FIX.4.4:VESPER->" + venue,
                SessionState.LOGGED_ON,
                at,
                new SequenceNumbers(17, 12),
                at,
                at,
                11,
                16,
                1,
                0,
                3,
                "The connection to " + venue + " broke",
                at,
                ""));
    }

    @Override
    public List<VenueSession> open() {
        return List.copyOf(sessions);
    }

    @Override
    public void logOut(RunId run, String venue, String by) {
        change(run, venue, one -> to(one, SessionState.LOGGED_OUT, one.numbers(), by));
    }

    @Override
    public void logOn(RunId run, String venue) {
        change(run, venue, one -> to(one, SessionState.LOGGED_ON, one.numbers(), ""));
    }

    @Override
    public void setNumbers(RunId run, String venue, SequenceNumbers before, SequenceNumbers after) {
        change(run, venue, one -> to(one, one.state(), after, one.by()));
    }

    private void change(RunId run, String venue, UnaryOperator<VenueSession> change) {
        for (VenueSession one : sessions) {
            if (one.run().equals(run) && one.venue().equals(venue)) {
                sessions.set(sessions.indexOf(one), change.apply(one));
                return;
            }
        }
        throw Problem.usage("Expected a session of " + run + " with " + venue);
    }

    private static VenueSession to(VenueSession one, SessionState state, SequenceNumbers numbers, String by) {
        return new VenueSession(
                one.run(),
                one.venue(),
                one.id(),
                state,
                one.since(),
                numbers,
                one.lastIn(),
                one.lastOut(),
                one.received(),
                one.sent(),
                one.gaps(),
                one.repeats(),
                one.openOrders(),
                one.fault(),
                one.faultAt(),
                by);
    }
}
