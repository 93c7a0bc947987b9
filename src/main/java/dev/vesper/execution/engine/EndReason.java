package dev.vesper.execution.engine;

/** Why a parent ended. */
public enum EndReason {
    /** All of it was filled. */
    COMPLETE(1),
    /** Its window was over. */
    WINDOW(2),
    /** It was cancelled. */
    CANCELLED(3),
    /** Everything was. */
    KILLED(4);

    private static final EndReason[] ALL = values();

    private final int code;

    EndReason(int code) {
        this.code = code;
    }

    /** How it is written in a record, from 1. */
    public int code() {
        return code;
    }

    static EndReason of(int code) {
        return ALL[code - 1];
    }
}
