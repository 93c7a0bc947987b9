package dev.vesper.desk.workbench;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import dev.vesper.desk.workbench.ChangeCommand.Approve;
import dev.vesper.desk.workbench.ChangeCommand.Begin;
import dev.vesper.desk.workbench.ChangeCommand.Discard;
import dev.vesper.desk.workbench.ChangeCommand.Edit;
import dev.vesper.desk.workbench.ChangeCommand.Merge;
import dev.vesper.desk.workbench.ChangeCommand.Propose;
import dev.vesper.desk.workbench.ChangeCommand.Reject;
import dev.vesper.desk.workbench.ChangeCommand.Undo;
import dev.vesper.desk.workbench.ChangeCommand.Withdraw;
import dev.vesper.desk.workbench.ChangeEvent.Approved;
import dev.vesper.desk.workbench.ChangeEvent.Begun;
import dev.vesper.desk.workbench.ChangeEvent.Discarded;
import dev.vesper.desk.workbench.ChangeEvent.Edited;
import dev.vesper.desk.workbench.ChangeEvent.Expired;
import dev.vesper.desk.workbench.ChangeEvent.Merged;
import dev.vesper.desk.workbench.ChangeEvent.Proposed;
import dev.vesper.desk.workbench.ChangeEvent.Rejected;
import dev.vesper.desk.workbench.ChangeEvent.Undone;
import dev.vesper.desk.workbench.ChangeEvent.Withdrawn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change of the rules: whoever may writes the draft, somebody proposes it, and people who wrote none of it agree to the very
 * thing that was shown. What is written after that is another thing, which nobody has agreed to. Holds nothing itself.
 *
 * <p>What is denied, and why: {@link ChangeRefusal}.
 */
final class ChangeRules implements Decider<ChangeState, ChangeCommand, ChangeEvent> {
    @Override
    public ChangeState initial() {
        return ChangeState.NOTHING;
    }

    @Override
    public Decision<ChangeEvent> decide(ChangeState state, ChangeCommand command) {
        Optional<Refusal> nobody =
                command instanceof ChangeCommand.Expire ? Optional.empty() : PersonName.refusal(command.by());
        if (nobody.isPresent()) {
            return new Decision.Denied<>(nobody.get());
        }
        if (!(command instanceof Begin) && !state.open()) {
            return denied(
                    ChangeRefusal.NOT_OPEN,
                    state.discarded()
                            ? "Expected a draft that is open, but it was discarded; begin another"
                            : "Expected a draft, but there is none of that name; ./vesper rules draft list names them");
        }
        String by = PersonName.shown(command.by());
        return switch (command) {
            case ChangeCommand.Expire expire -> expire(state, expire);
            case Begin(String title, RulesVersion base, var ignored) ->
                title.isBlank()
                        ? denied(ChangeRefusal.TITLE_MISSING, "Expected a title that says what is to change")
                        : Decision.accepted(new Begun(title.strip(), base.commit(), base.sha256(), by));
            case Edit edit -> edit(state, edit, by);
            case Undo undo -> undo(state, undo, by);
            case Merge merge -> merge(state, merge, by);
            case Discard(var ignored, String reason) -> Decision.accepted(new Discarded(by, reason.strip()));
            case Propose propose -> propose(state, propose, by);
            case Withdraw(int proposal, var ignored, String reason) ->
                asked(state, proposal)
                        .<Decision<ChangeEvent>>map(Decision.Denied::new)
                        .orElseGet(() -> Decision.accepted(new Withdrawn(proposal, by, reason.strip())));
            case Approve approve ->
                asked(state, approve.proposal())
                        .or(() -> over(state, approve.at()))
                        .or(() -> mayNotCheck(state, by))
                        .or(() -> stale(state, approve.shown()))
                        .<Decision<ChangeEvent>>map(Decision.Denied::new)
                        .orElseGet(() -> Decision.accepted(new Approved(
                                approve.proposal(), by, approve.reason().strip())));
            case Reject(int proposal, var ignored, String reason) ->
                asked(state, proposal)
                        .or(() -> reasonMissing(reason))
                        .<Decision<ChangeEvent>>map(Decision.Denied::new)
                        .orElseGet(() -> Decision.accepted(new Rejected(proposal, by, reason.strip())));
        };
    }

    private static Decision<ChangeEvent> expire(ChangeState state, ChangeCommand.Expire expire) {
        return asked(state, expire.proposal())
                .<Decision<ChangeEvent>>map(Decision.Denied::new)
                .orElseGet(() -> {
                    ChangeState.Proposal asked = state.proposal().orElseThrow();
                    return asked.expired(expire.at())
                            ? Decision.accepted(new Expired(asked.number(), asked.until()))
                            : denied(
                                    ChangeRefusal.TERM,
                                    "Expected a proposal whose time is over, but people have until " + asked.until()
                                            + ", or all agreed");
                });
    }

