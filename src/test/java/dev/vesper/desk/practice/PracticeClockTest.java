package dev.vesper.desk.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.SimulatedClock;
import dev.vesper.basics.Times;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.schedule.ScheduledDays;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryDays;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It is noon in New York on Wednesday, 2018-04-11; days are due at half past six in the evening. */
class PracticeClockTest {
    private final Memory memory = new Memory();
    private final SimulatedClock clock =
            new SimulatedClock(Instant.parse("2018-04-11T16:00:00Z"), InstantSource.fixed(Instant.EPOCH), () -> 0);
    private final Times times = new Times(clock, ZoneId.of("America/New_York"), () -> 0);
    private final MemoryDays firm = new MemoryDays(memory, times);
    private final ScheduledDays days = firm.days(false, _ -> {});
    private final PracticeClock practice =
            new PracticeClock(times, () -> days.show(2, 1).next(), List.of(), memory);

    @BeforeEach
    void aSchedule() {
        firm.missed(false).keep(firm.folder(), "0 30 18 * * MON-FRI");
    }

    @Test
    void itTellsWhatIsDueNext() {
        ClockFace face = practice.face();
        assertTrue(face.practice());
        assertEquals("2018-04-11T12:00", face.local());
        assertEquals("America/New_York", face.zone());
        assertEquals(
                List.of("2018-04-11T18:30", "2018-04-12T18:30"),
                face.next().stream().map(Upcoming::local).toList());
    }

    @Test
    void itStopsAtWhatIsDueOnTheWay() {
        assertEquals("2018-04-11T12:30", practice.forward("PT30M", "olga").local());
        assertEquals(
                Instant.parse("2018-04-11T22:30:01Z"),
                practice.forward("2018-04-14T12:00", "olga").now());
        assertEquals("2018-04-12T18:30", practice.forward("next", "olga").local());
        var row = memory.rows().getFirst();
        assertEquals(AuditAction.CLOCK_FORWARDED, row.action());
        assertEquals("olga", row.actor());
        assertEquals("from 2018-04-11T12:00 to 2018-04-11T12:30 America/New_York", row.detail());
        assertEquals(3, memory.rows().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "PT0S",
                "-PT5M",
                "PT-5M",
                "P41D",
                "PT99999999999999999999H",
                "2018-04-11T11:59",
                "2018-04-11",
                "+999999999-12-31T23:59",
                "NEXT"
            })
    void whatIsNoTimeToComeIsWrongUsage(String to) {
        assertEquals(
                Problem.Kind.INPUT,
                assertThrows(Problem.class, () -> practice.forward(to, "olga")).kind());
        assertEquals(Instant.parse("2018-04-11T16:00:00Z"), clock.instant());
        assertEquals(List.of(), memory.rows());
    }

    @Test
    void withNothingDueThereIsNoNext() {
        PracticeClock idle = new PracticeClock(times, List::of, List.of(), memory);
        assertThrows(Problem.class, () -> idle.forward("next", "olga"));
        assertEquals("2018-04-21T12:00", idle.forward("P10D", "olga").local());
    }
}
