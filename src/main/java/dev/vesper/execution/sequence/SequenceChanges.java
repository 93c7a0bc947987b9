package dev.vesper.execution.sequence;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import dev.vesper.execution.sequence.SequenceCommand.Agree;
import dev.vesper.execution.sequence.SequenceCommand.Ask;
import dev.vesper.execution.sequence.SequenceCommand.Refuse;
import dev.vesper.execution.sequence.SequenceEvent.Agreed;
import dev.vesper.execution.sequence.SequenceEvent.Asked;
import dev.vesper.execution.sequence.SequenceEvent.Refused;
import java.util.Optional;

/**
 * Other sequence numbers for a session: one person asks, another agrees. Numbers that are set wrongly lose messages or bring
 * them twice, so nobody sets them alone. Decides on commands and applies events; holds nothing itself.
 *
 * <p>What is denied, and why: {@link SequenceRefusal}.
 */
public final class SequenceChanges implements Decider<SequenceState, SequenceCommand, SequenceEvent> {
    @Override
    public SequenceState initial() {
        return SequenceState.NOTHING;
    }

    @Override
    public Decision<SequenceEvent> decide(SequenceState state, SequenceCommand command) {
        Optional<Refusal> nobody = PersonName.refusal(command.by());
        if (nobody.isPresent()) {
            return new Decision.Denied<>(nobody.get());
        }
        if (command.reason().isBlank() && !(command instanceof Agree)) { // who asked said why
            return Decision.denied(
                    SequenceRefusal.REASON_MISSING,
                    "Expected a reason, so that others know what happened, but there is none");
        }
        String by = PersonName.shown(command.by());
        String reason = command.reason().strip();
        return switch (command) {
            case Ask ask -> ask(state, ask, by, reason);
            case Agree agree -> agree(state, agree.id(), by, reason);
            case Refuse refuse ->
                closed(state, refuse.id())
                        .<Decision<SequenceEvent>>map(Decision.Denied::new)
                        .orElseGet(() -> Decision.accepted(new Refused(refuse.id(), by, reason)));
        };
    }

    private static Decision<SequenceEvent> ask(SequenceState state, Ask ask, String by, String reason) {
        if (!ask.after().possible()) {
            return Decision.denied(
                    SequenceRefusal.NUMBER_IMPOSSIBLE,
                    "Expected numbers between 1 and " + SequenceNumbers.MOST + ", but got "
                            + ask.after().words());
        }
        if (ask.after().equals(ask.before())) {
            return Decision.denied(
                    SequenceRefusal.NOTHING_CHANGES,
                    "Expected other numbers, but the session has "
                            + ask.before().words() + " already");
        }
        Optional<SequenceRequest> open = state.open(ask.run(), ask.venue());
        return open.isPresent()
                ? Decision.denied(
                        SequenceRefusal.ALREADY_ASKED,
                        "Expected one request, but " + open.get().by() + " has asked for "
                                + open.get().after().words() + " already ("
                                + open.get().id()
                                + "); another person may agree or refuse")
                : Decision.accepted(
                        new Asked(state.next(), ask.run(), ask.venue(), ask.before(), ask.after(), by, reason));
    }

    private static Decision<SequenceEvent> agree(SequenceState state, String id, String by, String reason) {
        return closed(state, id)
                .or(() -> samePerson(state, id, by))
                .<Decision<SequenceEvent>>map(Decision.Denied::new)
                .orElseGet(() -> Decision.accepted(new Agreed(id, by, reason)));
    }

    private static Optional<Refusal> closed(SequenceState state, String id) {
        Optional<SequenceRequest> request = state.find(id);
        if (request.isEmpty()) {
            return Optional.of(new Refusal(
                    SequenceRefusal.UNKNOWN,
                    "Expected a request for other sequence numbers, but there is no " + id
                            + "; ./vesper venues show lists them"));
        }
        return request.get().open()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        SequenceRefusal.ALREADY_ANSWERED,
                        "Expected a request that waits for an answer, but " + id + " was answered"));
    }

    private static Optional<Refusal> samePerson(SequenceState state, String id, String by) {
        return state.find(id)
                .filter(request -> PersonName.same(request.by(), by))
                .map(request -> new Refusal(
                        SequenceRefusal.SECOND_PERSON_MUST_DIFFER,
                        "Expected another person, but " + by + " agrees to what " + request.by() + " asked for in " + id
                                + ", and the two names are one or look alike; ask somebody else"));
    }

    /** {@inheritDoc} What one person would have set alone is refused here as well. */
    @Override
    public SequenceState apply(SequenceState state, SequenceEvent event) {
        return switch (event) {
            case Asked(String id, String run, String venue, var before, var after, String by, String reason)
            when id.equals(state.next())
                    && named(by)
                    && after.possible()
                    && !after.equals(before)
                    && state.open(run, venue).isEmpty() ->
                state.asked(new SequenceRequest(id, run, venue, before, after, by, reason, true));
            case Agreed(String id, String by, var ignored)
            when named(by)
                    && closed(state, id).isEmpty()
                    && samePerson(state, id, by).isEmpty() -> state.answered(id);
            case Refused(String id, String by, var ignored)
            when named(by) && closed(state, id).isEmpty() -> state.answered(id);
            default ->
                throw new BrokenHistory("Expected an event that can follow on " + state.events()
                        + " events of sequence numbers, but got " + event
                        + "; maybe it was forged, or an event before it is gone");
        };
    }

    private static boolean named(String by) {
        return PersonName.refusal(by).isEmpty();
    }
}
