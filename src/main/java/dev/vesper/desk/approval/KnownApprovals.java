package dev.vesper.desk.approval;

import dev.vesper.approvals.ApprovalState;
import dev.vesper.approvals.ApprovalTasks;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.ProposalEvent;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.RunId;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Replays;
import dev.vesper.desk.event.Replays.Replay;
import dev.vesper.desk.event.StreamId;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the approvals of runs stand, for who looks at their questions or takes one: what was replayed before is not replayed
 * again. Whoever answers one reads its whole history, see {@link ApprovalHistory}.
 */
public final class KnownApprovals {
    private final Replays<FourEyesEvent, ApprovalState> approvals;
    private final Replays<ProposalEvent, Optional<ProposalEvent.Decided>> proposals;
    private final Function<StreamId<FourEyesEvent>, Replay<FourEyesEvent, ApprovalState>> approval;
    private final Function<StreamId<ProposalEvent>, Replay<ProposalEvent, Optional<ProposalEvent.Decided>>> proposal;

    public KnownApprovals(EventLog events) {
        ApprovalTasks rules = new ApprovalTasks();
        this.approvals = new Replays<>(events, rules.initial(), rules::apply);
        this.proposals = new Replays<>(events, Optional.empty(), KnownApprovals::first);
        this.approval = approvals::of;
        this.proposal = proposals::of;
    }

    private KnownApprovals(KnownApprovals all, Collection<RunId> runs) {
        this.approvals = all.approvals;
        this.proposals = all.proposals;
        this.approval = approvals.at(runs.stream()
                .flatMap(run -> Stream.of(ApprovalHistory.stream(run), ApprovalHistory.release(run)))
                .toList());
        this.proposal = proposals.at(runs.stream().map(Proposals::stream).toList());
    }

    /** As they stand at this moment, for these runs alone: looked up at one go. */
    KnownApprovals at(Collection<RunId> runs) {
        return new KnownApprovals(this, runs);
    }

    private static Optional<ProposalEvent.Decided> first(Optional<ProposalEvent.Decided> before, ProposalEvent next) {
        return before.or(() -> Optional.of((ProposalEvent.Decided) next));
    }

    /**
     * What happened to a kind of question.
     *
     * @throws BrokenHistory where the events cannot stand
     */
    Replay<FourEyesEvent, ApprovalState> of(RunId run, TaskKind kind) {
        return approval.apply(ApprovalHistory.stream(run, kind));
    }

    /**
     * What was recorded with the proposal; empty where nothing was decided yet, or an older Vesper did.
     *
     * @throws BrokenHistory where it was altered
     */
    Optional<ProposalEvent.Decided> proposal(RunId run) {
        return proposal.apply(Proposals.stream(run)).state();
    }

    /** Who must approve it; an older Vesper asked one checker. */
    ApprovalsNeeded needed(RunId run) {
        return proposal(run).map(ProposalEvent.Decided::needed).orElse(ApprovalsNeeded.ONE_CHECKER);
    }
}
