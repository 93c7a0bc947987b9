package dev.vesper.orders.state;

import dev.vesper.basics.RefusalKind;

/** Why {@link OrderLife} denies something. */
public enum OrderRefusal implements RefusalKind {
    /** It is withheld after it left: it can only be cancelled. */
    ALREADY_LEFT,
    /** It is sent though it was withheld, or though the venue has it. */
    MUST_NOT_LEAVE,
    /** A venue tells a fill of nothing, or of less. */
    NO_QUANTITY,
    /** A venue tells one ExecID with two contents. */
    TOLD_DIFFERENTLY
}
