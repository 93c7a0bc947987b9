package dev.vesper.desk.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.testing.Memory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 2025-12-29 is a Monday; days are due at half past six. */
class MissedScheduleTest {
    private static final String FIRM = "/srv/firm";
    private static final String CRON = "0 30 18 * * MON-FRI";

    private final Memory memory = new Memory();
    private Instant now = Instant.parse("2025-12-29T09:00:00Z");
    private final MissedSchedule schedule = new MissedSchedule(
            memory.schedules, memory, memory.eventLog, memory, new Times(() -> now, ZoneOffset.UTC, () -> 0), false);

    @Test
    void whatWasDueBeforeTheScheduleWasKeptIsNotMissed() {
        assertEquals(Optional.empty(), schedule.missed(FIRM));
        schedule.keep(FIRM, CRON);
        assertEquals(Optional.empty(), schedule.missed(FIRM));
    }

    @Test
    void anOccasionThatPassedWithoutADayIsMissedAfterFiveMinutesAndToldOnce() {
        schedule.keep(FIRM, CRON);
        at("2025-12-29T18:34:59Z");
        assertEquals(Optional.empty(), schedule.missed(FIRM));
        at("2025-12-29T18:35:00Z");
        assertTrue(
                schedule.missed(FIRM).orElseThrow().contains("2025-12-29 18:30"),
                schedule.missed(FIRM).orElseThrow());
        schedule.keep(FIRM, CRON); // the next start
        assertTrue(schedule.tell(FIRM).isPresent());
        assertEquals(Optional.empty(), schedule.tell(FIRM));
        assertEquals(
                1,
                memory.rows().stream()
                        .filter(row -> row.action() == AuditAction.SCHEDULE_MISSED)
                        .count());
        assertTrue(schedule.missed(FIRM).isPresent(), "told is not mended");
        at("2025-12-30T19:00:00Z");
        assertTrue(schedule.tell(FIRM).orElseThrow().contains("2025-12-30 18:30"));
    }

    @Test
    void aDayOfThatDateOrLaterMakesGoodAndAnAbandonedOneDoesNot() {
        schedule.keep(FIRM, CRON);
        at("2025-12-29T20:00:00Z");
        RunId gone = opened();
        memory.status(gone, RunStatus.ABANDONED);
        assertTrue(schedule.missed(FIRM).isPresent());
        opened();
        assertEquals(Optional.empty(), schedule.missed(FIRM));
        at("2025-12-30T20:00:00Z");
        assertTrue(schedule.missed(FIRM).isPresent());
    }

    @Test
    void aRehearsalMakesGoodForNoDay() {
        schedule.keep(FIRM, CRON);
        at("2025-12-29T20:00:00Z");
        memory.open(LocalDate.of(2025, 12, 29), FIRM, 1, true, now);
        assertTrue(schedule.missed(FIRM).isPresent());
    }

    @Test
    void anOccasionThatWasAnsweredIsKept() {
        schedule.keep(FIRM, CRON);
        at("2025-12-29T18:30:01Z");
        assertFalse(schedule.late(FIRM));
        schedule.kept(FIRM);
        at("2025-12-29T23:00:00Z");
        assertTrue(schedule.late(FIRM));
        assertEquals(Optional.empty(), schedule.missed(FIRM));
    }

    @Test
    void anotherScheduleBeginsAnew() {
        schedule.keep(FIRM, CRON);
        at("2025-12-30T10:00:00Z");
        schedule.keep(FIRM, "0 0 9 * * *");
        assertEquals(Optional.empty(), schedule.missed(FIRM));
        at("2025-12-31T10:00:00Z");
        assertTrue(schedule.missed(FIRM).isPresent());
    }

    private RunId opened() {
        return memory.open(LocalDate.of(2025, 12, 29), FIRM, 1, false, now).id();
    }

    private void at(String moment) {
        now = Instant.parse(moment);
    }
}
