package dev.vesper.desk.breaker;

import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Told;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.execution.breaker.BreakerCommand;
import dev.vesper.execution.breaker.BreakerEvent;
import dev.vesper.execution.breaker.BreakerPosition;
import dev.vesper.execution.breaker.BreakerState;
import dev.vesper.execution.breaker.Breakers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The circuit breakers of the venues, one for each venue and run. Each step is an event with its audit row, stored before the
 * slice that it holds for is decided: a day that goes on after a restart reads it and decides nothing anew.
 */
public final class VenueBreakers {
    private static final int LOOKED_AT = 50;
    /** How often a step is decided again because somebody else moved a breaker at the same moment. */
    private static final int TRIES = 5;

    private final RunStore runs;
    private final BreakerLog log;
    private final AuditLog audit;
    private final Function<RunId, List<String>> venues;
    private final ToIntFunction<RunId> nextSlice;
    private final InstantSource clock;
    private final Breakers breakers = new Breakers();

    /**
     * @param venues names of a run's venues; a Problem where its files are gone
     * @param nextSlice first slice of a run that is not decided
     */
    public VenueBreakers(
            RunStore runs,
            EventLog events,
            AuditLog audit,
            Function<RunId, List<String>> venues,
            ToIntFunction<RunId> nextSlice,
            InstantSource clock) {
        this.runs = runs;
        this.log = new BreakerLog(events);
        this.audit = audit;
        this.venues = venues;
        this.nextSlice = nextSlice;
        this.clock = clock;
    }

    /**
     * Those of one run, for who works its orders.
     *
     * @param told hears each step that follows from it, in words
     */
    public RunBreakers of(RunRecord run, Consumer<String> told) {
        return command -> change(run, command, told);
    }

    /** Every venue's, of the runs that have not ended; of the newest run where all have. */
    public List<BreakerRecord> all() {
        List<RunRecord> recent = runs.recent(LOOKED_AT);
        List<RunRecord> open =
                recent.stream().filter(run -> !run.status().ended()).toList();
        return (open.isEmpty() ? recent.stream().limit(1).toList() : open)
                .stream().flatMap(run -> of(run).stream()).toList();
    }

    private List<BreakerRecord> of(RunRecord run) {
        Map<String, BreakerRecord> moved = log.records(run);
        List<BreakerRecord> all = new ArrayList<>();
        for (String venue : known(run, moved.keySet())) {
            all.add(moved.getOrDefault(
                    venue, BreakerRecord.untouched(run.id(), venue, run.status().ended())));
        }
        return all;
    }

    /** The venues of a run; where its files are gone, those whose breakers moved. */
    private Collection<String> known(RunRecord run, Set<String> moved) {
        try {
            return venues.apply(run.id());
        } catch (Problem gone) {
            return moved;
        }
    }

    /** Those that keep orders from a venue, of the runs that have not ended. */
    public List<BreakerRecord> open() {
        return runs.recent(LOOKED_AT).stream()
                .filter(run -> !run.status().ended())
                .flatMap(run -> log.records(run).values().stream())
                .filter(breaker -> breaker.position() != BreakerPosition.CLOSED)
                .toList();
    }

    /** What is kept from a venue, for whoever watches; empty where nothing is. */
    public Optional<String> trouble() {
        List<BreakerRecord> open = open();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of("The breaker of "
                        + open.stream().map(BreakerRecord::line).collect(Collectors.joining("; that of "))
                        + "; ./vesper venues breakers tells more");
    }

    /**
     * All that happened to those of a run, oldest first.
     *
     * @throws Problem of kind REFUSED where it was altered
     */
    public List<Told<BreakerEvent>> past(RunId run) {
        return log.past(run);
    }

    /**
     * Opens one from the next slice on, until a person closes it or the run is over.
     *
     * @throws Problem of kind INPUT where the venue is none of the run's, REFUSED where it is denied
     */
    public BreakerRecord open(RunRecord run, String venue, String by, String reason) {
        return byHand(run, venue, new BreakerCommand.OpenByHand(venue, slice(run), by, reason), by);
    }

    /**
     * Closes one from the next slice on.
     *
     * @throws Problem of kind INPUT where the venue is none of the run's, REFUSED where it is denied
     */
    public BreakerRecord close(RunRecord run, String venue, String by, String reason) {
        return byHand(run, venue, new BreakerCommand.CloseByHand(venue, slice(run), by, reason), by);
    }

