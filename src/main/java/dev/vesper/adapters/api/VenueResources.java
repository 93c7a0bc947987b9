package dev.vesper.adapters.api;

import dev.vesper.basics.RunId;
import dev.vesper.desk.breaker.BreakerRecord;
import dev.vesper.desk.venues.VenueRecord;
import java.util.List;

/** The sessions with the venues, over HTTP. */
public final class VenueResources {
    /** All of them. */
    public record All() {}

    /** Which session, and why somebody acts on it. */
    public record Act(RunId run, String venue, String reason) {}

    /** Which session shall go on with which numbers, and why. */
    public record Numbers(RunId run, String venue, int nextSender, int nextTarget, String reason) {}

    public static final Resource<All, List<VenueRecord>> SESSIONS = Resource.get(
            "/api/v1/venues",
            "Every session with a venue that is open, which is while a run works orders, then the firm's other venues.",
            All.class,
            Answers.list(VenueRecord.class),
            (operations, _) -> operations.venues().all());

    public static final Resource<Act, VenueRecord> LOG_OUT = Resource.post(
            "/api/v1/runs/{run}/venues/{venue}/disconnect",
            "Logs out of a venue: orders that rest there stay there, and the run waits until it is connected again.",
            Act.class,
            Answers.one(VenueRecord.class),
            (operations, q) -> operations.venues().logOut(q.run(), q.venue(), q.reason()));

    public static final Resource<Act, VenueRecord> LOG_ON = Resource.post(
            "/api/v1/runs/{run}/venues/{venue}/connect",
            "Connects a session that somebody logged out; what was not answered is said again.",
            Act.class,
            Answers.one(VenueRecord.class),
            (operations, q) -> operations.venues().logOn(q.run(), q.venue(), q.reason()));

    public static final Resource<Numbers, VenueRecord> NUMBERS = Resource.post(
            "/api/v1/runs/{run}/venues/{venue}/sequence-numbers",
            "Asks that a session which is logged out goes on with other sequence numbers; another person agrees by answering"
                    + " the task that this raises.",
            Numbers.class,
            Answers.one(VenueRecord.class),
            (operations, q) ->
                    operations.venues().askNumbers(q.run(), q.venue(), q.nextSender(), q.nextTarget(), q.reason()));

    public static final Resource<All, List<BreakerRecord>> BREAKERS = Resource.get(
            "/api/v1/venues/breakers",
            "The circuit breaker of every venue, of the runs that have not ended; of the newest run where all have.",
            All.class,
            Answers.list(BreakerRecord.class),
            (operations, _) -> operations.venues().breakers());

    public static final Resource<Act, BreakerRecord> OPEN_BREAKER = Resource.post(
            "/api/v1/runs/{run}/venues/{venue}/breaker/open",
            "Opens the breaker of a venue: from the next slice on it gets no more orders of the run, until a person closes"
                    + " it.",
            Act.class,
            Answers.one(BreakerRecord.class),
            (operations, q) -> operations.venues().openBreaker(q.run(), q.venue(), q.reason()));

    public static final Resource<Act, BreakerRecord> CLOSE_BREAKER = Resource.post(
            "/api/v1/runs/{run}/venues/{venue}/breaker/close",
            "Closes the breaker of a venue: from the next slice on it gets orders of the run again.",
            Act.class,
            Answers.one(BreakerRecord.class),
            (operations, q) -> operations.venues().closeBreaker(q.run(), q.venue(), q.reason()));

    static final List<Resource<?, ?>> ALL =
            List.of(SESSIONS, LOG_OUT, LOG_ON, NUMBERS, BREAKERS, OPEN_BREAKER, CLOSE_BREAKER);

    private VenueResources() {}
}
