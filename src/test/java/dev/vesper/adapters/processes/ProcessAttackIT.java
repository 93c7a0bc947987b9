package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.DrawnStep;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.approval.AnswerTask;
import dev.vesper.desk.approval.Proposals;
import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.approval.StandingApproval;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.TaskTexts;
import dev.vesper.desk.execution.WorkOrders;
import dev.vesper.desk.run.DayInstance;
import dev.vesper.testing.Folders;
import dev.vesper.testing.JudgedRest;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryFilesUsed;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.SmallFirm;
import dev.vesper.testing.TradingDay;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else with a client of his own, on a cluster that asks nobody who he is: what he deploys and starts, trades nothing. */
class ProcessAttackIT {
    private static final Path PROCESSES = Path.of("processes").toAbsolutePath();

    /** An approval that asks nobody. */
    private static final String NO_APPROVAL = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
              <bpmn:process id="approve-trades" isExecutable="true">
                <bpmn:startEvent id="s"><bpmn:outgoing>f</bpmn:outgoing></bpmn:startEvent>
                <bpmn:endEvent id="e"><bpmn:incoming>f</bpmn:incoming></bpmn:endEvent>
                <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    @TempDir
    static Path shared;

    private static NetworkedEngine cluster;

    @TempDir
    Path folder;

    private final DayInTest day = new DayInTest();
    private ZeebeClient attacker;
    private final MemoryFilesUsed used = new MemoryFilesUsed();
    private ProcessEngine vesper;

    @BeforeAll
    static void startTheCluster() throws Exception {
        cluster = NetworkedEngine.open(shared.resolve("cluster"));
    }

    @AfterAll
    static void stopTheCluster() {
        cluster.close();
    }

    @BeforeEach
    void connect() {
        attacker = ZeebeClient.newClientBuilder()
                .applyEnvironmentVariableOverrides(false)
                .grpcAddress(URI.create("http://127.0.0.1:" + cluster.port()))
                .usePlaintext()
                .build();
        vesper = open(PROCESSES);
    }

    private ProcessEngine open(Path processes) {
        var engine = ProcessEngine.open(
                ProcessSettings.remote(processes, Cluster.open("127.0.0.1:" + cluster.port()), InstantSource.system()),
                DayInTest.SERVED);
        engine.work(new FileInstanceKeys(folder), used, day.stages(), day, day, Optional.empty());
        return engine;
    }

    @AfterEach
    void disconnect() {
        attacker.close();
        vesper.close();
    }

    @Test
    void anApprovalThatSomebodyElseDeployedIsNamedBeforeTheOrders() throws Exception {
        var run = new RunId("2018-04-11-001");
        day.decisions.remove(TaskKind.APPROVE_TRADES); // nobody approves
        deploy("approve-trades.bpmn", NO_APPROVAL); // not the one that a day calls
        deploy(
                "approve-trades.bpmn",
                NO_APPROVAL.replace("id=\"approve-trades\"", "id=\"" + inEngine("approve-trades") + "\""));
        vesper.start(run);
        var failure = day.failures.poll(60, TimeUnit.SECONDS);
        assertNotNull(failure);
        assertTrue(failure.contains("the engine was given another one of that id meanwhile"), failure);
        assertFalse(day.diary.contains("execute-orders"), day.diary.toString());
        // and once he is sent away, the day goes on with its own approval, which waits for a person
        day.asked.clear();
        vesper.resume(run);
        assertEquals(TaskKind.PROPOSE_TRADES, day.asked.poll(60, TimeUnit.SECONDS));
        assertFalse(day.diary.contains("execute-orders"), day.diary.toString());
        day.decisions.put(TaskKind.APPROVE_TRADES, Answer.APPROVE);
        assertEquals(run + " done", day.end());
    }

