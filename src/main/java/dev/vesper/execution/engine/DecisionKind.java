package dev.vesper.execution.engine;

/** What an engine decides. */
public enum DecisionKind {
    /** Send a child. */
    CHILD(1),
    /** Change a child's price. */
    REPLACE(2),
    /** Cancel a child; its end is told by an event. */
    CANCEL(3),
    /** A parent is over: none of its children is open, and its number is free. */
    PARENT_ENDED(4),
    /** An event changed nothing, for a {@link RefusalReason}. */
    REFUSED(5),
    /** A child was not sent, for a {@link DenialReason}; its parent waits and tries anew. */
    DENIED(6);

    private static final DecisionKind[] ALL = values();

    private final int code;

    DecisionKind(int code) {
        this.code = code;
    }

    /** How it is written in a record, from 1. */
    public int code() {
        return code;
    }

    static DecisionKind of(int code) {
        return ALL[code - 1];
    }
}
