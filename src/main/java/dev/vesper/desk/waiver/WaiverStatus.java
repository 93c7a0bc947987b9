package dev.vesper.desk.waiver;

import java.util.Locale;

/** Where a waiver stands on a day. */
public enum WaiverStatus {
    /** Somebody asked for it, and waits for another person. */
    ASKED,
    /** Two people agreed, and its last day is not over. */
    IN_FORCE,
    /** Its last day is over, whether it was agreed to or not. */
    EXPIRED,
    REFUSED,
    REVOKED;

    /** As people read it, for example {@code in force}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
