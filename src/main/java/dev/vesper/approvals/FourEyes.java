package dev.vesper.approvals;

import dev.vesper.approvals.FourEyesCommand.Approve;
import dev.vesper.approvals.FourEyesCommand.Decline;
import dev.vesper.approvals.FourEyesCommand.Propose;
import dev.vesper.approvals.FourEyesCommand.Reject;
import dev.vesper.approvals.FourEyesState.AwaitingChecker;
import dev.vesper.approvals.FourEyesState.NotProposed;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The four-eyes principle: what one person proposes, as many others approve as the proposal needs, each of them another
 * person and of the group that is asked. Decides on commands and applies events; holds nothing itself.
 *
 * <p>What is denied, and why: {@link FourEyesRefusal}.
 */
public final class FourEyes implements Decider<FourEyesState, FourEyesCommand, FourEyesEvent> {
    @Override
    public FourEyesState initial() {
        return new NotProposed();
    }

    @Override
    public Decision<FourEyesEvent> decide(FourEyesState state, FourEyesCommand command) {
        String by = PersonName.shown(command.by());
        return PersonName.refusal(command.by())
                .or(() -> command.people().stranger(by))
                .<Decision<FourEyesEvent>>map(Decision.Denied::new)
                .orElseGet(() -> switch (command) {
                    case Propose propose -> propose(state, by, propose);
                    case Decline declined ->
                        decline(state, by, declined.reason().strip());
                    case Approve approve -> approve(state, by, approve);
                    case Reject rejected -> reject(state, by, rejected.reason().strip());
                });
    }

    /**
     * {@inheritDoc} A nameless person, a checker who is the maker or another checker, an approval that is not needed, an
     * answer to what is decided, and what is left out behind the back of who approved are refused here as well.
     */
    @Override
    public FourEyesState apply(FourEyesState state, FourEyesEvent event) {
        return switch (event) {
            case FourEyesEvent.Proposed(String maker, String proposal, List<ApprovalStep> needed)
            when named(maker) && state instanceof NotProposed && numbered(needed) ->
                new AwaitingChecker(maker, proposal, needed, List.of());
            case FourEyesEvent.LeftOut left
            when named(left.by())
                    && state instanceof AwaitingChecker waiting
                    && LeavingOutRules.mayFollow(waiting, left) -> LeavingOutRules.without(waiting, left);
            case FourEyesEvent.Declined(String by, String reason)
            when named(by) && state instanceof NotProposed -> new FourEyesState.Declined(by, reason);
            case FourEyesEvent.Approved approved
            when named(approved.checker())
                    && state instanceof AwaitingChecker waiting
                    && taken(waiting, approved.checker()).isEmpty()
                    && LeavingOutRules.begunBy(waiting, approved.checker(), approved.step())
                    && approved.proposal().equals(waiting.proposal())
                    && waiting.open(approved.step())
                            .filter(step -> step.group().equals(approved.group()))
                            .isPresent() -> approved(waiting, approved);
            case FourEyesEvent.Rejected(String by, String reason)
            when named(by) && state instanceof AwaitingChecker waiting ->
                new FourEyesState.Rejected(waiting.maker(), by, reason);
            default ->
                throw new BrokenHistory("Expected an event that can follow " + state + ", but got " + event
                        + "; maybe it was forged, or an event before it is gone");
        };
    }

    private static FourEyesState approved(AwaitingChecker waiting, FourEyesEvent.Approved event) {
        List<GivenApproval> given = new ArrayList<>(waiting.given());
        given.add(new GivenApproval(event.step(), event.group(), event.checker()));
        return given.size() == waiting.needed().size()
                ? new FourEyesState.Approved(waiting.maker(), given, waiting.proposal(), waiting.leftOut())
                : new AwaitingChecker(waiting.maker(), waiting.proposal(), waiting.needed(), given, waiting.leftOut());
    }

    /** Whether there are steps, each with a number of its own. */
    private static boolean numbered(List<ApprovalStep> needed) {
        return !needed.isEmpty()
                && needed.stream().map(ApprovalStep::number).distinct().count() == needed.size();
    }

    /** What the person did already, of which a second yes must be another's; empty where it was nothing. */
    private static Optional<String> taken(AwaitingChecker waiting, String by) {
        return PersonName.same(waiting.maker(), by)
                ? Optional.of(waiting.maker() + " proposed")
                : waiting.given().stream()
                        .filter(given -> PersonName.same(given.checker(), by))
                        .findFirst()
                        .map(given -> given.checker() + " approved already");
    }

    private static Decision<FourEyesEvent> propose(FourEyesState state, String by, Propose propose) {
        return switch (state) {
            case NotProposed() ->
                propose.people()
                        .outside(by, People.MAKERS)
                        .or(() -> LeavingOutRules.unfit(propose.without()))
                        .<Decision<FourEyesEvent>>map(Decision.Denied::new)
                        .orElseGet(() -> proposed(by, propose));
            case AwaitingChecker waiting -> alreadyProposed(by, waiting);
            case FourEyesState.Declined decided -> alreadyDecided(by, decided);
            case FourEyesState.Approved decided -> alreadyDecided(by, decided);
            case FourEyesState.Rejected decided -> alreadyDecided(by, decided);
        };
    }

