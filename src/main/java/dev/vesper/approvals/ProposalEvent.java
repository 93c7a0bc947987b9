package dev.vesper.approvals;

/** What happened to a proposal. */
public sealed interface ProposalEvent {
    /** It was decided, and may be put before people. */
    record Decided(ProposalSum proposal) implements ProposalEvent {}
}
