package dev.vesper.adapters.routes.fix;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.venues.VenueConnections;
import dev.vesper.desk.venues.VenueSession;
import dev.vesper.execution.sequence.SequenceNumbers;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sessions of every run that works orders now. */
public final class OpenSessions implements VenueConnections {
    private final List<RunSessions> runs = new CopyOnWriteArrayList<>();
    private final InstantSource clock;

    public OpenSessions(InstantSource clock) {
        this.clock = clock;
    }

    /** Those of one run, seen from {@link RunSessions#open} on until they are closed. */
    public RunSessions of(RunId run) {
        return new RunSessions(run, clock, this);
    }

    void opened(RunSessions sessions) {
        runs.add(sessions);
    }

    void closed(RunSessions sessions) {
        runs.remove(sessions);
    }

    @Override
    public List<VenueSession> open() {
        return runs.stream().flatMap(sessions -> sessions.shown().stream()).toList();
    }

    @Override
    public void logOut(RunId run, String venue, String by) {
        session(run, venue).logOut(by);
    }

    @Override
    public void logOn(RunId run, String venue) {
        session(run, venue).logOn();
    }

    @Override
    public void setNumbers(RunId run, String venue, SequenceNumbers before, SequenceNumbers after) {
        session(run, venue).setNumbers(before, after);
    }

    private WatchedSession session(RunId run, String venue) {
        return runs.stream()
                .filter(sessions -> sessions.run().equals(run))
                .flatMap(sessions -> sessions.find(venue).stream())
                .findFirst()
                .orElseThrow(() -> Problem.usage("Expected a session of run " + run + " with " + venue
                        + ", but the run has closed it in this moment"));
    }
}
