package dev.vesper.desk.venues;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.event.Told;
import dev.vesper.execution.sequence.SequenceChanges;
import dev.vesper.execution.sequence.SequenceCommand;
import dev.vesper.execution.sequence.SequenceEvent;
import dev.vesper.execution.sequence.SequenceNumbers;
import dev.vesper.execution.sequence.SequenceState;
import dev.vesper.market.Venue;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people see of the sessions with the venues, and do about them. Each act has its audit row before it is done: what is
 * done by then and not written nobody would know. Numbers are set where they stand still, on a session that a person logged
 * out, by two people, and only where they are still those that the second person was shown.
 */
public final class VenueDesk {
    private static final StreamId<SequenceEvent> STREAM = new StreamId<>(SequenceEvent.class, "sequence-numbers");
    private static final String TASK = "set-numbers";
    private static final int LONGEST_REASON = 500;

    private final VenueConnections connections;
    private final Supplier<List<Venue>> venues;
    private final EventLog events;
    private final AuditLog audit;
    private final InstantSource clock;
    private final SequenceChanges changes = new SequenceChanges();
    private final ReentrantLock changing = new ReentrantLock();

    /** @param venues of the firm, for when no run works orders; a Problem where its files are gone */
    public VenueDesk(
            VenueConnections connections,
            Supplier<List<Venue>> venues,
            EventLog events,
            AuditLog audit,
            InstantSource clock) {
        this.connections = connections;
        this.venues = venues;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The question about a request. */
    public static String task(String request) {
        return request + "/" + TASK;
    }

    /** Whether that may be the question about a request. */
    public static boolean isTask(String id) {
        return id.endsWith("/" + TASK);
    }

    /** Every session that is open, and every other venue of the firm. */
    public List<VenueRecord> all() {
        SequenceState asked = state(past());
        List<VenueRecord> all = new ArrayList<>();
        List<Venue> known = known();
        connections
                .open()
                .forEach(session -> all.add(record(
                        session.venue(),
                        known.stream()
                                .filter(venue -> venue.name().equals(session.venue()))
                                .map(Venue::kind)
                                .findFirst()
                                .orElse(""),
                        session,
                        asked)));
        known.stream()
                .filter(venue -> all.stream().noneMatch(one -> one.venue().equals(venue.name())))
                .forEach(venue -> all.add(record(venue.name(), venue.kind(), null, asked)));
        return all;
    }

    /** Of the firm; none where its files are gone. */
    private List<Venue> known() {
        try {
            return venues.get();
        } catch (Problem gone) {
            return List.of();
        }
    }

    private static VenueRecord record(String venue, String kind, @Nullable VenueSession session, SequenceState asked) {
        return new VenueRecord(
                venue,
                kind,
                session,
                session == null
                        ? null
                        : asked.open(session.run().value(), venue)
                                .map(request -> new VenueRecord.AskedNumbers(
                                        task(request.id()), request.after().words(), request.by(), request.reason()))
                                .orElse(null));
    }

    /** What people have logged out, for whoever watches; empty where nothing is. */
    public Optional<String> trouble() {
        String all = connections.open().stream()
                .filter(session -> session.state() == SessionState.LOGGED_OUT)
                .map(session -> "run " + session.run() + " waits for " + session.venue() + ", which was logged out by "
                        + session.by() + "; ./vesper venues connect " + session.run() + " " + session.venue()
                        + " lets it go on")
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    /**
     * Logs a session out, until a person connects it or Vesper is started again.
     *
     * @throws Problem of kind INPUT where there is no such session, REFUSED without a reason or where it is logged out already
     */
    public VenueRecord logOut(RunId run, String venue, String by, String reason) {
        VenueSession session = session(run, venue);
        String why = why(reason);
        if (session.state() == SessionState.LOGGED_OUT) {
            throw denied(
                    session,
                    by,
                    "Expected a session that is not logged out, but " + venue + " of run " + run + " was logged out by "
                            + session.by());
        }
        write(session, by, AuditAction.VENUE_LOGGED_OUT, why);
        connections.logOut(run, venue, PersonName.shown(by) + ": " + why);
        return found(run, venue);
    }

    /**
     * Connects a session that a person logged out.
     *
     * @throws Problem of kind INPUT where there is no such session, REFUSED without a reason or where nobody logged it out
     */
    public VenueRecord logOn(RunId run, String venue, String by, String reason) {
        VenueSession session = session(run, venue);
        String why = why(reason);
        if (session.state() != SessionState.LOGGED_OUT) {
            throw denied(
                    session,
                    by,
                    "Expected a session that a person logged out, but " + venue + " of run " + run + " is "
                            + session.state().words()
                            + (session.state() == SessionState.CONNECTING ? ": it is tried again each second" : ""));
        }
        write(session, by, AuditAction.VENUE_LOGGED_ON, why);
        connections.logOn(run, venue);
        return found(run, venue);
    }

    /**
     * Asks that a session goes on with other numbers; another person agrees.
     *
     * @throws Problem of kind INPUT where there is no such session, REFUSED where it is denied or not logged out
     */
    public VenueRecord askNumbers(RunId run, String venue, SequenceNumbers after, String by, String reason) {
        VenueSession session = session(run, venue);
        changing.lock();
        try {
            if (session.state() != SessionState.LOGGED_OUT) {
                throw denied(
                        session,
                        by,
                        "Expected a session that a person logged out, since its numbers stand still then, but " + venue
                                + " of run " + run + " is " + session.state().words() + "; log it out first");
            }
            change(
                    new SequenceCommand.Ask(run.value(), venue, session.numbers(), after, by, reason),
                    AuditAction.SEQUENCE_NUMBERS_ASKED,
                    subject(session),
                    session.numbers().words() + " to " + after.words() + ": " + reason.strip());
        } finally {
            changing.unlock();
        }
        return found(run, venue);
    }

    /**
     * Agrees to other numbers, and sets them.
     *
     * @throws Problem of kind REFUSED where it is denied: the same person, answered already, or the session is not as it was
     *     shown
     */
    public void agree(String id, String by, String reason) {
        changing.lock();
        try {
            var request = state(past())
                    .find(id)
                    .orElseThrow(() -> Problem.usage("Expected a request for other sequence numbers, but there is no "
                            + id + "; ./vesper venues show lists them"));
            RunId run = new RunId(request.run());
            Optional<VenueSession> session = find(run, request.venue());
            boolean same = session.filter(now -> now.state() == SessionState.LOGGED_OUT
                            && now.numbers().equals(request.before()))
                    .isPresent();
            if (request.open() && !same) {
                throw denied(
                        subject(run, request.venue()),
                        by,
                        "Expected " + request.venue() + " of run " + run + " logged out with "
                                + request.before().words() + ", as it was when " + request.by() + " asked, but "
                                + session.map(now -> "it is " + now.state().words() + " with "
                                                + now.numbers().words())
                                        .orElse("its session is over")
                                + "; refuse this, and ask anew where it is still needed");
            }
            change(
                    new SequenceCommand.Agree(id, by, reason),
                    AuditAction.SEQUENCE_NUMBERS_SET,
                    subject(run, request.venue()),
                    id + ", " + request.before().words() + " to "
                            + request.after().words()
                            + (reason.isBlank() ? "" : ": " + reason.strip()));
            connections.setNumbers(run, request.venue(), request.before(), request.after());
        } finally {
            changing.unlock();
        }
    }

    /**
     * Says no to other numbers.
     *
     * @throws Problem of kind REFUSED where it is denied
     */
    public void refuse(String id, String by, String reason) {
        changing.lock();
        try {
            String subject = state(past())
                    .find(id)
                    .map(request -> subject(new RunId(request.run()), request.venue()))
                    .orElse(id);
            change(
                    new SequenceCommand.Refuse(id, by, reason),
                    AuditAction.SEQUENCE_NUMBERS_REFUSED,
                    subject,
                    id + ": " + reason.strip());
        } finally {
            changing.unlock();
        }
    }

    /**
     * All that was asked and answered, oldest first.
     *
     * @throws Problem of kind REFUSED where it was altered
     */
    public List<Told<SequenceEvent>> past() {
        try {
            List<Told<SequenceEvent>> past = events.readAll(SequenceEvent.class, STREAM.value());
            changes.replay(past.stream().map(Told::event).toList());
            return past;
        } catch (BrokenHistory e) {
            throw Problem.refused("Expected the events of sequence numbers as they were stored, but " + e.getMessage()
                    + "; ./vesper audit verify tells more");
        }
    }

    private SequenceState state(List<Told<SequenceEvent>> past) {
        return changes.replay(past.stream().map(Told::event).toList());
    }

    private void change(SequenceCommand command, AuditAction action, String subject, String detail) {
        SequenceState before = state(past());
        switch (changes.decide(before, command)) {
            case Decision.Accepted<SequenceEvent>(List<SequenceEvent> decided) ->
                audit.append(
                        clock.instant(),
                        PersonName.shown(command.by()),
                        action,
                        subject,
                        detail,
                        /* rehearsal= */ false,
                        new Append<>(STREAM, before.events(), decided));
            case Decision.Denied<SequenceEvent>(var refusal) -> throw denied(subject, command.by(), refusal.message());
        }
    }

    private void write(VenueSession session, String by, AuditAction action, String why) {
        audit.append(
                clock.instant(),
                PersonName.shown(by),
                action,
                subject(session),
                session.numbers().words() + ": " + why,
                /* rehearsal= */ false);
    }

    private Problem denied(VenueSession session, String by, String message) {
        return denied(subject(session), by, message);
    }

    private Problem denied(String subject, String by, String message) {
        audit.append(
                clock.instant(),
                PersonName.refusal(by).isEmpty() ? PersonName.shown(by) : "vesper",
                AuditAction.DECISION_DENIED,
                subject,
                message,
                /* rehearsal= */ false);
        return Problem.refused(message);
    }

    private static String why(String reason) {
        if (reason.isBlank()) {
            throw Problem.refused("Expected a reason, so that others know what happened, but there is none");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Problem.usage(
                    "Expected a reason of at most " + LONGEST_REASON + " characters, but it has " + reason.length());
        }
        return reason.strip();
    }

    private static String subject(VenueSession session) {
        return subject(session.run(), session.venue());
    }

    /** What the audit log calls a session. */
    private static String subject(RunId run, String venue) {
        return "venue/" + run + "/" + venue;
    }

    private VenueRecord found(RunId run, String venue) {
        return all().stream()
                .filter(one -> one.venue().equals(venue)
                        && one.session() != null
                        && one.session().run().equals(run))
                .findFirst()
                .orElseThrow(() -> Problem.refused("Expected the session of run " + run + " with " + venue
                        + " to be there, but the run has closed it in this moment"));
    }

    private VenueSession session(RunId run, String venue) {
        return find(run, venue)
                .orElseThrow(() -> Problem.usage("Expected a session of run " + run + " with a venue called \"" + venue
                        + "\", but "
                        + (connections.open().isEmpty()
                                ? "none is open: sessions are open only while a run works orders"
                                : "open are "
                                        + connections.open().stream()
                                                .map(one -> one.run() + " " + one.venue())
                                                .collect(Collectors.joining(", ")))));
    }

    private Optional<VenueSession> find(RunId run, String venue) {
        return connections.open().stream()
                .filter(one -> one.run().equals(run) && one.venue().equals(venue))
                .findFirst();
    }
}
