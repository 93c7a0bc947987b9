package dev.vesper.app.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.operations.RunStages;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.run.Incident;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run is shown from its first second on. */
class RunProgressTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final RunId RUN = new RunId("2018-04-11-001");

    private static RunRecord run(RunStatus status) {
        return new RunRecord(RUN, LocalDate.of(2018, 4, 11), "/firms/small", 7, false, status, NOON);
    }

    @Test
    void aRunThatHasJustBegun() {
        assertEquals(
                List.of(
                        "Run 2018-04-11-001 is running: business date 2018-04-11, opened 2018-04-11T12:00:00Z",
                        "  no stage has begun"),
                RunProgress.lines(new RunStages(run(RunStatus.RUNNING), List.of(), List.of()), List.of()));
    }

    @Test
    void aRunThatStandsStillSaysWhyAndWhatHelps() {
        List<StageRecord> stages = List.of(
                new StageRecord(CheckData.NAME.stage(), StageState.DONE, NOON, NOON.plusMillis(1_250), "6 rows", ""),
                new StageRecord(
                        Rebalance.NAME.stage(), StageState.FAILED, NOON, NOON.plusSeconds(3), "", "the disk is full"));
        assertEquals(
                List.of(
                        "Run 2018-04-11-001 is failed: business date 2018-04-11, opened 2018-04-11T12:00:00Z",
                        "  ✓ check-data         1.3 s  6 rows",
                        "  ✗ rebalance          3.0 s  the disk is full",
                        "  ✗ stands still since 2018-04-11T12:00:00Z: rebalance: the disk is full",
                        "Mend the cause, then ./vesper runs resume 2018-04-11-001 --reason WHY while Vesper is up, else"
                                + " ./vesper eod --resume --run 2018-04-11-001"),
                RunProgress.lines(
                        new RunStages(
                                run(RunStatus.FAILED),
                                stages,
                                List.of(new Incident(NOON, "rebalance: the disk is full"))),
                        List.of()));
    }

    @Test
    void whatPeopleAnsweredStaysWithTheirNames() {
        UserTask proposed = new UserTask(
                RUN + "/propose-trades",
                RUN,
                TaskKind.PROPOSE_TRADES,
                "Propose 3 orders?",
                "",
                NOON,
                Answer.APPROVE,
                "alice",
                NOON,
                "");
        UserTask rejected = new UserTask(
                RUN + "/approve-trades",
                RUN,
                TaskKind.APPROVE_TRADES,
                "Approve 3 orders?",
                "",
                NOON,
                Answer.REJECT,
                "bob",
                NOON,
                "too much\nof \u001b[2Jone name");
        assertEquals(
                List.of(
                        "  ✓ alice answered approve to: Propose 3 orders?",
                        "  ✗ bob answered reject (too much\\u000aof \\u001b[2Jone name) to: Approve 3 orders?"),
                RunProgress.lines(
                                new RunStages(run(RunStatus.REFUSED), List.of(), List.of()),
                                List.of(Question.of(proposed), Question.of(rejected)))
                        .subList(2, 4));
    }

    @Test
    void aRunThatWaitsNamesTheTask() {
        Question task = Question.of(new UserTask(
                RUN + "/propose-trades", RUN, TaskKind.PROPOSE_TRADES, "Go on?", "", NOON, null, null, null, ""));
        assertEquals(
                List.of(
                        "  ? waits for a person since 2018-04-11T12:00:00Z: Go on?",
                        "    ./vesper tasks show 2018-04-11-001/propose-trades"),
                RunProgress.lines(new RunStages(run(RunStatus.WAITING), List.of(), List.of()), List.of(task))
                        .subList(2, 4));
    }
}
