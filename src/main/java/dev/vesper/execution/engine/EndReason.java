package dev.vesper.execution.engine;

/** Why a parent ended. */
public enum EndReason {
    /** All of it was filled. */
    COMPLETE,
    /** Its window was over. */
    WINDOW,
    /** It was cancelled. */
    CANCELLED,
    /** Everything was. */
    KILLED;

    private static final EndReason[] ALL = values();

    /** How it is written in a record, from 1. */
    public int code() {
        return ordinal() + 1;
    }

    static EndReason of(int code) {
        return ALL[code - 1];
    }
}
