package dev.vesper.execution.breaker;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import dev.vesper.basics.Visible;
import dev.vesper.execution.breaker.BreakerCommand.CloseByHand;
import dev.vesper.execution.breaker.BreakerCommand.Judge;
import dev.vesper.execution.breaker.BreakerCommand.OpenByHand;
import dev.vesper.execution.breaker.BreakerEvent.ClosedByHand;
import dev.vesper.execution.breaker.BreakerEvent.HalfOpened;
import dev.vesper.execution.breaker.BreakerEvent.OpenedByHand;
import dev.vesper.execution.breaker.BreakerEvent.Recovered;
import dev.vesper.execution.breaker.BreakerEvent.Tripped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The breakers of a run's venues: closed, open, half open. Too many rejects open one; after a rest one order a slice is tried,
 * which closes it where the venue takes it and opens it anew where not. What a person opened only a person closes. Decides
 * on commands and applies events; the same answers give the same events, so a day is decided alike whenever it is decided.
 *
 * <p>What is denied, and why: {@link BreakerRefusal}.
 */
public final class Breakers implements Decider<BreakerState, BreakerCommand, BreakerEvent> {
    private static final int LONGEST_REASON = 200;

    @Override
    public BreakerState initial() {
        return BreakerState.NOTHING;
    }

    @Override
    public Decision<BreakerEvent> decide(BreakerState state, BreakerCommand command) {
        return switch (command) {
            case Judge judge -> new Decision.Accepted<>(judge(state, judge));
            case OpenByHand(String venue, int slice, String by, String reason) ->
                refused(by, reason)
                        .or(() -> openByHand(state.of(venue)))
                        .<Decision<BreakerEvent>>map(Decision.Denied::new)
                        .orElseGet(() -> Decision.accepted(
                                new OpenedByHand(venue, slice, PersonName.shown(by), reason.strip())));
            case CloseByHand(String venue, int slice, String by, String reason) ->
                refused(by, reason)
                        .or(() -> closed(state.of(venue)))
                        .<Decision<BreakerEvent>>map(Decision.Denied::new)
                        .orElseGet(() -> Decision.accepted(
                                new ClosedByHand(venue, slice, PersonName.shown(by), reason.strip())));
        };
    }

    private static List<BreakerEvent> judge(BreakerState state, Judge judge) {
        Set<String> venues = new TreeSet<>(state.touched().keySet());
        judge.answers().forEach(answer -> venues.add(answer.venue()));
        List<BreakerEvent> events = new ArrayList<>();
        for (String venue : venues) {
            Breaker breaker = state.of(venue);
            List<VenueAnswer> answers = judge.answers().stream()
                    .filter(answer -> answer.venue().equals(venue) && answer.slice() >= breaker.slice())
                    .toList();
            judged(breaker, judge, answers).ifPresent(events::add);
        }
        return events;
    }

    private static Optional<BreakerEvent> judged(Breaker breaker, Judge judge, List<VenueAnswer> answers) {
        String venue = breaker.venue();
        int slice = judge.slice();
        return switch (breaker.position()) {
            case CLOSED -> tooMany(answers, judge.limits(), venue, slice);
            case OPEN ->
                !breaker.byHand() && slice - breaker.slice() >= judge.limits().restSlices()
                        ? Optional.of(new HalfOpened(venue, slice))
                        : Optional.empty();
            case HALF_OPEN ->
                answers.stream()
                        .filter(VenueAnswer::rejected)
                        .findFirst()
                        .<BreakerEvent>map(no -> new Tripped(
                                venue,
                                slice,
                                BreakerCause.TRIAL_REJECTED,
                                "it rejected the order that was tried" + why(no)))
                        .or(() -> answers.isEmpty() ? Optional.empty() : Optional.of(new Recovered(venue, slice)));
        };
    }

