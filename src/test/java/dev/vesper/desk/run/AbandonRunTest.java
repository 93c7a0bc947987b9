package dev.vesper.desk.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.testing.Memory;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody closes a run before its end; the record says who, and a run that has ended is left as it is. */
class AbandonRunTest {
    private static final Instant NIGHT = Instant.parse("2018-04-11T23:00:00Z");
    private static final LocalDate DATE = LocalDate.of(2018, 4, 11);

    private final Memory memory = new Memory();
    private final AbandonRun desk = new AbandonRun(memory, memory, _ -> {}, InstantSource.fixed(NIGHT));

    @ParameterizedTest
    @EnumSource(names = {"RUNNING", "WAITING", "FAILED"})
    void aRunThatHasNotEndedIsClosedAndTheAuditKnowsByWhom(RunStatus status) {
        RunId run = runThatIs(status, true);
        desk.abandon(run, "Carol", "wrong date");
        assertEquals(RunStatus.ABANDONED, memory.find(run).orElseThrow().status());
        AuditLog.Row row = memory.rows().getFirst();
        assertEquals(1, memory.rows().size());
        assertEquals(
                new AuditLog.Row(
                        1,
                        NIGHT,
                        "Carol",
                        AuditAction.RUN_ABANDONED,
                        "2018-04-11-001",
                        "wrong date",
                        true,
                        "vesper",
                        "",
                        "",
                        row.previousHash(),
                        row.hash()),
                row);
    }

    @ParameterizedTest
    @EnumSource(names = {"DONE", "REFUSED", "ABANDONED"})
    void aRunThatHasEndedIsLeftAsItIs(RunStatus status) {
        RunId run = runThatIs(status, false);
        Problem usage = assertThrows(Problem.class, () -> desk.abandon(run, "Carol", "wrong date"));
        assertEquals(Problem.Kind.INPUT, usage.kind());
        assertEquals(
                "Expected a run that has not ended, but 2018-04-11-001 is "
                        + status.name().toLowerCase(Locale.ROOT),
                usage.getMessage());
        assertEquals(status, memory.find(run).orElseThrow().status());
        assertEquals(List.of(), memory.rows());
    }

    @Test
    void aRunNobodyOpenedIsNamedWithTheCommandThatListsThem() {
        Problem unknown = assertThrows(Problem.class, () -> desk.abandon(RunId.of(DATE, 7), "Carol", "wrong date"));
        assertEquals(
                "Expected a run, but 2018-04-11-007 is unknown; ./vesper runs list shows them", unknown.getMessage());
    }

    @Test
    void whoClosesARunSaysWhy() {
        RunId run = runThatIs(RunStatus.FAILED, false);
        for (String none : List.of("", "  ", "x".repeat(501))) {
            Problem usage = assertThrows(Problem.class, () -> desk.abandonWorked(run, "Carol", none));
            assertTrue(usage.getMessage().startsWith("Expected a reason"), usage.getMessage());
        }
        assertEquals(RunStatus.FAILED, memory.find(run).orElseThrow().status());
    }

    /** In the middle of a stage children may be on their way: what is closed then would be posted while it grows. */
    @Test
    void aStageAtWorkIsNotClosedOver() {
        RunId run = runThatIs(RunStatus.RUNNING, false);
        memory.stage(run, new StageRecord(new ShownStage("execute-orders"), StageState.RUNNING, NIGHT, null, "", ""));
        Problem refused = assertThrows(Problem.class, () -> desk.abandonWorked(run, "Carol", "wrong date"));
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertTrue(refused.getMessage().contains("execute-orders of 2018-04-11-001 is at work"), refused.getMessage());
        assertEquals(RunStatus.RUNNING, memory.find(run).orElseThrow().status());
        desk.abandon(run, "Carol", "nothing works on it: it was killed");
        memory.status(run, RunStatus.RUNNING);
        assertEquals(
                RunStatus.ABANDONED, memory.find(run).orElseThrow().status(), "whoever comes late changes nothing");
    }

    private RunId runThatIs(RunStatus status, boolean rehearsal) {
        RunId run = memory.open(DATE, "/firms/small", 42, rehearsal, NIGHT).id();
        memory.status(run, status);
        return run;
    }
}
