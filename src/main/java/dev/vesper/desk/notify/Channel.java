package dev.vesper.desk.notify;

import dev.vesper.basics.Registry;
import java.util.List;
import java.util.Locale;

/** By which way people are told. */
public enum Channel {
    /** A line where Vesper writes what happens. */
    LOG,
    /** A letter by SMTP. */
    MAIL,
    /** A signed request to another program. */
    WEBHOOK;

    private static final Registry<Channel> WORDS = Registry.of("channel", Channel::word, List.of(values()));

    /** As it is stored, for example {@code mail}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Channel of(String word) {
        return WORDS.get(word);
    }
}
