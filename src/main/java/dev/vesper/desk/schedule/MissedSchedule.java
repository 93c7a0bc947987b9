package dev.vesper.desk.schedule;

import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The occasions of a firm's schedule at which nobody opened a day: Vesper was down, or the day failed to start. A missed one
 * is said and not caught up: prices may have come that the day was not meant to see, and people expect to be asked in the
 * evening, not at the next start. Five minutes late is on time. It is well again once a day was opened on the date of the
 * occasion or later, by hand or by the schedule.
 */
public final class MissedSchedule {
    /** How late a day may open by itself. */
    public static final Duration ON_TIME = Duration.ofMinutes(5);

    private static final int LOOKED_AT = 1_000;

    private final ScheduleStore store;
    private final RunStore runs;
    private final AuditLog audit;
    private final InstantSource clock;
    private final ZoneId zone;

    public MissedSchedule(ScheduleStore store, RunStore runs, AuditLog audit, InstantSource clock, ZoneId zone) {
        this.store = store;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /** Keeps a firm's schedule from now on; one that is kept already, by the same expression, goes on. */
    public void keep(String firm, String cron) {
        Optional<WatchedSchedule> kept = store.find(firm);
        if (kept.isEmpty() || !kept.get().cron().equals(cron)) {
            store.save(new WatchedSchedule(firm, cron, clock.instant(), Instant.EPOCH));
        }
    }

    /** An occasion opened a day just now, or found it worked. */
    public void kept(String firm) {
        store.find(firm)
                .ifPresent(known -> store.save(new WatchedSchedule(firm, known.cron(), clock.instant(), known.told())));
    }

    /** Whether the newest occasion is too long ago for a day that opens by itself. */
    public boolean late(String firm) {
        Instant now = clock.instant();
        return store.find(firm)
                .flatMap(known -> last(known.cron(), now))
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
        audit.append(clock.instant(), "vesper", AuditAction.SCHEDULE_MISSED, "schedule", words, false);
        store.save(new WatchedSchedule(firm, known.cron(), known.since(), missed.get()));
        return Optional.of(words);
    }

    private Optional<Instant> occasion(String firm) {
        return store.find(firm)
                .flatMap(known ->
                        last(known.cron(), clock.instant().minus(ON_TIME)).filter(due -> due.isAfter(known.since())))
                .filter(due -> runs.recent(LOOKED_AT).stream().noneMatch(run -> makesGood(run, firm, due)));
    }

    private boolean makesGood(RunRecord run, String firm, Instant due) {
        return run.firm().equals(firm)
                && run.status() != RunStatus.ABANDONED
                && !run.openedAt()
                        .atZone(zone)
                        .toLocalDate()
                        .isBefore(due.atZone(zone).toLocalDate());
    }

    private Optional<Instant> last(String cron, Instant until) {
        return Cron.of(cron)
                .flatMap(read -> read.lastUntil(LocalDateTime.ofInstant(until, zone)))
                .map(due -> due.atZone(zone).toInstant());
    }

    private String words(String firm, Instant due) {
        return "Expected the schedule to open a day at "
                + due.atZone(zone).toLocalDateTime().toString().replace('T', ' ')
                + ", but it did not: Vesper was not up, or the day could not start. It is not caught up by itself; run"
                + " ./vesper eod --firm " + firm + " while no ./vesper up does, or wait for the next occasion";
    }
}
