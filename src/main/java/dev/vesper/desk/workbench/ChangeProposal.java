package dev.vesper.desk.workbench;

import java.time.Instant;
import java.util.List;

/**
 * What is asked of checkers.
 *
 * @param draft its id
 * @param number which proposal of it, counted from 1
 * @param checkers how many must agree
 * @param because why so many
 * @param approvals who agreed so far
 * @param from when it is to judge orders, at the earliest
 * @param until when it is over, where not all agreed by then who are needed
 * @param urgent whether runs that have begun go by it too
 * @param by who proposed
 * @param reason why
 * @param effect what it would have made of recorded days
 * @param shown sum of all that was shown
 */
public record ChangeProposal(
        String draft,
        int number,
        int checkers,
        String because,
        List<String> approvals,
        Instant from,
        Instant until,
        boolean urgent,
        String by,
        String reason,
        ReplayEffect effect,
        String shown) {
    public ChangeProposal {
        approvals = List.copyOf(approvals);
    }

    /** Whether it ever is over by itself: proposals of before terms are not. */
    public boolean expires() {
        return !until.equals(ChangeEvent.NEVER);
    }
}
