package dev.vesper.desk.schedule;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens the days of one firm: by its schedule, and when people ask for one. One is opened at a time, so that an occasion and
 * a person who comes at the same moment do not both open one.
 */
public final class ScheduledDays {
    private static final String OPENS = "opens a day";
    private static final String SKIPPED = "skipped";

    private static final String VESPER = "vesper";
    private static final int LOOKED_AT = 1_000;
    /** Whoever skips an occasion further away has mistaken the year. */
    private static final int MOST_DAYS_AHEAD = 400;

    private final FirmDays days;
    private final ScheduleStore store;
    private final RunStore runs;
    private final SkippedOccasions skips;
    private final AuditLog audit;
    private final Times times;
    private final boolean rehearse;
    private final MissedSchedule missed;
    private final Consumer<String> say;
    /** Why the last occasion opened no day, or nothing. */
    private volatile @Nullable String failed;

    /**
     * Over the stores.
     *
     * @param rehearse whether its days are rehearsals, whatever the firm is
     * @param missed of the same firm
     * @param say tells people who watch, a line at a time
     */
    public ScheduledDays(
            FirmDays days,
            ScheduleStore store,
            RunStore runs,
            EventLog events,
            AuditLog audit,
            Times times,
            boolean rehearse,
            MissedSchedule missed,
            Consumer<String> say) {
        this.days = days;
        this.store = store;
        this.runs = runs;
        this.skips = new SkippedOccasions(events);
        this.audit = audit;
        this.times = times;
        this.rehearse = rehearse;
        this.missed = missed;
        this.say = say;
    }

    /** What keeps the schedule from opening days, or which occasion was missed; empty where nothing is wrong. */
    public Optional<String> trouble() {
        return Optional.ofNullable(failed).or(() -> missed.missed(days.folder()));
    }

    /** Says which occasion was missed, once for each. */
    public void tellMissed() {
        missed.tell(days.folder()).ifPresent(words -> say.accept("  ! " + words));
    }

    /**
     * The run of the occasion that is due now. A business date is worked once: where it has a run, ended or not, that one is
     * answered, so that a day without new prices trades nothing. A day opens where the one before closes, so a run that has not
     * ended is answered too. An occasion that people skipped opens none, nor does one that is long over because Vesper was down.
     */
    public synchronized Optional<RunId> due() {
        try {
            Optional<RunId> run = runOf(lastDue());
            failed = null;
            if (run.isPresent()) {
                missed.kept(days.folder());
            } else {
                tellMissed();
            }
            return run;
        } catch (RuntimeException e) {
            String why = "Expected the schedule to open a day, but " + e.getMessage();
            if (!why.equals(failed)) { // the engine asks again and again
                say.accept("  ! " + why);
            }
            failed = why;
            throw e;
        }
    }

    private Optional<RunId> runOf(Optional<Instant> due) {
        Optional<ScheduleEvent.Skipped> skipped = due.flatMap(at -> skips.find(days.folder(), at));
        if (skipped.isPresent()) {
            say.accept("  ! the occasion of " + text(skipped.get().due()) + " is skipped by "
                    + skipped.get().by() + ": " + skipped.get().reason());
            return Optional.empty();
        }
        FirmNow now = days.read();
        LocalDate date = now.prices().last();
        boolean rehearsal = rehearsal(now);
        Optional<RunRecord> known = worked(date, rehearsal);
        if (known.isPresent()) {
            say.accept("  ! the schedule asked for " + date + ", which run "
                    + known.get().id() + " works or has worked");
            return answered(due, OccasionState.WORKED, known.get());
        }
        Optional<RunRecord> before = open(rehearsal);
        if (before.isPresent()) {
            say.accept("  ! the schedule asked for " + date + ", which opens where run "
                    + before.get().id() + " closes; it has not ended");
            return answered(due, OccasionState.BUSY, before.get());
        }
        if (missed.late(days.folder())) {
            return Optional.empty();
        }
        RunRecord run = days.open(now.firm(), date, rehearsal, /* again= */ false, VESPER);
        say.accept("Run " + run.id() + " opened by the schedule"
                + due.map(at -> " (due " + text(at) + ")").orElse(""));
        return answered(due, OccasionState.RUN, run);
    }

