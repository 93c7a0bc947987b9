package dev.vesper.approvals;

/** What happened to a proposal. */
public sealed interface ProposalEvent {
    /**
     * It was decided, and may be put before people.
     *
     * @param needed how many must approve it, and who
     */
    record Decided(ProposalSum proposal, ApprovalsNeeded needed) implements ProposalEvent {}
}