    /**
     * Whatever he forges, and however often: the stages decide by the record, where nobody answered. Sixty commands from a
     * seed complete jobs that are not his, set variables, move tokens and start processes.
     */
    @Test
    void noForgedCommandSendsOrdersThatNobodyApproved() throws Exception {
        vesper.close();
        var memory = new Memory();
        var clock = InstantSource.fixed(Instant.parse("2018-04-13T12:00:00Z"));
        var inputs = new MemoryInputs(SmallFirm.firm());
        var run = memory.open(LocalDate.of(2018, 4, 13), "firm", 42, false, clock.instant())
                .id();
        MemoryOperations.decided(memory, run, clock, TradingDay.parents(4, 2));
        var proposals = new Proposals(memory.proposalStore, inputs, memory.eventLog, memory, clock);
        var approval = new StandingApproval(memory.taskStore, memory.eventLog, memory, proposals, inputs, clock);
        var settle = new SettleApproval(memory.eventLog, memory, memory, clock);
        day.stages.put(SettleApproval.NAME, settle::run);
        day.stages.put(WorkOrders.NAME, going -> {
            approval.mustStand(memory.find(going).orElseThrow());
            return () -> "sent";
        });
        vesper = ProcessEngine.open(
                ProcessSettings.remote(PROCESSES, Cluster.open("127.0.0.1:" + cluster.port()), InstantSource.system()),
                DayInTest.SERVED);
        var keys = new FileInstanceKeys(folder);
        vesper.work(
                keys,
                used,
                day.stages(),
                new AnswerTask(
                        memory,
                        memory.taskStore,
                        memory.eventLog,
                        memory,
                        proposals,
                        inputs,
                        JudgedRest.over(memory, inputs),
                        new TaskTexts(memory, memory, _ -> SmallFirm.firm()),
                        clock),
                day,
                Optional.empty());
        vesper.start(run);
        var task = run + "/propose-trades";
        for (int i = 0; i < 600 && memory.taskStore.find(task).isEmpty(); i++) {
            Thread.sleep(100);
        }
        var key = keys.find(run).orElseThrow().key().getAsLong();
        var random = new Random(20180413);
        var taken = 0;
        for (int i = 0; i < 60; i++) {
            try {
                forged(random.nextInt(5), run, key);
                taken++;
            } catch (ClientException refused) { // the engine's own no: another command follows
            }
        }
        assertTrue(taken > 20, "the engine took " + taken);
        for (int i = 0; i < 100 && !day.diary.contains("settle-approval refused"); i++) {
            Thread.sleep(100);
        }
        assertFalse(day.diary.contains("execute-orders"), day.diary.toString());
        assertFalse(day.diary.contains("settle-approval"), day.diary.toString());
        assertEquals(List.of(), memory.approvals);
        assertTrue(memory.taskStore.find(task).orElseThrow().open(), "he answered for nobody");
        assertThrows(Problem.class, () -> approval.mustStand(memory.find(run).orElseThrow()));
    }

    private void forged(int kind, RunId run, long key) {
        var said = Map.<String, Object>of(
                "runId", run.value(), "dayKey", key, "decision", "approve", "approval", "approved");
        switch (kind) {
            case 0, 1 -> {
                var type = kind == 0 ? "io.camunda.zeebe:userTask" : "settle-approval";
                attacker.newActivateJobsCommand()
                        .jobType(type)
                        .maxJobsToActivate(5)
                        .timeout(Duration.ofSeconds(1))
                        .requestTimeout(Duration.ofMillis(300))
                        .send()
                        .join()
                        .getJobs()
                        .forEach(job -> attacker.newCompleteCommand(job.getKey())
                                .variables(said)
                                .send()
                                .join());
            }
            case 2 ->
                attacker.newSetVariablesCommand(key).variables(said).send().join();
            case 3 ->
                attacker.newCreateInstanceCommand()
                        .bpmnProcessId(inEngine("execute-orders"))
                        .latestVersion()
                        .variables(said)
                        .send()
                        .join();
            default ->
                attacker.newModifyProcessInstanceCommand(key)
                        .activateElement("call-execute-orders")
                        .withVariables(said)
                        .send()
                        .join();
        }
    }

    @Test
    void executionStartedByHandIsNotWorked() throws Exception {
        var run = new RunId("2018-04-11-002");
        for (var variables : java.util.List.<Map<String, Object>>of(
                Map.of("runId", run.value()),
                Map.of("runId", run.value(), "dayKey", 4711),
                Map.of("approval", "approved"))) {
            long instance = attacker.newCreateInstanceCommand()
                    .bpmnProcessId(inEngine("execute-orders"))
                    .latestVersion()
                    .variables(variables)
                    .send()
                    .join()
                    .getProcessInstanceKey();
            assertTrue(instance > 0);
        }
        assertNull(day.failures.poll(3, TimeUnit.SECONDS));
        assertFalse(day.diary.contains("execute-orders"), day.diary.toString());
    }

