package dev.vesper.approvals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where an approval stands. */
public sealed interface FourEyesState {
    /** Nobody has put anything forward. */
    record NotProposed() implements FourEyesState {}

    /** Never put forward. */
    record Declined(String by, String reason) implements FourEyesState {}

    /**
     * Proposed, and not yet approved by all who must.
     *
     * @param proposal its sum
     * @param needed the approvals it needs
     * @param given those that it has, fewer than it needs
     */
    record AwaitingChecker(String maker, String proposal, List<ApprovalStep> needed, List<GivenApproval> given)
            implements FourEyesState {
        public AwaitingChecker {
            needed = List.copyOf(needed);
            given = List.copyOf(given);
        }

        /** The step of a number, where it still waits for somebody. */
        Optional<ApprovalStep> open(int number) {
            return needed.stream()
                    .filter(step ->
                            step.number() == number && given.stream().noneMatch(approval -> approval.step() == number))
                    .findFirst();
        }
    }

    /**
     * As many different people agreed on the proposal as it needs.
     *
     * @param by one approval for each step, in the order in which they were given
     * @param proposal its sum; empty where an older Vesper asked them
     */
    record Approved(String maker, List<GivenApproval> by, String proposal) implements FourEyesState {
        public Approved {
            by = List.copyOf(by);
        }

        /** Who approved, in a line: {@code ben, dora (risk)}. */
        public String checkers() {
            return by.stream()
                    .map(given -> given.checker()
                            + (given.group().equals(ApprovalStep.CHECKERS) ? "" : " (" + given.group() + ")"))
                    .collect(Collectors.joining(", "));
        }
    }

    /** Turned down. */
    record Rejected(String maker, String by, String reason) implements FourEyesState {}
}