    /** What comes after its time is no answer, whether it was written down that it is over or not. */
    private static Optional<Refusal> over(ChangeState state, Instant at) {
        return state.proposal()
                .filter(asked -> asked.expired(at))
                .map(asked -> new Refusal(
                        ChangeRefusal.TERM,
                        "Expected an answer until " + asked.until() + ", but it is " + at
                                + "; nothing was approved, propose it anew"));
    }

    private static Decision<ChangeEvent> edit(ChangeState state, Edit edit, String by) {
        if (!state.now().isMeantBy(edit.seen())) {
            return writtenSince(state, edit.seen());
        }
        return edit.version().sha256().equals(state.now().sha256())
                ? denied(
                        ChangeRefusal.NOTHING_CHANGES,
                        "Expected files that are others than those of the draft, but they are the same")
                : Decision.accepted(new Edited(
                        edit.files(),
                        edit.version().commit(),
                        edit.version().sha256(),
                        by,
                        edit.note().strip()));
    }

    private static Decision<ChangeEvent> undo(ChangeState state, Undo undo, String by) {
        if (!state.now().isMeantBy(undo.seen())) {
            return writtenSince(state, undo.seen());
        }
        if (state.versions().size() <= state.settled()) {
            return denied(
                    ChangeRefusal.NOTHING_TO_UNDO,
                    "Expected an edit to take back, but the draft is as it was begun, or merged");
        }
        RulesVersion before = state.versions().get(state.versions().size() - 2);
        return Decision.accepted(new Undone(before.commit(), before.sha256(), by));
    }

    private static Decision<ChangeEvent> merge(ChangeState state, Merge merge, String by) {
        if (!state.now().isMeantBy(merge.seen())) {
            return writtenSince(state, merge.seen());
        }
        return merge.base().sha256().equals(state.base().sha256())
                ? denied(
                        ChangeRefusal.NOTHING_CHANGES,
                        "Expected a draft that another version became active after, but it is one of the version that"
                                + " is active")
                : Decision.accepted(new Merged(
                        merge.base().commit(),
                        merge.base().sha256(),
                        merge.version().commit(),
                        merge.version().sha256(),
                        by,
                        merge.note().strip()));
    }

    private static Decision<ChangeEvent> writtenSince(ChangeState state, String seen) {
        return denied(
                ChangeRefusal.WRITTEN_SINCE,
                "Expected the draft as you saw it (" + seen + "), but somebody else has written since and it is "
                        + state.now().brief() + "; nothing was written, look at it anew");
    }

    private static Decision<ChangeEvent> propose(ChangeState state, Propose propose, String by) {
        if (state.proposal().isPresent()) {
            ChangeState.Proposal open = state.proposal().get();
            return denied(
                    ChangeRefusal.ALREADY_PROPOSED,
                    "Expected a draft that is not proposed, but " + open.by()
                            + " has proposed it already; it waits for " + Counted.of(open.checkers(), "checker")
                            + " or until it is withdrawn");
        }
        if (state.now().sha256().equals(state.base().sha256())) {
            return denied(
                    ChangeRefusal.NOTHING_CHANGES,
                    "Expected a draft that changes something, but its files are those it was begun on");
        }
        if (!state.base().sha256().equals(propose.base())) {
            return denied(
                    ChangeRefusal.BASE_MOVED,
                    "Expected a draft of the version that is active, but it was begun on "
                            + state.base().brief()
                            + " and another one is active since; ./vesper rules draft merge brings the two together");
        }
        return reasonMissing(propose.reason())
                .<Decision<ChangeEvent>>map(Decision.Denied::new)
                .orElseGet(() -> Decision.accepted(new Proposed(
                        state.proposals() + 1,
                        state.now().sha256(),
                        propose.base(),
                        propose.shown(),
                        propose.effect(),
                        propose.checkers(),
                        propose.because(),
                        propose.from(),
                        propose.until(),
                        propose.urgent(),
                        by,
                        propose.reason().strip())));
    }

    private static Optional<Refusal> reasonMissing(String reason) {
        return reason.isBlank()
                ? Optional.of(new Refusal(
                        ChangeRefusal.REASON_MISSING, "Expected a reason, so that others know why, but there is none"))
                : Optional.empty();
    }

