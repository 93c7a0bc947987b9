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

/**
 * The four-eyes principle: what one person proposes, a different person approves. Decides on commands and applies
 * events; holds nothing itself.
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
                .<Decision<FourEyesEvent>>map(Decision.Denied::new)
                .orElseGet(() -> switch (command) {
                    case Propose propose -> propose(state, by, propose.proposal());
                    case Decline declined ->
                        decline(state, by, declined.reason().strip());
                    case Approve approve -> approve(state, by, approve.proposal());
                    case Reject rejected -> reject(state, by, rejected.reason().strip());
                });
    }

    /** {@inheritDoc} A nameless person, a checker who is the maker, and a second answer are refused here as well. */
    @Override
    public FourEyesState apply(FourEyesState state, FourEyesEvent event) {
        return switch (event) {
            case FourEyesEvent.Proposed(String maker, String proposal)
            when named(maker) && state instanceof NotProposed -> new AwaitingChecker(maker, proposal);
            case FourEyesEvent.Declined(String by, String reason)
            when named(by) && state instanceof NotProposed -> new FourEyesState.Declined(by, reason);
            case FourEyesEvent.Approved(String checker, String approved)
            when named(checker)
                    && state instanceof AwaitingChecker(String maker, String proposal)
                    && !PersonName.same(maker, checker)
                    && approved.equals(proposal) -> new FourEyesState.Approved(maker, checker, proposal);
            case FourEyesEvent.Rejected(String by, String reason)
            when named(by) && state instanceof AwaitingChecker(String maker, var ignored) ->
                new FourEyesState.Rejected(maker, by, reason);
            default ->
                throw new BrokenHistory("Expected an event that can follow " + state + ", but got " + event
                        + "; maybe it was forged, or an event before it is gone");
        };
    }

    private static Decision<FourEyesEvent> propose(FourEyesState state, String by, String proposal) {
        return switch (state) {
            case NotProposed() -> Decision.accepted(new FourEyesEvent.Proposed(by, proposal));
            case AwaitingChecker(String maker, var ignored) ->
                Decision.denied(
                        FourEyesRefusal.ALREADY_PROPOSED,
                        "Expected one proposal, but " + maker + " has already proposed; " + by
                                + " may approve or reject it");
            case FourEyesState.Declined decided -> alreadyDecided(by, decided);
            case FourEyesState.Approved decided -> alreadyDecided(by, decided);
            case FourEyesState.Rejected decided -> alreadyDecided(by, decided);
        };
    }

    private static Decision<FourEyesEvent> decline(FourEyesState state, String by, String reason) {
        return state instanceof NotProposed
                ? Decision.accepted(new FourEyesEvent.Declined(by, reason))
                : propose(state, by, "");
    }

    private static Decision<FourEyesEvent> approve(FourEyesState state, String by, String approved) {
        return switch (state) {
            case NotProposed() -> notProposed(by, "approve");
            case AwaitingChecker(String maker, var ignored)
            when PersonName.same(maker, by) ->
                Decision.denied(
                        FourEyesRefusal.SECOND_APPROVER_MUST_DIFFER,
                        "Expected a second person, but " + by + " approves what " + maker
                                + " proposed, and the two names are one or look alike; ask somebody else to approve");
            case AwaitingChecker(String maker, String proposal)
            when !approved.equals(proposal) ->
                Decision.denied(
                        FourEyesRefusal.PROPOSAL_DIFFERS,
                        "Expected " + by + " to approve what " + maker + " proposed (" + brief(proposal)
                                + "), but what is there now is " + brief(approved)
                                + "; reject it, and run the day again");
            case AwaitingChecker ignored -> Decision.accepted(new FourEyesEvent.Approved(by, approved));
            case FourEyesState.Declined decided -> alreadyDecided(by, decided);
            case FourEyesState.Approved decided -> alreadyDecided(by, decided);
            case FourEyesState.Rejected decided -> alreadyDecided(by, decided);
        };
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
            case FourEyesState.Approved(String maker, String checker, var ignored) ->
                checker + " has approved what " + maker + " proposed";
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
