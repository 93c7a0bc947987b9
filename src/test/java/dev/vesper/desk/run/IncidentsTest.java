package dev.vesper.desk.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.testing.FilesOpenBooks;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.SmallFirm;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a run stands still is remembered until somebody lets it go on. */
class IncidentsTest {
    private static final StageName REPORT = StageName.of("report");
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");

    private final Memory memory = new Memory();
    private final Incidents incidents = new Incidents(memory, memory, () -> EVENING);
    private final ResumeRun resume = new ResumeRun(
            memory,
            new OpenRun(memory, new MemoryInputs(SmallFirm.firm()), new FilesOpenBooks(), memory, () -> EVENING),
            incidents,
            memory.resumed::add);
    private final RunId run =
            memory.open(SmallFirm.DATE, "/firms/small", 42, false, EVENING).id();

    @Test
    void whatKeepsARunIsOpenUntilItIsResumed() {
        incidents.raise(run, "report: the disk is full");
        assertEquals(RunStatus.FAILED, memory.find(run).orElseThrow().status());
        assertEquals(List.of(new Incident(EVENING, "report: the disk is full")), incidents.open(run));
        resume.retry(run, "carol", "the disk has room");
        assertEquals(List.of(), incidents.open(run));
        assertEquals(RunStatus.RUNNING, memory.find(run).orElseThrow().status());
        assertEquals(List.of(run), memory.resumed);
        assertEquals("carol", memory.rows().getLast().actor());
        assertEquals(AuditAction.RUN_RESUMED, memory.rows().getLast().action());
        incidents.raise(run, "report: the disk is full again");
        assertEquals(1, incidents.open(run).size());
    }

    @Test
    void aRunThatHasEndedDoesNotStandStill() {
        for (RunStatus ended : List.of(RunStatus.DONE, RunStatus.REFUSED, RunStatus.ABANDONED)) {
            memory.status(run, ended);
            incidents.raise(run, "an incident of an old instance");
            assertEquals(ended, memory.find(run).orElseThrow().status());
            assertEquals(List.of(), incidents.open(run));
            assertEquals(
                    Problem.Kind.INPUT,
                    assertThrows(Problem.class, () -> resume.retry(run, "carol", "the disk has room"))
                            .kind());
        }
        assertEquals(List.of(), memory.resumed);
    }

    @Test
    void aRunThatNothingKeepsIsResumedWithoutAWordInTheAudit() {
        resume.resume(run);
        assertEquals(AuditAction.RUN_OPENED, memory.rows().getLast().action());
        assertEquals(List.of(run), memory.resumed);
    }

    /** That it was let go on proves nothing: the stage's own answer does. */
    @Test
    void aRunIsMendedOnceTheStageThatFailedHasAnswered() {
        incidents.raise(run, Incident.of(REPORT, "Expected 20 MB free, but 3 MB are"));
        resume.retry(run, "carol", "removed old runs");
        incidents.passed(run, StageName.of("check-data"), "is done");
        assertEquals(AuditAction.RUN_RESUMED, memory.rows().getLast().action(), "it answers from the store");
        incidents.passed(run, REPORT, "is done");
        assertEquals(AuditAction.RUN_MENDED, memory.rows().getLast().action());
        assertEquals(
                "report is done, after the try of carol",
                memory.rows().getLast().detail());
        int rows = memory.rows().size();
        incidents.passed(run, REPORT, "is done");
        assertEquals(rows, memory.rows().size(), "once");
    }

    @Test
    void whatFailsAgainIsNotMended() {
        incidents.raise(run, Incident.of(REPORT, "Expected 20 MB free, but 3 MB are"));
        resume.retry(run, "carol", "removed old runs");
        incidents.raise(run, Incident.of(REPORT, "Expected 20 MB free, but 4 MB are"));
        incidents.passed(run, REPORT, "is done");
        assertEquals(AuditAction.RUN_FAILED, memory.rows().getLast().action(), "nobody has tried again");
    }

    @Test
    void onlyARunThatStandsStillIsTriedAgainAndOnlyWithAReason() {
        Problem.Kind refused = assertThrows(Problem.class, () -> resume.retry(run, "carol", "why not"))
                .kind();
        assertEquals(Problem.Kind.REFUSED, refused);
        incidents.raise(run, Incident.of(REPORT, "Expected 20 MB free, but 3 MB are"));
        for (String none : List.of("", " ", "x".repeat(501))) {
            assertEquals(
                    Problem.Kind.INPUT,
                    assertThrows(Problem.class, () -> resume.retry(run, "carol", none))
                            .kind());
        }
        resume.retry(run, "carol", "removed old runs");
        Problem twice = assertThrows(Problem.class, () -> resume.retry(run, "dave", "me too"));
        assertTrue(
                twice.getMessage().contains("tried again by carol at 2018-04-11 20:00:00, waiting for proof"),
                twice.getMessage());
        assertEquals(List.of(run), memory.resumed);
    }

    /** The engine may not take it: then it is not tried, and not waiting for proof either. */
    @Test
    void aTryThatTheEngineDoesNotTakeHasFailedAgain() {
        ResumeRun down = new ResumeRun(
                memory,
                new OpenRun(memory, new MemoryInputs(SmallFirm.firm()), new FilesOpenBooks(), memory, () -> EVENING),
                incidents,
                _ -> {
                    throw Problem.unavailable("Expected the processes that run x began with, but others are loaded");
                });
        incidents.raise(run, Incident.of(REPORT, "Expected 20 MB free, but 3 MB are"));
        assertThrows(Problem.class, () -> down.retry(run, "carol", "removed old runs"));
        assertEquals(RunStatus.FAILED, memory.find(run).orElseThrow().status());
        assertEquals(
                "Expected the processes that run x began with, but others are loaded",
                incidents.open(run).getLast().what());
    }
}
