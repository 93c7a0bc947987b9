package dev.vesper.desk.workbench;

import java.time.Instant;
import java.util.List;

/** What came to judge orders. */
public sealed interface ActiveEvent {
    /** The folder as it stood when Vesper first looked: nobody had been asked before. */
    record Adopted(String commit, String sha256) implements ActiveEvent {}

    /**
     * A change that people agreed on.
     *
     * @param draft its id
     * @param proposal which of it
     * @param before sum of the files that judged until then
     * @param urgent whether runs that had begun go by it too
     * @param from when it was to, at the earliest
     * @param by who let it, or {@code vesper} at its time
     * @param guarded whether it is asked what was found of it before, now that it judges; earlier ones were not
     */
    record Activated(
            String draft,
            int proposal,
            String commit,
            String sha256,
            String before,
            boolean urgent,
            Instant from,
            String by,
            boolean guarded)
            implements ActiveEvent {}

    /**
     * What was found of a change before is so now that it judges.
     *
     * @param asked how many cases and recorded accounts were asked
     */
    record Guarded(String draft, int asked) implements ActiveEvent {}

    /**
     * The version before judges again, because something that was found of the change before is not so.
     *
     * @param commit of the version before
     * @param sha256 of its files
     * @param before sum of the files of the change
     * @param because what is not so, a sentence each, the first few
     */
    record RolledBack(String draft, int proposal, String commit, String sha256, String before, List<String> because)
            implements ActiveEvent {
        public RolledBack {
            because = List.copyOf(because);
        }
    }
}
