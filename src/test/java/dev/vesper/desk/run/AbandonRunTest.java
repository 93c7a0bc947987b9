package dev.vesper.desk.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
        desk.abandon(run, "Carol");
        assertEquals(RunStatus.ABANDONED, memory.find(run).orElseThrow().status());
        assertEquals(
                List.of(new AuditLog.Row(
                        1,
                        NIGHT,
                        "Carol",
                        AuditAction.RUN_ABANDONED,
                        "2018-04-11-001",
                        "closed before its end",
                        true,
                        "",
                        "")),
                memory.rows());
    }

    @ParameterizedTest
    @EnumSource(names = {"DONE", "REFUSED", "ABANDONED"})
    void aRunThatHasEndedIsLeftAsItIs(RunStatus status) {
        RunId run = runThatIs(status, false);
        Problem usage = assertThrows(Problem.class, () -> desk.abandon(run, "Carol"));
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
        Problem unknown = assertThrows(Problem.class, () -> desk.abandon(RunId.of(DATE, 7), "Carol"));
        assertEquals(
                "Expected a run, but 2018-04-11-007 is unknown; ./vesper runs list shows them", unknown.getMessage());
    }

    private RunId runThatIs(RunStatus status, boolean rehearsal) {
        RunId run = memory.open(DATE, "/firms/small", 42, rehearsal, NIGHT).id();
        memory.status(run, status);
        return run;
    }
}
