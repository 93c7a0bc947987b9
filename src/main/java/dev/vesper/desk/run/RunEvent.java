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
}
