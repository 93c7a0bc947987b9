package dev.vesper.desk.run;

import dev.vesper.basics.RunId;
import dev.vesper.desk.event.StreamId;
import dev.vesper.orders.slice.RowSum;

/** What happened to a run. */
public sealed interface RunEvent {
    /** The stream of a run, for example {@code run/2018-04-11-001}. */
    static StreamId<RunEvent> stream(RunId run) {
        return new StreamId<>(RunEvent.class, "run/" + run);
    }

    /**
     * Its id was given and its inputs are frozen.
     *
     * @param run see {@link RunSum}
     * @param inputs its frozen files, see {@link Inputs#sum}
     */
    record Opened(RowSum run, RowSum inputs) implements RunEvent {}

    /**
     * It takes the place of another run of its date, whose stages before one are not worked anew.
     *
     * @param run the other one, for example {@code 2018-04-11-001}
     */
    record Supersedes(String run, ReplayFrom from) implements RunEvent {}

    /**
     * Another run took its place: it is closed, and nothing more is done for it.
     *
     * @param run the other one, for example {@code 2018-04-11-002}
     */
    record Superseded(String run, ReplayFrom from) implements RunEvent {}
}
