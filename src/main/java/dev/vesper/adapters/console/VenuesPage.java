package dev.vesper.adapters.console;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Topic;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.venues.VenueRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The sessions with the venues and their circuit breakers, and the forms that act on them. */
public final class VenuesPage implements Page {
    static final String WORD = "venues";

    /**
     * What the template shows.
     *
     * @param open the sessions that are open
     * @param others the firm's venues without one
     * @param breakers of the runs that have not ended, or of the newest
     * @param may whether the caller may act here
     * @param byCommand whether a command acts, since who looks did not sign in
     */
    public record Model(
            List<VenueLine> open, List<Other> others, List<BreakerLine> breakers, boolean may, boolean byCommand) {}

    /** A venue without a session. */
    public record Other(String venue, String kind) {}

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String title() {
        return "Venues";
    }

    @Override
    public String help() {
        return "venues";
    }

    @Override
    public Optional<Object> state(Operations operations, Asked asked) {
        return Optional.of(
                List.of(operations.venues().all(), operations.venues().breakers()));
    }

    @Override
    public Set<Changed> topics(Asked asked) {
        return Set.of(Changed.of(Topic.VENUES), Changed.of(Topic.RUNS));
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        Caller caller = asked.caller();
        List<VenueRecord> all = operations.venues().all();
        return new Model(
                all.stream()
                        .flatMap(venue -> venue.session() == null
                                ? Stream.empty()
                                : Stream.of(VenueLine.of(venue, Objects.requireNonNull(venue.session()))))
                        .toList(),
                all.stream()
                        .filter(venue -> venue.session() == null)
                        .map(venue -> new Other(venue.venue(), venue.kind()))
                        .toList(),
                operations.venues().breakers().stream()
                        .map(BreakerLine::of)
                        .sorted(Comparator.comparing(BreakerLine::closed)) // those that are open first
                        .toList(),
                caller instanceof SignedIn && caller.may(Permission.STOP_TRADING),
                !(caller instanceof SignedIn));
    }
}
