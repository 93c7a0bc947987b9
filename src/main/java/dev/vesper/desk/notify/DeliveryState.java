package dev.vesper.desk.notify;

import java.util.Locale;

/** Where the telling of one thing to one place stands. */
public enum DeliveryState {
    /** To be sent, for the first time or again. */
    WAITING,
    SENT,
    /** It was tried for three days. */
    GIVEN_UP;

    /** As it is stored and counted, for example {@code given-up}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static DeliveryState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
