package dev.vesper.execution.killswitch;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import java.util.List;
import java.util.Locale;

/** How much a kill switch stops. */
public enum KillKind {
    /** All that is not sent yet, of every run. */
    EVERYTHING,
    /** The orders of one account. */
    ACCOUNT,
    /** The orders that are worked by one strategy, for example all that follow the clock. */
    STRATEGY,
    /** The child orders to one venue. */
    VENUE;

    private static final Registry<KillKind> WORDS =
            Registry.of("kind of kill switch", KillKind::word, List.of(values()));

    /** As it is typed, stored and shown, for example {@code account}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a word.
     *
     * @throws Problem of kind INPUT that names the known words
     */
    public static KillKind of(String word) {
        return WORDS.get(word);
    }
}
