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
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The processes that this program gave the engine, and whether the engine still has those. */
final class DeployedProcesses {
    private final ZeebeClient client;
    private final CommandRetry retry;
    private final boolean shared;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, ProcessVersion> versions = new ConcurrentHashMap<>();

    /** @param shared whether others can deploy to the engine too, as they can to a cluster's */
    DeployedProcesses(ZeebeClient client, CommandRetry retry, boolean shared) {
        this.client = client;
        this.retry = retry;
        this.shared = shared;
    }

    /** Gives the engine processes, by file name. A file it knows, byte for byte, keeps its version. */
    void deploy(Map<String, byte[]> more) {
        versions.putAll(send(more));
        files.putAll(more);
    }

    /** By process id. */
    SortedMap<String, ProcessVersion> versions() {
        return new TreeMap<>(versions);
    }

    /** Whether a version, by the key that its jobs carry, is one of these. */
    boolean holds(long definition) {
        return versions.values().stream().anyMatch(version -> version.key() == definition);
    }

    /**
     * Gives the engine the files once more: where nobody else deployed a process of the same id, it answers with the
     * versions it has. A called process leaves no job behind when it has none, so only this tells.
     *
     * @throws Problem UNAVAILABLE where somebody did; from then on the engine has ours again
     */
    synchronized void requireUnchanged() {
        if (!shared) {
            return; // nobody else can
        }
        for (var now : send(Map.copyOf(files)).values()) {
            var before = versions.put(now.processId(), now);
            if (before != null && before.key() != now.key()) {
                throw foreign(now.processId());
            }
        }
    }

    static Problem foreign(String process) {
        return Problem.unavailable(
                "Expected the process " + process + " as it lies in processes/, but the engine was given"
                        + " another one of that id meanwhile; maybe another program deploys to the same cluster: look who may, then"
                        + " go on with --resume");
    }

    private SortedMap<String, ProcessVersion> send(Map<String, byte[]> sent) {
        try {
            var event = retry.send("take the processes", () -> command(client, sent));
            var versions = new TreeMap<String, ProcessVersion>();
            for (var process : event.getProcesses()) {
                var bytes = sent.getOrDefault(process.getResourceName(), new byte[0]);
                versions.put(
                        process.getBpmnProcessId(),
                        new ProcessVersion(
                                process.getBpmnProcessId(),
                                process.getVersion(),
                                process.getProcessDefinitionKey(),
                                Sha256.shortOf(bytes)));
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
