package dev.vesper.desk.breach;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import dev.vesper.desk.breach.BreachCommand.See;
import dev.vesper.desk.breach.BreachCommand.Take;
import dev.vesper.desk.breach.BreachEvent.Seen;
import dev.vesper.desk.breach.BreachEvent.Taken;
import java.util.List;
import java.util.Optional;

/**
 * Breaches until they are cured: one is the same as long as rule, account and subject begin each day over the limit. Holds
 * nothing itself.
 *
 * <p>What is denied, and why: {@link BreachRefusal}.
 */
final class BreachRules implements Decider<BreachState, BreachCommand, BreachEvent> {
    @Override
    public BreachState initial() {
        return BreachState.NOTHING;
    }

    @Override
    public Decision<BreachEvent> decide(BreachState state, BreachCommand command) {
        return switch (command) {
            case See(Seen day) ->
                tellsNothing(state, day) ? new Decision.Accepted<>(List.of()) : Decision.accepted(day);
            case Take take -> take(state, take);
        };
    }

    /** A run is looked at once, an earlier day than the newest not at all, and a day without any only where one stood. */
    private static boolean tellsNothing(BreachState state, Seen day) {
        return state.runs().contains(day.run())
                || state.isPast(day.book(), day.date())
                || (day.over().isEmpty() && !state.anyStands(day.book()));
    }

    private static Decision<BreachEvent> take(BreachState state, Take take) {
        Optional<Refusal> nobody = PersonName.refusal(take.by());
        if (nobody.isEmpty() && !take.owner().isBlank()) {
            nobody = PersonName.refusal(take.owner());
        }
        if (nobody.isPresent()) {
            return new Decision.Denied<>(nobody.get());
        }
        Optional<StandingBreach> known = state.find(take.id());
        if (known.isEmpty()) {
            return Decision.denied(
                    BreachRefusal.UNKNOWN,
                    "Expected a breach, but there is no " + take.id() + "; ./vesper limits breaches lists them");
        }
        StandingBreach one = known.get();
        if (!one.stands()) {
            return Decision.denied(
                    BreachRefusal.CURED,
                    "Expected a breach that stands, but " + take.id() + " was cured on "
                            + one.cured().orElseThrow());
        }
        String owner = take.owner().isBlank() ? one.owner() : PersonName.shown(take.owner());
        String plan = take.plan().isBlank() ? one.plan() : take.plan().strip();
        return owner.equals(one.owner()) && plan.equals(one.plan())
                ? Decision.denied(
                        BreachRefusal.NOTHING_SAID,
                        "Expected who looks after " + take.id() + ", or what is to be done, but nothing new is said")
                : Decision.accepted(new Taken(take.id(), owner, plan, PersonName.shown(take.by())));
    }

    @Override
    public BreachState apply(BreachState state, BreachEvent event) {
        return switch (event) {
            case Seen day when !tellsNothing(state, day) -> state.seen(day);
            case Taken taken
            when PersonName.refusal(taken.by()).isEmpty()
                    && state.find(taken.id()).filter(StandingBreach::stands).isPresent() -> state.taken(taken);
            default ->
                throw new BrokenHistory("Expected an event that can follow on " + state.events()
                        + " events of the breaches, but got " + event
                        + "; maybe it was forged, or an event before it is gone");
        };
    }
}
