package dev.vesper.desk.repair.replay;

import dev.vesper.desk.run.ReplayFrom;

/** What people decided about replaying days. */
public sealed interface ReplayEvent {
    /** The run that would be superseded, for example {@code 2018-04-11-001}. */
    String run();

    /** Counted from 1 for each run: an answer is to one request and no other. */
    int request();

    /**
     * Somebody asked that its day be replayed.
     *
     * @param from the first stage that is worked anew
     * @param shown sum of what was shown when it was asked
     */
    record Asked(String run, int request, ReplayFrom from, String shown, String by, String reason)
            implements ReplayEvent {}

    /** Another person agreed: the run is closed, and another takes its place. */
    record Agreed(String run, int request, String by, String reason) implements ReplayEvent {}

    /** Somebody said no, or the one who asked took it back. */
    record Refused(String run, int request, String by, String reason) implements ReplayEvent {}

    /** The run has gone on since it was asked, so nobody can agree any more. */
    record Lapsed(String run, int request) implements ReplayEvent {}
}
