package dev.vesper.desk.operations;

import dev.vesper.basics.Registry;
import java.util.List;
import java.util.Locale;

/**
 * Which tasks somebody wants to see.
 *
 * @param whose those that wait for the caller, or everybody's
 * @param state whether they are answered
 * @param group of one inbox only; empty for all
 */
public record TaskFilter(Whose whose, State state, String group) {
    /** Whether a task waits for whoever looks. */
    public enum Whose {
        MINE,
        ALL;

        /** By their words. */
        public static final Registry<Whose> WORDS = Registry.of("whose", Whose::word, List.of(values()));

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a task is answered. */
    public enum State {
        OPEN,
        OVERDUE,
        ANSWERED;

        /** By their words. */
        public static final Registry<State> WORDS = Registry.of("state of tasks", State::word, List.of(values()));

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