    private Optional<RunId> answered(Optional<Instant> due, OccasionState state, RunRecord run) {
        due.ifPresent(at -> store.answer(new AnsweredOccasion(days.folder(), at, state, run.id(), times.now())));
        return Optional.of(run.id());
    }

    private Optional<Instant> lastDue() {
        return occasions().flatMap(occasions -> occasions.lastUntil(times.now()));
    }

    private Optional<Occasions> occasions() {
        return store.find(days.folder()).flatMap(kept -> Occasions.of(kept.cron(), times.zone()));
    }

    private String text(Instant due) {
        return Occasions.text(due, times.zone());
    }

    private boolean rehearsal(FirmNow now) {
        return rehearse || now.firm().settings().sample();
    }

    private Optional<RunRecord> worked(LocalDate date, boolean rehearsal) {
        return ours(rehearsal).stream()
                .filter(run -> run.date().equals(date))
                .filter(run -> run.status() != RunStatus.ABANDONED || days.traded(run))
                .findFirst();
    }

    private Optional<RunRecord> open(boolean rehearsal) {
        return ours(rehearsal).stream().filter(run -> !run.status().ended()).findFirst();
    }

    private List<RunRecord> ours(boolean rehearsal) {
        return runs.recent(LOOKED_AT).stream()
                .filter(run -> run.firm().equals(days.folder()) && run.rehearsal() == rehearsal)
                .toList();
    }

    /**
     * Opens a day because somebody asks for it, and lets it be worked.
     *
     * @param date its business date; null for that of the newest prices
     * @param by who asks
     * @throws Problem of kind INPUT where the date has no prices, REFUSED while another day is open, or where the books do not
     *     take the date
     */
    public synchronized RunRecord run(@Nullable LocalDate date, String by) {
        FirmNow now = days.read();
        RunRecord run = start(now, date(now, date), rehearsal(now), /* again= */ false, by);
        failed = null;
        return run;
    }

    /**
     * Opens a rehearsal of a day and lets it be worked: two demo users approve, its book is the rehearsals'.
     *
     * @param date its business date; null for that of the newest prices
     * @param again whether a rehearsal is repeated: what rehearsals booked from the date on is taken back
     * @param by who asks
     * @throws Problem as {@link #run}
     */
    public synchronized RunRecord rehearse(@Nullable LocalDate date, boolean again, String by) {
        FirmNow now = days.read();
        return start(now, date(now, date), /* rehearsal= */ true, again, by);
    }

    private LocalDate date(FirmNow now, @Nullable LocalDate asked) {
        LocalDate date = asked == null ? now.prices().last() : asked;
        if (date.isAfter(times.today())) {
            throw Problem.usage("Expected a date on or before today, " + times.today() + ", but got " + date
                    + "; nobody knows its prices yet");
        }
        if (!now.prices().contains(date)) {
            LocalDate before = now.prices().floor(date);
            throw Problem.usage("Expected a date of the prices, but they have none of " + date + "; "
                    + (before == null
                            ? "they begin on " + now.prices().first()
                            : "the last one before it is " + before));
        }
        return date;
    }

    private RunRecord start(FirmNow now, LocalDate date, boolean rehearsal, boolean again, String by) {
        open(rehearsal).ifPresent(run -> {
            throw Problem.refused("Expected no other day to be open, but run " + run.id() + " is "
                    + run.status().name().toLowerCase(Locale.ROOT)
                    + "; one opens where the other closes. ./vesper runs show " + run.id()
                    + " tells what it waits for");
        });
        RunRecord run = days.open(now.firm(), date, rehearsal, again, by);
        say.accept("Run " + run.id() + " opened by " + by + (rehearsal ? ", a rehearsal" : ""));
        try {
            days.start(run.id());
        } catch (RuntimeException e) {
            runs.status(run.id(), RunStatus.FAILED); // ./vesper runs resume lets it go on
            throw e;
        }
        return runs.find(run.id()).orElse(run);
    }

