package dev.vesper.desk.repair.move;

import java.util.SortedMap;

/** What happened to the tokens of runs by people's hands. */
public sealed interface MoveEvent {
    /** The run, for example {@code 2018-04-11-001}. */
    String run();

    /** Counted from 1 for each run: an answer is to one request and no other. */
    int request();

    /**
     * Somebody asked that the token be moved.
     *
     * @param attempt which instance of the run it was moved from; those after it take up their work there
     * @param call id of the day's element that calls the process
     * @param process id of the process the token goes to
     * @param element id of the element in it; empty for its beginning
     * @param variables what the process is told beside, by name
     * @param shown sum of what was shown when it was asked
     */
    record Asked(
            String run,
            int request,
            int attempt,
            String call,
            String process,
            String element,
            SortedMap<String, String> variables,
            String shown,
            String by,
            String reason)
            implements MoveEvent {}

    /** Another person agreed: from now on the run takes up its work there. */
    record Agreed(String run, int request, String by, String reason) implements MoveEvent {}

    /** Somebody said no, or the one who asked took it back. */
    record Refused(String run, int request, String by, String reason) implements MoveEvent {}

    /** The run has gone on since it was asked, so nobody can agree any more. */
    record Lapsed(String run, int request) implements MoveEvent {}
}
