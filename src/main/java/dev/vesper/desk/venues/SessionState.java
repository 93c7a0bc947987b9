package dev.vesper.desk.venues;

import java.util.Locale;

/** Whether a session with a venue can carry orders. */
public enum SessionState {
    /** Both sides have logged on. */
    LOGGED_ON("logged on"),
    /** It is connected again each second until the venue answers. */
    CONNECTING("not connected"),
    /** A person logged it out, and it stays so until a person connects it. */
    LOGGED_OUT("logged out");

    private final String words;

    SessionState(String words) {
        this.words = words;
    }

    /** As it is sent, for example {@code logged-on}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people. */
    public String words() {
        return words;
    }
}
