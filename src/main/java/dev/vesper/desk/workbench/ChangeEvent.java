package dev.vesper.desk.workbench;

import java.time.Instant;
import java.util.List;

/** What happened to one change of the rules, from the draft to the last person who answered for it. */
public sealed interface ChangeEvent {
    /** The term of proposals of before there were terms. */
    Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * Somebody began a draft.
     *
     * @param title what it is to change, for people
     * @param commit of the version it begins as, which was active then
     * @param sha256 of that version's files
     */
    record Begun(String title, String commit, String sha256, String by) implements ChangeEvent {}

    /**
     * Somebody wrote or removed files; a proposal of it is over.
     *
     * @param files that are others now, or gone
     * @param commit of what the draft is now
     * @param sha256 of its files
     * @param note why; may be empty
     */
    record Edited(List<String> files, String commit, String sha256, String by, String note) implements ChangeEvent {
        public Edited {
            files = List.copyOf(files);
        }
    }

    /**
     * Somebody took the last edit back; a proposal is over.
     *
     * @param commit of what the draft was before that edit, and is again
     */
    record Undone(String commit, String sha256, String by) implements ChangeEvent {}

    /**
     * Somebody merged it with what became active since it was begun: it is a draft of that from now on, and a proposal is over.
     *
     * @param baseCommit of what became active
     * @param base sum of its files
     * @param commit of what the draft is now
     * @param note how it was merged; may be empty
     */
    record Merged(String baseCommit, String base, String commit, String sha256, String by, String note)
            implements ChangeEvent {}

    /** Nobody goes on with it. */
    record Discarded(String by, String reason) implements ChangeEvent {}

    /**
     * Somebody asks that it judge orders.
     *
     * @param proposal counted from 1 for each draft: an answer is to one proposal and no other
     * @param sha256 of the files that are proposed
     * @param base sum of the files that are active, which they replace
     * @param shown sum of all that was shown when it was proposed
     * @param effect what these files would have made of recorded days, beside those that are active
     * @param checkers how many people must agree
     * @param because why so many
     * @param from when it is to judge orders, at the earliest; not after the proposal for at once
     * @param until when it is over, where not all agreed by then who are needed
     * @param urgent whether runs that have begun go by it too
     */
    record Proposed(
            int proposal,
            String sha256,
            String base,
            String shown,
            ReplayEffect effect,
            int checkers,
            String because,
            Instant from,
            Instant until,
            boolean urgent,
            String by,
            String reason)
            implements ChangeEvent {}

    /** Nobody is asked any more: its time was over before all agreed who were needed. */
    record Expired(int proposal, Instant until) implements ChangeEvent {}

    /** It is not asked any more. */
    record Withdrawn(int proposal, String by, String reason) implements ChangeEvent {}

    /** Somebody who wrote none of it agreed. */
    record Approved(int proposal, String by, String reason) implements ChangeEvent {}

    /** Somebody said no. */
    record Rejected(int proposal, String by, String reason) implements ChangeEvent {}
}