    @Test
    void aProcessOfHisOwnThatAsksForTheOrdersIsNotWorked() throws Exception {
        var run = new RunId("2018-04-11-003");
        day.decisions.remove(TaskKind.APPROVE_TRADES);
        vesper.start(run);
        day.asked.poll(60, TimeUnit.SECONDS);
        var key = new FileInstanceKeys(folder).find(run).orElseThrow().key().getAsLong();
        var his = Files.readString(PROCESSES.resolve("execute-orders.bpmn"))
                .replace("id=\"execute-orders\"", "id=\"his\"");
        deploy("his.bpmn", his);
        attacker.newCreateInstanceCommand()
                .bpmnProcessId("his")
                .latestVersion()
                .variables(Map.of("runId", run.value(), "dayKey", key)) // he has even read the key
                .send()
                .join();
        var failure = day.failures.poll(60, TimeUnit.SECONDS);
        assertNotNull(failure);
        assertTrue(failure.contains("the process his as it lies in processes/"), failure);
        assertFalse(day.diary.contains("execute-orders"), day.diary.toString());
    }

    @Test
    void aRunGoesOnByTheProcessesItBeganWith() throws Exception {
        var run = new RunId("2018-04-11-004");
        day.decisions.remove(TaskKind.APPROVE_TRADES);
        vesper.start(run);
        day.asked.poll(60, TimeUnit.SECONDS);
        vesper.close();
        var others = Folders.copy(PROCESSES, folder.resolve("others"));
        var report = others.resolve("report.bpmn");
        Files.writeString(report, Files.readString(report).replace("name=\"Report\"", "name=\"Reporting\""));
        vesper = open(others);
        day.decisions.put(TaskKind.APPROVE_TRADES, Answer.APPROVE);
        vesper.resume(run);
        assertEquals(run + " done", day.end());
        assertNotEquals(
                vesper.versions().get("report").sha256(),
                vesper.versions(run).get("report").sha256(),
                "the next run goes by what lies there now");
        assertEquals(
                Sha256.shortOf(Files.readAllBytes(PROCESSES.resolve("report.bpmn"))),
                vesper.versions(run).get("report").sha256());
    }

    /** The files are broken when Vesper starts: what began with others goes on, and nothing begins. */
    @Test
    void filesThatCannotBeUsedKeepNoRunFromGoingOn() throws Exception {
        var run = new RunId("2018-04-11-006");
        day.decisions.remove(TaskKind.APPROVE_TRADES);
        vesper.start(run);
        day.asked.poll(60, TimeUnit.SECONDS);
        vesper.close();
        var broken = Folders.copy(PROCESSES, folder.resolve("broken"));
        Files.writeString(broken.resolve("report.bpmn"), "<definitions>");
        vesper = open(broken);
        assertTrue(vesper.files().trouble().orElseThrow().contains("report.bpmn"));
        var refused = assertThrows(Problem.class, () -> vesper.start(new RunId("2018-04-12-001")));
        assertTrue(
                refused.getMessage().startsWith("Expected processes to go by, but the processes on disk cannot be"),
                refused::getMessage);
        day.decisions.put(TaskKind.APPROVE_TRADES, Answer.APPROVE);
        vesper.resume(run);
        assertEquals(run + " done", day.end());

        var other = new RunId("2018-04-11-007"); // and what nobody kept is named
        new FileInstanceKeys(folder).replace(other, Optional.empty(), DayInstance.first("1".repeat(64)));
        var gone = assertThrows(Problem.class, () -> vesper.resume(other));
        assertTrue(
                gone.getMessage().startsWith("Expected the processes that run " + other + " began with (111111111111)"),
                gone::getMessage);
    }

