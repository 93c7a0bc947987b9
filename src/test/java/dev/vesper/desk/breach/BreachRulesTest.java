package dev.vesper.desk.breach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.limits.Breach;
import dev.vesper.limits.RuleVersion;
import dev.vesper.testing.Memory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Days in, breaches out. */
class BreachRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2018, 4, 9);

    private final Memory memory = new Memory();
    private final TrackBreaches tracked =
            new TrackBreaches(memory.eventLog, memory, () -> Instant.parse("2018-04-11T20:00:00Z"));

    @Test
    void itIsTheSameBreachUntilADayBeginsWithoutIt() {
        day(0, over("ACC1", "IBM", "0.26"));
        day(1, over("ACC1", "IBM", "0.27"), over("ACC2", "IBM", "0.30"));
        assertEquals(
                List.of(
                        "P-1 open ACC1 0.27 of 0.25 since 2018-04-09, 1",
                        "P-2 open ACC2 0.30 of 0.25 since 2018-04-10, 0"),
                told());
        day(4, over("ACC2", "IBM", "0.29"));
        assertEquals(
                List.of(
                        "P-2 open ACC2 0.29 of 0.25 since 2018-04-10, 3",
                        "P-1 cured ACC1 0.27 of 0.25 since 2018-04-09, 4"),
                told());
        assertEquals(MONDAY.plusDays(4), tracked.find("P-1").cured());
        day(5, over("ACC1", "IBM", "0.28"));
        assertEquals(
                List.of(
                        "P-3 open ACC1 0.28 of 0.25 since 2018-04-14, 0",
                        "P-2 cured ACC2 0.29 of 0.25 since 2018-04-10, 4",
                        "P-1 cured ACC1 0.27 of 0.25 since 2018-04-09, 4"),
                told(),
                "once cured, it is another one");
    }

    @Test
    void aRunIsLookedAtOnceAnEarlierDayNotAtAllAndNothingIsNoNews() {
        day(0);
        assertEquals(List.of(), memory.eventLog.read(stream()), "nothing stood, and nothing does");
        day(1, over("ACC1", "IBM", "0.26"));
        day(1, over("ACC1", "IBM", "0.26"));
        day(0);
        assertEquals(1, memory.eventLog.read(stream()).size());
        assertEquals(List.of("P-1 open ACC1 0.26 of 0.25 since 2018-04-10, 0"), told());
    }

    @Test
    void rehearsalsHaveBreachesOfTheirOwn() {
        day(0, over("ACC1", "IBM", "0.26"));
        tracked.seen(run(1, true), List.of());
        tracked.seen(run(2, true), List.of(over("ACC1", "IBM", "0.40")));
        assertEquals(
                List.of(
                        "P-1 open ACC1 0.26 of 0.25 since 2018-04-09, 0",
                        "P-2 open ACC1 0.40 of 0.25 since 2018-04-11, 0"),
                told());
    }

    @Test
    void aWaiverCoversItAndIsNamed() {
        Breach waived = new Breach(
                new RuleVersion("position-weight", "v"),
                "ACC1",
                "IBM",
                new BigDecimal("0.25"),
                new BigDecimal("0.26"),
                Optional.of("W-1"));
        day(0, waived);
        assertEquals("waived", tracked.find("P-1").word());
        assertEquals("W-1", tracked.find("P-1").waiver());
        day(1, over("ACC1", "IBM", "0.26"));
        assertEquals("open", tracked.find("P-1").word(), "the waiver is over, the breach is the same");
        assertEquals(MONDAY, tracked.find("P-1").opened());
    }

    @Test
    void ownerAndPlanStayWhileItStands() {
        day(0, over("ACC1", "IBM", "0.26"));
        tracked.take("P-1", " Ben ", "", "Anna");
        tracked.take("P-1", "", "sold down by Friday", "Ben");
        day(1, over("ACC1", "IBM", "0.27"));
        assertEquals("Ben", tracked.find("P-1").owner());
        assertEquals("sold down by Friday", tracked.find("P-1").plan());
        for (String[] refused : new String[][] {
            {"P-1", "", "", "Anna"},
            {"P-1", "Ben", "", "Anna"},
            {"P-1", "vesper", "", "Anna"},
            {"P-1", "Carol", "", " "}
        }) {
            assertEquals(
                    Problem.Kind.REFUSED,
                    assertThrows(Problem.class, () -> tracked.take(refused[0], refused[1], refused[2], refused[3]))
                            .kind());
        }
        assertEquals(
                Problem.Kind.INPUT,
                assertThrows(Problem.class, () -> tracked.take("P-9", "Ben", "", "Anna"))
                        .kind());
        day(2);
        assertThrows(Problem.class, () -> tracked.take("P-1", "Carol", "", "Anna"));
        assertEquals(
                5,
                memory.rows().stream()
                        .filter(row -> row.action() == AuditAction.BREACH_DENIED)
                        .count());
    }

    @Test
    void whatOrdersMadeStaysMadeByThemUntilItIsCured() {
        day(0, over("ACC1", "IBM", "0.26"));
        assertEquals("passive", tracked.find("P-1").cause());
        day(1, over("ACC1", "IBM", "0.27").madeByOrders());
        assertEquals("active", tracked.find("P-1").cause());
        day(2, over("ACC1", "IBM", "0.27"));
        assertEquals("active", tracked.find("P-1").cause(), "the market of a day cures nothing");
        day(3);
        day(4, over("ACC1", "IBM", "0.27"));
        assertEquals("passive", tracked.find("P-2").cause());
    }

    @Test
    void whatTheReportOfADaySaysIsNoOtherLater() {
        day(0, over("ACC1", "IBM", "0.26"));
        tracked.take("P-1", "Ben", "sold down", "Anna");
        day(1, over("ACC1", "IBM", "0.27"));
        tracked.take("P-1", "Carol", "bought more", "Anna");
        day(2);
        assertEquals(List.of(", 0"), ofDay(0));
        assertEquals(List.of("Ben, 1"), ofDay(1));
        assertEquals(List.of(), ofDay(2));
        assertEquals(List.of(), ofDay(3), "not judged yet");
    }

    private List<String> ofDay(int number) {
        return DayBreaches.of(memory.eventLog, run(number, false).id()).stream()
                .map(one -> one.owner() + ", " + one.ageDays())
                .toList();
    }

    @Test
    void aForgedHistoryIsRefusedOnReplay() {
        BreachRules rules = new BreachRules();
        BreachEvent.Seen seen = new BreachEvent.Seen(
                "2018-04-09-001",
                MONDAY,
                "real:/firms/small",
                List.of(new BreachEvent.Over(
                        "r", "v", "ACC1", "", BigDecimal.ONE, BigDecimal.TEN, "", Breach.Cause.PASSIVE)));
        for (List<BreachEvent> forged : List.<List<BreachEvent>>of(
                List.of(new BreachEvent.Taken("P-1", "Ben", "", "Anna")),
                List.of(seen, seen),
                List.of(seen, new BreachEvent.Taken("P-1", "Ben", "", " ")),
                List.of(seen, new BreachEvent.Seen("2018-04-08-001", MONDAY.minusDays(1), seen.book(), List.of())))) {
            assertThrows(BrokenHistory.class, () -> rules.replay(forged), forged::toString);
        }
    }

    private static StreamId<BreachEvent> stream() {
        return new StreamId<>(BreachEvent.class, "breaches");
    }

    private List<String> told() {
        return tracked.all().stream()
                .map(one -> one.id() + " " + one.word() + " " + one.account() + " " + one.used() + " of " + one.limit()
                        + " since " + one.opened() + ", " + one.ageDays())
                .toList();
    }

    private void day(int number, Breach... over) {
        tracked.seen(run(number, false), List.of(over));
    }

    private static RunRecord run(int number, boolean rehearsal) {
        LocalDate date = MONDAY.plusDays(number);
        return new RunRecord(
                new RunId(date + (rehearsal ? "-002" : "-001")),
                date,
                "/firms/small",
                42,
                rehearsal,
                RunStatus.RUNNING,
                Instant.parse("2018-04-11T20:00:00Z"));
    }

    private static Breach over(String account, String subject, String used) {
        return new Breach(
                new RuleVersion("position-weight", "v"),
                account,
                subject,
                new BigDecimal("0.25"),
                new BigDecimal(used),
                Optional.empty());
    }
}
