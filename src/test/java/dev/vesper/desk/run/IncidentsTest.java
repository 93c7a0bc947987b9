package dev.vesper.desk.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
        resume.resume(run, "carol");
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
                    assertThrows(Problem.class, () -> resume.resume(run, "carol"))
                            .kind());
        }
        assertEquals(List.of(), memory.resumed);
    }

    @Test
    void aRunThatNothingKeepsIsResumedWithoutAWordInTheAudit() {
        resume.resume(run, "vesper");
        assertEquals(AuditAction.RUN_OPENED, memory.rows().getLast().action());
        assertEquals(List.of(run), memory.resumed);
    }
}
