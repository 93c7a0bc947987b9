package dev.vesper.desk.schedule;

import dev.vesper.basics.Times;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.market.calendar.ExchangeCalendar;
import dev.vesper.market.calendar.TradingSession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is to be said of a schedule at one moment, all of it true at the same one. */
final class ScheduleLook {
    /** Of one day: a schedule that opens a day every minute is no calendar. */
    private static final int MOST_A_DAY = 24;
    /** No exchange was ever closed for so many days. */
    private static final int MOST_DAYS_CLOSED = 30;

    private final WatchedSchedule kept;
    private final Optional<Occasions> occasions;
    private final Times times;
    private final Instant now;
    private final @Nullable FirmNow firm;
    private final String unreadable;
    private final boolean rehearsal;
    private final List<RunRecord> runs;
    private final Map<Instant, ScheduleEvent.Skipped> skipped;
    private final ScheduleStore store;
    private final Predicate<RunRecord> traded;
    private final List<ExchangeCalendar> calendars;

    /**
     * Over what is known.
     *
     * @param occasions empty where the expression is not understood
     * @param firm null where its folder cannot be read
     * @param unreadable why it cannot; empty where it can
     * @param runs of the firm, days or rehearsals as the schedule opens them
     * @param traded whether an abandoned run has traded its date
     */
    ScheduleLook(
            WatchedSchedule kept,
            Optional<Occasions> occasions,
            Times times,
            @Nullable FirmNow firm,
            String unreadable,
            boolean rehearsal,
            List<RunRecord> runs,
            Map<Instant, ScheduleEvent.Skipped> skipped,
            ScheduleStore store,
            Predicate<RunRecord> traded) {
        this.kept = kept;
        this.occasions = occasions;
        this.times = times;
        this.now = times.now();
        this.firm = firm;
        this.unreadable = unreadable;
        this.rehearsal = rehearsal;
        this.runs = runs;
        this.skipped = skipped;
        this.store = store;
        this.calendars = firm == null ? List.of() : calendars(firm);
        this.traded = traded;
    }

    /** Whether a date is worked already. */
    private boolean worked(LocalDate date) {
        return runs.stream()
                .filter(run -> run.date().equals(date))
                .anyMatch(run -> run.status() != RunStatus.ABANDONED || traded.test(run));
    }

    /** Of every exchange that an instrument trades at, by code. */
    private static List<ExchangeCalendar> calendars(FirmNow firm) {
        Map<String, ExchangeCalendar> found = new TreeMap<>();
        firm.firm().instruments().values().forEach(instrument -> {
            ExchangeCalendar calendar = firm.firm().calendars().of(instrument);
            found.putIfAbsent(calendar.code(), calendar);
        });
        return List.copyOf(found.values());
    }

    KeptSchedule show(int next, int last, String trouble) {
        String said = trouble.isEmpty() ? unreadable : trouble;
        if (said.isEmpty() && occasions.isEmpty()) {
            said = "Expected a schedule whose occasions are understood here, but \"" + kept.cron()
                    + "\" says more (L, W or #): it opens days, and what it opens is not told";
        }
        return new KeptSchedule(
                kept.firm(),
                kept.cron(),
                times.zone().getId(),
                rehearsal,
                now,
                firm == null ? null : firm.prices().last(),
                said,
                toCome(occasions.map(known -> known.after(now, next)).orElse(List.of())),
                been(occasions.map(known -> known.until(now, last)).orElse(List.of())));
    }

    /** One occasion to come. */
    Occasion occasion(Instant due) {
        return toCome(List.of(due)).getFirst();
    }

    List<CalendarDay> calendar(LocalDate from, int count) {
        List<CalendarDay> found = new ArrayList<>();
        Set<LocalDate> expected = new HashSet<>();
        for (int i = 0; i < count; i++) {
            LocalDate day = from.plusDays(i);
            List<Instant> all =
                    occasions.map(known -> known.on(day, MOST_A_DAY)).orElse(List.of());
            List<Occasion> ofDay = new ArrayList<>(
                    been(all.stream().filter(at -> !at.isAfter(now)).toList().reversed())
                            .reversed());
            ofDay.addAll(toCome(all.stream().filter(at -> at.isAfter(now)).toList(), expected));
            found.add(new CalendarDay(
                    day,
                    calendars.stream()
                            .map(calendar -> MarketDay.of(calendar, day))
                            .toList(),
                    ofDay));
        }
        return found;
    }

    private List<Occasion> toCome(List<Instant> due) {
        return toCome(due, new HashSet<>());
    }

