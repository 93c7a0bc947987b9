package dev.vesper.desk.workbench;

import java.time.Instant;
import java.util.List;

/** What a person asks of a change of the rules. */
sealed interface ChangeCommand {
    /** Whose name is given. */
    String by();

    record Begin(String title, RulesVersion base, String by) implements ChangeCommand {}

    /**
     * Writes or removes files.
     *
     * @param seen first digits of the sum of what the writer saw
     */
    record Edit(List<String> files, RulesVersion version, String seen, String by, String note)
            implements ChangeCommand {}

    /** Takes the last edit back. */
    record Undo(String seen, String by) implements ChangeCommand {}

    /**
     * Merges with what became active since.
     *
     * @param base what is active
     * @param seen first digits of the sum of what the writer saw
     */
    record Merge(RulesVersion base, RulesVersion version, String seen, String by, String note)
            implements ChangeCommand {}

    record Discard(String by, String reason) implements ChangeCommand {}

    /**
     * Asks for it to become active.
     *
     * @param base sum of what is active now
     * @param shown sum of all that was shown
     * @param effect what a replay of these files beside the active ones shows
     */
    record Propose(
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
            implements ChangeCommand {}

    record Withdraw(int proposal, String by, String reason) implements ChangeCommand {}

    /**
     * Agrees to a proposal.
     *
     * @param shown sum of all that there is to see now
     * @param at when
     */
    record Approve(int proposal, String shown, Instant at, String by, String reason) implements ChangeCommand {}

    /** Says that its time is over; nobody's act. */
    record Expire(int proposal, Instant at) implements ChangeCommand {
        @Override
        public String by() {
            return "vesper";
        }
    }

    record Reject(int proposal, String by, String reason) implements ChangeCommand {}
}
