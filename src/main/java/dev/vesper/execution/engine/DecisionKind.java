package dev.vesper.execution.engine;

/** What an engine decides. */
public enum DecisionKind {
    /** Send a child. */
    CHILD,
    /** Change a child's price. */
    REPLACE,
    /** Cancel a child; its end is told by an event. */
    CANCEL,
    /** A parent is over: none of its children is open, and its number is free. */
    PARENT_ENDED,
    /** An event changed nothing, for a {@link RefusalReason}. */
    REFUSED;

    private static final DecisionKind[] ALL = values();

    /** How it is written in a record, from 1. */
    public int code() {
        return ordinal() + 1;
    }

    static DecisionKind of(int code) {
        return ALL[code - 1];
    }
}
