package dev.vesper.execution.engine;

/** Why an event was refused. */
public enum RefusalReason {
    /** There is no such kind of event. */
    KIND,
    /** It is earlier than the event before it, or no time at all. */
    TIME,
    /** There is no such instrument. */
    INSTRUMENT,
    /** There is no such parent, or it is not where this event belongs: taken, still without its curve, or ending. */
    PARENT,
    /** No such child is open. */
    CHILD,
    /** A number is out of its range. */
    NUMBER,
    /** Everything was cancelled; nothing new is taken. */
    KILLED,
    /** The instrument's volume would be too large to reckon with. */
    VOLUME;

    private static final RefusalReason[] ALL = values();

    /** How it is written in a record, from 1. */
    public int code() {
        return ordinal() + 1;
    }

    static RefusalReason of(int code) {
        return ALL[code - 1];
    }
}
