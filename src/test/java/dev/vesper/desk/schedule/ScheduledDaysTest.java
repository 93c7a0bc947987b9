package dev.vesper.desk.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Times;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days are due at half past six in New York; the week of Thanksgiving 2026, whose Thursday is a holiday and Friday a half day. */
class ScheduledDaysTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    private final Memory memory = new Memory();
    private Instant now = at("2026-11-23T09:00");
    private final MemoryDays firm = new MemoryDays(memory, new Times(() -> now, NEW_YORK, () -> 0));
    private final List<String> said = new ArrayList<>();
    private ScheduledDays days = firm.days(false, said::add);

    @BeforeEach
    void kept() {
        firm.prices.add(TUESDAY.minusDays(1));
        firm.missed(false).keep(firm.folder(), "0 30 18 * * MON-FRI");
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }

    /** The engine rings, a moment after the hour. */
    private Optional<RunId> rings(String local) {
        now = at(local).plusMillis(40);
        return days.due();
    }

    private void ends(RunId run) {
        memory.status(run, RunStatus.DONE);
    }

    private List<String> past() {
        return days.show(1, 10).last().stream()
                .map(occasion -> occasion.occasion().substring(5) + " " + occasion.state())
                .toList();
    }

    private List<String> rows(AuditAction action) {
        return memory.rows().stream()
                .filter(row -> row.action() == action)
                .map(row -> row.actor() + " " + row.detail())
                .toList();
    }

    private static Problem refused(Problem.Kind kind, Executable act) {
        Problem problem = assertThrows(Problem.class, act);
        assertEquals(kind, problem.kind(), problem.getMessage());
        return problem;
    }

    @Test
    void theNextOccasionsKnowTheirDateTheHolidayAndTheHalfDay() {
        List<Occasion> next = days.show(5, 1).next();
        assertEquals(
                List.of(
                        "2026-11-23T18:30",
                        "2026-11-24T18:30",
                        "2026-11-25T18:30",
                        "2026-11-26T18:30",
                        "2026-11-27T18:30"),
                next.stream().map(Occasion::occasion).toList());
        assertEquals(at("2026-11-23T18:30"), next.getFirst().due());
        assertEquals(
                List.of(23, 24, 25, 25, 27),
                next.stream().map(occasion -> occasion.date().getDayOfMonth()).toList());
        assertEquals(
                List.of(false, false, false, true, false),
                next.stream().map(Occasion::worked).toList(),
                "nothing new on Thanksgiving");
        assertEquals(List.of(), next.getFirst().markets(), "a usual day needs no words");
        assertEquals(
                "XNYS closed, Thanksgiving Day",
                next.get(3).markets().getFirst().words());
        assertEquals(
                "XNYS 09:30 to 13:00 America/New_York, the day after Thanksgiving",
                next.get(4).markets().getFirst().words());
        assertEquals(MarketHours.HALF_DAY, next.get(4).markets().getFirst().kind());
    }

    @Test
    void theCalendarShowsEveryDayWithItsExchangesAndOccasions() {
        rings("2026-11-23T18:30");
        days.skip("2026-11-25", "moving house", "olga");
        List<CalendarDay> week = days.calendar(LocalDate.of(2026, 11, 22), 7);
        assertEquals(7, week.size());
        assertEquals("a weekend", week.getFirst().markets().getFirst().reason());
        assertEquals(List.of(), week.getFirst().occasions());
        assertEquals(MarketHours.USUAL, week.get(1).markets().getFirst().kind());
        assertEquals(
                List.of(
                        OccasionState.RUN,
                        OccasionState.DUE,
                        OccasionState.SKIPPED,
                        OccasionState.DUE,
                        OccasionState.DUE),
                week.subList(1, 6).stream()
                        .map(day -> day.occasions().getFirst().state())
                        .toList());
    }

    /** New Year's Day 2027 is a Friday: nothing new since Thursday, of which the page of January shows nothing. */
    @Test
    void aMonthThatBeginsWithAHolidayOpensNoDayOnIt() {
        Occasion first = days.calendar(LocalDate.of(2027, 1, 1), 1)
                .getFirst()
                .occasions()
                .getFirst();
        assertEquals(LocalDate.of(2026, 12, 31), first.date());
        assertTrue(first.worked());
    }

    @Test
    void aWeekIsToldAsItWas() {
        RunId monday = rings("2026-11-23T18:30").orElseThrow();
        firm.prices.add(TUESDAY);
        assertEquals(Optional.of(monday), rings("2026-11-24T18:30"), "Monday has not ended");
        ends(monday);
        assertTrue(rings("2026-11-25T18:30").isPresent());
        memory.status(memory.recent(1).getFirst().id(), RunStatus.REFUSED);
        rings("2026-11-26T18:30"); // a holiday: no new prices
        now = at("2026-11-28T09:00"); // on Friday nobody was there
        assertEquals(
                List.of(
                        "11-27T18:30 MISSED",
                        "11-26T18:30 WORKED",
                        "11-25T18:30 RUN",
                        "11-24T18:30 BUSY",
                        "11-23T18:30 RUN"),
                past());
        assertEquals(monday, days.show(1, 10).last().getLast().run());
        assertTrue(days.trouble().orElseThrow().contains("2026-11-27 18:30"));
        firm.prices.add(TUESDAY.plusDays(3));
        days.run(null, "olga");
        assertEquals("11-27T18:30 LATE", past().getFirst());
        assertEquals(Optional.empty(), days.trouble());
    }

    @Test
    void anHourThatIsJustOverIsNotMissedYet() {
        now = at("2026-11-23T18:31");
        assertEquals(List.of("11-23T18:30 DUE"), past());
    }

    @Test
    void aSkippedOccasionOpensNoDayAndIsNotMissed() {
        Occasion skipped = days.skip("2026-11-23T18:30", "the custodian is closed", "olga");
        assertEquals(OccasionState.SKIPPED, skipped.state());
        assertEquals("olga", days.show(1, 1).next().getFirst().by());
        days = firm.days(false, said::add); // a restart
        assertEquals(Optional.empty(), rings("2026-11-23T18:30"));
        assertTrue(said.getLast().contains("is skipped by olga: the custodian is closed"), said::toString);
        now = at("2026-11-24T09:00");
        assertEquals(Optional.empty(), days.trouble());
        days.tellMissed();
        assertEquals(List.of(), rows(AuditAction.SCHEDULE_MISSED));
        assertEquals(List.of("11-23T18:30 SKIPPED"), past());
        assertEquals(List.of("olga 2026-11-23T18:30: the custodian is closed"), rows(AuditAction.OCCASION_SKIPPED));
        assertEquals(List.of(), memory.recent(10));
        assertTrue(rings("2026-11-24T18:30").isPresent(), "the next one opens a day");
    }

    @Test
    void oneThatIsSkippedHidesNoEarlierOneThatWasMissed() {
        days.skip("2026-11-24", "training", "olga");
        now = at("2026-11-25T09:00");
        assertTrue(days.trouble().orElseThrow().contains("2026-11-23 18:30"));
        assertEquals(List.of("11-24T18:30 SKIPPED", "11-23T18:30 MISSED"), past());
    }

    @Test
    void aSkippedOccasionIsRestoredBeforeItsHourAndNotAfter() {
        days.skip("2026-11-23", "a mistake", "olga");
        days.skip("2026-11-24", "training", "olga");
        assertEquals(OccasionState.DUE, days.unskip("2026-11-23 18:30", "pat").state());
        assertTrue(rings("2026-11-23T18:30").isPresent());
        assertEquals(List.of("pat 2026-11-23T18:30: opens a day after all"), rows(AuditAction.OCCASION_RESTORED));
        now = at("2026-11-24T18:30");
        refused(Problem.Kind.REFUSED, () -> days.unskip("2026-11-24", "pat"));
        refused(Problem.Kind.REFUSED, () -> days.skip("2026-11-24", "too late", "pat"));
        refused(Problem.Kind.REFUSED, () -> days.unskip("2026-11-25", "pat"));
    }

    @Test
    void whatIsSkippedIsNotSkippedAgain() {
        days.skip("2026-11-24", "training", "olga");
        Problem again = refused(Problem.Kind.REFUSED, () -> days.skip("2026-11-24T18:30", "me too", "pat"));
        assertTrue(again.getMessage().contains("is skipped by olga already: training"), again.getMessage());
        refused(Problem.Kind.INPUT, () -> days.skip("2026-11-25", "  ", "pat"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T18:31",
                "2026-11-24T18:30:00.5",
                "2026-11-28",
                "2026-11-24T25:00",
                "tomorrow",
                "",
                "T",
                "2036-11-24",
                "2026-11-24T18:30Z",
                "-999999999-01-01",
                "+999999999-12-31",
                "2026-11-24T18:30' or '1'='1",
            })
    void whatIsNoOccasionIsWrongUsage(String name) {
        refused(Problem.Kind.INPUT, () -> days.skip(name, "why not", "olga"));
        assertEquals(List.of(), rows(AuditAction.OCCASION_SKIPPED));
    }

    @Test
    void aDateWithSeveralOccasionsNeedsTheHour() {
        firm.missed(false).keep(firm.folder(), "0 0 8,18 * * *");
        Problem which = refused(Problem.Kind.INPUT, () -> days.skip("2026-11-24", "training", "olga"));
        assertTrue(which.getMessage().contains("2026-11-24T08:00 or 2026-11-24T18:00"), which.getMessage());
        days.skip("2026-11-24T18:00", "training", "olga");
    }

    @Test
    void aDayIsOpenedNowByWhoeverAsksAndOneAtATime() {
        RunRecord run = days.run(null, "olga");
        assertEquals(TUESDAY.minusDays(1), run.date());
        assertEquals(List.of(run.id()), firm.started);
        AuditLog.Row opened = memory.rows().getLast();
        assertEquals(AuditAction.RUN_OPENED, opened.action());
        assertEquals("olga", opened.actor());
        Problem second = refused(Problem.Kind.REFUSED, () -> days.run(null, "pat"));
        assertTrue(
                second.getMessage().startsWith("Expected no other day to be open, but run " + run.id() + " is running"),
                second.getMessage());
        assertEquals(Optional.of(run.id()), rings("2026-11-23T18:30"), "the schedule opens no second one");
        ends(run.id());
        Problem traded = refused(Problem.Kind.REFUSED, () -> days.run(null, "pat"));
        assertTrue(traded.getMessage().contains("a date is traded once"), traded.getMessage());
        assertEquals(1, memory.recent(10).size());
    }

    @Test
    void aPastDateIsOpenedWhereTheBooksTakeIt() {
        firm.prices.add(LocalDate.of(2026, 11, 20));
        ends(days.run(LocalDate.of(2026, 11, 20), "olga").id());
        ends(days.run(LocalDate.of(2026, 11, 23), "olga").id());
        Problem again = refused(Problem.Kind.REFUSED, () -> days.run(LocalDate.of(2026, 11, 20), "olga"));
        assertTrue(again.getMessage().contains("traded 2026-11-20 already"), again.getMessage());
        Problem none = refused(Problem.Kind.INPUT, () -> days.run(LocalDate.of(2026, 11, 22), "olga"));
        assertTrue(none.getMessage().contains("the last one before it is 2026-11-20"), none.getMessage());
        refused(Problem.Kind.INPUT, () -> days.run(LocalDate.of(2017, 1, 1), "olga"));
        refused(Problem.Kind.INPUT, () -> days.run(LocalDate.of(2026, 11, 24), "olga"));
    }

    /** Two demo users approve, in a book of their own: the day itself is still to be opened. */
    @Test
    void aRehearsedDateIsStillOpenedByTheSchedule() {
        RunRecord rehearsal = days.rehearse(null, false, "olga");
        assertTrue(rehearsal.rehearsal());
        refused(Problem.Kind.REFUSED, () -> days.rehearse(null, true, "olga"));
        ends(rehearsal.id());
        refused(Problem.Kind.REFUSED, () -> days.rehearse(null, false, "olga"));
        ends(days.rehearse(null, true, "olga").id());
        RunId run = rings("2026-11-23T18:30").orElseThrow();
        assertEquals(false, memory.find(run).orElseThrow().rehearsal());
        assertEquals("11-23T18:30 RUN", past().getFirst());
    }

    @Test
    void theFirstAnswerOfAnOccasionStands() {
        RunId run = rings("2026-11-23T18:30").orElseThrow();
        assertEquals(Optional.of(run), days.due(), "the engine asks again after a crash");
        assertEquals(List.of("11-23T18:30 RUN"), past());
    }

    @Test
    void anExpressionThatSaysMoreIsToldSoAndStillOpensDays() {
        firm.missed(false).keep(firm.folder(), "0 30 18 L * *");
        KeptSchedule shown = days.show(10, 10);
        assertEquals(List.of(), shown.next());
        assertTrue(shown.trouble().contains("L, W or #"), shown.trouble());
        refused(Problem.Kind.REFUSED, () -> days.skip("2026-11-30", "why not", "olga"));
        assertTrue(days.due().isPresent());
    }

    /** At half past two on 8 March 2026 no clock in New York shows half past two. */
    @Test
    void anHourThatTheClocksLeaveOutIsNamedAsItIsShown() {
        firm.missed(false).keep(firm.folder(), "0 30 2 * * *");
        now = at("2026-03-07T09:00");
        String shown = days.show(1, 1).next().getFirst().occasion();
        assertEquals("2026-03-08T03:30", shown);
        assertEquals(
                OccasionState.SKIPPED, days.skip(shown, "no such hour", "olga").state());
        assertEquals(shown, days.unskip("2026-03-08", "olga").occasion());
    }

    /** New York puts its clocks on at two on 8 March 2026, and back on 1 November. */
    @Test
    void theHourStaysTheHourWhenTheClocksChange() {
        now = at("2026-10-30T09:00");
        List<Occasion> next = days.show(2, 1).next();
        assertEquals(
                List.of("2026-10-30T18:30", "2026-11-02T18:30"),
                next.stream().map(Occasion::occasion).toList());
        assertEquals(Instant.parse("2026-10-30T22:30:00Z"), next.getFirst().due());
        assertEquals(Instant.parse("2026-11-02T23:30:00Z"), next.getLast().due());
    }
}
