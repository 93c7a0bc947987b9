package dev.vesper.desk.approval;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.DrawnStep;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.People;
import dev.vesper.approvals.ProposalEvent;
import dev.vesper.approvals.ProposalSum;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.run.OpenRun;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageResult;
import dev.vesper.orders.ParentOrder;
import dev.vesper.testing.FilesOpenBooks;
import dev.vesper.testing.JudgedRest;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.MemoryLake;
import dev.vesper.testing.SmallFirm;
import dev.vesper.testing.TradingDay;
import dev.vesper.testing.TwoPeople;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Before orders go out the approval is decided again from the record, whoever asked for the execution. */
class StandingApprovalTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");

    private final Memory memory = new Memory();
    private final InstantSource clock = InstantSource.fixed(NOON);
    private final MemoryInputs inputs = new MemoryInputs(SmallFirm.firm());
    private final Proposals proposals = new Proposals(memory.proposalStore, inputs, memory.eventLog, memory, clock);
    private final List<DrawnStep> drawn = new ArrayList<>(List.of(DrawnStep.OPEN));
    private final List<ApprovalsNeeded.Asked> asked = new ArrayList<>();
    private final ApprovalNeeds needs = new ApprovalNeeds(accounts -> asked, memory, inputs, _ -> drawn);
    private final MemoryLake lake = new MemoryLake(SmallFirm.prices());
    private final CheckedData data = new CheckedData(
            memory, memory.proposalStore, memory, memory.taskStore, lake, inputs, memory.eventLog, memory, clock);
    private final AnswerTask desk = new AnswerTask(
            memory,
            memory.taskStore,
            memory.eventLog,
            memory,
            proposals,
            inputs,
            JudgedRest.over(memory, inputs),
            new TaskTexts(memory, memory, _ -> SmallFirm.firm()),
            clock);
    private final StandingApproval approval =
            new StandingApproval(memory.taskStore, memory.eventLog, memory, proposals, inputs, clock);

    private RunId decided(boolean rehearsal) {
        RunRecord run = memory.open(SmallFirm.DATE, "firm", 42, rehearsal, NOON);
        new OpenRun(memory, inputs, new FilesOpenBooks(), memory, clock).resume(run);
        check(run, false);
        new DecideProposal(new Deciding(), memory, data, needs, proposals).run(run.id());
        return run.id();
    }

    private void check(RunRecord run, boolean blocking) {
        memory.saveData(run.id(), new DataCheck("s", 10, 5, SmallFirm.DATE, SmallFirm.DATE, List.of(), blocking, "q"));
        data.record(run);
    }

    /** A stage that decides four orders. */
    private final class Deciding implements Stage {
        @Override
        public StageName name() {
            return StageName.of("rebalance");
        }

        @Override
        public StageResult run(RunId run) {
            memory.saveRebalance(
                    run, Stream.of(new RebalanceResult(List.of(), TradingDay.parents(4, 2), List.of())), List.of());
            return () -> "4 orders";
        }
    }

    private RunId approved() {
        RunId run = decided(false);
        desk.ask(run, TaskKind.PROPOSE_TRADES, 1);
        desk.decide(run + "/propose-trades", Answer.APPROVE, "Anna", "");
        desk.ask(run, TaskKind.APPROVE_TRADES, 1);
        desk.decide(run + "/approve-trades", Answer.APPROVE, "Ben", "");
        return run;
    }

    private void stands(RunId run) {
        approval.mustStand(memory.find(run).orElseThrow());
    }

    private void falls(RunId run, String named) {
        Problem problem = assertThrows(Problem.class, () -> stands(run));
        assertEquals(Problem.Kind.REFUSED, problem.kind());
        assertTrue(problem.getMessage().contains(named), problem.getMessage());
        assertEquals(AuditAction.PROPOSAL_ALTERED, memory.audit.getLast().action());
    }

    private void fewerOrders(RunId run) {
        memory.decisions.put(run, new RebalanceResult(List.of(), TradingDay.parents(3, 2), List.of()));
    }

    @Test
    void whatTwoPeopleApprovedStands() {
        RunId run = approved();
        assertDoesNotThrow(() -> stands(run));
    }

    @Test
    void aRehearsalStandsByItsDemoUsers() {
        RunId run = decided(true);
        assertEquals(Optional.of(Answer.APPROVE), desk.ask(run, TaskKind.PROPOSE_TRADES, 1));
        assertEquals(Optional.of(Answer.APPROVE), desk.ask(run, TaskKind.APPROVE_TRADES, 1));
        assertDoesNotThrow(() -> stands(run));
    }

    @Test
    void withoutTheSecondAnswerNothingStands() {
        RunId run = decided(false);
        falls(run, "a maker and every checker must approve it");
        desk.ask(run, TaskKind.PROPOSE_TRADES, 1);
        desk.decide(run + "/propose-trades", Answer.APPROVE, "Anna", "");
        falls(run, "a maker and every checker must approve it");
    }

    @Test
    void alteredOrdersAreNamedWithBothSums() {
        RunId run = approved();
        fewerOrders(run);
        falls(run, "the orders (4 rows with ");
        falls(run, ", but now 3 rows with ");
    }

    @Test
    void alteredInputsAreNamed() {
        RunId run = approved();
        inputs.edits++;
        falls(run, "the frozen inputs (");
    }

    /** What is altered before an answer is not taken for what was decided; it can only be rejected. */
    @Test
    void whatWasAlteredCannotBeApprovedAnyMore() {
        RunId run = decided(false);
        desk.ask(run, TaskKind.PROPOSE_TRADES, 1);
        desk.decide(run + "/propose-trades", Answer.APPROVE, "Anna", "");
        desk.ask(run, TaskKind.APPROVE_TRADES, 1);
        fewerOrders(run);
        Problem refused =
                assertThrows(Problem.class, () -> desk.decide(run + "/approve-trades", Answer.APPROVE, "Ben", ""));
        assertTrue(refused.getMessage().contains("the orders ("), refused.getMessage());
        assertTrue(memory.tasks.get(run + "/approve-trades").open());
        desk.decide(run + "/approve-trades", Answer.REJECT, "Ben", "altered");
        falls(run, "a maker and every checker must approve it");
    }

    @Test
    void inARehearsalNobodyApprovesWhatWasAltered() {
        RunId run = decided(true);
        inputs.edits++;
        assertEquals(Optional.of(Answer.REJECT), desk.ask(run, TaskKind.PROPOSE_TRADES, 1));
        falls(run, "a maker and every checker must approve it");
    }

    /** Made a rehearsal while two people are asked, a real day would be approved by demo users. */
    @Test
    void aRunThatIsMadeARehearsalIsNotApprovedByDemoUsers() {
        RunId run = decided(false);
        RunRecord real = memory.runs.get(run);
        memory.runs.put(
                run, new RunRecord(run, real.date(), real.firm(), real.seed(), true, real.status(), real.openedAt()));
        assertEquals(Optional.of(Answer.REJECT), desk.ask(run, TaskKind.PROPOSE_TRADES, 1));
        memory.runs.put(run, real);
        falls(run, "but row ");
    }

    @Test
    void anApprovalOfAnOlderVesperNamesNoProposal() {
        RunId run = approved();
        memory.approvals.clear();
        memory.approvals.addAll(List.of(TwoPeople.proposed("Anna"), TwoPeople.approved("Ben")));
        falls(run, "Ben approved another one (without a sum)");
    }

    @Test
    void aProposalOfAnOlderVesperIsNotApproved() {
        RunId run = decided(false);
        desk.ask(run, TaskKind.PROPOSE_TRADES, 1);
        memory.told.remove("proposal/" + run);
        Problem refused =
                assertThrows(Problem.class, () -> desk.decide(run + "/propose-trades", Answer.APPROVE, "Anna", ""));
        assertTrue(refused.getMessage().contains("./vesper runs abandon " + run), refused.getMessage());
    }

    @Test
    void inputsAlteredBeforeTheDecisionAreFoundByTheOpening() {
        RunRecord run = memory.open(SmallFirm.DATE, "firm", 42, true, NOON);
        new OpenRun(memory, inputs, new FilesOpenBooks(), memory, clock).resume(run);
        check(run, false);
        inputs.edits++;
        new DecideProposal(new Deciding(), memory, data, needs, proposals).run(run.id());
        desk.ask(run.id(), TaskKind.PROPOSE_TRADES, 1);
        desk.ask(run.id(), TaskKind.APPROVE_TRADES, 1);
        falls(run.id(), "the frozen inputs were altered between its opening and the decision");
    }

    @Test
    void aBrokenChainFromTheRunOnIsFoundAndAnOlderFaultIsNotInTheWay() {
        memory.append(NOON, "vesper", AuditAction.RUN_DONE, "2018-04-10-001", "", false);
        RunId run = approved();
        memory.faults.add(new AuditLog.Fault(1, "row 1 was altered"));
        stands(run);
        memory.faults.add(new AuditLog.Fault(3, "row 3 was altered"));
        falls(run, "the audit log does not hold: row 3 was altered");
    }

    @Test
    void anInsertedAnswerIsNamed() {
        RunId run = approved();
        UserTask known = memory.tasks.get(run + "/approve-trades");
        UserTask forged = new UserTask(
                run + "/release-data", run, TaskKind.RELEASE_DATA, "", "", NOON, Answer.APPROVE, "Eve", NOON, "");
        memory.tasks.put(forged.id(), forged);
        falls(run, "the answer to " + run + "/release-data (approve by Eve) was inserted");
        memory.tasks.remove(forged.id());
        memory.tasks.put(
                known.id(), new UserTask(known.id(), run, known.kind(), "", "", NOON, Answer.APPROVE, "Eve", NOON, ""));
        falls(run, "the answer to " + run + "/approve-trades (approve by Eve)");
    }

    private static final String TWO_CHECKERS_AND_RISK = "checkers, checkers, risk because of ACC1 (row 2)";

    /** The table asks for two checkers and one of risk. */
    private RunId decidedForThree() {
        asked.add(new ApprovalsNeeded.Asked(List.of("checkers", "checkers", "risk"), TWO_CHECKERS_AND_RISK));
        RunId run = decided(false);
        desk.ask(run, TaskKind.PROPOSE_TRADES, 1);
        desk.decide(run + "/propose-trades", Answer.APPROVE, "Anna", "");
        return run;
    }

    private RunId approvedByThree() {
        RunId run = decidedForThree();
        assertEquals(Optional.empty(), desk.ask(run, TaskKind.APPROVE_TRADES, 1));
        desk.decide(run + "/approve-trades-3", Answer.APPROVE, "Dora", "");
        desk.decide(run + "/approve-trades", Answer.APPROVE, "Ben", "");
        assertEquals(Optional.empty(), desk.ask(run, TaskKind.APPROVE_TRADES, 1), "one is still to answer");
        falls(run, "a maker and every checker must approve it");
        desk.decide(run + "/approve-trades-2", Answer.APPROVE, "Carol", "");
        assertEquals(Optional.of(Answer.APPROVE), desk.ask(run, TaskKind.APPROVE_TRADES, 1));
        return run;
    }

    @Test
    void asManyAsTheTableAsksForApprove() {
        RunId run = approvedByThree();
        assertDoesNotThrow(() -> stands(run));
        UserTask risk = memory.tasks.get(run + "/approve-trades-3");
        assertTrue(risk.question().contains("You approve for risk: another person than the maker"), risk.question());
        assertTrue(
                risk.detail().contains("To be approved by checkers, checkers, risk: " + TWO_CHECKERS_AND_RISK),
                risk.detail());
    }

    @Test
    void whoApprovedOnceIsDeniedTheNextStep() {
        RunId run = decidedForThree();
        desk.ask(run, TaskKind.APPROVE_TRADES, 1);
        desk.decide(run + "/approve-trades", Answer.APPROVE, "Ben", "");
        for (String again : List.of("Ben", " BEN ", "Anna")) {
            Problem denied = assertThrows(
                    Problem.class, () -> desk.decide(run + "/approve-trades-2", Answer.APPROVE, again, ""));
            assertTrue(denied.getMessage().contains("Expected another person"), denied.getMessage());
        }
        assertTrue(memory.tasks.get(run + "/approve-trades-2").open());
    }

    /** A step that the process draws is asked where it is drawn, whatever the table says; the order is the process's. */
    @Test
    void aDrawnStepIsAskedByItsOwnNumber() {
        drawn.add(new DrawnStep(2, Optional.of("risk")));
        RunId run = decided(false);
        desk.ask(run, TaskKind.PROPOSE_TRADES, 1);
        desk.decide(run + "/propose-trades", Answer.APPROVE, "Anna", "");
        desk.ask(run, TaskKind.APPROVE_TRADES, 1);
        assertEquals(Optional.empty(), memory.taskStore.find(run + "/approve-trades-2"), "not yet");
        desk.decide(run + "/approve-trades", Answer.APPROVE, "Ben", "");
        assertEquals(Optional.of(Answer.APPROVE), desk.ask(run, TaskKind.APPROVE_TRADES, 1));
        falls(run, "a maker and every checker must approve it");
        desk.ask(run, TaskKind.APPROVE_TRADES, 2);
        desk.decide(run + "/approve-trades-2", Answer.APPROVE, "Dora", "");
        stands(run);
    }

    /** After a no nobody else is asked, and whoever is asked already need not answer. */
    @Test
    void oneNoEndsAllSteps() {
        drawn.add(new DrawnStep(2, Optional.of("risk")));
        RunId run = decided(false);
        desk.ask(run, TaskKind.PROPOSE_TRADES, 1);
        desk.decide(run + "/propose-trades", Answer.APPROVE, "Anna", "");
        desk.ask(run, TaskKind.APPROVE_TRADES, 1);
        desk.decide(run + "/approve-trades", Answer.REJECT, "Ben", "no");
        assertEquals(Optional.of(Answer.REJECT), desk.ask(run, TaskKind.APPROVE_TRADES, 2));
        assertEquals(Optional.empty(), memory.taskStore.find(run + "/approve-trades-2"));
        falls(run, "a maker and every checker must approve it");
    }

    /** What was asked for when it was decided counts: a table that is loosened, or tightened, while people answer does not. */
    @Test
    void aTableThatIsChangedWhilePeopleAnswerChangesNothing() {
        RunId run = decidedForThree();
        asked.clear();
        desk.ask(run, TaskKind.APPROVE_TRADES, 1);
        desk.decide(run + "/approve-trades", Answer.APPROVE, "Ben", "");
        falls(run, "a maker and every checker must approve it");
        desk.decide(run + "/approve-trades-2", Answer.APPROVE, "Carol", "");
        desk.decide(run + "/approve-trades-3", Answer.APPROVE, "Dora", "");
        stands(run);
    }

    /** A forged record in which fewer were asked: two people agreed, on the right sum, and it is not enough. */
    @Test
    void aRecordThatAsksFewerIsFound() {
        RunId run = approvedByThree();
        String sum = proposals
                .recorded(memory.find(run).orElseThrow())
                .orElseThrow()
                .proposal()
                .sha256();
        memory.approvals.clear();
        memory.approvals.add(new FourEyesEvent.Proposed("Anna", sum, ApprovalsNeeded.ONE_CHECKER.steps()));
        memory.approvals.add(TwoPeople.approved("Ben", sum));
        falls(run, "it must be approved by checkers, checkers, risk, but the record has Ben");
    }

    /** Steps that are taken out of what was recorded give another sum than the one people named. */
    @Test
    void aNeedThatIsAlteredIsFound() {
        RunId run = approvedByThree();
        List<Object> stored = new ArrayList<>(memory.told.get("proposal/" + run));
        ProposalEvent.Decided decided = (ProposalEvent.Decided) stored.getFirst();
        memory.told.put(
                "proposal/" + run,
                new ArrayList<>(List.of(new ProposalEvent.Decided(decided.proposal(), ApprovalsNeeded.ONE_CHECKER))));
        falls(run, "the approvals that are needed (3 rows with ");
    }

    @Test
    void anInsertedStepIsNamed() {
        RunId run = approved();
        UserTask forged = new UserTask(
                run + "/approve-trades-2", run, TaskKind.APPROVE_TRADES, "", "", NOON, Answer.APPROVE, "Eve", NOON, "");
        memory.tasks.put(forged.id(), forged);
        falls(run, "the answer to " + run + "/approve-trades-2 (approve by Eve) was inserted");
        memory.tasks.remove(forged.id());
        for (String strange : List.of("/approve-trades-1", "/approve-trades-02", "/propose-trades-2", "/approve-2")) {
            memory.tasks.put(
                    "x", new UserTask(run + strange, run, TaskKind.APPROVE_TRADES, "", "", NOON, null, null, null, ""));
            falls(run, "the task " + run + strange + " was inserted: no process asks it");
        }
    }

    /** Groups are those of the frozen firm.yaml, when it is answered and when it is decided again. */
    @Test
    void aCheckerWhoDoesNotBelongToTheGroupIsFound() {
        inputs.people = new People(new TreeMap<>(
                Map.of("makers", List.of("Anna"), "checkers", List.of("Ben", "Carol"), "risk", List.of("Dora"))));
        RunId run = approvedByThree();
        stands(run);
        inputs.people = new People(new TreeMap<>(
                Map.of("makers", List.of("Anna"), "checkers", List.of("Ben", "Eve"), "risk", List.of("Dora"))));
        falls(run, "Carol answered for checkers, but belongs to no group");
    }

    @Test
    void whatNobodyCouldApproveIsRefusedBeforeAnybodyIsAsked() {
        inputs.people =
                new People(new TreeMap<>(Map.of("makers", List.of("Anna"), "checkers", List.of("Ben", "anna"))));
        asked.add(new ApprovalsNeeded.Asked(List.of("checkers", "checkers"), ""));
        Problem refused = assertThrows(Problem.class, () -> decided(false));
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertTrue(
                refused.getMessage().contains("can never be approved: a maker and 2 different people"),
                refused::getMessage);
        assertDoesNotThrow(() -> decided(true), "demo users are of every group");
    }

    @Test
    void inARehearsalAsManyDemoUsersApproveAsAreNeeded() {
        asked.add(new ApprovalsNeeded.Asked(List.of("checkers", "risk"), ""));
        RunId run = decided(true);
        desk.ask(run, TaskKind.PROPOSE_TRADES, 1);
        assertEquals(Optional.of(Answer.APPROVE), desk.ask(run, TaskKind.APPROVE_TRADES, 1));
        assertEquals(
                "rehearsal-checker-2",
                memory.tasks.get(run + "/approve-trades-2").decidedBy());
        stands(run);
    }

    /** A run whose data broke its contract, as far as somebody is asked to release it. */
    private RunRecord blocked() {
        RunRecord run = memory.open(SmallFirm.DATE, "firm", 42, false, NOON);
        new OpenRun(memory, inputs, new FilesOpenBooks(), memory, clock).resume(run);
        check(run, true);
        desk.ask(run.id(), TaskKind.RELEASE_DATA, 1);
        return run;
    }

    private void notUsed(RunRecord run, String named) {
        Problem refused = assertThrows(
                Problem.class, () -> new DecideProposal(new Deciding(), memory, data, needs, proposals).run(run.id()));
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertTrue(
                refused.getMessage().startsWith("The data of " + run.id() + " does not stand: "), refused::getMessage);
        assertTrue(refused.getMessage().contains(named), refused::getMessage);
        assertEquals(AuditAction.DATA_ALTERED, memory.audit.getLast().action());
        assertTrue(memory.orders(run.id()).isEmpty(), "nothing was decided on it");
    }

    @Test
    void blockedDataIsUsedOnceAPersonReleasedIt() {
        RunRecord run = blocked();
        notUsed(run, "it broke its contract, and nobody released it (" + run.id() + "/release-data)");
        desk.decide(run.id() + "/release-data", Answer.APPROVE, "Dora", "known gap");
        assertDoesNotThrow(() -> new DecideProposal(new Deciding(), memory, data, needs, proposals).run(run.id()));
        assertDoesNotThrow(() -> data.mustStand(run));
    }

    /** Whoever completed the engine's job: the no of a person stays a no. */
    @Test
    void rejectedDataIsNotUsedWhateverTheEngineSays() {
        RunRecord run = blocked();
        desk.decide(run.id() + "/release-data", Answer.REJECT, "Dora", "");
        notUsed(run, "nobody released it");
    }

    @Test
    void aReleaseThatTheAuditDoesNotKnowIsNone() {
        RunRecord run = blocked();
        String id = run.id() + "/release-data";
        for (String by : List.of("Mallory", "vesper", " ")) {
            memory.tasks.put(
                    id, new UserTask(id, run.id(), TaskKind.RELEASE_DATA, "", "", NOON, Answer.APPROVE, by, NOON, ""));
            notUsed(run, "(approve by " + by + ") was inserted or altered");
        }
    }

    @Test
    void onlyADataStewardReleases() {
        inputs.people = new People(new TreeMap<>(Map.of("data-stewards", List.of("Dora"), "makers", List.of("Anna"))));
        RunRecord run = blocked();
        Problem denied =
                assertThrows(Problem.class, () -> desk.decide(run.id() + "/release-data", Answer.APPROVE, "Anna", ""));
        assertTrue(denied.getMessage().contains("Expected somebody of the group data-stewards"), denied::getMessage);
        desk.decide(run.id() + "/release-data", Answer.APPROVE, "Dora", "");
        data.mustStand(run);
        inputs.people = new People(new TreeMap<>(Map.of("data-stewards", List.of("Eve"))));
        notUsed(run, "Dora released it, but belongs to no group");
    }

    /** A blocked verdict that is made a passed one needs no release; the audit log knows what it was. */
    @Test
    void aVerdictThatIsAlteredIsFound() {
        RunRecord run = blocked();
        memory.data.put(run.id(), new DataCheck("s", 10, 5, SmallFirm.DATE, SmallFirm.DATE, List.of(), false, "q"));
        notUsed(run, "the verdict on the prices was altered");
    }

    @Test
    void pricesThatAreAlteredInTheLakeAreFound() {
        RunId run = approved();
        RunRecord record = memory.find(run).orElseThrow();
        data.mustStand(record);
        lake.manifestEdits++;
        Problem refused = assertThrows(Problem.class, () -> data.mustStand(record));
        assertTrue(
                refused.getMessage().contains("the manifest of the accepted prices, snapshot s, was altered"),
                refused::getMessage);
        lake.manifestEdits--;
        lake.fault = Optional.of("the object facts/prices/year=2018 of the lake was deleted");
        refused = assertThrows(Problem.class, () -> data.mustStand(record));
        assertTrue(refused.getMessage().endsWith("year=2018 of the lake was deleted"), refused::getMessage);
        assertEquals(Problem.Kind.REFUSED, refused.kind());
    }

    /** What people approve holds the manifest's sum: another one is another proposal. */
    @Test
    void theManifestIsBoundIntoTheApproval() {
        RunId run = approved();
        memory.told.remove("data/" + run);
        lake.manifestEdits++;
        data.record(memory.find(run).orElseThrow());
        falls(run, "the manifest of the prices (1 row with ");
    }

    /** The task and the audit log show the same digits. */
    @Test
    void peopleSeeTheShortFormOfWhatTheyApprove() {
        RunId run = approved();
        ProposalSum sum =
                proposals.recorded(memory.find(run).orElseThrow()).orElseThrow().proposal();
        assertEquals(12, sum.shown().length());
        assertTrue(sum.sha256().startsWith(sum.shown()));
        for (String task : List.of("/propose-trades", "/approve-trades")) {
            assertTrue(
                    memory.tasks.get(run + task).detail().startsWith("Proposal " + sum.shown() + ": "),
                    memory.tasks.get(run + task).detail());
        }
        assertTrue(memory.audit.stream()
                .anyMatch(row -> row.action() == AuditAction.PROPOSAL_DECIDED
                        && row.detail().startsWith("proposal " + sum.shown() + ": 4 orders")));
    }

    @Test
    void anotherQuantityIsAnotherSum() {
        RunId run = approved();
        List<ParentOrder> orders = TradingDay.parents(4, 2);
        memory.decisions.put(run, new RebalanceResult(List.of(), orders.reversed(), List.of()));
        falls(run, "the orders (4 rows with ");
        memory.decisions.put(run, new RebalanceResult(List.of(), orders, List.of()));
        stands(run);
    }

    /** A group and a name, again and again. */
    private static People people(String... groupsAndNames) {
        var groups = new TreeMap<String, List<String>>();
        for (int i = 0; i < groupsAndNames.length; i += 2) {
            groups.computeIfAbsent(groupsAndNames[i], _ -> new ArrayList<>()).add(groupsAndNames[i + 1]);
        }
        return new People(groups);
    }

    private LeftToAnswer left(People now) {
        return new LeftToAnswer(memory, memory.taskStore, new KnownApprovals(memory.eventLog), inputs, _ -> now);
    }

    /** As whoever looks is asked. */
    private Question shown(String task, People now) {
        return new RunQuestions(
                        memory,
                        memory.taskStore,
                        () -> desk,
                        () -> {
                            throw new AssertionError("nobody acts here");
                        },
                        () -> left(now),
                        () -> {
                            throw new AssertionError("nobody asks for cards");
                        })
                .find(task)
                .orElseThrow();
    }

    /** Ben is a checker and all of risk; once he has approved as a checker, risk waits for nobody. */
    @Test
    void anApprovalOfWhichNobodyIsLeftIsNamedInItsTaskAndToTheOperators() {
        asked.add(new ApprovalsNeeded.Asked(List.of("checkers", "risk"), "the table"));
        inputs.people = people("makers", "Anna", "checkers", "Ben", "checkers", "Carol", "risk", "Ben");
        RunId run = decided(false);
        desk.ask(run, TaskKind.PROPOSE_TRADES, 1);
        desk.decide(run + "/propose-trades", Answer.APPROVE, "Anna", "");
        desk.ask(run, TaskKind.APPROVE_TRADES, 1);
        UserTask checkers = memory.tasks.get(run + "/approve-trades");
        UserTask risk = memory.tasks.get(run + "/approve-trades-2");
        assertEquals(Optional.empty(), left(inputs.people).trouble());
        assertEquals(Question.of(risk), shown(risk.id(), inputs.people));
        desk.decide(checkers.id(), Answer.APPROVE, "Ben", "");
        assertEquals(
                Optional.of("run " + run + " waits for an answer that nobody is left to give (./vesper runs show " + run
                        + ")"),
                left(inputs.people).trouble());
        assertTrue(shown(risk.id(), inputs.people)
                .question()
                .endsWith(" Nobody of risk is left to say yes: Ben has answered already; reject it, and run the day"
                        + " again."));
        assertEquals(Question.of(memory.tasks.get(checkers.id())), shown(checkers.id(), inputs.people), "answered");
        desk.decide(risk.id(), Answer.REJECT, "Carol", "nobody is left");
        assertEquals(Optional.empty(), left(inputs.people).trouble());
    }

    @Test
    void whoHasLeftTheFirmWhileAQuestionWaitsIsNamed() {
        inputs.people = people("makers", "Anna", "checkers", "Ben");
        RunId run = decided(false);
        desk.ask(run, TaskKind.PROPOSE_TRADES, 1);
        assertTrue(shown(run + "/propose-trades", people("makers", "Anna", "checkers", "Carol"))
                .question()
                .endsWith(
                        " Nobody of checkers is left to say yes: Ben is no longer of it in firm.yaml; reject it, and run"
                                + " the day again."));
    }

    @Test
    void aRehearsalWaitsForNobodyButDataStewards() {
        inputs.people = people("makers", "Anna", "checkers", "Ben");
        RunId run = decided(true);
        memory.status(run, RunStatus.WAITING);
        assertEquals(Optional.empty(), left(people("makers", "Eve")).trouble());
        desk.ask(run, TaskKind.RELEASE_DATA, 1);
        assertTrue(left(inputs.people).trouble().isPresent());
    }
}
