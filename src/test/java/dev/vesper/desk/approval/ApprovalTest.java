package dev.vesper.desk.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.data.Severity;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.run.OpenRun;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.testing.FilesOpenBooks;
import dev.vesper.testing.JudgedRest;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.SmallFirm;
import dev.vesper.testing.TwoPeople;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People decide, the house enforces: a maker proposes, another person approves, and the record is read again. */
class ApprovalTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final LocalDate DATE = LocalDate.of(2018, 4, 11);

    private final Memory memory = new Memory();
    private final InstantSource clock = InstantSource.fixed(NOON);
    private final MemoryInputs inputs = new MemoryInputs(SmallFirm.firm());
    private final Proposals proposals = new Proposals(memory.proposalStore, inputs, memory.eventLog, memory, clock);
    private final AnswerTask desk = answeredBy(clock);
    private final SettleApproval settle = new SettleApproval(memory.eventLog, memory, memory, clock);

    private AnswerTask answeredBy(InstantSource time) {
        return new AnswerTask(
                memory,
                memory.taskStore,
                memory.eventLog,
                memory,
                proposals,
                inputs,
                JudgedRest.over(memory, inputs),
                new TaskTexts(memory, memory, _ -> SmallFirm.firm()),
                time);
    }

    private RunId open(boolean rehearsal) {
        return open(rehearsal, new DataCheck("s", 10, 5, DATE, DATE, List.of(), true, "q"));
    }

    private RunId open(boolean rehearsal, DataCheck check) {
        RunRecord opened = memory.open(DATE, "firm", 42, rehearsal, NOON);
        RunId run = opened.id();
        new OpenRun(memory, inputs, new FilesOpenBooks(), memory, clock).resume(opened);
        memory.saveRebalance(run, Stream.of(new RebalanceResult(List.of(), List.of(), List.of())), List.of());
        memory.saveData(run, check);
        proposals.record(opened, () -> ApprovalsNeeded.ONE_CHECKER);
        return run;
    }

    @Test
    void aTaskWaitsUntilAPersonDecides() {
        RunId run = open(false);
        assertEquals(Optional.empty(), desk.ask(run, TaskKind.PROPOSE_TRADES, 1));
        assertEquals(RunStatus.WAITING, memory.find(run).orElseThrow().status());
        desk.decide(run + "/propose-trades", Answer.APPROVE, "Alice", "");
        assertEquals(Optional.of(Answer.APPROVE), desk.ask(run, TaskKind.PROPOSE_TRADES, 1));
        assertEquals(RunStatus.RUNNING, memory.find(run).orElseThrow().status());
    }

    @Test
    void whoIsAskedAboutTradesIsToldWhichRowsTheyWereMadeWithout() {
        DataCheck.Breach breach = new DataCheck.Breach(
                "close-range", Severity.WARNING, 1, "close must be above 0", "prices.csv:9:2 \"-5\"");
        RunId run = open(false, new DataCheck("s", 1_200, 1, DATE, DATE, List.of(breach), false, "q"));
        desk.ask(run, TaskKind.PROPOSE_TRADES, 1);
        String told = memory.tasks.get(run + "/propose-trades").detail();
        assertTrue(told.contains("Data: 1 of 1,200 rows was set aside"), told);
        assertTrue(
                told.contains("close-range            1 row: close must be above 0; for example prices.csv:9:2 \"-5\""),
                told);
    }

    @Test
    void theMakerCannotApprove() {
        RunId run = proposedBy("Alice");
        Problem denied =
                assertThrows(Problem.class, () -> desk.decide(run + "/approve-trades", Answer.APPROVE, " ALICE ", ""));
        assertEquals(Problem.Kind.REFUSED, denied.kind());
        assertTrue(memory.audit.stream().anyMatch(r -> r.action() == AuditAction.DECISION_DENIED));
        assertTrue(memory.tasks.get(run + "/approve-trades").open());
    }

    @Test
    void anotherPersonApproves() {
        RunId run = proposedBy("Alice");
        desk.decide(run + "/approve-trades", Answer.APPROVE, "Bob", "");
        assertEquals(ApprovalVerdict.APPROVED, settle.run(run).verdict());
    }

    @Test
    void anotherPersonRejects() {
        RunId run = proposedBy("Alice");
        desk.decide(run + "/approve-trades", Answer.REJECT, "Bob", "too much");
        assertEquals(ApprovalVerdict.REJECTED, settle.run(run).verdict());
    }

    @Test
    void theMakerWithdrawsBeforeProposing() {
        RunId run = open(false);
        desk.ask(run, TaskKind.PROPOSE_TRADES, 1);
        desk.decide(run + "/propose-trades", Answer.REJECT, "Alice", "not today");
        assertEquals(ApprovalVerdict.REJECTED, settle.run(run).verdict());
    }

    /** Whoever wrote both answers past every screen is found when the engine's worker reads the record. */
    @Test
    void answersOfOnePersonInTheRecordDoNotStand() {
        RunId run = proposedBy("Alice");
        memory.approvals.add(TwoPeople.approved("alice"));
        Problem refused = assertThrows(Problem.class, () -> settle.run(run));
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertEquals(AuditAction.FOUR_EYES_VIOLATED, memory.audit.getLast().action());
    }

    @Test
    void oneAnswerIsNotEnough() {
        RunId run = proposedBy("Alice");
        assertThrows(Problem.class, () -> settle.run(run));
    }

    @Test
    void nobodyIsNotAPerson() {
        RunId run = open(false);
        desk.ask(run, TaskKind.RELEASE_DATA, 1);
        assertThrows(Problem.class, () -> desk.decide(run + "/release-data", Answer.APPROVE, "  ", ""));
    }

    /** Two people agree on rows between reading the question and keeping the answer: it was given on other rows. */
    @Test
    void anAnswerInTheMomentOfAnAgreementOnRowsIsRefused() {
        RunId run = open(false);
        desk.ask(run, TaskKind.RELEASE_DATA, 1);
        String id = run + "/release-data";
        InstantSource agreeing = () -> {
            memory.tasks.computeIfPresent(
                    id,
                    (_, asked) -> new UserTask(
                            id,
                            run,
                            asked.kind(),
                            asked.question(),
                            "other rows",
                            asked.raisedAt(),
                            null,
                            null,
                            null,
                            ""));
            return NOON;
        };
        Problem refused = assertThrows(
                Problem.class, () -> answeredBy(agreeing).decide(id, Answer.APPROVE, "Alice", "known gap"));
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertTrue(refused.getMessage().contains("has changed since you opened it"), refused.getMessage());
        assertTrue(memory.tasks.get(id).open());
        assertEquals(AuditAction.DECISION_DENIED, memory.audit.getLast().action());
        desk.decide(id, Answer.APPROVE, "Alice", "known gap");
    }

    @Test
    void aDecisionIsTakenOnceAndWhoTriesAgainIsOnRecord() {
        RunId run = proposedBy("Alice");
        refused("Carol", run + "/propose-trades", "was already decided: approve by Alice");
    }

    @Test
    void whoAnswersForARunThatHasEndedIsOnRecord() {
        RunId run = proposedBy("Alice");
        memory.status(run, RunStatus.REFUSED);
        refused("Carol", run + "/approve-trades", "has ended; its tasks take no more answers");
        assertTrue(memory.tasks.get(run + "/approve-trades").open());
    }

    /** One row says who tried what, and why it was refused; nothing else is written. */
    private void refused(String by, String task, String why) {
        int rows = memory.audit.size();
        int events = memory.approvals.size();
        Problem denied = assertThrows(Problem.class, () -> desk.decide(task, Answer.REJECT, by, ""));
        assertEquals(Problem.Kind.REFUSED, denied.kind());
        assertTrue(denied.getMessage().contains(why), denied.getMessage());
        assertEquals(events, memory.approvals.size());
        assertEquals(rows + 1, memory.audit.size());
        AuditLog.Row row = memory.audit.getLast();
        assertEquals(AuditAction.DECISION_DENIED, row.action());
        assertEquals(by, row.actor());
        assertEquals(task, row.subject());
        assertEquals(denied.getMessage(), row.detail());
    }

    @Test
    void aRehearsalApprovesTradesAsTwoDemoUsersButReleasesNoData() {
        RunId run = open(true);
        assertTrue(desk.ask(run, TaskKind.PROPOSE_TRADES, 1).isPresent());
        assertTrue(desk.ask(run, TaskKind.APPROVE_TRADES, 1).isPresent());
        assertEquals(ApprovalVerdict.APPROVED, settle.run(run).verdict());
        assertTrue(desk.ask(run, TaskKind.RELEASE_DATA, 1).isEmpty());
    }

    private RunId proposedBy(String maker) {
        RunId run = open(false);
        desk.ask(run, TaskKind.PROPOSE_TRADES, 1);
        desk.decide(run + "/propose-trades", Answer.APPROVE, maker, "");
        desk.ask(run, TaskKind.APPROVE_TRADES, 1);
        return run;
    }
}