    /** A file that changes while a day waits: the day ends by the one it began with, the next by the new one. */
    @Test
    void aChangeUnderARunningDayIsForTheNextOne() throws Exception {
        vesper.close();
        var edited = Folders.copy(PROCESSES, folder.resolve("edited"));
        vesper = open(edited);
        var run = new RunId("2018-04-11-008");
        day.decisions.remove(TaskKind.APPROVE_TRADES);
        vesper.start(run);
        day.asked.poll(60, TimeUnit.SECONDS);
        assertEquals(Optional.empty(), vesper.files().look());
        var report = edited.resolve("report.bpmn");
        var before = Files.readString(report);
        Files.writeString(report, before.replace("type=\"report\"", "type=\"rapport\""));
        assertTrue(vesper.files().look().orElseThrow().contains("nobody works jobs of type rapport"));
        Files.writeString(report, before.replace("name=\"Report\"", "name=\"Reporting\""));
        var said = vesper.files().look().orElseThrow();
        assertTrue(said.startsWith("the processes changed and work the next run: report.bpmn is now "), said);
        day.decisions.put(TaskKind.APPROVE_TRADES, Answer.APPROVE);
        assertEquals(run + " done", day.end());
        var next = new RunId("2018-04-12-008");
        vesper.start(next);
        assertEquals(next + " done", day.end());
        assertNotEquals(
                vesper.versions(run).get("report").sha256(),
                vesper.versions(next).get("report").sha256());
        assertEquals(vesper.versions().get("report"), vesper.versions(next).get("report"));
    }

    private String inEngine(String process) {
        var files = ProcessFiles.read(PROCESSES, DayInTest.SERVED);
        return ProcessNames.inEngine(process, files.day().sha256());
    }

    /** A modeller's further approvals are asked for: two beside each other, and one after both. */
    @Test
    void drawnApprovalsAreAskedBesideAndAfterEachOther() throws Exception {
        var run = new RunId("2018-04-11-005");
        vesper.close();
        var drawn = Folders.copy(PROCESSES, folder.resolve("drawn"));
        var file = drawn.resolve("approve-trades.bpmn");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "sourceRef=\"trades-proposed\" targetRef=\"approve-trades-task\"",
                                "sourceRef=\"trades-proposed\" targetRef=\"fork\"")
                        .replace(
                                "<bpmn:sequenceFlow id=\"approve-to-settle\" sourceRef=\"approve-trades-task\""
                                        + " targetRef=\"settle-approval\" />",
                                "<bpmn:parallelGateway id=\"fork\" /><bpmn:parallelGateway id=\"join\" />"
                                        + "<bpmn:sequenceFlow id=\"approve-to-settle\" sourceRef=\"approve-trades-task\""
                                        + " targetRef=\"join\" />"
                                        + step(2) + step(7) + flow("fork", "approve-trades-task")
                                        + flow("fork", "step-2")
                                        + flow("step-2", "join") + flow("join", "step-7")
                                        + flow("step-7", "settle-approval")));
        day.decisions.remove(TaskKind.APPROVE_TRADES);
        vesper = open(drawn);
        assertEquals(
                List.of(1, 2, 7),
                vesper.approvalSteps(run).stream().map(DrawnStep::number).toList());
        vesper.start(run);
        assertEquals(TaskKind.PROPOSE_TRADES, day.asked.poll(60, TimeUnit.SECONDS));
        assertEquals(TaskKind.APPROVE_TRADES, day.asked.poll(60, TimeUnit.SECONDS));
        for (int i = 0; i < 600 && day.steps.size() < 2; i++) {
            Thread.sleep(100);
        }
        assertEquals(Set.of(1, 2), day.steps, "both are asked, and the one after them is not yet");
        day.decisions.put(TaskKind.APPROVE_TRADES, Answer.APPROVE);
        assertEquals(run + " done", day.end());
        assertEquals(Set.of(1, 2, 7), day.steps);
    }

    private static String step(int number) {
        return "<bpmn:userTask id=\"step-" + number + "\"><bpmn:extensionElements><zeebe:assignmentDefinition"
                + " candidateGroups=\"risk\" /><zeebe:taskHeaders><zeebe:header key=\"approval\" value=\"" + number
                + "\" /></zeebe:taskHeaders></bpmn:extensionElements></bpmn:userTask>";
    }

    private static String flow(String from, String to) {
        return "<bpmn:sequenceFlow id=\"" + from + "-to-" + to + "\" sourceRef=\"" + from + "\" targetRef=\"" + to
                + "\" />";
    }

    private void deploy(String name, String bpmn) {
        attacker.newDeployResourceCommand()
                .addResourceBytes(bpmn.getBytes(StandardCharsets.UTF_8), name)
                .send()
                .join();
    }
}
