package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.run.FileSet;
import dev.vesper.testing.DayProcesses;
import dev.vesper.testing.Memory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a question is late stands in the process files that its run goes by. */
class DrawnDueTest {
    private final Memory memory = new Memory();
    private final DrawnDue due = new DrawnDue(memory.keys, memory.files);
    private int day = 10;

    private RunId run(FileSet files) {
        RunId run = memory.open(
                        LocalDate.of(2018, 4, day++), "/firms/oak", 7, false, Instant.parse("2018-04-11T12:00:00Z"))
                .id();
        memory.goesBy(run, files);
        return run;
    }

    @Test
    void theTimerBesideTheTaskSaysWhen() {
        RunId run = run(DayProcesses.ours());
        assertEquals(Optional.of(Duration.ofMinutes(30)), due.of(run, TaskKind.PROPOSE_TRADES, 1));
        assertEquals(Optional.of(Duration.ofMinutes(30)), due.of(run, TaskKind.APPROVE_TRADES, 1));
        assertEquals(Optional.empty(), due.of(run, TaskKind.APPROVE_TRADES, 2), "no such step is drawn");
    }

    @Test
    void anotherDurationIsAnotherHour() {
        RunId before = run(DayProcesses.ours());
        RunId after = run(DayProcesses.with("approve-trades.bpmn", text -> text.replace("PT30M", "PT4H")));
        assertEquals(Optional.of(Duration.ofHours(4)), due.of(after, TaskKind.APPROVE_TRADES, 1));
        assertEquals(Optional.of(Duration.ofMinutes(30)), due.of(before, TaskKind.APPROVE_TRADES, 1));
    }

    @Test
    void withoutATimerNothingIsLate() {
        RunId run = run(DayProcesses.with(
                "approve-trades.bpmn", text -> text.replace("cancelActivity=\"false\"", "cancelActivity=\"true\"")));
        assertEquals(Optional.empty(), due.of(run, TaskKind.PROPOSE_TRADES, 1));
        assertEquals(Optional.empty(), due.of(new RunId("2018-04-30-001"), TaskKind.PROPOSE_TRADES, 1));
        assertEquals(
                Map.of(), DrawnDue.read(new FileSet(Map.of("a.bpmn", "no bpmn".getBytes(StandardCharsets.UTF_8)))));
    }
}