    /** Why an answer to a proposal is none; empty where that very proposal waits. */
    private static Optional<Refusal> asked(ChangeState state, int proposal) {
        Optional<ChangeState.Proposal> open = state.proposal();
        if (open.filter(one -> one.number() == proposal).isEmpty()) {
            return Optional.of(new Refusal(
                    ChangeRefusal.NOT_PROPOSED,
                    "Expected an answer to a proposal that waits, but "
                            + (open.isPresent()
                                    ? "proposal " + proposal + " is over and "
                                            + open.get().number() + " waits"
                                    : "the draft is not proposed; maybe it was written to since")
                            + "; look at it as it stands now"));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> mayNotCheck(ChangeState state, String by) {
        ChangeState.Proposal asked = state.proposal().orElseThrow();
        if (state.isMaker(by)) {
            return Optional.of(new Refusal(
                    ChangeRefusal.MAKER_MUST_NOT_CHECK,
                    "Expected somebody who wrote none of it, but " + by + " is one of its makers ("
                            + String.join(", ", state.makers())
                            + "), or a name that looks like one; ask somebody else"));
        }
        return asked.approvals().stream()
                .filter(one -> PersonName.same(one, by))
                .map(one -> new Refusal(
                        ChangeRefusal.SECOND_CHECKER_MUST_DIFFER,
                        "Expected another checker, but " + one
                                + " has agreed already, and the two names are one or look"
                                + " alike; ask somebody else"))
                .findFirst()
                .or(() -> asked.approved()
                        ? Optional.of(new Refusal(
                                ChangeRefusal.NOT_PROPOSED,
                                "Expected a proposal that needs another checker, but all who are needed have agreed"))
                        : Optional.empty());
    }

    private static Optional<Refusal> stale(ChangeState state, String shown) {
        return state.proposal().orElseThrow().shown().equals(shown)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ChangeRefusal.STALE,
                        "Expected the change as it was proposed, but what it replaces, or what is found in it, is"
                                + " another by now; nothing was approved, look at it and propose it anew"));
    }

    private static Decision<ChangeEvent> denied(ChangeRefusal kind, String message) {
        return Decision.denied(kind, message);
    }

    /** {@inheritDoc} What one person would have let through alone is refused here as well. */
    @Override
    public ChangeState apply(ChangeState state, ChangeEvent event) {
        return switch (event) {
            case Begun(String title, String commit, String sha256, String by)
            when state.events() == 0 && named(by) -> state.begun(title, new RulesVersion(commit, sha256), by);
            case Edited(List<String> ignored, String commit, String sha256, String by, var note)
            when state.open() && named(by) -> state.edited(new RulesVersion(commit, sha256), by);
            case Undone(String commit, String sha256, String by)
            when state.open()
                    && named(by)
                    && state.versions().size() > state.settled()
                    && state.versions().get(state.versions().size() - 2).equals(new RulesVersion(commit, sha256)) ->
                state.undone(by);
            case Merged(String baseCommit, String base, String commit, String sha256, String by, var ignored)
            when state.open() && named(by) && !base.equals(state.base().sha256()) ->
                state.merged(new RulesVersion(baseCommit, base), new RulesVersion(commit, sha256), by);
            case Discarded(String by, var ignored) when state.open() && named(by) -> state.over(/* gone= */ true);
            case Proposed asked
            when state.open()
                    && named(asked.by())
                    && state.proposal().isEmpty()
                    && asked.proposal() == state.proposals() + 1
                    && asked.checkers() > 0
                    && asked.sha256().equals(state.now().sha256())
                    && asked.base().equals(state.base().sha256()) -> state.proposed(proposal(asked));
            case Withdrawn(int proposal, String by, var ignored)
            when named(by) && asked(state, proposal).isEmpty() -> state.over(/* gone= */ false);
            case Expired(int proposal, Instant until)
            when asked(state, proposal).isEmpty()
                    && state.proposal()
                            .filter(open -> open.expired(until) && open.until().equals(until))
                            .isPresent() -> state.over(/* gone= */ false);
            case Rejected(int proposal, String by, var ignored)
            when named(by) && asked(state, proposal).isEmpty() -> state.over(/* gone= */ false);
            case Approved(int proposal, String by, var ignored)
            when named(by)
                    && asked(state, proposal).isEmpty()
                    && mayNotCheck(state, by).isEmpty() ->
                state.approved(state.proposal().orElseThrow().approvedBy(by));
            default ->
                throw new BrokenHistory("Expected an event that can follow on " + state.events()
                        + " events of a change of the rules, but got " + event
                        + "; maybe it was forged, or an event before it is gone");
        };
    }

    private static ChangeState.Proposal proposal(Proposed asked) {
        return new ChangeState.Proposal(
                asked.proposal(),
                asked.sha256(),
                asked.base(),
                asked.shown(),
                asked.effect(),
                asked.checkers(),
                asked.because(),
                asked.from(),
                asked.until(),
                asked.urgent(),
                asked.by(),
                asked.reason(),
                List.of());
    }

    private static boolean named(String by) {
        return PersonName.refusal(by).isEmpty();
    }
}
