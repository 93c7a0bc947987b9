package dev.vesper.execution.engine;

/** Why an event was refused. */
public enum RefusalReason {
    /** There is no such kind of event. */
    KIND(1),
    /** It is earlier than the event before it, or no time at all. */
    TIME(2),
    /** There is no such instrument. */
    INSTRUMENT(3),
    /** There is no such parent, or it is not where this event belongs: taken, still without its curve, or ending. */
    PARENT(4),
    /** No such child is open. */
    CHILD(5),
    /** A number is out of its range. */
    NUMBER(6),
    /** Everything was cancelled; nothing new is taken. */
    KILLED(7),
    /** The instrument's volume would be too large to reckon with. */
    VOLUME(8),
    /** There is no such account. */
    ACCOUNT(9),
    /** The table of limits is not newer than the one that counts, or not the one that was begun. */
    VERSION(10),
    /** A position or cash would be too large to reckon with. */
    AMOUNT(11);

    private static final RefusalReason[] ALL = values();

    private final int code;

    RefusalReason(int code) {
        this.code = code;
    }

    /** How it is written in a record, from 1. */
    public int code() {
        return code;
    }

    static RefusalReason of(int code) {
        return ALL[code - 1];
    }
}