    private static Decision<FourEyesEvent> decline(FourEyesState state, String by, String reason) {
        return switch (state) {
            case NotProposed() -> Decision.accepted(new FourEyesEvent.Declined(by, reason));
            case AwaitingChecker waiting -> alreadyProposed(by, waiting);
            default -> alreadyDecided(by, state);
        };
    }

    private static Decision<FourEyesEvent> approve(FourEyesState state, String by, Approve approve) {
        return switch (state) {
            case NotProposed() -> notProposed(by, "approve");
            case AwaitingChecker waiting -> approve(waiting, by, approve);
            case FourEyesState.Declined decided -> alreadyDecided(by, decided);
            case FourEyesState.Approved decided -> alreadyDecided(by, decided);
            case FourEyesState.Rejected decided -> alreadyDecided(by, decided);
        };
    }

    private static Decision<FourEyesEvent> approve(AwaitingChecker waiting, String by, Approve approve) {
        Optional<String> taken = taken(waiting, by);
        if (taken.isPresent()) {
            return Decision.denied(
                    FourEyesRefusal.SECOND_APPROVER_MUST_DIFFER,
                    "Expected another person, but " + by + " approves what " + taken.get()
                            + ", and the two names are one or look alike; ask somebody else to approve");
        }
        if (!approve.proposal().equals(waiting.proposal())) {
            return Decision.denied(
                    FourEyesRefusal.PROPOSAL_DIFFERS,
                    "Expected " + by + " to approve what " + waiting.maker() + " proposed ("
                            + brief(waiting.proposal()) + "), but what is there now is " + brief(approve.proposal())
                            + "; reject it, and run the day again");
        }
        Optional<ApprovalStep> step = waiting.open(approve.step());
        if (step.isEmpty()) {
            return Decision.denied(
                    FourEyesRefusal.STEP_NOT_OPEN,
                    "Expected an approval that the proposal still needs, but step " + approve.step()
                            + " is none of them; it needs "
                            + waiting.needed().size() + " and has "
                            + waiting.given().size());
        }
        String group = step.get().group();
        return approve.people()
                .outside(by, group)
                .or(() -> LeavingOutRules.refused(waiting, by, approve.without()))
                .<Decision<FourEyesEvent>>map(Decision.Denied::new)
                .orElseGet(() -> approved(by, approve, group));
    }

    private static Decision<FourEyesEvent> proposed(String by, Propose propose) {
        FourEyesEvent proposed = new FourEyesEvent.Proposed(
                by, propose.proposal(), propose.needed().steps());
        return propose.without().nothing()
                ? Decision.accepted(proposed)
                : new Decision.Accepted<>(List.of(proposed, LeavingOutRules.event(0, by, propose.without())));
    }

    private static Decision<FourEyesEvent> approved(String by, Approve approve, String group) {
        LeavingOut without = approve.without();
        String rest = without.nothing() ? approve.proposal() : without.rest();
        FourEyesEvent approved = new FourEyesEvent.Approved(by, rest, approve.step(), group);
        return without.nothing()
                ? Decision.accepted(approved)
                : new Decision.Accepted<>(List.of(LeavingOutRules.event(approve.step(), by, without), approved));
    }

    private static Decision<FourEyesEvent> reject(FourEyesState state, String by, String reason) {
        return switch (state) {
            case NotProposed() -> notProposed(by, "reject");
            case AwaitingChecker ignored -> Decision.accepted(new FourEyesEvent.Rejected(by, reason));
            case FourEyesState.Declined decided -> alreadyDecided(by, decided);
            case FourEyesState.Approved decided -> alreadyDecided(by, decided);
            case FourEyesState.Rejected decided -> alreadyDecided(by, decided);
        };
    }

    private static Decision<FourEyesEvent> alreadyProposed(String by, AwaitingChecker waiting) {
        return Decision.denied(
                FourEyesRefusal.ALREADY_PROPOSED,
                "Expected one proposal, but " + waiting.maker() + " has already proposed; " + by
                        + " may approve or reject it");
    }

    private static boolean named(String by) {
        return PersonName.refusal(by).isEmpty();
    }

    private static String brief(String proposal) {
        return proposal.isEmpty() ? "without a sum" : Sha256.shortened(proposal);
    }

    private static Decision<FourEyesEvent> notProposed(String by, String verb) {
        return Decision.denied(
                FourEyesRefusal.NOT_PROPOSED,
                "Expected a proposal for " + by + " to " + verb + ", but nobody has proposed yet");
    }

    private static Decision<FourEyesEvent> alreadyDecided(String by, FourEyesState decided) {
        String how = switch (decided) {
            case FourEyesState.Approved approved ->
                approved.checkers() + " approved what " + approved.maker() + " proposed";
            case FourEyesState.Rejected(String maker, String who, String reason) ->
                who + " has rejected what " + maker + " proposed" + (reason.isEmpty() ? "" : ": " + reason);
            case FourEyesState.Declined(String who, String reason) ->
                who + " has declined to propose" + (reason.isEmpty() ? "" : ": " + reason);
            case NotProposed ignored -> "it is open";
            case AwaitingChecker ignored -> "it is open";
        };
        return Decision.denied(FourEyesRefusal.ALREADY_DECIDED, "Expected an open proposal for " + by + ", but " + how);
    }
}
