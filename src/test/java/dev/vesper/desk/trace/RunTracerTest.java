package dev.vesper.desk.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.run.JournalledStage;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageResult;
import dev.vesper.testing.Memory;
import dev.vesper.testing.SteppingClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A run as a trace: its stages, its waits for people, itself; the same ids whoever goes on with it. */
class RunTracerTest {
    private static final Instant EVENING = Instant.parse("2025-12-31T22:00:00Z");

    private final Memory memory = new Memory();
    private final SteppingClock clock = new SteppingClock(EVENING);
    private final List<TracedSpan> told = new ArrayList<>();
    private final List<String> marked = new ArrayList<>();
    private final RunId run = memory.open(LocalDate.of(2025, 12, 31), "/firms/olga", 7, false, EVENING)
            .id();
    private RunTracer tracer = new RunTracer(memory, memory.taskStore, clock, told::add);

    @Test
    void aDayIsOneTraceOfItsStagesAndWaits() {
        work("check-data", () -> () -> "52,160 rows");
        answered();
        work("report", () -> () -> "14 files");
        memory.status(run, RunStatus.DONE);
        tracer.ended(run);

        assertEquals(List.of("check-data", "wait approve-trades", "report", "end of day"), names());
        RunTrace trace = tracer.trace(run);
        TracedSpan whole = told.getLast();
        assertEquals("", whole.parent());
        assertEquals(trace.root(), whole.id());
        assertEquals(EVENING, whole.began());
        assertEquals("done", whole.attributes().get("vesper.run.status"));
        for (TracedSpan span : told) {
            assertEquals(trace.trace(), span.trace());
            assertEquals("2025-12-31-001", span.attributes().get("vesper.run.id"));
            assertTrue(span.equals(whole) || span.parent().equals(trace.root()), span.toString());
            assertFalse(span.toString().contains("olga") || span.toString().contains("bob"), span.toString());
        }
        assertEquals(List.of(told.get(0).id(), told.get(2).id()), marked, "what a stage logs is marked with its span");
    }

    @Test
    void whoGoesOnAfterACrashGoesOnWithTheTrace() {
        work("check-data", () -> () -> "good");
        List<TracedSpan> ofTheKilled = List.copyOf(told);
        told.clear();
        tracer = new RunTracer(memory, memory.taskStore, clock, told::add); // of another process
        work("report", () -> () -> "14 files");
        memory.status(run, RunStatus.DONE);
        tracer.ended(run);

        assertEquals(List.of("report", "check-data", "end of day"), names());
        assertEquals(ofTheKilled.getFirst().id(), told.get(1).id(), "told again, and the same span");
        assertEquals(ofTheKilled.getFirst().trace(), told.getLast().trace());
    }

    @Test
    void eachTryIsASpanAndSaysWhatWentWrong() {
        Problem down = assertThrows(
                Problem.class,
                () -> work("execute-orders", () -> {
                    throw Problem.unavailable("LIT does not answer");
                }));
        assertTrue(down.getMessage().contains("LIT"));
        assertThrows(
                Problem.class,
                () -> work("execute-orders", () -> {
                    throw Problem.refused("no");
                }));
        assertEquals(
                List.of("LIT does not answer", ""),
                told.stream().map(TracedSpan::failure).toList());
        assertEquals(
                List.of("failed", "refused"),
                told.stream()
                        .map(s -> s.attributes().get("vesper.stage.outcome"))
                        .toList());
        assertNotEquals(told.get(0).id(), told.get(1).id());
    }

    @Test
    void twoRunsOfOneIdHaveTwoTraces() {
        Memory elsewhere = new Memory();
        RunId same = elsewhere
                .open(LocalDate.of(2025, 12, 31), "/firms/olga", 7, false, EVENING.plusSeconds(1))
                .id();
        assertEquals(run, same);
        RunTrace theirs = RunTrace.of(elsewhere.find(same).orElseThrow());
        assertNotEquals(tracer.trace(run), theirs);
        assertTrue(theirs.trace().matches("[0-9a-f]{32}"), theirs.trace());
        assertTrue(theirs.root().matches("[0-9a-f]{16}"), theirs.root());
    }

    @Test
    void aRunThatStandsStillIsNotOver() {
        memory.status(run, RunStatus.FAILED);
        tracer.ended(run);
        assertEquals(List.of(), names());
    }

    @Test
    void whereNobodyHearsTheLogIsMarkedAllTheSame() {
        tracer = new RunTracer(memory, memory.taskStore, clock, SpanSink.NONE);
        work("check-data", () -> () -> "good");
        memory.status(run, RunStatus.DONE);
        tracer.ended(run);
        assertEquals(List.of(), told);
        assertEquals(1, marked.size());
    }

    private void work(String name, Supplier<StageResult> result) {
        Stage stage = new Stage() {
            @Override
            public StageName name() {
                return StageName.of(name);
            }

            @Override
            public StageResult run(RunId id) {
                return result.get();
            }
        };
        Stage traced = new TracedStage(stage, tracer, (trace, span) -> {
            marked.add(span);
            return () -> {};
        });
        new JournalledStage(traced, memory, clock, /* closing= */ false).run(run);
    }

    private void answered() {
        UserTask task = new UserTask(
                run + "/approve-trades",
                run,
                TaskKind.APPROVE_TRADES,
                "Shall it be?",
                "",
                clock.instant(),
                Answer.APPROVE,
                "bob",
                clock.instant(),
                "fine, says olga");
        memory.tasks.put(task.id(), task);
    }

    private List<String> names() {
        return told.stream().map(TracedSpan::name).toList();
    }
}
