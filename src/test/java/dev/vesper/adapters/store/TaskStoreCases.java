package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.DataEvent;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.TaskEvent;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.TaskMark;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.quarantine.AgreedRowsStore;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.testing.TwoPeople;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Questions to people, and their answers. */
abstract class TaskStoreCases extends StoreCases {
    @Test
    void aTaskIsRaisedOnceAndDecidedOnce() {
        RunId run = open(false).id();
        UserTask task = task(run, TaskKind.APPROVE_TRADES, Sample.NOON);
        tasks.raise(task);
        tasks.raise(task(run, TaskKind.APPROVE_TRADES, Sample.NOON.plusSeconds(5)));
        assertEquals(Optional.of(task), tasks.find(task.id()));
        assertTrue(
                tasks.decide(task, Answer.APPROVE, "ben", Sample.NOON.plusSeconds(9), "looks right", false, nothing()));
        assertFalse(tasks.decide(task, Answer.REJECT, "carl", Sample.NOON.plusSeconds(10), "late", false, nothing()));
        UserTask decided = tasks.find(task.id()).orElseThrow();
        assertEquals(Answer.APPROVE, decided.decision());
        assertEquals("ben", decided.decidedBy());
        assertEquals(Sample.NOON.plusSeconds(9), decided.decidedAt());
        assertEquals("looks right", decided.reason());
        List<AuditLog.Row> rows = audit.rows();
        assertEquals(1, rows.size());
        assertEquals(AuditAction.TRADES_APPROVED, rows.getFirst().action());
        assertEquals("ben", rows.getFirst().actor());
        assertEquals(task.id(), rows.getFirst().subject());
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void ofManyWhoDecideAtOnceOneDoes() throws Exception {
        RunId run = open(false).id();
        tasks.raise(task(run, TaskKind.APPROVE_TRADES, Sample.NOON));
        List<Boolean> answers = atOnce(
                4,
                () -> tasks.decide(
                        asked(run, TaskKind.APPROVE_TRADES), Answer.APPROVE, "ben", Sample.NOON, "", false, nothing()));
        assertEquals(1, answers.stream().filter(answer -> answer).count());
        assertEquals(1, audit.rows().size());
        assertEquals(List.of(), audit.verify());
    }

    /** Two people answer two steps of one approval at the same moment, from the same state: the second decides again. */
    @Test
    void ofTwoAnswersThatFollowTheSameEventOneIsKeptAndNothingOfTheOther() throws Exception {
        RunId run = open(false).id();
        tasks.raise(task(run, TaskKind.PROPOSE_TRADES, Sample.NOON));
        tasks.raise(task(run, TaskKind.APPROVE_TRADES, Sample.NOON));
        var both = new Append<FourEyesEvent>(stream(run), 0, List.of(TwoPeople.proposed("anna")));
        var turn = new AtomicInteger();
        List<Boolean> answers = atOnce(
                2,
                () -> tasks.decide(
                        asked(run, turn.getAndIncrement() == 0 ? TaskKind.PROPOSE_TRADES : TaskKind.APPROVE_TRADES),
                        Answer.APPROVE,
                        "anna",
                        Sample.NOON,
                        "",
                        false,
                        both));
        assertEquals(1, answers.stream().filter(answer -> answer).count());
        assertEquals(1, tasks.ofRun(run).stream().filter(UserTask::open).count());
        assertEquals(1, audit.rows().size());
        assertEquals(List.of(), audit.verify());
    }

    /** A question was taken a moment ago: an answer that was decided before it is not kept, nor is a second claim. */
    @Test
    void whatFollowsAnOlderStateOfTheQuestionIsNotKept() {
        RunId run = open(false).id();
        tasks.raise(task(run, TaskKind.RELEASE_DATA, Sample.NOON));
        UserTask asked = asked(run, TaskKind.RELEASE_DATA);
        String id = asked.id();
        var release = new StreamId<>(FourEyesEvent.class, "release/" + run);
        var claimed = new Append<>(release, 0, List.<FourEyesEvent>of(new TaskEvent.Claimed("release-data", "gus")));
        audit.append(Sample.NOON, "gus", AuditAction.TASK_CLAIMED, id, "", false, claimed);
        assertThrows(
                Problem.class,
                () -> audit.append(
                        Sample.NOON,
                        "hal",
                        AuditAction.TASK_CLAIMED,
                        id,
                        "",
                        false,
                        new Append<>(
                                release, 0, List.<FourEyesEvent>of(new TaskEvent.Claimed("release-data", "hal")))));
        assertFalse(tasks.decide(
                asked, Answer.APPROVE, "hal", Sample.NOON, "", false, new Append<>(release, 0, List.of())));
        assertTrue(tasks.open().stream().anyMatch(task -> task.id().equals(id)));
        assertTrue(tasks.decide(
                asked, Answer.APPROVE, "gus", Sample.NOON, "", false, new Append<>(release, 1, List.of())));
        assertTrue(tasks.open().isEmpty());
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void openTasksComeFirstThenTheNewest() {
        RunId run = open(false).id();
        tasks.raise(task(run, TaskKind.RELEASE_DATA, Sample.NOON));
        tasks.raise(task(run, TaskKind.PROPOSE_TRADES, Sample.NOON.plusSeconds(1)));
        tasks.raise(task(run, TaskKind.APPROVE_TRADES, Sample.NOON.plusSeconds(2)));
        tasks.decide(
                asked(run, TaskKind.APPROVE_TRADES),
                Answer.REJECT,
                "ben",
                Sample.NOON.plusSeconds(3),
                "no",
                false,
                nothing());
        assertEquals(
                List.of(TaskKind.PROPOSE_TRADES, TaskKind.RELEASE_DATA, TaskKind.APPROVE_TRADES),
                tasks.recent(10).stream().map(UserTask::kind).toList());
        assertEquals(1, tasks.recent(1).size());
    }

    /** Two of one moment stand by their ids, the later one first. */
    @Test
    void theAnsweredAreReadInPages() {
        RunId run = open(false).id();
        tasks.raise(task(run, TaskKind.RELEASE_DATA, Sample.NOON));
        tasks.raise(task(run, TaskKind.PROPOSE_TRADES, Sample.NOON.plusSeconds(1)));
        tasks.raise(task(run, TaskKind.APPROVE_TRADES, Sample.NOON.plusSeconds(1)));
        for (TaskKind kind : List.of(TaskKind.PROPOSE_TRADES, TaskKind.APPROVE_TRADES)) {
            tasks.decide(asked(run, kind), Answer.APPROVE, "ben", Sample.NOON.plusSeconds(3), "", false, nothing());
        }
        UserTask first = tasks.answered(null, 1).getFirst();
        assertEquals(run + "/propose-trades", first.id());
        TaskMark mark = TaskMark.of(Question.of(first));
        assertEquals(
                List.of(run + "/approve-trades"),
                tasks.answered(mark, 9).stream().map(UserTask::id).toList());
        tasks.decide(
                asked(run, TaskKind.RELEASE_DATA),
                Answer.REJECT,
                "ben",
                Sample.NOON.plusSeconds(4),
                "",
                false,
                nothing());
        assertEquals(
                List.of(run + "/approve-trades", run + "/release-data"),
                tasks.answered(mark, 9).stream().map(UserTask::id).toList());
    }

    @Test
    void anUnknownTaskIsNamed() {
        Problem problem = assertThrows(
                Problem.class,
                () -> tasks.decide(
                        task(new RunId("2018-04-11-001"), TaskKind.APPROVE_TRADES, Sample.NOON),
                        Answer.APPROVE,
                        "ben",
                        Sample.NOON,
                        "",
                        false,
                        nothing()));
        assertTrue(problem.getMessage().contains("2018-04-11-001/approve-trades"));
    }

    /** Rows were agreed to a moment ago, so the question has other words: an answer to the older ones is not kept. */
    @Test
    void anAnswerToWhatIsNotShownAnyMoreIsNotKept() {
        RunId run = open(false).id();
        runs.saveData(run, checked(1));
        tasks.raise(task(run, TaskKind.RELEASE_DATA, Sample.NOON));
        UserTask before = asked(run, TaskKind.RELEASE_DATA);
        assertTrue(agree(before));
        assertFalse(tasks.decide(before, Answer.APPROVE, "gus", Sample.NOON, "", false, release(run)));
        UserTask now = asked(run, TaskKind.RELEASE_DATA);
        assertTrue(now.open());
        assertTrue(tasks.decide(now, Answer.APPROVE, "gus", Sample.NOON, "", false, release(run)));
        assertEquals(
                List.of(AuditAction.ROWS_AGREED, AuditAction.DATA_RELEASED),
                audit.rows().stream().map(AuditLog.Row::action).toList());
    }

    /** Whichever of the two comes first, the other is told so: no answer is kept on rows that it was not given on. */
    @Test
    void ofAnAnswerAndAnAgreementOnRowsAtOnceOneIsKept() throws Exception {
        RunId run = open(false).id();
        runs.saveData(run, checked(1));
        tasks.raise(task(run, TaskKind.RELEASE_DATA, Sample.NOON));
        UserTask before = asked(run, TaskKind.RELEASE_DATA);
        var turn = new AtomicInteger();
        List<Boolean> kept = atOnce(
                2,
                () -> turn.getAndIncrement() == 0
                        ? tasks.decide(before, Answer.APPROVE, "gus", Sample.NOON, "", false, release(run))
                        : agree(before));
        assertEquals(1, kept.stream().filter(one -> one).count());
        assertEquals(1, audit.rows().size());
        boolean answered = audit.rows().getFirst().action() == AuditAction.DATA_RELEASED;
        assertEquals(!answered, asked(run, TaskKind.RELEASE_DATA).open());
        assertEquals(
                answered ? "snapshot-1" : "snapshot-2",
                runs.data(run).orElseThrow().snapshot());
    }

    private static Append<FourEyesEvent> release(RunId run) {
        return new Append<>(new StreamId<>(FourEyesEvent.class, "release/" + run), 0, List.of());
    }

    /** The verdict on a run's prices, the first time or with decided rows. */
    private static DataCheck checked(int snapshot) {
        return new DataCheck("snapshot-" + snapshot, 9, 1, Sample.DATE, Sample.DATE, List.of(), true, "quarantine.csv");
    }

    /** Two people agree on a row; the question has the same first line, and another snapshot below it. */
    private boolean agree(UserTask asks) {
        RunId run = asks.run();
        return store.agreed()
                .agree(
                        run,
                        checked(2),
                        new UserTask(
                                asks.id(),
                                run,
                                asks.kind(),
                                asks.question(),
                                "Accepted rows: snapshot-2",
                                asks.raisedAt(),
                                null,
                                null,
                                null,
                                ""),
                        new AgreedRowsStore.Agreed(
                                Sample.NOON,
                                "hal",
                                run + "/decide-rows-1",
                                "kept out",
                                false,
                                new StreamId<>(DataEvent.class, "data/" + run),
                                0,
                                sum -> new DataEvent.Checked(sum, new RowSum(1, "a"))));
    }
}
