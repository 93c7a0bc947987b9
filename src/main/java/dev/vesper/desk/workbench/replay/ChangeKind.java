package dev.vesper.desk.workbench.replay;

import java.util.Locale;

/** What other rules would have made of an order, or said of an account. */
public enum ChangeKind {
    /** The day let some of it go, these rules none. */
    NEWLY_DENIED,
    /** The day let none of it go, these rules some. */
    NEWLY_ALLOWED,
    /** Less of it would have gone. */
    CUT_MORE,
    /** More of it would have gone. */
    CUT_LESS,
    /** The approver would have been told. */
    NEWLY_WARNED,
    /** The approver was told, and would not have been. */
    NO_LONGER_WARNED;

    /** As people read it: {@code newly denied}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** As programs write it: {@code newly-denied}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
