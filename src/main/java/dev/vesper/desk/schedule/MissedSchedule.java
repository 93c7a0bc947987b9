package dev.vesper.desk.schedule;

import dev.vesper.basics.Times;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The occasions of a firm's schedule at which nobody opened a day: Vesper was down, or the day failed to start. A missed one
 * is said and not caught up: prices may have come that the day was not meant to see, and people expect to be asked in the
 * evening, not at the next start. Five minutes late is on time. It is well again once a day was opened on the date of the
 * occasion or later, by hand or by the schedule. One that people skipped is not missed.
 */
public final class MissedSchedule {
    /** How late a day may open by itself. */
    public static final Duration ON_TIME = Duration.ofMinutes(5);

    private static final int LOOKED_AT = 1_000;

    private final ScheduleStore store;
    private final RunStore runs;
    private final SkippedOccasions skips;
    private final AuditLog audit;
    private final Times times;
    private final boolean rehearsal;

    /** @param rehearsal whether the schedule's days are rehearsals: a day that is not of its sort makes good for nothing */
    public MissedSchedule(
            ScheduleStore store, RunStore runs, EventLog events, AuditLog audit, Times times, boolean rehearsal) {
        this.store = store;
        this.runs = runs;
        this.skips = new SkippedOccasions(events);
        this.audit = audit;
        this.times = times;
        this.rehearsal = rehearsal;
    }

    /** Keeps a firm's schedule from now on; one that is kept already, by the same expression, goes on. */
    public void keep(String firm, String cron) {
        Optional<WatchedSchedule> kept = store.find(firm);
        if (kept.isEmpty() || !kept.get().cron().equals(cron)) {
            Instant now = times.now();
            store.save(new WatchedSchedule(firm, cron, now, now, Instant.EPOCH));
        }
    }

    /** An occasion opened a day just now, or found it worked. */
    public void kept(String firm) {
        store.find(firm).ifPresent(known -> store.save(known.keptUntil(times.now())));
    }

    /** Whether the newest occasion is too long ago for a day that opens by itself. */
    public boolean late(String firm) {
        Instant now = times.now();
        return store.find(firm)
                .flatMap(known -> Occasions.of(known.cron(), times.zone()))
                .flatMap(occasions -> occasions.lastUntil(now))
                .map(due -> due.plus(ON_TIME).isBefore(now))
                .orElse(false);
    }

    /** The newest occasion that was missed and not made good for, in words; empty where there is none. */
    public Optional<String> missed(String firm) {
        return occasion(firm).map(due -> words(firm, due));
    }

    /** As {@link #missed}, the first time it is asked for an occasion, which is then in the audit log. */
    public Optional<String> tell(String firm) {
        Optional<Instant> missed = occasion(firm);
        WatchedSchedule known = store.find(firm).orElse(null);
        if (missed.isEmpty() || known == null || !missed.get().isAfter(known.told())) {
            return Optional.empty();
        }
        String words = words(firm, missed.get());
        audit.append(times.now(), "vesper", AuditAction.SCHEDULE_MISSED, "schedule", words, false);
        store.save(known.toldOf(missed.get()));
        return Optional.of(words);
    }

    private Optional<Instant> occasion(String firm) {
        return store.find(firm)
                .flatMap(known -> Occasions.of(known.cron(), times.zone())
                        .flatMap(occasions -> newest(firm, occasions, known.since())))
                .filter(due -> runs.recent(LOOKED_AT).stream().noneMatch(run -> makesGood(run, firm, due)));
    }

    /** The newest occasion after a moment that should have opened a day by now and that nobody skipped. */
    private Optional<Instant> newest(String firm, Occasions occasions, Instant since) {
        Optional<Instant> due = occasions.lastUntil(times.now().minus(ON_TIME)).filter(last -> last.isAfter(since));
        if (due.isPresent()) {
            var skipped = skips.standing(firm).keySet();
            while (due.isPresent() && skipped.contains(due.get())) {
                due = occasions.lastUntil(due.get().minusSeconds(1)).filter(last -> last.isAfter(since));
            }
        }
        return due;
    }

    private boolean makesGood(RunRecord run, String firm, Instant due) {
        return run.firm().equals(firm)
                && run.rehearsal() == rehearsal
                && run.status() != RunStatus.ABANDONED
                && !times.dateOf(run.openedAt()).isBefore(times.dateOf(due));
    }

    private String words(String firm, Instant due) {
        return "Expected the schedule to open a day at "
                + Occasions.text(due, times.zone()).replace('T', ' ')
                + ", but it did not: Vesper was not up, or the day could not start. It is not caught up by itself;"
                + " ./vesper schedule run opens it now (./vesper eod --firm " + firm
                + " while no ./vesper up does), or wait for the next occasion";
    }
}
