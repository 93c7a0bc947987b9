package dev.vesper.desk.repair.move;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import dev.vesper.desk.repair.move.MoveEvent.Agreed;
import dev.vesper.desk.repair.move.MoveEvent.Asked;
import dev.vesper.desk.repair.move.MoveEvent.Lapsed;
import dev.vesper.desk.repair.move.MoveEvent.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Four eyes on moving a token: one person asks, another agrees, and only to what was shown to both. Decides on commands and
 * applies events; holds nothing itself.
 *
 * <p>What is denied, and why: {@link MoveRefusal}.
 */
final class MoveRules implements Decider<MoveState, MoveCommand, MoveEvent> {
    @Override
    public MoveState initial() {
        return MoveState.NOTHING;
    }

    @Override
    public Decision<MoveEvent> decide(MoveState state, MoveCommand command) {
        Optional<Refusal> nobody = PersonName.refusal(command.by());
        if (nobody.isPresent()) {
            return new Decision.Denied<>(nobody.get());
        }
        if (command.reason().isBlank() && !(command instanceof MoveCommand.Agree)) { // who asked said why
            return Decision.denied(
                    MoveRefusal.REASON_MISSING,
                    "Expected a reason, so that others know what happened, but there is none");
        }
        String by = PersonName.shown(command.by());
        String reason = command.reason().strip();
        return switch (command) {
            case MoveCommand.Ask(MovePlan plan, boolean lapsed, var ignored, var why) ->
                ask(state, plan, lapsed, by, reason);
            case MoveCommand.Agree(String run, int request, String shown, var ignored, var why) ->
                waits(state, run, request)
                        .or(() -> samePerson(state, run, by))
                        .or(() -> stale(state, run, shown))
                        .<Decision<MoveEvent>>map(Decision.Denied::new)
                        .orElseGet(() -> Decision.accepted(new Agreed(run, request, by, reason)));
            case MoveCommand.Refuse(String run, int request, var ignored, var why) ->
                waits(state, run, request)
                        .<Decision<MoveEvent>>map(Decision.Denied::new)
                        .orElseGet(() -> Decision.accepted(new Refused(run, request, by, reason)));
        };
    }

    private static Decision<MoveEvent> ask(MoveState state, MovePlan plan, boolean lapsed, String by, String reason) {
        String run = plan.run().value();
        MoveState.OfRun before = state.of(run);
        if (!plan.refusal().isEmpty()) {
            return Decision.denied(
                    MoveRefusal.NOT_SOUND, "Expected a token that may go to " + plan.to() + ", but " + plan.refusal());
        }
        if (before.open().isPresent() && !lapsed) {
            Asked open = before.open().get();
            return Decision.denied(
                    MoveRefusal.ALREADY_ASKED,
                    "Expected one request for a run, but " + open.by() + " asks for one of " + run
                            + " already; another person may agree or refuse: ./vesper tasks show "
                            + MoveQuestions.task(run, open.request()));
        }
        List<MoveEvent> events = new ArrayList<>();
        before.open().ifPresent(old -> events.add(new Lapsed(run, old.request())));
        events.add(new Asked(
                run,
                before.requests() + 1,
                plan.attempt(),
                plan.entry().call(),
                plan.entry().process(),
                plan.entry().element(),
                new TreeMap<>(plan.entry().variables()),
                plan.shown(),
                by,
                reason));
        return new Decision.Accepted<>(events);
    }

    private static Optional<Refusal> waits(MoveState state, String run, int request) {
        return state.of(run).open().filter(open -> open.request() == request).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        MoveRefusal.NOT_ASKED,
                        "Expected an answer to a request that waits, but request " + request + " of run " + run
                                + " is over; look at it as it stands now"));
    }

    private static Optional<Refusal> samePerson(MoveState state, String run, String by) {
        String asker = state.of(run).open().map(Asked::by).orElse("");
        return PersonName.same(asker, by)
                ? Optional.of(new Refusal(
                        MoveRefusal.SECOND_PERSON_MUST_DIFFER,
                        "Expected another person, but " + by + " agrees to the move that " + asker
                                + " asked for, and the two names are one or look alike; ask somebody else"))
                : Optional.empty();
    }

    private static Optional<Refusal> stale(MoveState state, String run, String shown) {
        return state.of(run).open().filter(open -> open.shown().equals(shown)).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        MoveRefusal.STALE,
                        "Expected run " + run + " as it was when the move was asked for, but it has changed since;"
                                + " nothing was moved, look at it and ask anew"));
    }

    /** {@inheritDoc} What one person moved alone is refused here as well. */
    @Override
    public MoveState apply(MoveState state, MoveEvent event) {
        MoveState.OfRun before = state.of(event.run());
        return switch (event) {
            case Asked asked
            when named(asked.by())
                    && before.open().isEmpty()
                    && asked.request() == before.requests() + 1
                    && asked.attempt() >= 1 -> state.with(asked.run(), before.asked(asked));
            case Agreed(String run, int request, String by, var ignored)
            when named(by)
                    && waits(state, run, request).isEmpty()
                    && samePerson(state, run, by).isEmpty() -> state.with(run, before.moved());
            case Refused(String run, int request, String by, var ignored)
            when named(by) && waits(state, run, request).isEmpty() -> state.with(run, before.over());
            case Lapsed(String run, int request)
            when waits(state, run, request).isEmpty() -> state.with(run, before.over());
            default ->
                throw new BrokenHistory("Expected an event that can follow on " + state.events()
                        + " events about moved tokens, but got " + event
                        + "; maybe it was forged, or an event before it is gone");
        };
    }

    private static boolean named(String by) {
        return PersonName.refusal(by).isEmpty();
    }
}
