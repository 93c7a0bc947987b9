package dev.vesper.desk.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.testing.Memory;
import dev.vesper.testing.SteppingClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What people read of a stage: when it began, how it ended and why; a closed run does no more work. */
class JournalledStageTest {
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");

    private static final ShownStage APPROVE_TRADES = new ShownStage("approve-trades");

    private final Memory memory = new Memory();
    private final SteppingClock clock = new SteppingClock(EVENING);
    private final RunId run = memory.open(LocalDate.of(2018, 4, 11), "/firms/small", 42, false, EVENING)
            .id();
    private final List<RunId> worked = new ArrayList<>();

    @Test
    void aStageThatSucceedsIsWrittenDoneWithItsTimesAndItsLine() {
        StageResult told = () -> "12 orders for 2 accounts";
        assertSame(told, journalled(() -> told, false).run(run));
        assertEquals(
                List.of(new StageRecord(
                        APPROVE_TRADES,
                        StageState.DONE,
                        clock.minute(0),
                        clock.minute(1),
                        "12 orders for 2 accounts",
                        "")),
                memory.stages(run));
    }

    @Test
    void whileItWorksTheStageAndTheRunAreRunning() {
        memory.status(run, RunStatus.WAITING);
        Stage stage = journalled(
                () -> {
                    assertEquals(
                            List.of(new StageRecord(APPROVE_TRADES, StageState.RUNNING, clock.minute(0), null, "", "")),
                            memory.stages(run));
                    assertEquals(
                            RunStatus.RUNNING, memory.find(run).orElseThrow().status());
                    return () -> "done";
                },
                false);
        stage.run(run);
        assertEquals(List.of(run), worked);
    }

    @Test
    void aGateThatSaysNoIsRefusedAndHeardByTheProcess() {
        Problem no = Problem.refused("Alice proposed and approved");
        assertSame(
                no,
                assertThrows(
                        Problem.class, () -> journalled(() -> raise(no), false).run(run)));
        assertEquals(ended(StageState.REFUSED, "Alice proposed and approved"), memory.stages(run));
    }

    @Test
    void whatAUserCanMendIsFailedNotRefused() {
        Problem input = Problem.usage("Expected a lot size, but got -1");
        assertThrows(Problem.class, () -> journalled(() -> raise(input), false).run(run));
        assertEquals(ended(StageState.FAILED, "Expected a lot size, but got -1"), memory.stages(run));
    }

    @Test
    void aVenueThatDoesNotAnswerIsFailedNotRefused() {
        Problem silent = Problem.unavailable("LIT does not answer");
        assertThrows(Problem.class, () -> journalled(() -> raise(silent), false).run(run));
        assertEquals(ended(StageState.FAILED, "LIT does not answer"), memory.stages(run));
    }

    @Test
    void ourOwnFaultIsFailedAndNeverWithoutAWord() {
        assertThrows(
                NullPointerException.class,
                () -> journalled(() -> raise(new NullPointerException()), false).run(run));
        assertEquals(ended(StageState.FAILED, "NullPointerException"), memory.stages(run));
    }

    @Test
    void aResumedStageTakesTheTimeOfItsLastTryAlone() {
        assertThrows(
                Problem.class,
                () -> journalled(() -> raise(Problem.unavailable("LIT does not answer")), false)
                        .run(run));
        journalled(() -> () -> "all filled", false).run(run);
        assertEquals(
                List.of(new StageRecord(
                        APPROVE_TRADES, StageState.DONE, clock.minute(2), clock.minute(3), "all filled", "")),
                memory.stages(run));
    }

    @Test
    void anAbandonedRunDoesNothingMore() {
        memory.status(run, RunStatus.ABANDONED);
        Problem refused = assertThrows(
                Problem.class, () -> journalled(() -> () -> "done", false).run(run));
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertEquals("Run 2018-04-11-001 was abandoned; nothing more is done for it", refused.getMessage());
        untouched();
    }

    /** The refusal above ends in the last stage of a refused day, which must not write over the abandonment. */
    @Test
    void theClosingStagePassesAnAbandonedRunInSilence() {
        memory.status(run, RunStatus.ABANDONED);
        assertEquals("abandoned", journalled(() -> () -> "done", true).run(run).summary());
        untouched();
    }

    @Test
    void theClosingStageClosesARefusedRun() {
        assertEquals("5 files", journalled(() -> () -> "5 files", true).run(run).summary());
        assertEquals(StageState.DONE, memory.stages(run).getFirst().state());
    }

    @Test
    void aRunNobodyOpenedIsNotWorked() {
        Problem unknown = assertThrows(
                Problem.class, () -> journalled(() -> () -> "done", false).run(new RunId("2018-04-11-009")));
        assertEquals("Expected a run, but 2018-04-11-009 is unknown", unknown.getMessage());
        assertEquals(List.of(), worked);
    }

    private void untouched() {
        assertEquals(List.of(), worked);
        assertEquals(List.of(), memory.stages(run));
        assertEquals(RunStatus.ABANDONED, memory.find(run).orElseThrow().status());
    }

    private List<StageRecord> ended(StageState state, String message) {
        return List.of(new StageRecord(APPROVE_TRADES, state, clock.minute(0), clock.minute(1), "", message));
    }

    private static StageResult raise(RuntimeException fault) {
        throw fault;
    }

    private Stage journalled(Supplier<StageResult> work, boolean closing) {
        Stage stage = new Stage() {
            @Override
            public StageName name() {
                return new StageName("settle-approval", APPROVE_TRADES);
            }

            @Override
            public StageResult run(RunId id) {
                worked.add(id);
                return work.get();
            }
        };
        return new JournalledStage(stage, memory, clock, closing);
    }
}