    /**
     * Those to come, in order.
     *
     * @param expected the dates of earlier occasions; grows by those of these
     */
    private List<Occasion> toCome(List<Instant> due, Set<LocalDate> expected) {
        List<Occasion> found = new ArrayList<>();
        due.stream().findFirst().flatMap(this::dateBefore).ifPresent(expected::add);
        for (Instant at : due) {
            LocalDate date = lastSession(at);
            ScheduleEvent.Skipped skip = skipped.get(at);
            boolean known = date != null && (expected.contains(date) || worked(date));
            if (date != null && skip == null) {
                expected.add(date);
            }
            found.add(new Occasion(
                    Occasions.text(at, times.zone()),
                    at,
                    skip == null ? OccasionState.DUE : OccasionState.SKIPPED,
                    date,
                    known,
                    null,
                    skip == null ? "" : skip.by(),
                    skip == null ? "" : skip.reason(),
                    unusual(at)));
        }
        return found;
    }

    /** The date that the occasion before one works, where that is still to come itself. */
    private Optional<LocalDate> dateBefore(Instant due) {
        return occasions
                .flatMap(known -> known.lastUntil(due.minusSeconds(1)))
                .filter(before -> before.isAfter(now) && !skipped.containsKey(before))
                .flatMap(before -> Optional.ofNullable(lastSession(before)));
    }

    /** The date of the newest session of any exchange that has ended by a moment; null where there is none. */
    private @Nullable LocalDate lastSession(Instant due) {
        LocalDate date = times.dateOf(due);
        for (int back = -1; back < MOST_DAYS_CLOSED; back++) { // an exchange may be a day ahead of us
            LocalDate day = date.minusDays(back);
            for (ExchangeCalendar calendar : calendars) {
                Optional<TradingSession> session = calendar.session(day);
                if (session.isPresent() && !session.get().ends().isAfter(due)) {
                    return day;
                }
            }
        }
        return null;
    }

    private List<MarketDay> unusual(Instant due) {
        LocalDate date = times.dateOf(due);
        return calendars.stream()
                .map(calendar -> MarketDay.of(calendar, date))
                .filter(day -> day.kind() != MarketHours.USUAL)
                .toList();
    }

    /** Those that were, the newest first, as far back as the schedule is kept. */
    private List<Occasion> been(List<Instant> due) {
        List<Instant> known =
                due.stream().filter(at -> !at.isBefore(kept.begun())).toList();
        if (known.isEmpty()) {
            return List.of();
        }
        Map<Instant, AnsweredOccasion> answers = new HashMap<>();
        store.answers(kept.firm(), known.getLast()).forEach(answer -> answers.put(answer.due(), answer));
        List<Occasion> found = new ArrayList<>();
        for (Instant at : known) {
            found.add(been(at, answers.get(at)));
        }
        return found;
    }

    private Occasion been(Instant at, @Nullable AnsweredOccasion answer) {
        ScheduleEvent.Skipped skip = skipped.get(at);
        Optional<RunRecord> by = answer == null
                ? since(at)
                : runs.stream().filter(run -> run.id().equals(answer.run())).findFirst();
        OccasionState state;
        if (answer != null) {
            state = answer.state();
        } else if (skip != null) {
            state = OccasionState.SKIPPED;
        } else if (by.isPresent()) {
            state = by.get().openedAt().isBefore(at) ? OccasionState.WORKED : OccasionState.LATE;
        } else {
            state = at.plus(MissedSchedule.ON_TIME).isAfter(now) ? OccasionState.DUE : OccasionState.MISSED;
        }
        boolean shown = state != OccasionState.SKIPPED && by.isPresent();
        return new Occasion(
                Occasions.text(at, times.zone()),
                at,
                state,
                shown ? by.get().date() : null,
                state == OccasionState.WORKED,
                shown ? by.get().id() : null,
                state == OccasionState.SKIPPED && skip != null ? skip.by() : "",
                state == OccasionState.SKIPPED && skip != null ? skip.reason() : "",
                unusual(at));
    }

    /** The run that somebody opened on the date of an occasion, or later and before the next one. */
    private Optional<RunRecord> since(Instant at) {
        Instant next = occasions
                .flatMap(known -> known.after(at, 1).stream().findFirst())
                .orElse(Instant.MAX);
        return runs.stream()
                .filter(run -> run.status() != RunStatus.ABANDONED)
                .filter(run -> !times.dateOf(run.openedAt()).isBefore(times.dateOf(at))
                        && run.openedAt().isBefore(next))
                .min(Comparator.comparing(RunRecord::openedAt));
    }
}
