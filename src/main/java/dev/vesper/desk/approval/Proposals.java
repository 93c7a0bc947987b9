package dev.vesper.desk.approval;

import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.ProposalEvent;
import dev.vesper.approvals.ProposalSum;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Counted;
import dev.vesper.basics.FieldSum;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunSum;
import dev.vesper.orders.slice.RowSum;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What people are asked to approve, bound by its sum: recorded once it is decided, and compared whenever it matters. */
public final class Proposals {
    private final ProposalStore store;
    private final Inputs inputs;
    private final EventLog events;
    private final AuditLog audit;
    private final InstantSource clock;

    public Proposals(ProposalStore store, Inputs inputs, EventLog events, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.inputs = inputs;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The stream of a run's proposal, for example {@code proposal/2018-04-11-001}. */
    static StreamId<ProposalEvent> stream(RunId run) {
        return new StreamId<>(ProposalEvent.class, "proposal/" + run);
    }

    /** Records the sum of what was decided, and who must approve it; again, it does nothing. */
    void record(RunRecord run, Supplier<ApprovalsNeeded> approvals) {
        if (recorded(run).isPresent()) {
            return;
        }
        ApprovalsNeeded needed = approvals.get();
        ProposalSum sum = now(run, needed.sum());
        audit.append(
                clock.instant(),
                "vesper",
                AuditAction.PROPOSAL_DECIDED,
                run.id().value(),
                "proposal " + sum.shown() + ": " + Counted.of(sum.orders().rows(), "order") + ", "
                        + Counted.of(sum.verdicts().rows(), "verdict") + ", "
                        + Counted.of(sum.inputs().rows(), "input file") + "; to be approved by "
                        + needed.groups(),
                run.rehearsal(),
                new Append<>(stream(run.id()), 0, List.of(new ProposalEvent.Decided(sum, needed))));
    }

    /** What was recorded; empty where nothing was decided yet, or an older Vesper did. */
    Optional<ProposalEvent.Decided> recorded(RunRecord run) {
        try {
            return events.read(stream(run.id())).stream().findFirst().map(ProposalEvent.Decided.class::cast);
        } catch (BrokenHistory broken) {
            throw altered(run, String.valueOf(broken.getMessage()));
        }
    }

    /**
     * What was recorded, if all that its sum covers is still the same.
     *
     * @throws Problem of kind REFUSED that names what differs; the audit log then says so too
     */
    ProposalEvent.Decided unaltered(RunRecord run) {
        ProposalEvent.Decided decided = recorded(run)
                .orElseThrow(() -> altered(
                        run,
                        "no audit row vouches for it; maybe an older Vesper decided it: ./vesper runs abandon "
                                + run.id() + ", and run the day again"));
        List<String> differences = decided.proposal().differences(now(run, approvals(decided)));
        if (!differences.isEmpty()) {
            throw altered(run, String.join(", ", differences) + " were altered since it was decided");
        }
        return decided;
    }

    /** Says in the audit log, and to who asked, that a proposal or its approval is not what it was. */
    Problem altered(RunRecord run, String why) {
        return altered(run, why, audit, clock.instant());
    }

    /** The same of who reads only what was recorded. */
    static Problem altered(RunRecord run, String why, AuditLog audit, Instant now) {
        audit.append(now, "vesper", AuditAction.PROPOSAL_ALTERED, run.id().value(), why, run.rehearsal());
        return Problem.refused("The proposal of " + run.id() + " does not stand: " + why);
    }

    /** The sum over who must approve; an older Vesper's proposal has none. */
    private static RowSum approvals(ProposalEvent.Decided decided) {
        RowSum summed = decided.proposal().approvals();
        return summed.rows() == 0 ? summed : decided.needed().sum();
    }

    private ProposalSum now(RunRecord run, RowSum approvals) {
        ProposalStore.Sums sums = store.sums(run.id())
                .orElseThrow(() -> altered(run, "nothing is stored of it; maybe its rows were deleted"));
        return new ProposalSum(
                RunSum.of(run),
                inputs.sum(run.id()),
                sums.data(),
                sums.plans(),
                sums.orders(),
                sums.verdicts(),
                sums.rules(),
                approvals,
                Optional.ofNullable(CheckedData.recorded(events, run.id()).prices())
                        .orElseGet(() -> new RowSum(0, new FieldSum().hex())));
    }
}