    private BreakerRecord byHand(RunRecord run, String venue, BreakerCommand command, String by) {
        List<String> known = venues.apply(run.id());
        if (!known.contains(venue)) {
            throw Problem.usage("Expected a venue of run " + run.id() + " (" + String.join(", ", known)
                    + "), but got \"" + venue + "\"");
        }
        if (run.status().ended()) {
            throw denied(
                    run,
                    venue,
                    by,
                    "Expected a run that has not ended, but " + run.id() + " has; the breaker of " + venue
                            + " holds for one run alone");
        }
        change(run, command, _ -> {});
        return of(run).stream()
                .filter(breaker -> breaker.venue().equals(venue))
                .findFirst()
                .orElseThrow();
    }

    private int slice(RunRecord run) {
        return nextSlice.applyAsInt(run.id());
    }

    private BreakerState change(RunRecord run, BreakerCommand command, Consumer<String> told) {
        for (int attempt = 1; ; attempt++) {
            BreakerState before = log.state(run.id());
            try {
                return decided(run, before, command, told);
            } catch (Problem lost) { // to somebody else: decided again on what is there now
                if (attempt == TRIES || log.state(run.id()).events() == before.events()) {
                    throw lost;
                }
            }
        }
    }

    private BreakerState decided(RunRecord run, BreakerState before, BreakerCommand command, Consumer<String> told) {
        return switch (breakers.decide(before, command)) {
            case Decision.Accepted<BreakerEvent>(List<BreakerEvent> events) -> {
                BreakerState state = before;
                for (BreakerEvent event : events) {
                    audit.append(
                            clock.instant(),
                            by(command),
                            action(event),
                            subject(run, event.venue()),
                            line(event),
                            run.rehearsal(),
                            new Append<>(BreakerLog.stream(run.id()), state.events(), List.of(event)));
                    state = breakers.apply(state, event);
                    told.accept(line(event));
                }
                yield state;
            }
            case Decision.Denied<BreakerEvent>(var refusal) -> {
                throw denied(run, venue(command), by(command), refusal.message());
            }
        };
    }

    private static String by(BreakerCommand command) {
        return switch (command) {
            case BreakerCommand.Judge _ -> "vesper";
            case BreakerCommand.OpenByHand open -> PersonName.shown(open.by());
            case BreakerCommand.CloseByHand close -> PersonName.shown(close.by());
        };
    }

    private static String venue(BreakerCommand command) {
        return switch (command) {
            case BreakerCommand.Judge _ -> "";
            case BreakerCommand.OpenByHand open -> open.venue();
            case BreakerCommand.CloseByHand close -> close.venue();
        };
    }

    private Problem denied(RunRecord run, String venue, String by, String message) {
        audit.append(
                clock.instant(),
                PersonName.refusal(by).isEmpty() ? PersonName.shown(by) : "vesper",
                AuditAction.DECISION_DENIED,
                subject(run, venue),
                message,
                run.rehearsal());
        return Problem.refused(message);
    }

    private static AuditAction action(BreakerEvent event) {
        return switch (event) {
            case BreakerEvent.Tripped _, BreakerEvent.OpenedByHand _ -> AuditAction.VENUE_BREAKER_OPENED;
            case BreakerEvent.HalfOpened _ -> AuditAction.VENUE_BREAKER_HALF_OPENED;
            case BreakerEvent.Recovered _, BreakerEvent.ClosedByHand _ -> AuditAction.VENUE_BREAKER_CLOSED;
        };
    }

    /** A step for people. */
    public static String line(BreakerEvent event) {
        String from = "from slice " + (event.slice() + 1) + " on: ";
        return event.venue() + ": "
                + switch (event) {
                    case BreakerEvent.Tripped tripped -> "breaker open " + from + tripped.what();
                    case BreakerEvent.HalfOpened _ -> "breaker half open " + from + "one order a slice is tried";
                    case BreakerEvent.Recovered _ -> "breaker closed " + from + "the order that was tried was taken";
                    case BreakerEvent.OpenedByHand opened -> "breaker open " + from + opened.reason();
                    case BreakerEvent.ClosedByHand closed -> "breaker closed " + from + closed.reason();
                };
    }

    /** What the audit log calls the breaker of a venue: as it calls its session. */
    private static String subject(RunRecord run, String venue) {
        return "venue/" + run.id() + "/" + venue;
    }
}
