package dev.vesper.desk.practice;

import dev.vesper.basics.Problem;
import dev.vesper.basics.SimulatedClock;
import dev.vesper.basics.Times;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.schedule.Occasion;
import dev.vesper.desk.schedule.OccasionState;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The clock of a house that practises: days, occasions of the schedule, timers of the processes and due times of tasks follow
 * it. It is put forward to the next thing that is due or to a time before that, so that nothing is jumped over.
 */
public final class PracticeClock {
    private static final String NEXT = "next";
    private static final int LONGEST = 40;
    private static final int MOST_NEXT = 10;
    private static final Duration FURTHEST = Duration.ofDays(40);
    /** By then the timers of the processes have rung. */
    private static final Duration JUST_AFTER = Duration.ofSeconds(1);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Times times;
    private final Supplier<List<Occasion>> occasions;
    private final List<Questions> questions;
    private final AuditLog audit;

    /**
     * Over the clock.
     *
     * @param occasions those to come of the schedule that is kept, none where none is
     * @param questions what people are asked
     */
    public PracticeClock(Times times, Supplier<List<Occasion>> occasions, List<Questions> questions, AuditLog audit) {
        this.times = times;
        this.occasions = occasions;
        this.questions = List.copyOf(questions);
        this.audit = audit;
    }

    /** What the clock shows. */
    public ClockFace face() {
        Instant now = times.now();
        boolean practice = times.simulated().isPresent();
        return new ClockFace(now, local(now), times.zone().getId(), practice, practice ? next(now) : List.of());
    }

    /**
     * Puts the clock forward. It stops a second after the first thing that is due on the way.
     *
     * @param to {@code next} for what is due next; a duration such as {@code PT30M}; a local time such as
     *     {@code 2018-04-11T21:00}
     * @param by who does it
     * @throws Problem of kind INPUT where it is none of these, not after now, or nothing is due; REFUSED where the clock is the
     *     machine's
     */
    public ClockFace forward(String to, String by) {
        SimulatedClock clock = times.simulated()
                .orElseThrow(
                        () -> Problem.refused(
                                "Expected a house that practises, but the clock here is the machine's,"
                                        + " which nobody puts forward; ./vesper clock set TIME in a new state folder makes one"));
        Instant now = clock.instant();
        List<Upcoming> next = next(now);
        Instant asked = asked(to, now, next);
        Instant reached = next.stream()
                .map(Upcoming::at)
                .filter(at -> !at.isAfter(asked))
                .findFirst()
                .map(at -> at.plus(JUST_AFTER))
                .orElse(asked);
        audit.append(
                now,
                by,
                AuditAction.CLOCK_FORWARDED,
                "clock",
                "from " + local(now) + " to " + local(reached) + " " + times.zone(),
                /* rehearsal= */ false);
        clock.forwardTo(reached);
        return face();
    }

    private Instant asked(String to, Instant now, List<Upcoming> next) {
        if (to.equals(NEXT)) {
            return next.stream()
                    .map(Upcoming::at)
                    .findFirst()
                    .orElseThrow(() -> Problem.usage("Expected something that is due, but nothing is; name a time"));
        }
        Instant asked = moment(to, now);
        if (!asked.isAfter(now)) {
            throw Problem.usage(
                    "Expected a time after " + local(now) + ", because the clock never goes back, but got " + to);
        }
        if (asked.isAfter(now.plus(FURTHEST))) {
            throw Problem.usage("Expected a time within " + FURTHEST.toDays() + " days, but got " + to);
        }
        return asked;
    }

    private Instant moment(String to, Instant now) {
        try {
            if (to.length() <= LONGEST) {
                return to.startsWith("P")
                        ? now.plus(Duration.parse(to))
                        : LocalDateTime.parse(to).atZone(times.zone()).toInstant();
            }
        } catch (DateTimeException | ArithmeticException notOne) {
            throw unreadable(to);
        }
        throw unreadable(to);
    }

    private static Problem unreadable(String to) {
        return Problem.usage(
                "Expected next, a duration such as PT30M or a local time such as 2018-04-11T21:00, but got \"" + to
                        + "\"");
    }

    private List<Upcoming> next(Instant now) {
        Stream<Upcoming> days = occasions.get().stream()
                .filter(occasion -> occasion.state() == OccasionState.DUE)
                .map(occasion -> upcoming(
                        occasion.due(),
                        occasion.worked()
                                ? "the schedule's occasion, whose date is worked by then"
                                : "the schedule opens a day"));
        Stream<Upcoming> tasks = questions.stream()
                .flatMap(part -> part.open().stream().map(part::card))
                .filter(card -> card.due() != null)
                .map(PracticeClock::due);
        return Stream.concat(days, tasks.map(one -> upcoming(one.at(), one.what())))
                .filter(one -> one.at().isAfter(now))
                .sorted(Comparator.comparing(Upcoming::at).thenComparing(Upcoming::what))
                .limit(MOST_NEXT)
                .toList();
    }

    private static Upcoming due(TaskCard card) {
        return new Upcoming(
                Objects.requireNonNull(card.due()), "", card.question().id() + " is overdue");
    }

    private Upcoming upcoming(Instant at, String what) {
        return new Upcoming(at, local(at), what);
    }

    private String local(Instant at) {
        return at.atZone(times.zone()).truncatedTo(ChronoUnit.MINUTES).format(MINUTE);
    }
}
