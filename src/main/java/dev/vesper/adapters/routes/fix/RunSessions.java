package dev.vesper.adapters.routes.fix;

import dev.vesper.basics.RunId;
import dev.vesper.desk.venues.VenueSession;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.ToIntFunction;
import org.apache.camel.component.quickfixj.QuickfixjEventCategory;
import org.jspecify.annotations.Nullable;
import quickfix.Message;
import quickfix.Session;

/** The sessions of one run, by venue. */
public final class RunSessions {
    private final RunId run;
    private final InstantSource clock;
    private final OpenSessions all;
    private final Map<String, WatchedSession> byVenue = new ConcurrentSkipListMap<>();
    private volatile ToIntFunction<String> openOrders = _ -> 0;

    RunSessions(RunId run, InstantSource clock, OpenSessions all) {
        this.run = run;
        this.clock = clock;
        this.all = all;
    }

    RunId run() {
        return run;
    }

    /** A session that was made and has not connected yet. */
    void made(String venue, Session session) {
        var watched = new WatchedSession(run, venue, session, clock);
        session.addStateListener(watched);
        byVenue.put(venue, watched);
    }

    void heard(String venue, QuickfixjEventCategory category, @Nullable Message message) {
        find(venue).ifPresent(session -> session.heard(category, message));
    }

    /**
     * From now on people see them.
     *
     * @param orders how many orders a venue has that have not ended
     */
    void open(ToIntFunction<String> orders) {
        openOrders = orders;
        all.opened(this);
    }

    void close() {
        all.closed(this);
    }

    Optional<WatchedSession> find(String venue) {
        return Optional.ofNullable(byVenue.get(venue));
    }

    /** Whether a person has logged one of these out: then the run waits for a person. */
    boolean anyLoggedOut(Collection<String> venues) {
        return venues.stream()
                .anyMatch(venue -> find(venue).filter(WatchedSession::loggedOut).isPresent());
    }

    List<VenueSession> shown() {
        return byVenue.values().stream()
                .map(session -> session.shown(openOrders))
                .toList();
    }
}
