package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.testing.Folders;
import dev.vesper.testing.ListeningSockets;
import dev.vesper.testing.VesperProcess;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program of the same machine against the packaged one, while a day waits for its approval. */
class AttackIT {
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
    Path folder;

    @Test
    void noPortOfTheProgramTakesCommandsForTheEngine() throws Exception {
        Path firm = folder.resolve("firm");
        VesperProcess.sampleFirm(firm);
        Path yaml = firm.resolve("firm.yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml)
                        .replaceFirst("(?m)^sample:.*$", "sample: false")
                        .replaceFirst("(?m)^schedule:.*$", "schedule: \"*/5 * * * * *\""));
        VesperProcess up = VesperProcess.start(
                folder.resolve("state"), Map.of("VESPER_HTTP_PORT", "0"), "up", "--firm", firm.toString());
        up.awaitLine(line -> line.contains("✓ rebalance"));
        List<Integer> ports = ListeningSockets.of(up.pid()).stream()
                .filter(socket -> socket.protocol().startsWith("tcp"))
                .map(ListeningSockets.Socket::port)
                .distinct()
                .toList();
        assertFalse(ports.isEmpty(), "the console listens");
        for (int port : ports) {
            try (ZeebeClient attacker = ZeebeClient.newClientBuilder()
                    .applyEnvironmentVariableOverrides(false)
                    .grpcAddress(URI.create("http://127.0.0.1:" + port))
                    .defaultRequestTimeout(Duration.ofSeconds(3))
                    .usePlaintext()
                    .build()) {
                assertThrows(
                        ClientException.class,
                        () -> attacker.newDeployResourceCommand()
                                .addResourceBytes(NO_APPROVAL.getBytes(StandardCharsets.UTF_8), "approve-trades.bpmn")
                                .send()
                                .join(),
                        "port " + port);
                assertThrows(
                        ClientException.class,
                        () -> attacker.newCreateInstanceCommand()
                                .bpmnProcessId("execute-orders")
                                .latestVersion()
                                .variables(Map.of("runId", "2025-12-31-001"))
                                .send()
                                .join(),
                        "port " + port);
            }
        }
        up.stop();
        String said = up.await().output();
        assertFalse(said.contains("✓ execute-orders"), said);
    }

    @Test
    void aProcessFileThatGoesAroundTheApprovalStartsNothing() throws Exception {
        Path root = folder.resolve("root");
        for (String part : List.of("processes", "rules", "routes", "planner", "migrations", "products")) {
            Folders.copy(Path.of(part), root.resolve(part));
        }
        Path day = root.resolve("processes/end-of-day.bpmn");
        Files.writeString(
                day, Files.readString(day).replace("processId=\"approve-trades\"", "processId=\"send-mail\""));
        VesperProcess.Result refused = VesperProcess.start(
                        folder.resolve("state"), Map.of("VESPER_ROOT", root.toString()), "eod")
                .await();
        assertEquals(2, refused.exitCode(), refused.output());
        assertTrue(
                refused.output()
                        .contains("processes/end-of-day.bpmn:46:77: Expected a process that is there, but"
                                + " call-approve-trades calls send-mail; known: approve-trades, check-data"),
                refused.output());
        assertFalse(Files.exists(folder.resolve("state/zeebe/data")), "no engine was started");
        assertFalse(refused.output().contains("ERROR"), refused.output());
    }
}
