package dev.vesper.books.reconcile;

import dev.vesper.basics.RefusalKind;

/** Why {@link Reconciliation} denies a command. */
public enum ReconcileRefusal implements RefusalKind {
    /** A statement of a day before the one that was reconciled last. */
    OLDER_STATEMENT,
    /** More breaks than anybody could decide. */
    ANOTHER_BOOK,
    /** No break has that id. */
    UNKNOWN_BREAK,
    /** A later statement does not show it any more, or an adjusting entry is asked for already. */
    NOT_OPEN,
    /** A decision without a reason. */
    NO_REASON,
    /** No entry mends it: a trade, a split or a name must be put right where it is wrong. */
    NOT_ADJUSTABLE
}
