package dev.vesper.execution.engine;

import org.jspecify.annotations.Nullable;

/** What an engine is told. */
public enum EventKind {
    /** The best prices of an instrument are now these. */
    QUOTE,
    /** So many units of an instrument were traded. */
    TRADE,
    /** Nothing happened but that it is later. */
    TIME,
    /** A parent order; its window and its curve follow, then it is worked. */
    PARENT,
    /** When a parent is worked, and of how many points its curve is. */
    WINDOW,
    /** One or two points of a parent's curve. */
    CURVE,
    /** Other terms for a parent that is worked. */
    AMEND,
    /** A parent is worked no longer. */
    CANCEL,
    /** Lots of a child were filled. */
    FILL,
    /** A child is no longer at the venue. */
    CHILD_ENDED,
    /** No children for an instrument until it is resumed. */
    HALT,
    /** An instrument is traded again. */
    RESUME,
    /** All parents are cancelled, and no others are taken until the engine is opened anew. */
    KILL;

    private static final EventKind[] ALL = values();

    /** How it is written in a record, from 1. */
    public int code() {
        return ordinal() + 1;
    }

    /** The kind of a code, null where there is none. */
    static @Nullable EventKind of(int code) {
        return code >= 1 && code <= ALL.length ? ALL[code - 1] : null;
    }
}
