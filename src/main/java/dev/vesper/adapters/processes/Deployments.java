package dev.vesper.adapters.processes;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.camunda.zeebe.client.api.command.DeployResourceCommandStep1;
import io.camunda.zeebe.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.grpc.Status;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives the engine the processes. A file it knows, byte for byte, keeps its version. */
final class Deployments {
    private Deployments() {}

    static SortedMap<String, ProcessVersion> deploy(ZeebeClient client, CommandRetry retry, Map<String, byte[]> files) {
        try {
            var event = retry.send("take the processes", () -> command(client, files));
            var versions = new TreeMap<String, ProcessVersion>();
            for (var process : event.getProcesses()) {
                var bytes = files.getOrDefault(process.getResourceName(), new byte[0]);
                versions.put(
                        process.getBpmnProcessId(),
                        new ProcessVersion(process.getBpmnProcessId(), process.getVersion(), Sha256.shortOf(bytes)));
            }
            return versions;
        } catch (ClientStatusException e) {
            if (e.getStatusCode() == Status.Code.INVALID_ARGUMENT) {
                throw Problem.input(
                        Place.of("processes"), "Expected processes the engine can run, but " + e.getMessage());
            }
            throw e;
        }
    }

    private static DeployResourceCommandStep2 command(ZeebeClient client, Map<String, byte[]> files) {
        DeployResourceCommandStep1 start = client.newDeployResourceCommand();
        @Nullable DeployResourceCommandStep2 command = null;
        for (var file : files.entrySet()) {
            command = (command == null ? start : command).addResourceBytes(file.getValue(), file.getKey());
        }
        if (command == null) {
            throw new IllegalArgumentException("Expected at least one process, but got none");
        }
        return command;
    }
}
