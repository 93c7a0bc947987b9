package dev.vesper.execution;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How market time goes by while orders are worked. */
public enum Pace {
    /** As fast as the venues answer: a session takes seconds. */
    FAST,
    /** By the clock: 10:00 of the session comes when it is 10:00 at the exchange. */
    SESSION;

    /** The word of the setting. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Pace::word).toList();
    }
}
