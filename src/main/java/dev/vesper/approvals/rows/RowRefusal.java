package dev.vesper.approvals.rows;

import dev.vesper.basics.RefusalKind;

/** Why {@link RowDecisions} denies a command. */
public enum RowRefusal implements RefusalKind {
    /** The data was not checked yet. */
    NOT_CHECKED,
    /** Nobody else could tell why. */
    REASON_MISSING,
    /** No row, or more than a person can look at. */
    ROWS_UNCLEAR,
    /** A correction that changes nothing. */
    NOTHING_CHANGED,
    /** Somebody asks for the same row already, or it is decided. */
    ALREADY_ASKED,
    /** The request is unknown or over. */
    NOT_ASKED,
    /** Who asked agrees, or somebody whose name looks the same. */
    SECOND_PERSON_MUST_DIFFER
}
