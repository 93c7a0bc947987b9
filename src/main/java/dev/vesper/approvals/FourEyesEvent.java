package dev.vesper.approvals;

import java.util.List;

/** What happened to an approval. */
public sealed interface FourEyesEvent
        permits FourEyesEvent.Proposed,
                FourEyesEvent.Declined,
                FourEyesEvent.Approved,
                FourEyesEvent.Rejected,
                FourEyesEvent.LeftOut,
                TaskEvent {
    /**
     * A maker put the trades forward.
     *
     * @param proposal sum of the proposal, 64 hex digits; empty where an older Vesper asked
     * @param needed the approvals that the proposal needs
     */
    record Proposed(String maker, String proposal, List<ApprovalStep> needed) implements FourEyesEvent {
        public Proposed {
            needed = List.copyOf(needed);
        }
    }

    /** The maker did not put the trades forward. */
    record Declined(String by, String reason) implements FourEyesEvent {}

    /**
     * Another person agreed.
     *
     * @param proposal sum of the proposal that was approved, the one that was put forward
     * @param step number of the approval
     * @param group as whose member
     */
    record Approved(String checker, String proposal, int step, String group) implements FourEyesEvent {}

    /**
     * Whoever proposes or approves left single orders out: they are not sent, whatever else is approved. Their yes to the rest
     * stands beside it.
     *
     * @param step number of the approval that is given with it, 0 where the maker left them out
     * @param orders ids of what is left out, each once
     * @param rest sum of the proposal without all that is left out so far: what is asked about from now on
     */
    record LeftOut(int step, String by, List<String> orders, String reason, String rest) implements FourEyesEvent {
        public LeftOut {
            orders = List.copyOf(orders);
        }
    }

    /** A person turned the proposal down. */
    record Rejected(String by, String reason) implements FourEyesEvent {}
}
