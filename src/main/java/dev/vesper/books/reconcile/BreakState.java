package dev.vesper.books.reconcile;

import java.util.Locale;

/** Where a break stands. */
public enum BreakState {
    /** Somebody must decide it. */
    OPEN,
    /** Timing: it goes by itself on a day that is known. */
    EXPLAINED,
    /** Somebody decided that the books are right, and why. */
    KEPT,
    /** Somebody asked for an adjusting entry, which brings the books to the custodian's figure. */
    ACCEPTED,
    /** A later statement does not show it any more. */
    CLEARED;

    /** As it is shown, for example {@code open}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
