package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.DrawnStep;
import dev.vesper.basics.Problem;
import dev.vesper.testing.Folders;
import dev.vesper.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A modeller's files: each row is one change to the project's own, and the sentence that names what is wrong with it. */
class ProcessGuardTest {
    private static final Path PROJECT = Path.of("processes");

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void copyTheProcesses() throws IOException {
        folder = Folders.copy(PROJECT, temporary.resolve("processes"));
    }

    @Test
    void theProcessesOfTheProjectAreServed() {
        assertEquals(6, read().day().files().size());
    }

    /** The file of the case list: work that nobody does. */
    @Test
    void aJobTypeThatNobodyWorksIsNamedWithTheKnownOnes() throws IOException {
        Files.copy(
                SharedData.file("../cases/bpmn/rebalance.bpmn"),
                folder.resolve("rebalance.bpmn"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertEquals(
                "processes/rebalance.bpmn:9:80: Expected work that is done here, but nobody works jobs of type send-mail;"
                        + " known: begin-day, check-data, close-refused, end-day, execute-orders, open-run, rebalance,"
                        + " remind, report, settle-approval",
                refusal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // who does it
                "report | type=\"report\" | type=\"=work\" | nobody works jobs of type =work",
                "report | <zeebe:taskDefinition type=\"report\" retries=\"3\" /> | '' | write-report has no job type",
                "report | retries=\"3\" | retries=\"0\" | Expected retries as a number from 1 to 99",
                "report | retries=\"3\" | retries=\"=n\" | Expected retries as a number from 1 to 99",
                "report | type=\"report\" | type=\"open-run\" | Expected open-run in scheduled-day.bpmn only",
                "report | PT1S | soon | Expected retryBackoff as a duration like PT1S",
                "report | <bpmn:serviceTask | <bpmn:scriptTask | has a scriptTask, which nobody serves",
                "report | <bpmn:serviceTask | <bpmn:businessRuleTask | has a businessRuleTask, which nobody serves",
                "report | <bpmn:serviceTask | <bpmn:manualTask | has a manualTask, which nobody serves",
                // what is read
                "report | key=\"retryBackoff\" | key=\"priority\" | nobody reads \"priority\" of write-report",
                "approve-trades | key=\"about\" value=\"propose-trades\" | key=\"about\" value=\"proposals\" | says \"proposals\"; known:",
                "end-of-day | value=\"done\" | value=\"finished\" | says \"finished\"; known: done, refused",
                "approve-trades | key=\"task\" value=\"propose-trades\" | key=\"task\" value=\"countersign\" | says \"countersign\"; known: propose-trades, release-data",
                "approve-trades | key=\"approval\" value=\"1\" | key=\"task\" value=\"approve-trades\" | says \"approve-trades\"; known: propose-trades, release-data",
                "approve-trades | key=\"approval\" value=\"1\" | key=\"task\" value=\"propose-trades\" | asks propose-trades again after propose-trades of approve-trades.bpmn; maybe a further approval was meant: that has the header approval",
                "approve-trades | key=\"task\" value=\"propose-trades\" | key=\"countersign\" value=\"1\" | nobody reads \"countersign\" of propose-trades; known: approval, task",
                "approve-trades | <zeebe:header key=\"approval\" value=\"1\" /> | '' | or a header approval with the number of an approval, but approve-trades-task has none",
                "approve-trades | <zeebe:header key=\"approval\" value=\"1\" /> | <zeebe:header key=\"approval\" value=\"1\" /><zeebe:header key=\"task\" value=\"release-data\" /> | but approve-trades-task has both",
                "approve-trades | key=\"approval\" value=\"1\" | key=\"approval\" value=\"0\" | Expected the number of an approval from 1 to 99, but approve-trades-task has \"0\"",
                "approve-trades | key=\"approval\" value=\"1\" | key=\"approval\" value=\"first\" | Expected the number of an approval from 1 to 99, but approve-trades-task has \"first\"",
                "approve-trades | candidateGroups=\"makers\" | candidateGroups=\"interns\" | Expected the candidate group makers for propose-trades",
                "approve-trades | candidateGroups=\"makers\" | assignee=\"anna\" | names people, which nobody follows",
                "approve-trades | <zeebe:assignmentDefinition candidateGroups=\"makers\" /> | <zeebe:userTask /> | has zeebe:userTask, which waits for another program's task list",
                "report | <zeebe:taskHeaders> | <zeebe:ioMapping><zeebe:output source=\"=1\" target=\"runId\" /></zeebe:ioMapping><zeebe:taskHeaders> | maps them itself (zeebe:ioMapping)",
                "report | <zeebe:taskHeaders> | <zeebe:formDefinition formId=\"f\" /><zeebe:taskHeaders> | has zeebe:formDefinition, which nobody reads",
                // calls
                "end-of-day | processId=\"report\" | processId=\"reports\" | calls reports; known: approve-trades, check-data",
                "end-of-day | processId=\"report\" | processId=\"=next\" | calls =next; known:",
                "end-of-day | processId=\"report\" propagateAllChildVariables=\"false\" | processId=\"report\" | Expected a call that hands its variables down and none up",
                "end-of-day | processId=\"report\" propagate | processId=\"report\" propagateAllParentVariables=\"false\" propagate | Expected a call that hands its variables down and none up",
                "end-of-day | processId=\"check-data\" | processId=\"scheduled-day\" | calls itself by way of end-of-day, scheduled-day",
                // conditions
                "approve-trades | =decision = \"approve\" | =decison = \"approve\" | nobody tells decison, which trades-are-proposed asks for; known: approval, dataVerdict, decision",
                "approve-trades | =decision = \"approve\" | =decision = \"approved\" | waits for \"approved\"; known: approve, reject",
                "approve-trades | =decision = \"approve\" | =decision != \"reject\" | Expected a condition like",
                "approve-trades | =approval = \"approved\" | =dataVerdict = \"passed\" | Expected dataVerdict to be told on every path to trades-approved-gateway",
                "approve-trades | name=\"Proposed?\" default=\"trades-withdrawn\" | name=\"Proposed?\" | Expected a default flow out of trades-proposed",
                "check-data | sourceRef=\"data-due\" targetRef=\"check-data-contract\" | sourceRef=\"data-due\" targetRef=\"data-blocked\" | none leads to check-data-contract",
                "approve-trades | sourceRef=\"trades-approved-gateway\" targetRef=\"trades-rejected\" | sourceRef=\"trades-approved-gateway\" targetRef=\"propose-trades\" | it leads back to settle-approval; tasks and stages would answer as they did before",
                // events and ends
                "check-data | PT30M | half an hour | Expected a duration like PT30M",
                "check-data | errorCode=\"REFUSED\" | errorCode=\"OOPS\" | nobody serves data-rejected; known: a plain end or the error REFUSED",
                "end-of-day | name=\"day-opened\" /> | name=\"day-begun\" /> | nobody starts day-opened",
                "end-of-day | type=\"begin-day\" | type=\"remind\" | Expected the run to be claimed first",
                "end-of-day | sourceRef=\"work-the-day\" targetRef=\"end-day\" | sourceRef=\"work-the-day\" targetRef=\"day-done\" | Expected the end to be recorded",
                "report | sourceRef=\"write-report\" targetRef=\"day-reported\" | sourceRef=\"report-due\" targetRef=\"day-reported\" | Expected one way on from write-report, but there are 0",
                "report | id=\"report\" name | id=\"reporting\" name | Expected the process report, as the file is named, but its id is reporting",
                "report | isExecutable=\"true\" | isExecutable=\"false\" | Expected report to be executable",
            })
    void whatNobodyServesIsNamed(String process, String before, String after, String said) throws IOException {
        change(process, before, after);
        var refusal = refusal();
        assertTrue(refusal.contains(said), refusal);
        assertTrue(refusal.startsWith("processes/"), refusal);
    }

    /** What activates rules stands behind the yes of people, in the drawing too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sourceRef=\"rules-proposed\" targetRef=\"check-rules\" | sourceRef=\"rules-proposed\" targetRef=\"its-time\" | none leads to expire-proposal",
                "sourceRef=\"expire-proposal\" targetRef=\"all-agreed\" | sourceRef=\"expire-proposal\" targetRef=\"its-time\" | around a flow that asks",
                "timeDate xsi:type=\"bpmn:tFormalExpression\">=until | timeDate xsi:type=\"bpmn:tFormalExpression\">=from | known: a timer with a duration",
                "=change = \"agreed\" | =change = \"over\" | Expected no way to the activation around a flow that asks =change = \"agreed\", but one leads to activate-rules",
                "=change = \"agreed\" | =decision = \"approve\" | nobody tells decision",
                "=change = \"agreed\" | =change = \"yes\" | waits for \"yes\"; known: agreed, over, active, taken-back, refused",
                "value=\"check-rules\" | value=\"propose-trades\" | nobody serves check-rules; known: a user task with the header task check-rules",
                "type=\"activate-rules\" | type=\"execute-orders\" | nobody serves activate-rules; known: a user task",
                "name=\"rules-proposed\" /> | name=\"day-opened\" /> | nobody starts rules-proposed",
                ">=from< | >=later< | nobody brings its-time about",
                "default=\"nobody-goes-on\" | '' | Expected a default flow out of all-agreed",
            })
    void whatGoesAroundThoseWhoCheckRulesIsRefused(String before, String after, String said) throws IOException {
        change("change-rules", before, after);
        var refusal = refusal();
        assertTrue(refusal.contains(said), refusal);
        assertTrue(refusal.startsWith("processes/change-rules.bpmn"), refusal);
    }

    /** Every way around the settled approval that a drawing can take. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the approval is not called, or called after
                "end-of-day | sourceRef=\"call-rebalance\" targetRef=\"call-approve-trades\" | sourceRef=\"call-rebalance\" targetRef=\"call-execute-orders\" | none leads to call-approve-trades",
                // proposed again after it was approved
                "end-of-day | processId=\"check-data\" | processId=\"approve-trades\" | calls approve-trades again after call-check-data of end-of-day.bpmn",
                "approve-trades | type=\"settle-approval\" | type=\"rebalance\" | Expected approval to be told on every path",
                // settled, and nobody asks which way; or the no goes on as well
                "approve-trades | =approval = \"approved\" | =approval = \"rejected\" | Expected every path from the proposal",
                "approve-trades | <bpmn:errorEventDefinition id=\"trades-rejected-error\" errorRef=\"refused\" /> | '' | Expected every path from the proposal",
                "approve-trades | default=\"trades-not-approved\" | default=\"trades-are-approved\" | Expected no condition on the default flow trades-are-approved",
                // around the settlement inside the process
                "approve-trades | sourceRef=\"trades-proposed\" targetRef=\"settle-approval\" | sourceRef=\"trades-proposed\" targetRef=\"trades-approved\" | Expected every path from the proposal",
                "approve-trades | =decision = \"approve\" | =approval = \"approved\" | Expected approval to be told on every path to trades-proposed",
                // a refused day that trades after all
                "end-of-day | type=\"close-refused\" | type=\"execute-orders\" | Expected every path from the proposal",
                // a timer that leads away
                "approve-trades | id=\"approve-trades-is-late\" name=\"Reminder due\" cancelActivity=\"false\" | id=\"approve-trades-is-late\" name=\"Late\" cancelActivity=\"true\" | Expected every path from the proposal",
                "approve-trades | sourceRef=\"approve-trades-is-late\" targetRef=\"remind-approve-trades\" | sourceRef=\"approve-trades-is-late\" targetRef=\"trades-approved-gateway\" | Expected reminders only beside a step that goes on",
                // refusals that nobody catches
                "end-of-day | <bpmn:errorEventDefinition id=\"day-is-refused-error\" errorRef=\"refused\" /> | <bpmn:timerEventDefinition id=\"t\"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition> | Expected a boundary event that catches the error REFUSED",
            })
    void noPathGoesAroundTheApproval(String process, String before, String after, String said) throws IOException {
        change(process, before, after);
        var refusal = refusal();
        assertTrue(refusal.contains(said), refusal);
    }

    @Test
    void anApprovalAfterTheOrdersIsNone() throws IOException {
        change("end-of-day", "processId=\"approve-trades\"", "processId=\"REPORT\"");
        change("end-of-day", "processId=\"report\"", "processId=\"approve-trades\"");
        change("end-of-day", "processId=\"REPORT\"", "processId=\"report\"");
        assertTrue(
                refusal()
                        .startsWith("processes/execute-orders.bpmn:9:80: Expected every path from the proposal to"
                                + " execute-the-orders to pass the settled approval"),
                refusal());
    }

    /** A further approval, drawn after the first one or beside it, is asked for and counted. */
    @Test
    void furtherApprovalsAreReadWithTheirNumbersAndGroups() throws IOException {
        assertEquals(List.of(DrawnStep.OPEN), read().approvals());
        inSequence(approval(7, "risk-officers"));
        assertEquals(List.of(DrawnStep.OPEN, new DrawnStep(7, Optional.of("risk-officers"))), read().approvals());
        copyOf("approve-trades");
        besideEachOther(approval(2, "risk"), "");
        assertEquals(List.of(DrawnStep.OPEN, new DrawnStep(2, Optional.of("risk"))), read().approvals());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | risk | Expected a number of its own for each approval, but further has 1 as approve-trades-task of approve-trades.bpmn has",
                "2 | '' | Expected one approval without a candidate group, whose people the tables name, but further is another after approve-trades-task",
                "2 | risk, board | Expected one candidate group in lower case, like risk-officers, but further has \"risk, board\"",
                "2 | =groups | Expected one candidate group in lower case",
                "100 | risk | Expected the number of an approval from 1 to 99, but further has \"100\"",
            })
    void anApprovalThatCannotBeCountedIsNamed(int number, String group, String said) throws IOException {
        inSequence(approval(number, group));
        assertTrue(refusal().contains(said), refusal());
    }

    /** What is drawn is needed: on every path on which everybody says yes. */
    @Test
    void anApprovalThatAPathGoesAroundIsNamed() throws IOException {
        change(
                "approve-trades",
                "sourceRef=\"trades-proposed\" targetRef=\"approve-trades-task\"",
                "sourceRef=\"trades-proposed\" targetRef=\"settle-approval\"");
        assertTrue(refusal().contains("none leads to "), refusal());
        copyOf("approve-trades");
        change(
                "approve-trades",
                "id=\"approve-trades-is-late\" name=\"Reminder due\" cancelActivity=\"false\"",
                "id=\"approve-trades-is-late\" name=\"Late\" cancelActivity=\"true\"");
        change(
                "approve-trades",
                "sourceRef=\"remind-approve-trades\" targetRef=\"approve-trades-reminded\"",
                "sourceRef=\"remind-approve-trades\" targetRef=\"settle-approval\"");
        change(
                "approve-trades",
                "<bpmn:endEvent id=\"approve-trades-reminded\" name=\"Reminded\">\n      <bpmn:incoming>"
                        + "remind-approve-trades-to-approve-trades-reminded</bpmn:incoming>\n    </bpmn:endEvent>",
                "");
        assertTrue(
                refusal()
                        .contains(
                                "Expected every path to settle-approval to ask approve-trades-task, but one goes around"),
                refusal());
    }

    @Test
    void anApprovalBeforeTheProposalIsNamed() throws IOException {
        change("approve-trades", "key=\"approval\" value=\"1\"", "key=\"task\" value=\"PROPOSE\"");
        change("approve-trades", "key=\"task\" value=\"propose-trades\"", "key=\"approval\" value=\"1\"");
        change("approve-trades", "key=\"task\" value=\"PROPOSE\"", "key=\"task\" value=\"propose-trades\"");
        change("approve-trades", "<zeebe:assignmentDefinition candidateGroups=\"makers\" />", "");
        assertTrue(
                refusal()
                        .contains(
                                "Expected a proposal before propose-trades, but on one path nothing has been proposed"),
                refusal());
    }

    @Test
    void anApprovalWhereNobodySettlesItIsNamed() throws IOException {
        change("check-data", "key=\"task\" value=\"release-data\"", "key=\"approval\" value=\"2\"");
        assertTrue(
                refusal()
                        .contains("Expected approvals in the process that settles them, by a task of type"
                                + " settle-approval, but release-data is in check-data.bpmn"),
                refusal());
    }

    /** Beside each other there may be approvals and nothing else, and all of them are waited for. */
    @Test
    void pathsBesideEachOtherAreForApprovalsAlone() throws IOException {
        besideEachOther(
                "<bpmn:serviceTask id=\"further\" name=\"Further\"><bpmn:extensionElements><zeebe:taskDefinition"
                        + " type=\"rebalance\" /></bpmn:extensionElements></bpmn:serviceTask>",
                "");
        assertTrue(refusal().contains("Expected approvals beside each other, each branch of fork"), refusal());
        copyOf("approve-trades");
        besideEachOther(approval(2, "risk"), "settle-approval");
        assertTrue(refusal().contains("Expected approvals beside each other, each branch of fork"), refusal());
        copyOf("approve-trades");
        besideEachOther(approval(2, "risk"), "");
        change(
                "approve-trades",
                "id=\"approve-trades-is-late\" name=\"Reminder due\" cancelActivity=\"false\"",
                "id=\"approve-trades-is-late\" name=\"Late\" cancelActivity=\"true\"");
        assertTrue(refusal().contains("Expected reminders only beside approve-trades-task"), refusal());
    }

    /** Of two who were asked beside each other nobody knows whose answer a gateway would read. */
    @Test
    void theAnswerOfSeveralIsNotAsked() throws IOException {
        besideEachOther(approval(2, "risk"), "");
        change(
                "approve-trades",
                "<bpmn:sequenceFlow id=\"joined\" sourceRef=\"join\" targetRef=\"settle-approval\" />",
                "<bpmn:exclusiveGateway id=\"both\" default=\"no\" />"
                        + "<bpmn:sequenceFlow id=\"joined\" sourceRef=\"join\" targetRef=\"both\" />"
                        + "<bpmn:sequenceFlow id=\"yes\" sourceRef=\"both\" targetRef=\"settle-approval\">"
                        + "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">=decision = \"approve\""
                        + "</bpmn:conditionExpression></bpmn:sequenceFlow>"
                        + "<bpmn:sequenceFlow id=\"no\" sourceRef=\"both\" targetRef=\"settle-approval\" />");
        assertTrue(
                refusal().contains("Expected decision to be told on every path to both, but on one it is not"),
                refusal());
    }

    private static String approval(int number, String group) {
        return "<bpmn:userTask id=\"further\" name=\"Further\"><bpmn:extensionElements>"
                + (group.isEmpty() ? "" : "<zeebe:assignmentDefinition candidateGroups=\"" + group + "\" />")
                + "<zeebe:taskHeaders><zeebe:header key=\"approval\" value=\"" + number
                + "\" /></zeebe:taskHeaders></bpmn:extensionElements></bpmn:userTask>";
    }

    /** Draws a step between the approval and its settlement. */
    private void inSequence(String further) throws IOException {
        change(
                "approve-trades",
                "<bpmn:sequenceFlow id=\"approve-to-settle\" sourceRef=\"approve-trades-task\" targetRef=\"settle-approval\" />",
                further + flow("a", "approve-trades-task", "further") + flow("b", "further", "settle-approval"));
    }

    /** Draws a step beside the approval. */
    private void besideEachOther(String further, String instead) throws IOException {
        change(
                "approve-trades",
                "sourceRef=\"trades-proposed\" targetRef=\"approve-trades-task\"",
                "sourceRef=\"trades-proposed\" targetRef=\"fork\"");
        change(
                "approve-trades",
                "<bpmn:sequenceFlow id=\"approve-to-settle\" sourceRef=\"approve-trades-task\" targetRef=\"settle-approval\" />",
                "<bpmn:parallelGateway id=\"fork\" /><bpmn:parallelGateway id=\"join\" />" + further
                        + flow("a", "fork", "approve-trades-task") + flow("b", "fork", "further")
                        + flow("c", "approve-trades-task", "join")
                        + flow("d", "further", instead.isEmpty() ? "join" : instead)
                        + flow("joined", "join", "settle-approval"));
    }

    private static String flow(String id, String from, String to) {
        return "<bpmn:sequenceFlow id=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\" />";
    }

    @Test
    void aReminderMayNotDoWork() throws IOException {
        change("approve-trades", "type=\"remind\"", "type=\"settle-approval\"");
        assertTrue(refusal().contains("Expected"), refusal());
        copyOf("approve-trades");
        change("execute-orders", "type=\"remind\" retries=\"3\" />", "type=\"report\" retries=\"3\" />");
        change("execute-orders", "<zeebe:header key=\"about\" value=\"execute-orders\" />", "");
        assertTrue(refusal().contains("Expected reminders only beside a step that goes on"), refusal());
    }

    @Test
    void whatTheStepsListDoesNotHideWhereTheFlowsLead() throws IOException {
        change("approve-trades", "<bpmn:outgoing>trades-withdrawn</bpmn:outgoing>", "");
        change(
                "approve-trades",
                "sourceRef=\"trades-proposed\" targetRef=\"settle-approval\"",
                "sourceRef=\"trades-proposed\" targetRef=\"trades-approved\"");
        assertTrue(refusal().contains("Expected every path from the proposal"), refusal());
    }

    @Test
    void aMissingDayIsNamed() throws IOException {
        Files.delete(folder.resolve("end-of-day.bpmn"));
        assertTrue(refusal().contains("calls end-of-day") || refusal().contains("Expected end-of-day.bpmn"), refusal());
    }

    @Test
    void aMissingCalledFileIsNamed() throws IOException {
        Files.delete(folder.resolve("rebalance.bpmn"));
        assertTrue(refusal().contains("call-rebalance calls rebalance; known: approve-trades"), refusal());
    }

    @Test
    void aSecondFileMayNotTakeTheIdOfAnother() throws IOException {
        Files.copy(folder.resolve("approve-trades.bpmn"), folder.resolve("zz.bpmn"));
        assertTrue(refusal().startsWith("processes/zz.bpmn:"), refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<bpmn:definitions", "", "no xml", "<a/>", "<!DOCTYPE a [<!ENTITY x \"y\">]><a/>"})
    void aFileThatIsNoBpmnIsNamed(String text) throws IOException {
        Files.writeString(folder.resolve("broken.bpmn"), text);
        assertTrue(refusal().startsWith("processes/broken.bpmn"), refusal());
    }

    private ProcessFiles read() {
        return ProcessFiles.read(folder, DayInTest.SERVED);
    }

    private String refusal() {
        var problem = assertThrows(Problem.class, this::read);
        assertEquals(Problem.Kind.INPUT, problem.kind());
        return problem.getMessage();
    }

    private void change(String process, String before, String after) throws IOException {
        var file = folder.resolve(process + ".bpmn");
        var text = Files.readString(file);
        var end = text.indexOf("<bpmndi:BPMNDiagram");
        var changed = text.substring(0, end).replace(before, after);
        if (before.startsWith("<bpmn:") && after.startsWith("<bpmn:") && before.endsWith("Task")) {
            changed = changed.replace("</" + before.substring(1), "</" + after.substring(1));
        }
        assertNotEquals(text.substring(0, end), changed, "nothing was changed");
        Files.writeString(file, changed + text.substring(end));
    }

    private void copyOf(String process) throws IOException {
        Files.copy(
                PROJECT.resolve(process + ".bpmn"),
                folder.resolve(process + ".bpmn"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
