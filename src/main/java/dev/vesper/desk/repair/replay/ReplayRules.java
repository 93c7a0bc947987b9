package dev.vesper.desk.repair.replay;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import dev.vesper.desk.repair.replay.ReplayEvent.Agreed;
import dev.vesper.desk.repair.replay.ReplayEvent.Asked;
import dev.vesper.desk.repair.replay.ReplayEvent.Lapsed;
import dev.vesper.desk.repair.replay.ReplayEvent.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Four eyes on replaying a day: one person asks, another agrees, and only to what was shown to both. Decides on commands and
 * applies events; holds nothing itself.
 *
 * <p>What is denied, and why: {@link ReplayRefusal}.
 */
final class ReplayRules implements Decider<ReplayState, ReplayCommand, ReplayEvent> {
    @Override
    public ReplayState initial() {
        return ReplayState.NOTHING;
    }

    @Override
    public Decision<ReplayEvent> decide(ReplayState state, ReplayCommand command) {
        Optional<Refusal> nobody = PersonName.refusal(command.by());
        if (nobody.isPresent()) {
            return new Decision.Denied<>(nobody.get());
        }
        if (command.reason().isBlank() && !(command instanceof ReplayCommand.Agree)) { // who asked said why
            return Decision.denied(
                    ReplayRefusal.REASON_MISSING,
                    "Expected a reason, so that others know what happened, but there is none");
        }
        String by = PersonName.shown(command.by());
        String reason = command.reason().strip();
        return switch (command) {
            case ReplayCommand.Ask(ReplayPlan plan, boolean lapsed, var ignored, var why) ->
                ask(state, plan, lapsed, by, reason);
            case ReplayCommand.Agree(String run, int request, String shown, var ignored, var why) ->
                waits(state, run, request)
                        .or(() -> samePerson(state, run, by))
                        .or(() -> stale(state, run, shown))
                        .<Decision<ReplayEvent>>map(Decision.Denied::new)
                        .orElseGet(() -> Decision.accepted(new Agreed(run, request, by, reason)));
            case ReplayCommand.Refuse(String run, int request, var ignored, var why) ->
                waits(state, run, request)
                        .<Decision<ReplayEvent>>map(Decision.Denied::new)
                        .orElseGet(() -> Decision.accepted(new Refused(run, request, by, reason)));
        };
    }

    private static Decision<ReplayEvent> ask(
            ReplayState state, ReplayPlan plan, boolean lapsed, String by, String reason) {
        String run = plan.run().value();
        ReplayState.OfRun before = state.of(run);
        if (!plan.refusal().isEmpty()) {
            return Decision.denied(
                    ReplayRefusal.NOT_SOUND,
                    "Expected a day that can be replayed from " + plan.from() + ", but " + plan.refusal());
        }
        if (before.open().isPresent() && !lapsed) {
            Asked open = before.open().get();
            return Decision.denied(
                    ReplayRefusal.ALREADY_ASKED,
                    "Expected one request for a run, but " + open.by() + " asks for one of " + run
                            + " already; another person may agree or refuse: ./vesper tasks show "
                            + ReplayQuestions.task(run, open.request()));
        }
        List<ReplayEvent> events = new ArrayList<>();
        before.open().ifPresent(old -> events.add(new Lapsed(run, old.request())));
        events.add(new Asked(run, before.requests() + 1, ReplayPlans.allowed(plan.from()), plan.shown(), by, reason));
        return new Decision.Accepted<>(events);
    }

    private static Optional<Refusal> waits(ReplayState state, String run, int request) {
        return state.of(run).open().filter(open -> open.request() == request).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ReplayRefusal.NOT_ASKED,
                        "Expected an answer to a request that waits, but request " + request + " of run " + run
                                + " is over; look at it as it stands now"));
    }

    private static Optional<Refusal> samePerson(ReplayState state, String run, String by) {
        String asker = state.of(run).open().map(Asked::by).orElse("");
        return PersonName.same(asker, by)
                ? Optional.of(new Refusal(
                        ReplayRefusal.SECOND_PERSON_MUST_DIFFER,
                        "Expected another person, but " + by + " agrees to the replay that " + asker
                                + " asked for, and the two names are one or look alike; ask somebody else"))
                : Optional.empty();
    }

    private static Optional<Refusal> stale(ReplayState state, String run, String shown) {
        return state.of(run).open().filter(open -> open.shown().equals(shown)).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ReplayRefusal.STALE,
                        "Expected run " + run + " as it was when the replay was asked for, but it has changed since;"
                                + " nothing was replayed, look at it and ask anew"));
    }

    /** {@inheritDoc} What one person replayed alone, or a second time, is refused here as well. */
    @Override
    public ReplayState apply(ReplayState state, ReplayEvent event) {
        ReplayState.OfRun before = state.of(event.run());
        return switch (event) {
            case Asked asked
            when named(asked.by())
                    && before.open().isEmpty()
                    && !before.agreed()
                    && asked.request() == before.requests() + 1 -> state.with(asked.run(), before.asked(asked));
            case Agreed(String run, int request, String by, var ignored)
            when named(by)
                    && waits(state, run, request).isEmpty()
                    && samePerson(state, run, by).isEmpty() -> state.with(run, before.over(/* yes= */ true));
            case Refused(String run, int request, String by, var ignored)
            when named(by) && waits(state, run, request).isEmpty() -> state.with(run, before.over(/* yes= */ false));
            case Lapsed(String run, int request)
            when waits(state, run, request).isEmpty() -> state.with(run, before.over(/* yes= */ false));
            default ->
                throw new BrokenHistory("Expected an event that can follow on " + state.events()
                        + " events about replayed days, but got " + event
                        + "; maybe it was forged, or an event before it is gone");
        };
    }

    private static boolean named(String by) {
        return PersonName.refusal(by).isEmpty();
    }
}
