package dev.vesper.desk.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.People;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.KnownApprovals;
import dev.vesper.desk.approval.LeftToAnswer;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.RunQuestions;
import dev.vesper.desk.approval.TaskCards;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.testing.FlowStory;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.SmallFirm;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is wrong is said; what Vesper cannot do without is told apart from what somebody must look at. */
class HealthTest {
    private static final Instant EVENING = Instant.parse("2018-04-11T20:00:00Z");

    private final Memory memory = new Memory();
    private Instant now = EVENING;
    private final Incidents incidents = new Incidents(memory, memory, () -> now);
    private final RunTroubles troubles = new RunTroubles(memory, incidents, () -> now);

    private RunId open() {
        return memory.open(SmallFirm.DATE, "/firms/small", 42, false, now).id();
    }

    private static HealthCheck well(String part) {
        return HealthCheck.needed(part, Optional::empty);
    }

    @Test
    void allIsWell() {
        Health health = Health.of(List.of(well("store"), well("processes")));
        assertEquals("up", health.status());
        assertTrue(health.ready());
        assertEquals(Map.of("store", "up", "processes", "up"), health.parts());
    }

    @Test
    void whatSomebodyMustLookAtDegradesAndLeavesItReady() {
        Health health =
                Health.of(List.of(well("store"), HealthCheck.watched("disk", () -> Optional.of("only 3 MB are free"))));
        assertEquals("degraded", health.status());
        assertTrue(health.ready());
        assertEquals("only 3 MB are free", health.parts().get("disk"));
    }

    @Test
    void aQuestionThatFailsIsTroubleAndWithoutTheStoreItIsNotReady() {
        Health health = Health.of(List.of(HealthCheck.needed("store", () -> {
            throw Problem.unavailable("Expected the database to answer, but it does not");
        })));
        assertEquals("down", health.status());
        assertFalse(health.ready());
        assertEquals(Map.of("store", "Expected the database to answer, but it does not"), health.parts());
    }

    @Test
    void twoTroublesOfOnePartAreBothSaid() {
        Health health = Health.of(List.of(
                HealthCheck.watched("processes", () -> Optional.of("one")),
                well("processes"),
                HealthCheck.watched("processes", () -> Optional.of("two"))));
        assertEquals(Map.of("processes", "one; two"), health.parts());
        assertTrue(health.ready());
    }

    @Test
    void aRunThatStandsStillIsNamedUntilItGoesOnOrIsClosed() {
        RunId run = open();
        assertEquals(Optional.empty(), troubles.find());
        incidents.raise(run, "report: the lake is full");
        assertEquals(
                Optional.of("run " + run + " stands still: report: the lake is full (./vesper runs show " + run + ")"),
                troubles.find());
        memory.status(run, RunStatus.ABANDONED);
        assertEquals(Optional.empty(), troubles.find());
    }

    @Test
    void aStageThatTakesFarTooLongIsNamed() {
        RunId run = open();
        memory.stage(run, new StageRecord(CheckData.NAME.stage(), StageState.RUNNING, EVENING, null, "", ""));
        now = EVENING.plus(RunTroubles.LONGEST_STAGE);
        assertEquals(Optional.empty(), troubles.find());
        now = now.plusSeconds(1);
        assertEquals(Optional.of("run " + run + " is in check-data since " + EVENING), troubles.find());
    }

    @Test
    void theFiguresAreThereBeforeTheFirstDay() {
        DayFigures none = DayFigures.of(memory, asked(), 0, 0, () -> now);
        assertEquals(DayFigures.KINDS.size() + 1, none.openTasks().size());
        assertTrue(none.openTasks().values().stream().allMatch(count -> count == 0));
        assertEquals(Duration.ZERO, none.oldestOpen());
        assertEquals(RunStatus.values().length, none.runs().size());
        assertEquals(Optional.empty(), none.lastDone());
    }

    @Test
    void theFiguresCountRunsAndTheOldestQuestion() {
        RunId done = open();
        memory.stage(
                done,
                new StageRecord(CheckData.NAME.stage(), StageState.DONE, EVENING, EVENING.plusSeconds(5), "", ""));
        memory.status(done, RunStatus.DONE);
        RunId asks = open();
        memory.taskStore.raise(new UserTask(
                asks + "/propose-trades", asks, TaskKind.PROPOSE_TRADES, "?", "", EVENING, null, null, null, ""));
        now = EVENING.plusSeconds(90);
        DayFigures figures = DayFigures.of(memory, asked(), 0, 0, () -> now);
        assertEquals(1, figures.openTasks().get("propose-trades"));
        assertEquals(Duration.ofSeconds(90), figures.oldestOpen());
        assertEquals(0, figures.overdue());
        assertEquals(1, figures.runs().get(RunStatus.DONE));
        assertEquals(0, figures.runs().get(RunStatus.FAILED));
        assertEquals(Optional.of(EVENING.plusSeconds(5)), figures.lastDone());
        now = EVENING.plusSeconds(3_601);
        assertEquals(1, DayFigures.of(memory, asked(), 0, 0, () -> now).overdue(), "due after an hour");
        now = EVENING.minusSeconds(90);
        assertEquals(
                Duration.ZERO, DayFigures.of(memory, asked(), 0, 0, () -> now).oldestOpen());
    }

    @Test
    void aFlowThatWaitsIsAQuestionLikeAnother() {
        FlowStory story = new FlowStory(false, "100000").opened();
        story.record("alice", "id=D-9 kind=deposit date=2026-07-01 account=A amount=900000 currency=USD");
        List<Questions> asked = List.of(ofRuns(story.memory), story.questions);
        DayFigures figures = DayFigures.of(story.memory, asked, 2, 1, () -> FlowStory.NOON.plusSeconds(3600));
        assertEquals(2, figures.stopped());
        assertEquals(1, figures.breakers());
        assertEquals(1, figures.openTasks().get("approve-flow"));
        assertEquals(Duration.ofHours(1), figures.oldestOpen());
    }

    private List<Questions> asked() {
        return List.of(ofRuns(memory, () -> now));
    }

    private static Questions ofRuns(Memory memory) {
        return ofRuns(memory, () -> EVENING);
    }

    private static Questions ofRuns(Memory memory, InstantSource clock) {
        return new RunQuestions(
                memory,
                memory.taskStore,
                () -> {
                    throw new AssertionError("nobody answers here");
                },
                () -> {
                    throw new AssertionError("nobody acts here");
                },
                () -> new LeftToAnswer(
                        memory,
                        memory.taskStore,
                        new KnownApprovals(memory.eventLog),
                        new MemoryInputs(SmallFirm.firm()),
                        _ -> People.UNKNOWN),
                () -> new TaskCards(
                        memory,
                        new KnownApprovals(memory.eventLog),
                        new MemoryInputs(SmallFirm.firm()),
                        (_, _, _) -> Optional.of(Duration.ofHours(1)),
                        clock));
    }
}
