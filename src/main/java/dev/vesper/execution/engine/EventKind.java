package dev.vesper.execution.engine;

import org.jspecify.annotations.Nullable;

/** What an engine is told. */
public enum EventKind {
    /** The best prices of an instrument are now these. */
    QUOTE(1),
    /** So many units of an instrument were traded. */
    TRADE(2),
    /** Nothing happened but that it is later. */
    TIME(3),
    /** A parent order; its window and its curve follow, then it is worked. */
    PARENT(4),
    /** When a parent is worked, and of how many points its curve is. */
    WINDOW(5),
    /** One or two points of a parent's curve. */
    CURVE(6),
    /** Other terms for a parent that is worked. */
    AMEND(7),
    /** A parent is worked no longer. */
    CANCEL(8),
    /** Lots of a child were filled. */
    FILL(9),
    /** A child is no longer at the venue. */
    CHILD_ENDED(10),
    /** No children for an instrument until it is resumed. */
    HALT(11),
    /** An instrument is traded again. */
    RESUME(12),
    /** All parents are cancelled, and no others are taken until the engine is opened anew. */
    KILL(13),
    /** Children of an instrument or an account are cancelled, and no others are sent until it is released. */
    STOP(14),
    /** A stop is over. */
    RELEASE(15),
    /** So much of an instrument is held by an account. */
    POSITION(16),
    /** So much cash is an account's. */
    CASH(17),
    /** A new table of limits begins; it does not count yet. */
    LIMITS_BEGIN(18),
    /** Its row of an instrument. */
    INSTRUMENT_LIMITS(19),
    /** Its row of an account. */
    ACCOUNT_LIMITS(20),
    /** Its row of what an account may hold of an instrument. */
    POSITION_LIMITS(21),
    /** The table is whole, and counts from now on. */
    LIMITS(22),
    /** How a parent trades beside its terms, see {@link Style}. */
    STYLE(23),
    /** Another window for a parent that is worked. */
    AMEND_WINDOW(24),
    /** What the children of a parent are pegged to, see {@link Peg}. */
    PEG(25),
    /** Sizes and times of a parent are drawn from a seed, see {@link Drawn}. */
    RANDOM(26),
    /** The venue did not change a child's price as it was asked to; the child stands at this one. */
    REPLACE_REFUSED(27);

    private static final EventKind[] ALL = values();

    private final int code;

    EventKind(int code) {
        this.code = code;
    }

    /** How it is written in a record, from 1. */
    public int code() {
        return code;
    }

    /** The kind of a code, null where there is none. */
    static @Nullable EventKind of(int code) {
        return code >= 1 && code <= ALL.length ? ALL[code - 1] : null;
    }
}
