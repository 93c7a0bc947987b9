package dev.vesper.books;

import dev.vesper.basics.RefusalKind;

/** Why {@link Ledger} denies a command. */
public enum LedgerRefusal implements RefusalKind {
    /** An entry whose lines do not sum to zero for each unit. */
    UNBALANCED,
    /** An amount that the books cannot hold to its last digit. */
    TOO_FINE,
    /** A lot of another account. */
    FOREIGN_LOT,
    /** An entry of the same kind and source, but with other content, stands already. */
    ALREADY_BOOKED,
    /** More units taken from a lot than it holds. */
    LOT_BELOW_ZERO,
    /** A cost left behind without units. */
    COST_WITHOUT_UNITS,
    /** A lot opened short without saying so. */
    SHORT_WITHOUT_CODE,
    /** The entry to be taken back was never booked so. */
    UNKNOWN_ENTRY,
    /** It was taken back already. */
    ALREADY_REVERSED,
    /** A reversal is not taken back: what is right is booked anew. */
    REVERSAL_OF_REVERSAL,
    /** A later entry hangs on one of its lots: the newest is taken back first. */
    LATER_ENTRY,
    /** It would count from a day that is closed. */
    CLOSED_PERIOD
}
