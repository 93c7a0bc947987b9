package dev.vesper.desk.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.processes.DrawnFiles;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.Incident;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.testing.DayProcesses;
import dev.vesper.testing.MemoryOperations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A day told event by event: where it is on the diagrams, whatever a modeller drew. */
class WhereaboutsTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final RunId RUN = new RunId("2018-04-11-001");

    private final List<StageRecord> stages = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private RunStatus status = RunStatus.RUNNING;
    private FileSet files = DayProcesses.ours();

    private void stage(String name, StageState state) {
        stages.removeIf(stage -> stage.name().word().equals(name));
        boolean over = state != StageState.RUNNING;
        stages.add(new StageRecord(new ShownStage(name), state, NOON, over ? NOON.plusSeconds(1) : null, "", ""));
    }

    private void done(String... names) {
        for (String name : names) {
            stage(name, StageState.DONE);
        }
    }

    private void asked(String kind, @Nullable Answer answer) {
        questions.removeIf(question -> question.kind().equals(kind));
        questions.add(new Question(
                RUN + "/" + kind, kind, RUN, "Go on?", "", NOON, answer, answer == null ? null : "al", NOON, ""));
    }

    private Whereabouts found() {
        List<DrawnProcess> drawn = new DrawnFiles(MemoryOperations.SERVED).draw(files);
        RunRecord run =
                new RunRecord(RUN, NOON.atZone(java.time.ZoneOffset.UTC).toLocalDate(), "/f", 7, false, status, NOON);
        return Whereabouts.of(
                drawn,
                new Evidence(
                        run,
                        stages,
                        questions,
                        incidents,
                        drawn.stream()
                                .flatMap(process -> process.elements().stream())
                                .toList()));
    }

    /** The elements in a state, by id. */
    private List<String> at(Standing state) {
        return found().standing().entrySet().stream()
                .filter(entry -> entry.getValue() == state)
                .map(entry -> entry.getKey().id())
                .sorted()
                .toList();
    }

    private Map<String, Standing> all() {
        Map<String, Standing> all = new TreeMap<>();
        found().standing().forEach((element, state) -> all.put(element.id(), state));
        return all;
    }

    @Test
    void aRunThatIsOpenedIsAtItsFirstTask() {
        assertEquals(List.of("begin-day"), at(Standing.ACTIVE));
        assertEquals(List.of("work-the-day"), at(Standing.NEXT));
        assertEquals(List.of(), at(Standing.DONE), "nobody knows by which of two starts it began");
    }

    @Test
    void aStageAtWorkIsWhereTheRunIsAndSoIsWhatCallsIt() {
        stage("check-data", StageState.RUNNING);
        assertEquals(List.of("call-check-data", "check-data-contract", "work-the-day"), at(Standing.ACTIVE));
        assertEquals(List.of("begin-day", "data-due", "work-begins"), at(Standing.DONE));
        assertEquals(List.of("call-rebalance"), at(Standing.NEXT));
        assertEquals(List.of("Rebalance the accounts"), found().next());
    }

    @Test
    void whenAStageIsDoneTheRunIsAtTheNextBeforeThatSaysSo() {
        done("check-data", "rebalance");
        assertEquals(List.of("call-approve-trades", "propose-trades", "work-the-day"), at(Standing.ACTIVE));
        assertTrue(at(Standing.DONE).containsAll(List.of("call-check-data", "call-rebalance", "approval-due")));
        assertEquals(List.of("approve-trades-task"), at(Standing.NEXT));
    }

    @Test
    void betweenAStageAndAQuestionItMayAskTheRunIsAtTheGateway() {
        done("check-data");
        assertEquals(List.of("call-check-data", "data-blocked", "work-the-day"), at(Standing.ACTIVE));
        asked("release-data", null);
        status = RunStatus.WAITING;
        assertEquals(List.of("call-check-data", "release-data", "work-the-day"), at(Standing.WAITING));
        assertTrue(at(Standing.DONE).contains("data-blocked"));
        asked("release-data", Answer.APPROVE);
        stage("rebalance", StageState.RUNNING);
        assertTrue(at(Standing.DONE)
                .containsAll(List.of("release-data", "data-released", "data-ready", "call-check-data")));
        assertFalse(all().containsKey("data-rejected"), all()::toString);
    }

    @Test
    void whatWasGoneAroundIsNotTold() {
        done("check-data");
        stage("rebalance", StageState.RUNNING);
        assertFalse(all().containsKey("release-data") || all().containsKey("data-released"), all()::toString);
        assertTrue(at(Standing.DONE).containsAll(List.of("data-blocked", "data-ready")), all()::toString);
        assertFalse(at(Standing.DONE).stream().anyMatch(id -> id.contains("remind") || id.contains("late")));
    }

    @Test
    void anOpenQuestionIsWhomTheRunWaitsFor() {
        done("check-data", "rebalance");
        asked("propose-trades", Answer.APPROVE);
        asked("approve-trades", null);
        status = RunStatus.WAITING;
        assertEquals(List.of("approve-trades-task", "call-approve-trades", "work-the-day"), at(Standing.WAITING));
        assertTrue(at(Standing.DONE).containsAll(List.of("propose-trades", "trades-proposed")));
        assertEquals(List.of("settle-approval"), at(Standing.NEXT));
        assertEquals(List.of(), at(Standing.ACTIVE));
    }

    @Test
    void furtherApprovalsThatTheTablesAskAreAskedAtTheStepWithoutAGroup() {
        done("check-data", "rebalance");
        asked("propose-trades", Answer.APPROVE);
        asked("approve-trades", Answer.APPROVE);
        asked("approve-trades-2", null);
        status = RunStatus.WAITING;
        assertTrue(at(Standing.WAITING).contains("approve-trades-task"));
    }

    @Test
    void aRunThatEndsWellHasGoneThroughAllOfIt() {
        done("check-data", "rebalance", "approve-trades", "execute-orders", "report");
        asked("propose-trades", Answer.APPROVE);
        asked("approve-trades", Answer.APPROVE);
        status = RunStatus.DONE;
        assertEquals(
                List.of("DONE"),
                all().values().stream().map(Enum::name).distinct().toList());
        assertTrue(at(Standing.DONE)
                .containsAll(List.of(
                        "begin-day",
                        "work-the-day",
                        "work-done",
                        "end-day",
                        "day-done",
                        "trades-approved",
                        "data-ready")));
        assertFalse(all().containsKey("day-refused") || all().containsKey("trades-rejected"), all()::toString);
        List<String> flows = found().flows().stream().map(TakenFlow::flow).toList();
        assertTrue(flows.containsAll(
                List.of("call-check-data-to-call-rebalance", "trades-are-approved", "end-day-to-day-done")));
        assertFalse(flows.contains("trades-not-approved") || flows.contains("trades-withdrawn"), flows::toString);
    }

    @Test
    void aRejectionLeadsToTheRefusedEndOfTheDay() {
        done("check-data", "rebalance");
        asked("propose-trades", Answer.APPROVE);
        asked("approve-trades", Answer.REJECT);
        assertEquals(List.of("call-approve-trades", "settle-approval", "work-the-day"), at(Standing.ACTIVE));
        done("approve-trades");
        assertEquals(List.of("close-refused"), at(Standing.ACTIVE));
        assertEquals(List.of("approve-trades-task", "call-approve-trades", "work-the-day"), at(Standing.REFUSED));
        assertTrue(at(Standing.DONE).containsAll(List.of("trades-rejected", "day-is-refused")), all()::toString);
        stage("report", StageState.RUNNING);
        assertEquals(
                List.of("close-refused"), at(Standing.ACTIVE), "what is written now is the report of a refused day");
        done("report");
        status = RunStatus.REFUSED;
        assertTrue(
                at(Standing.DONE).containsAll(List.of("close-refused", "end-refused-day", "day-refused")),
                all()::toString);
        assertFalse(all().containsKey("call-report") || all().containsKey("day-done"), all()::toString);
    }

    @Test
    void aProposalThatIsWithdrawnGoesAroundTheApproval() {
        done("check-data", "rebalance");
        asked("propose-trades", Answer.REJECT);
        done("approve-trades");
        status = RunStatus.REFUSED;
        assertFalse(all().containsKey("approve-trades-task"), all()::toString);
        List<String> flows = found().flows().stream().map(TakenFlow::flow).toList();
        assertTrue(flows.contains("trades-withdrawn") && !flows.contains("trades-are-proposed"), flows::toString);
    }

    @Test
    void aGateThatSaysNoIsRefusedWhereItStands() {
        done("check-data");
        stage("rebalance", StageState.REFUSED);
        assertEquals(List.of("call-rebalance", "rebalance-accounts", "work-the-day"), at(Standing.REFUSED));
        assertEquals(List.of("close-refused"), at(Standing.ACTIVE));
    }

    @Test
    void whatBrokeIsWhereTheRunStandsStill() {
        done("check-data");
        stage("rebalance", StageState.FAILED);
        status = RunStatus.FAILED;
        assertEquals(List.of("call-rebalance", "rebalance-accounts", "work-the-day"), at(Standing.FAILED));
    }

    @Test
    void whatTheEngineCannotGetPastIsFoundByItsWords() {
        done("check-data", "rebalance");
        asked("propose-trades", Answer.APPROVE);
        status = RunStatus.FAILED;
        incidents.add(
                new Incident(
                        NOON,
                        "Expected task trades-proposed of process approve-trades to go on, but the process engine reports an incident"));
        assertTrue(at(Standing.FAILED).contains("trades-proposed"), all()::toString);
    }

    @Test
    void aRunThatWasClosedStoppedWhereItWas() {
        done("check-data", "rebalance");
        asked("propose-trades", null);
        status = RunStatus.ABANDONED;
        assertTrue(at(Standing.STOPPED).contains("propose-trades"));
        assertEquals(List.of(), at(Standing.NEXT));
        assertEquals(List.of(), at(Standing.WAITING));
    }

    @Test
    void idsAndNamesAreTheModellersOwn() {
        files = DayProcesses.with("rebalance.bpmn", text -> text.replace("rebalance-accounts", "Activity_0x1y2z"));
        done("check-data");
        stage("rebalance", StageState.RUNNING);
        assertTrue(at(Standing.ACTIVE).contains("Activity_0x1y2z"), all()::toString);
    }

    @Test
    void approvalsBesideEachOtherAreEachWhereTheirAnswerIs() {
        files = DayProcesses.with("approve-trades.bpmn", WhereaboutsTest::besideEachOther);
        done("check-data", "rebalance");
        asked("propose-trades", Answer.APPROVE);
        asked("approve-trades", Answer.APPROVE);
        asked("approve-trades-2", null);
        status = RunStatus.WAITING;
        assertTrue(at(Standing.DONE).containsAll(List.of("approve-trades-task", "fork")), all()::toString);
        assertTrue(at(Standing.WAITING).contains("risk-approves"), all()::toString);
        assertFalse(all().containsKey("join"), all()::toString);
        asked("approve-trades-2", Answer.APPROVE);
        assertTrue(at(Standing.DONE).contains("join"), all()::toString);
        assertTrue(at(Standing.ACTIVE).contains("settle-approval"), all()::toString);
    }

    /** A fork before the approval, a second one for risk officers, and a join behind both. */
    private static String besideEachOther(String file) {
        return file.replace(
                        "sourceRef=\"trades-proposed\" targetRef=\"approve-trades-task\"",
                        "sourceRef=\"trades-proposed\" targetRef=\"fork\"")
                .replace(
                        "sourceRef=\"approve-trades-task\" targetRef=\"settle-approval\"",
                        "sourceRef=\"approve-trades-task\" targetRef=\"join\"")
                .replaceFirst("(?s)(<bpmn:serviceTask id=\"settle-approval\")", """
                        <bpmn:parallelGateway id="fork" /><bpmn:parallelGateway id="join" />
                        <bpmn:userTask id="risk-approves" name="Risk approves"><bpmn:extensionElements>
                        <zeebe:assignmentDefinition candidateGroups="risk-officers" />
                        <zeebe:taskHeaders><zeebe:header key="approval" value="2" /></zeebe:taskHeaders></bpmn:extensionElements></bpmn:userTask>
                        <bpmn:sequenceFlow id="f1" sourceRef="fork" targetRef="approve-trades-task" />
                        <bpmn:sequenceFlow id="f2" sourceRef="fork" targetRef="risk-approves" />
                        <bpmn:sequenceFlow id="f3" sourceRef="risk-approves" targetRef="join" />
                        <bpmn:sequenceFlow id="f4" sourceRef="join" targetRef="settle-approval" />
                        $1""");
    }

    @Test
    void processesThatCallEachOtherEndTheSearch() {
        files = DayProcesses.with(
                "report.bpmn",
                text -> text.replaceFirst(
                        "(?s)<bpmn:serviceTask (id=\"[^\"]*\").*?</bpmn:serviceTask>",
                        "<bpmn:callActivity $1><bpmn:extensionElements><zeebe:calledElement processId=\"report\" />"
                                + "</bpmn:extensionElements></bpmn:callActivity>"));
        done("check-data", "rebalance", "approve-trades", "execute-orders");
        assertTrue(at(Standing.ACTIVE).contains("call-report"), all()::toString);
    }
}