    private static Optional<BreakerEvent> tooMany(
            List<VenueAnswer> answers, BreakerLimits limits, String venue, int slice) {
        if (limits.rejectsInARow() == 0 || answers.isEmpty()) {
            return Optional.empty();
        }
        int row = 0;
        while (row < answers.size() && answers.get(answers.size() - 1 - row).rejected()) {
            row++;
        }
        if (row >= limits.rejectsInARow()) {
            return Optional.of(new Tripped(
                    venue,
                    slice,
                    BreakerCause.REJECTS_IN_A_ROW,
                    "it rejected " + Counted.of(row, "order") + " in a row, " + limits.rejectsInARow()
                            + " open the breaker; the last" + why(answers.getLast())));
        }
        List<VenueAnswer> window = answers.subList(Math.max(0, answers.size() - limits.window()), answers.size());
        List<VenueAnswer> rejected =
                window.stream().filter(VenueAnswer::rejected).toList();
        return window.size() < limits.window() || rejected.size() < limits.rejectShare() * limits.window()
                ? Optional.empty()
                : Optional.of(new Tripped(
                        venue,
                        slice,
                        BreakerCause.REJECT_SHARE,
                        "it rejected " + rejected.size() + " of its last " + window.size() + " orders; the last"
                                + why(rejected.getLast())));
    }

    private static String why(VenueAnswer no) {
        String reason = Visible.line(no.reason());
        return reason.isEmpty()
                ? ", without a reason"
                : ": " + (reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "...");
    }

    private static Optional<Refusal> refused(String by, String reason) {
        return PersonName.refusal(by)
                .or(() -> reason.isBlank()
                        ? Optional.of(new Refusal(
                                BreakerRefusal.REASON_MISSING,
                                "Expected a reason, so that others know what happened, but there is none"))
                        : Optional.empty());
    }

    private static Optional<Refusal> openByHand(Breaker breaker) {
        return breaker.is(BreakerPosition.OPEN) && breaker.byHand()
                ? Optional.of(new Refusal(
                        BreakerRefusal.ALREADY_OPEN,
                        "Expected a breaker that nobody opened, but that of " + breaker.venue()
                                + " was opened by a person already"))
                : Optional.empty();
    }

    private static Optional<Refusal> closed(Breaker breaker) {
        return breaker.is(BreakerPosition.CLOSED)
                ? Optional.of(new Refusal(
                        BreakerRefusal.NOT_OPEN,
                        "Expected an open or half-open breaker, but that of " + breaker.venue()
                                + " is closed; ./vesper venues breakers shows them"))
                : Optional.empty();
    }

    /** {@inheritDoc} A step that skips one is refused here as well. */
    @Override
    public BreakerState apply(BreakerState state, BreakerEvent event) {
        Breaker before = state.of(event.venue());
        int slice = event.slice();
        return switch (event) {
            case Tripped(String ignored, int at, var cause, var what)
            when at >= before.slice()
                    && (cause == BreakerCause.TRIAL_REJECTED
                            ? before.is(BreakerPosition.HALF_OPEN)
                            : before.is(BreakerPosition.CLOSED)) ->
                state.moved(before.moved(BreakerPosition.OPEN, slice, false));
            case HalfOpened(String ignored, int at)
            when at >= before.slice() && before.is(BreakerPosition.OPEN) && !before.byHand() ->
                state.moved(before.moved(BreakerPosition.HALF_OPEN, slice, false));
            case Recovered(String ignored, int at)
            when at >= before.slice() && before.is(BreakerPosition.HALF_OPEN) ->
                state.moved(before.moved(BreakerPosition.CLOSED, slice, false));
            case OpenedByHand(String ignored, int at, String by, var reason)
            when at >= before.slice()
                    && refused(by, reason).isEmpty()
                    && openByHand(before).isEmpty() -> state.moved(before.moved(BreakerPosition.OPEN, slice, true));
            case ClosedByHand(String ignored, int at, String by, var reason)
            when at >= before.slice()
                    && refused(by, reason).isEmpty()
                    && closed(before).isEmpty() -> state.moved(before.moved(BreakerPosition.CLOSED, slice, false));
            default ->
                throw new BrokenHistory("Expected an event that can follow on " + state.events()
                        + " events of the breakers of venues, but got " + event
                        + "; maybe it was forged, or an event before it is gone");
        };
    }
}
