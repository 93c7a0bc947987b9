package dev.vesper.desk.review;

import dev.vesper.basics.RefusalKind;

/** Why {@link ReviewRules} denies a command. */
public enum ReviewRefusal implements RefusalKind {
    /** There is none of this id. */
    UNKNOWN,
    /** The source does not find it any more. */
    CLEARED,
    /** Somebody answered it as it stands. */
    ANSWERED,
    /** No reason is said. */
    NO_REASON
}
