package dev.vesper.desk.checkdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.StageResult;
import dev.vesper.market.PriceHistory;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.MemoryLake;
import dev.vesper.testing.SmallFirm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Prices are judged once, before anything is decided on them: clean ones pass, doubtful ones wait for a person. */
class CheckDataTest {
    private static final LocalDate DATE = SmallFirm.DATE;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Memory memory = new Memory();
    private final MemoryInputs inputs = new MemoryInputs(SmallFirm.firm());
    private final MemoryLake lake = new MemoryLake(SmallFirm.prices());

    @Test
    void cleanPricesPass() {
        RunId run = opened(DATE, "2018-04-11T20:00:00Z");
        CheckData.Result result = stage(ZoneOffset.UTC).run(run);
        assertEquals(new CheckData.Result(DataVerdict.PASSED, 6, 0, 0), result);
        assertEquals("6 rows, 0 quarantined, 0 breaches", result.summary());
        assertEquals(List.of(run), lake.takenIn);
        DataCheck kept = memory.data(run).orElseThrow();
        assertEquals(DATE, kept.lastDate());
        assertEquals(
                Optional.of(SmallFirm.prices().lastClose("S01").orElseThrow()),
                lake.prices(kept.snapshot(), DATE).lastClose("S01"));
    }

    @Test
    void theProcessIsToldThatTheDataPassed() {
        assertEquals("dataVerdict = passed", told(stage(ZoneOffset.UTC).run(opened(DATE, "2018-04-11T20:00:00Z"))));
    }

    @Test
    void aBreachOfAnErrorAsksAPersonAndSetsTheRowAside() {
        lake.file = priced(DATE, 20, -27.31);
        RunId run = opened(DATE, "2018-04-11T20:00:00Z");
        CheckData.Result result = stage(ZoneOffset.UTC).run(run);
        assertEquals(new CheckData.Result(DataVerdict.BLOCKED, 4, 1, 1), result);
        assertEquals("dataVerdict = blocked", told(result));
        assertEquals("4 rows, 1 quarantined, 1 breach", result.summary());
        assertEquals(
                DATE.minusDays(1),
                lake.prices(memory.data(run).orElseThrow().snapshot(), DATE)
                        .lastClose("S01")
                        .orElseThrow()
                        .date());
    }

    @Test
    void aBreachOfAWarningIsShownAndAsksNobody() {
        lake.file = priced(DATE.plusDays(1), 21, 28);
        CheckData.Result result = stage(ZoneOffset.UTC).run(opened(DATE.minusDays(1), "2018-04-11T20:00:00Z"));
        assertEquals(new CheckData.Result(DataVerdict.PASSED, 4, 2, 1), result);
    }

    @Test
    void aBusinessDateWithoutPricesAsksAPerson() {
        RunId run = opened(DATE.plusDays(1), "2018-04-12T20:00:00Z");
        assertEquals(DataVerdict.BLOCKED, stage(ZoneOffset.UTC).run(run).verdict());
        assertEquals(
                List.of("business-date-priced"),
                memory.data(run).orElseThrow().breaches().stream()
                        .map(DataCheck.Breach::rule)
                        .toList());
    }

    @Test
    void pricesAfterTheBusinessDateAreNotUsed() {
        RunId run = opened(DATE.minusDays(1), "2018-04-11T20:00:00Z");
        assertEquals(
                new CheckData.Result(DataVerdict.PASSED, 4, 0, 0),
                stage(ZoneOffset.UTC).run(run));
        assertEquals(DATE.minusDays(1), memory.data(run).orElseThrow().lastDate());
    }

    /** At 22:00 in New York it is the next day in London: what is "the future" follows the firm's zone. */
    @Test
    void todayIsTheDayOfTheRunsOpeningInTheZoneOfTheDesk() {
        lake.file = priced(DATE.plusDays(1), 21, 28);
        String late = "2018-04-12T02:00:00Z";
        assertEquals(
                0, stage(ZoneOffset.UTC).run(opened(DATE.minusDays(1), late)).quarantined());
        assertEquals(2, stage(NEW_YORK).run(opened(DATE.minusDays(1), late)).quarantined());
    }

    @Test
    void askedAgainTheFirstVerdictStandsAndNothingIsTakenInTwice() {
        RunId run = opened(DATE, "2018-04-11T20:00:00Z");
        CheckData.Result first = stage(ZoneOffset.UTC).run(run);
        lake.file = priced(DATE, -1, -1);
        assertEquals(first, stage(ZoneOffset.UTC).run(run));
        assertEquals(List.of(run), lake.takenIn);
    }

    @Test
    void aFileThatCannotBeUsedLeavesNoVerdictBehind() {
        lake.file = new PriceHistory(List.of(), List.of(), new double[0][], new double[0][]);
        RunId run = opened(DATE, "2018-04-11T20:00:00Z");
        assertThrows(Problem.class, () -> stage(ZoneOffset.UTC).run(run));
        assertEquals(Optional.empty(), memory.data(run));
        lake.file = SmallFirm.prices();
        assertEquals(DataVerdict.PASSED, stage(ZoneOffset.UTC).run(run).verdict());
    }

    /** Good prices of the day before the date, and these on it. */
    private static PriceHistory priced(LocalDate date, double s00, double s01) {
        return new PriceHistory(
                List.of(SmallFirm.DATE.minusDays(1), date),
                List.of("S00", "S01"),
                new double[][] {{19.5, 27.2}, {s00, s01}},
                new double[][] {{1e6, 1e6}, {1e6, 1e6}});
    }

    private static String told(StageResult result) {
        var value = result.tells().getFirst();
        return value.variable().name() + " = " + value.written();
    }

    private RunId opened(LocalDate date, String at) {
        RunRecord run = memory.open(date, "/firms/small", 42, false, Instant.parse(at));
        inputs.freeze(run);
        return run.id();
    }

    private CheckData stage(ZoneId zone) {
        return new CheckData(memory, memory, inputs::firm, lake, lake, zone);
    }
}
