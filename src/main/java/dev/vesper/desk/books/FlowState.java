package dev.vesper.desk.books;

import java.util.Locale;

/** Where a flow stands. */
public enum FlowState {
    /** It needs somebody who puts it forward, and somebody else who agrees. */
    OPEN,
    /** It was put forward, and needs another person who agrees. */
    PROPOSED,
    /** It is booked once the books stand at its day. */
    DUE,
    /** All of it is booked. */
    BOOKED,
    /** Somebody said no, or took it back before it was booked. */
    REJECTED;

    /** Whether people must do something. */
    public boolean waits() {
        return this == OPEN || this == PROPOSED;
    }

    /** As it is shown, for example {@code booked}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
