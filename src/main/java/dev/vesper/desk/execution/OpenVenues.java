package dev.vesper.desk.execution;

import dev.vesper.desk.breaker.RunBreakers;
import dev.vesper.execution.breaker.BreakerCommand;
import dev.vesper.execution.breaker.BreakerLimits;
import dev.vesper.execution.breaker.BreakerPosition;
import dev.vesper.execution.breaker.BreakerState;
import dev.vesper.execution.breaker.VenueAnswer;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which venues take the orders of a slice, by their breakers; hears what they answered. */
final class OpenVenues {
    private final RunBreakers breakers;
    private final BreakerLimits limits;
    private final List<Venue> venues;
    private final Map<String, Deque<VenueAnswer>> answers = new HashMap<>();
    private final Set<String> tried = new HashSet<>();
    private BreakerState state = BreakerState.NOTHING;

    OpenVenues(RunBreakers breakers, BreakerLimits limits, List<Venue> venues) {
        this.breakers = breakers;
        this.limits = limits;
        this.venues = List.copyOf(venues);
    }

    /** Judges them for a slice that is not decided. */
    void judge(int slice) {
        List<VenueAnswer> all = new ArrayList<>();
        venues.forEach(venue -> all.addAll(answers.getOrDefault(venue.name(), new ArrayDeque<>())));
        state = breakers.judge(new BreakerCommand.Judge(slice, limits, all));
        tried.clear();
    }

    /** Those that the next order of the slice may go to; a half-open one until one was given to it. */
    List<Venue> now() {
        return venues.stream()
                .filter(venue -> switch (state.of(venue.name()).position()) {
                    case CLOSED -> true;
                    case OPEN -> false;
                    case HALF_OPEN -> !tried.contains(venue.name());
                })
                .toList();
    }

    /** An order goes to a venue. */
    void given(String venue) {
        if (state.of(venue).position() == BreakerPosition.HALF_OPEN) {
            tried.add(venue);
        }
    }

    /** What became of the children of a slice; what we denied tells nothing of a venue. */
    void heard(List<ChildOrder> children, Map<String, ChildOutcome> outcomes) {
        for (ChildOrder child : children) {
            ChildOutcome outcome = outcomes.get(child.clientOrderId());
            if (outcome == null || outcome.state() == ChildOutcome.State.DENIED) {
                continue;
            }
            boolean rejected = outcome.state() == ChildOutcome.State.REJECTED;
            Deque<VenueAnswer> of = answers.computeIfAbsent(child.venue(), _ -> new ArrayDeque<>());
            of.addLast(new VenueAnswer(child.venue(), child.slice(), rejected, outcome.reason()));
            if (of.size() > limits.remembered()) {
                of.removeFirst();
            }
        }
    }
}
