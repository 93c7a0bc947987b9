package dev.vesper.approvals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where an approval stands. */
public sealed interface FourEyesState {
    /** What was left out so far of what is not turned down, in the order in which it was. */
    default List<FourEyesEvent.LeftOut> leftOut() {
        return List.of();
    }

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
     * @param leftOut what its maker and its first checker left out; the sum is that of the rest
     */
    record AwaitingChecker(
            String maker,
            String proposal,
            List<ApprovalStep> needed,
            List<GivenApproval> given,
            List<FourEyesEvent.LeftOut> leftOut)
            implements FourEyesState {
        public AwaitingChecker {
            needed = List.copyOf(needed);
            given = List.copyOf(given);
            leftOut = List.copyOf(leftOut);
        }

        /** Of which nothing is left out. */
        public AwaitingChecker(String maker, String proposal, List<ApprovalStep> needed, List<GivenApproval> given) {
            this(maker, proposal, needed, given, List.of());
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
     * @param leftOut what was left out of it; the sum is that of the rest
     */
    record Approved(String maker, List<GivenApproval> by, String proposal, List<FourEyesEvent.LeftOut> leftOut)
            implements FourEyesState {
        public Approved {
            by = List.copyOf(by);
            leftOut = List.copyOf(leftOut);
        }

        /** Of which nothing is left out. */
        public Approved(String maker, List<GivenApproval> by, String proposal) {
            this(maker, by, proposal, List.of());
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
