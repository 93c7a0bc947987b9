package dev.vesper.desk.rebalance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose trades count: those of the book that the run opens with. */
class PastRunsTest {
    private static final LocalDate MONDAY = LocalDate.of(2018, 4, 9);
    private final List<RunRecord> runs = new ArrayList<>();

    /** The next run that was opened: its day of the week and its number there. */
    private RunRecord run(int day, int number, boolean rehearsal, RunStatus status) {
        LocalDate date = MONDAY.plusDays(day);
        RunRecord run = new RunRecord(
                RunId.of(date, number), date, "/firms/oak", 7, rehearsal, status, Instant.ofEpochSecond(runs.size()));
        runs.add(run);
        return run;
    }

    private List<String> before(RunRecord now) {
        return PastRuns.before(now, runs, MONDAY).stream()
                .map(run -> run.id().value())
                .toList();
    }

    @Test
    void aDateThatIsRehearsedAgainTakesBackWhatWasRehearsedFromItOn() {
        run(0, 1, true, RunStatus.DONE);
        run(1, 1, true, RunStatus.DONE);
        run(2, 1, true, RunStatus.DONE);
        run(1, 2, true, RunStatus.DONE);
        assertEquals(List.of("2018-04-09-001", "2018-04-10-002"), before(run(3, 1, true, RunStatus.RUNNING)));
    }

    @Test
    void whatWasClosedBeforeItsEndCountsWithWhatItTraded() {
        run(0, 1, false, RunStatus.ABANDONED);
        run(0, 2, true, RunStatus.DONE);
        run(1, 1, false, RunStatus.REFUSED);
        run(1, 2, false, RunStatus.DONE);
        RunRecord now = run(2, 1, false, RunStatus.RUNNING);
        assertEquals(List.of("2018-04-09-001", "2018-04-10-002"), before(now));
        run(2, 2, false, RunStatus.DONE);
        assertEquals(List.of("2018-04-09-001", "2018-04-10-002"), before(now), "nor its own date");
    }
}