    /**
     * Lets one occasion pass without a day.
     *
     * @param name of one to come, see {@link Occasion#occasion}
     * @param reason why
     * @param by who says so
     * @throws Problem of kind INPUT where it is none, or no reason is given, REFUSED where its hour has passed or it is skipped
     *     already
     */
    public synchronized Occasion skip(String name, String reason, String by) {
        if (reason.isBlank()) {
            throw Problem.usage("Expected a reason to skip an occasion, but got none");
        }
        Instant due = toCome(name);
        if (due.isAfter(times.now().plusSeconds(MOST_DAYS_AHEAD * 86_400L))) {
            throw Problem.usage("Expected an occasion within " + MOST_DAYS_AHEAD + " days, but got " + text(due));
        }
        List<ScheduleEvent> past = skips.past(days.folder());
        ScheduleEvent.Skipped known = SkippedOccasions.standing(past).get(due);
        if (known != null) {
            throw Problem.refused("Expected an occasion that opens a day, but " + text(due) + " is skipped by "
                    + known.by() + " already: " + known.reason());
        }
        decide(past, new ScheduleEvent.Skipped(due, by, reason), AuditAction.OCCASION_SKIPPED, by, reason);
        return shown(due);
    }

    /**
     * Lets an occasion open a day that was skipped.
     *
     * @param by who says so
     * @throws Problem of kind INPUT where it is none, REFUSED where its hour has passed or nobody skipped it
     */
    public synchronized Occasion unskip(String name, String by) {
        Instant due = toCome(name);
        List<ScheduleEvent> past = skips.past(days.folder());
        if (!SkippedOccasions.standing(past).containsKey(due)) {
            throw Problem.refused("Expected an occasion that is skipped, but " + text(due) + " is not");
        }
        decide(past, new ScheduleEvent.Restored(due, by), AuditAction.OCCASION_RESTORED, by, "opens a day after all");
        return shown(due);
    }

    private void decide(List<ScheduleEvent> past, ScheduleEvent event, AuditAction action, String by, String why) {
        audit.append(
                times.now(),
                by,
                action,
                "schedule",
                text(event.due()) + ": " + why,
                rehearse,
                new Append<>(ScheduleEvent.stream(days.folder()), past.size(), List.of(event)),
                action == AuditAction.OCCASION_SKIPPED ? new Change(OPENS, SKIPPED) : new Change(SKIPPED, OPENS));
        say.accept("The occasion of " + text(event.due()) + " is "
                + action.word().replace("occasion-", "") + " by " + by + ": " + why);
    }

    private Instant toCome(String name) {
        Occasions known = occasions()
                .orElseThrow(() -> Problem.refused("Expected a schedule whose occasions are understood here, but its"
                        + " expression says more (L, W or #): none of them can be skipped"));
        Instant due = known.find(name);
        if (!due.isAfter(times.now())) {
            throw Problem.refused("Expected an occasion to come, but the hour of " + text(due) + " has passed"
                    + known.after(times.now(), 1).stream()
                            .findFirst()
                            .map(next -> "; the next one is " + text(next))
                            .orElse(""));
        }
        return due;
    }

    private Occasion shown(Instant due) {
        return look().occasion(due);
    }

    /**
     * The schedule as it stands.
     *
     * @param next how many occasions to come
     * @param last how many that were
     */
    public KeptSchedule show(int next, int last) {
        return look().show(next, last, trouble().orElse(""));
    }

    /**
     * So many days of the calendar.
     *
     * @param from the first of them
     * @throws Problem of kind INPUT where the firm's folder cannot be read
     */
    public List<CalendarDay> calendar(LocalDate from, int count) {
        return look().calendar(from, count);
    }

    private ScheduleLook look() {
        FirmNow now = null;
        String unreadable = "";
        try {
            now = days.look();
        } catch (Problem problem) {
            unreadable = String.valueOf(problem.getMessage());
        }
        boolean rehearsal = now == null ? rehearse : rehearsal(now);
        WatchedSchedule kept = store.find(days.folder())
                .orElseThrow(() -> Problem.unavailable(
                        "Expected the schedule to be kept, but Vesper is still starting; try again in a moment"));
        return new ScheduleLook(
                kept,
                Occasions.of(kept.cron(), times.zone()),
                times,
                now,
                unreadable,
                rehearsal,
                ours(rehearsal),
                skips.standing(days.folder()),
                store,
                days::traded);
    }
}
