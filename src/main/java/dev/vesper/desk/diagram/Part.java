package dev.vesper.desk.diagram;

import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.run.StageName;

/** What an element of a process does for the day, whatever its id and its name are. */
public sealed interface Part {
    /** A service task that a stage works. */
    record Works(StageName stage) implements Part {}

    /** A user task that asks one question. */
    record Asks(TaskKind question) implements Part {}

    /**
     * A user task in which people approve.
     *
     * @param step its number
     * @param open whether no group is drawn, so that the tables say who is asked here, and how many
     */
    record Approves(int step, boolean open) implements Part {}

    /** The task that claims the run. */
    record Begins() implements Part {}

    /** The task that records how the day ended. */
    record Ends(boolean refused) implements Part {}

    /** A task that reminds people: it is beside the way, and nothing is told of it. */
    record Reminds() implements Part {}

    /** Another process, which is called. */
    record Calls(String process) implements Part {}

    /** A sub-process, whose elements are drawn in it. */
    record Holds() implements Part {}

    /** Where a process or sub-process is entered. */
    record Starts() implements Part {}

    /** Where it is left. */
    record Finishes(boolean refused) implements Part {}

    /** A gateway that goes one way of several. */
    record Chooses() implements Part {}

    /** An event at the side of an activity that takes over where that is refused. */
    record Catches(String activity) implements Part {}

    /** Whatever is passed without a trace: a gateway that forks or joins, an event. */
    record Passes() implements Part {}

    /** Whether other elements are in it. */
    default boolean holds() {
        return this instanceof Calls || this instanceof Holds;
    }

    /** Whether it is gone through by itself. */
    default boolean passive() {
        return this instanceof Starts || this instanceof Chooses || this instanceof Catches || this instanceof Passes;
    }
}
