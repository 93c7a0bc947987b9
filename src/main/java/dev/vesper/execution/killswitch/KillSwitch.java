package dev.vesper.execution.killswitch;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import dev.vesper.execution.killswitch.KillCommand.AgreeRelease;
import dev.vesper.execution.killswitch.KillCommand.AskRelease;
import dev.vesper.execution.killswitch.KillCommand.GiveUpRest;
import dev.vesper.execution.killswitch.KillCommand.Press;
import dev.vesper.execution.killswitch.KillCommand.RefuseRelease;
import dev.vesper.execution.killswitch.KillEvent.Pressed;
import dev.vesper.execution.killswitch.KillEvent.ReleaseAsked;
import dev.vesper.execution.killswitch.KillEvent.ReleaseRefused;
import dev.vesper.execution.killswitch.KillEvent.Released;
import dev.vesper.execution.killswitch.KillEvent.RestGivenUp;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The kill switches: one person stops, two let it be sent again, one who asks for it and another who agrees. Decides on
 * commands and applies events; holds nothing itself.
 *
 * <p>What is denied, and why: {@link KillRefusal}.
 */
public final class KillSwitch implements Decider<KillState, KillCommand, KillEvent> {
    @Override
    public KillState initial() {
        return KillState.NOTHING;
    }

    @Override
    public Decision<KillEvent> decide(KillState state, KillCommand command) {
        Optional<Refusal> nobody = PersonName.refusal(command.by());
        if (nobody.isPresent()) {
            return new Decision.Denied<>(nobody.get());
        }
        if (command.reason().isBlank() && !(command instanceof AgreeRelease)) { // who asked said why
            return Decision.denied(
                    KillRefusal.REASON_MISSING,
                    "Expected a reason, so that others know what happened, but there is none");
        }
        String by = PersonName.shown(command.by());
        String reason = command.reason().strip();
        return switch (command) {
            case Press press -> press(state, press.scope(), by, reason);
            case AskRelease ask -> on(state, ask.id(), kill -> ask(kill, by, reason));
            case AgreeRelease agree -> on(state, agree.id(), kill -> agree(kill, agree.request(), by, reason));
            case RefuseRelease refuse ->
                on(
                        state,
                        refuse.id(),
                        kill -> asked(kill, refuse.request())
                                .<Decision<KillEvent>>map(Decision.Denied::new)
                                .orElseGet(() -> Decision.accepted(
                                        new ReleaseRefused(kill.id(), refuse.request(), by, reason))));
            case GiveUpRest giveUp ->
                state.on().isEmpty()
                        ? Decision.denied(
                                KillRefusal.NOTHING_STOPPED,
                                "Expected something that is stopped, but no kill switch is on; nothing waits")
                        : state.givenUp().contains(giveUp.run())
                                ? new Decision.Accepted<>(List.of())
                                : Decision.accepted(new RestGivenUp(giveUp.run(), by, reason));
        };
    }

    private static Decision<KillEvent> press(KillState state, KillScope scope, String by, String reason) {
        return state.on().stream()
                .filter(kill -> kill.scope().equals(scope))
                .findFirst()
                .<Decision<KillEvent>>map(kill -> kill.askedBy() == null
                        ? new Decision.Accepted<>(List.of())
                        : Decision.accepted(new ReleaseRefused(kill.id(), kill.requests(), by, reason)))
                .orElseGet(() -> Decision.accepted(new Pressed(next(state), scope, by, reason)));
    }

    private static String next(KillState state) {
        return "K-" + (state.all().size() + 1);
    }

    private static Decision<KillEvent> ask(Kill kill, String by, String reason) {
        return kill.askedBy() == null
                ? Decision.accepted(new ReleaseAsked(kill.id(), kill.requests() + 1, by, reason))
                : Decision.denied(
                        KillRefusal.ALREADY_ASKED,
                        "Expected one request, but " + kill.askedBy() + " has asked for the release of " + kill.id()
                                + " already; another person may agree or refuse");
    }

    private static Decision<KillEvent> agree(Kill kill, int request, String by, String reason) {
        return asked(kill, request)
                .or(() -> samePerson(kill, by))
                .<Decision<KillEvent>>map(Decision.Denied::new)
                .orElseGet(() -> Decision.accepted(new Released(kill.id(), request, by, reason)));
    }

    private static Optional<Refusal> asked(Kill kill, int request) {
        return kill.askedBy() != null && kill.requests() == request
                ? Optional.empty()
                : Optional.of(new Refusal(
                        KillRefusal.NOT_ASKED,
                        "Expected an answer to a request for the release of " + kill.id() + ", but "
                                + (kill.askedBy() == null
                                        ? "nobody asks for it"
                                        : "request " + request + " is over and " + kill.askedBy() + " asked again")
                                + "; look at it as it stands now"));
    }

    private static Optional<Refusal> samePerson(Kill kill, String by) {
        String asker = String.valueOf(kill.askedBy());
        return PersonName.same(asker, by)
                ? Optional.of(new Refusal(
                        KillRefusal.SECOND_PERSON_MUST_DIFFER,
                        "Expected another person, but " + by + " agrees to the release of " + kill.id() + " that "
                                + asker + " asked for, and the two names are one or look alike; ask somebody else"))
                : Optional.empty();
    }

    private static Decision<KillEvent> on(KillState state, String id, Function<Kill, Decision<KillEvent>> then) {
        Optional<Kill> kill = state.find(id);
        if (kill.isEmpty()) {
            return Decision.denied(
                    KillRefusal.UNKNOWN,
                    "Expected a kill switch, but there is no " + id + "; ./vesper kill show lists them");
        }
        return kill.get().released()
                ? Decision.denied(
                        KillRefusal.NOT_ON,
                        "Expected a kill switch that is on, but " + id
                                + " was released; ./vesper kill show tells by whom")
                : then.apply(kill.get());
    }

    /** {@inheritDoc} What one person released alone is refused here as well. */
    @Override
    public KillState apply(KillState state, KillEvent event) {
        return switch (event) {
            case Pressed(String id, KillScope scope, String by, String reason)
            when id.equals(next(state))
                    && named(by)
                    && state.on().stream().noneMatch(kill -> kill.scope().equals(scope)) ->
                state.pressed(new Kill(id, scope, by, reason, 0, null, false));
            case ReleaseAsked(String id, int request, String by, var ignored)
            when named(by) && stands(state, id, kill -> kill.askedBy() == null && request == kill.requests() + 1) ->
                state.changed(id, kill -> kill.asked(by));
            case ReleaseRefused(String id, int request, String by, var ignored)
            when named(by) && stands(state, id, kill -> asked(kill, request).isEmpty()) ->
                state.changed(id, Kill::refused);
            case Released(String id, int request, String by, var ignored)
            when named(by)
                    && stands(
                            state,
                            id,
                            kill -> asked(kill, request).isEmpty()
                                    && samePerson(kill, by).isEmpty()) -> state.changed(id, Kill::off);
            case RestGivenUp(String run, String by, var ignored)
            when named(by) && !state.on().isEmpty() && !state.givenUp().contains(run) -> state.given(run);
            default ->
                throw new BrokenHistory("Expected an event that can follow on " + state.events()
                        + " events of the kill switches, but got " + event
                        + "; maybe it was forged, or an event before it is gone");
        };
    }

    private static boolean stands(KillState state, String id, Function<Kill, Boolean> test) {
        return state.find(id)
                .filter(kill -> !kill.released() && test.apply(kill))
                .isPresent();
    }

    private static boolean named(String by) {
        return PersonName.refusal(by).isEmpty();
    }
}
