package dev.vesper.desk.workbench;

import java.time.Instant;
import java.util.List;

/**
 * A change of the rules, from its beginning to its end.
 *
 * @param id for example {@code D-3}
 * @param title what it is to change
 * @param base the version that was active when it was begun
 * @param now what it is: whoever writes says the first digits of its sum, as they saw it
 * @param makers whoever wrote any of it: they do not check it
 * @param steps what happened to it, oldest first
 */
public record Draft(
        String id,
        String title,
        State state,
        RulesVersion base,
        RulesVersion now,
        List<String> makers,
        List<Step> steps) {
    public Draft {
        makers = List.copyOf(makers);
        steps = List.copyOf(steps);
    }

    /** How far it is. */
    public enum State {
        /** People write it. */
        OPEN,
        /** It waits for people who agree. */
        PROPOSED,
        /** All who are needed agreed; it is to judge orders at its time. */
        APPROVED,
        /** It came to judge orders. */
        ACTIVATED,
        /** It came to judge orders, and was taken back at once, by itself. */
        ROLLED_BACK,
        DISCARDED
    }

    /**
     * One thing that happened to it.
     *
     * @param act for example {@code edited}
     * @param files that it was about
     * @param version of the draft after it, its first 12 digits
     * @param note what was said of it
     */
    public record Step(Instant at, String by, String act, List<String> files, String version, String note) {
        public Step {
            files = List.copyOf(files);
        }
    }
}
