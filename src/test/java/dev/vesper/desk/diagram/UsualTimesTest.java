package dev.vesper.desk.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.testing.Memory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsualTimesTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final ShownStage CHECK = new ShownStage("check-data");

    private final Memory memory = new Memory();

    private RunRecord run(String firm, int daysAgo, RunStatus status, long millis) {
        LocalDate date = LocalDate.of(2018, 4, 11).minusDays(daysAgo);
        RunId id = memory.open(date, firm, 7, false, NOON.minusSeconds(86_400L * daysAgo))
                .id();
        memory.stage(id, new StageRecord(CHECK, StageState.DONE, NOON, NOON.plusMillis(millis), "", ""));
        memory.status(id, status);
        return memory.find(id).orElseThrow();
    }

    private Map<ShownStage, Long> usual(RunRecord run) {
        return new UsualTimes(memory).before(List.of(run)).get(run.id());
    }

    @Test
    void theMedianOfTheFirmsRunsThatWereDoneBefore() {
        run("/oak", 5, RunStatus.DONE, 100);
        run("/oak", 4, RunStatus.DONE, 90_000); // one slow day moves it little
        run("/oak", 3, RunStatus.DONE, 300);
        run("/oak", 2, RunStatus.REFUSED, 7_000);
        run("/elm", 2, RunStatus.DONE, 8_000);
        RunRecord today = run("/oak", 1, RunStatus.RUNNING, 5_000);
        run("/oak", 0, RunStatus.DONE, 9_000);
        assertEquals(Map.of(CHECK, 300L), usual(today));
    }

    @Test
    void withoutRunsBeforeNothingIsUsual() {
        assertEquals(Map.of(), usual(run("/oak", 0, RunStatus.RUNNING, 1)));
    }

    @Test
    void onlyTheLastTwentyCount() {
        for (int i = 1; i <= 21; i++) {
            run("/oak", i, RunStatus.DONE, i == 21 ? 1 : 50);
        }
        assertEquals(Map.of(CHECK, 50L), usual(run("/oak", 0, RunStatus.RUNNING, 1)));
    }

    @Test
    void betweenTwoInTheMiddleIsHalfway() {
        assertEquals(150, UsualTimes.median(List.of(1_000L, 100L, 200L, 0L)));
        assertEquals(7, UsualTimes.median(List.of(7L)));
    }
}
