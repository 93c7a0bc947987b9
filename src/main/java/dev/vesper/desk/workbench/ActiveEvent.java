package dev.vesper.desk.workbench;

import java.time.Instant;

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
     */
    record Activated(
            String draft,
            int proposal,
            String commit,
            String sha256,
            String before,
            boolean urgent,
            Instant from,
            String by)
            implements ActiveEvent {}
}
