package dev.vesper.desk.diagram;

/** How far a run is with one element of its processes. */
public enum Standing {
    /** It comes when what is worked now goes well. */
    NEXT,
    DONE,
    /** The run is there. */
    ACTIVE,
    /** The run is there, and a person is asked. */
    WAITING,
    /** It broke, and the run stands still. */
    FAILED,
    /** A gate or a person said no. */
    REFUSED,
    /** The run was there when it was closed. */
    STOPPED;

    /** Whether the run is there now. */
    public boolean current() {
        return this == ACTIVE || this == WAITING || this == FAILED;
    }
}
