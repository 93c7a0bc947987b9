package dev.vesper.execution.killswitch;

import dev.vesper.orders.SlicingStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Where the kill switches stand. Made once an event and read for every child order, so what is on lies ready.
 *
 * @param all every one that was ever pressed, oldest first
 * @param on those that stop something now
 * @param givenUp ids of the runs that wait for no release
 * @param events how many events made it so
 */
public record KillState(List<Kill> all, List<Kill> on, Set<String> givenUp, int events) {
    /** Nothing was ever stopped. */
    public static final KillState NOTHING = new KillState(List.of(), List.of(), Set.of(), 0);

    public KillState {
        all = List.copyOf(all);
        on = List.copyOf(on);
        givenUp = Set.copyOf(givenUp);
    }

    /** What stops a child order of this account and strategy to this venue; empty where nothing does. */
    public Optional<Kill> stopping(String account, SlicingStrategy strategy, String venue) {
        for (Kill kill : on) { // mostly there is none: no stream for each child of a large day
            if (kill.scope().stops(account, strategy, venue)) {
                return Optional.of(kill);
            }
        }
        return Optional.empty();
    }

    /** One by its id. */
    public Optional<Kill> find(String id) {
        return all.stream().filter(kill -> kill.id().equals(id)).findFirst();
    }

    KillState pressed(Kill kill) {
        List<Kill> next = new ArrayList<>(all);
        next.add(kill);
        return of(next, givenUp);
    }

    KillState changed(String id, UnaryOperator<Kill> change) {
        return of(
                all.stream()
                        .map(kill -> kill.id().equals(id) ? change.apply(kill) : kill)
                        .toList(),
                givenUp);
    }

    KillState given(String run) {
        Set<String> next = new TreeSet<>(givenUp);
        next.add(run);
        return of(all, next);
    }

    private KillState of(List<Kill> next, Set<String> runs) {
        return new KillState(
                next, next.stream().filter(kill -> !kill.released()).toList(), runs, events + 1);
    }
}
