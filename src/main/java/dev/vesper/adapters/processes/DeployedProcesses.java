package dev.vesper.adapters.processes;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.run.FileSet;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.camunda.zeebe.client.api.command.DeployResourceCommandStep1;
import io.camunda.zeebe.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.grpc.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sets of processes that this program gave the engine, and whether the engine still has those. */
final class DeployedProcesses {
    private final ZeebeClient client;
    private final CommandRetry retry;
    private final boolean shared;
    private final Map<String, Deployment> sets = new HashMap<>();

    /** What the engine was given at once: the bytes it got and the versions it answered, by file name and process id. */
    private record Deployment(Map<String, byte[]> given, Map<String, ProcessVersion> versions) {}

    /** @param shared whether others can deploy to the engine too, as they can to a cluster's */
    DeployedProcesses(ZeebeClient client, CommandRetry retry, boolean shared) {
        this.client = client;
        this.retry = retry;
        this.shared = shared;
    }

    /**
     * Gives the engine a set of processes. One that it has, byte for byte, keeps its version.
     *
     * @param sha256 by which the set is known
     * @throws Problem INPUT where the engine cannot run them
     */
    void deploy(FileSet files, String sha256) {
        Map<String, byte[]> given = new TreeMap<>();
        files.files()
                .forEach(
                        (name, bytes) -> given.put(name, ProcessNames.renamed(ProcessFile.parse(name, bytes), sha256)));
        put(sha256, given, files.files());
    }

    /** Gives the engine the process with the timer; it calls the day of the given set. */
    void schedule(ProcessFile scheduled, String sha256) {
        var original = Map.of(scheduled.name(), scheduled.bytes());
        put(ProcessFiles.SCHEDULED, Map.of(scheduled.name(), ProcessNames.renamed(scheduled, sha256)), original);
    }

    /** Gives the engine the process by which rules change; under its own id, so that a proposal has one instance, whatever is edited. */
    void change(ProcessFile file) {
        var given = Map.of(file.name(), file.bytes());
        put(ProcessFiles.CHANGE, given, given);
    }

    private void put(String key, Map<String, byte[]> given, Map<String, byte[]> original) {
        var versions = send(given, original);
        synchronized (this) {
            sets.put(key, new Deployment(given, versions));
        }
    }

    /** The versions of a set, and of the process with the timer where there is one; by process id as it is in the files. */
    synchronized SortedMap<String, ProcessVersion> versions(String sha256) {
        SortedMap<String, ProcessVersion> versions = new TreeMap<>();
        for (var key : new String[] {sha256, ProcessFiles.SCHEDULED}) {
            var set = sets.get(key);
            if (set != null) {
                set.versions().values().forEach(version -> versions.put(version.processId(), version));
            }
        }
        return versions;
    }

    /** The set that a version belongs to, told by the key that its jobs carry; the sum it is known by. */
    synchronized Optional<String> setOf(long definition) {
        return sets.entrySet().stream()
                .filter(set -> set.getValue().versions().values().stream().anyMatch(v -> v.key() == definition))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Gives the engine the files of a version's set once more: where nobody else deployed a process of the same id, it
     * answers with the versions it has. A called process leaves no job behind when it has none, so only this tells.
     *
     * @throws Problem UNAVAILABLE where somebody did; from then on the engine has ours again
     */
    synchronized void requireUnchanged(long definition) {
        if (!shared) {
            return; // nobody else can
        }
        var key = setOf(definition).orElseThrow();
        var set = Objects.requireNonNull(sets.get(key));
        var now = send(set.given(), Map.of());
        sets.put(key, new Deployment(set.given(), renewed(set.versions(), now)));
        for (var version : now.entrySet()) {
            var before = set.versions().get(version.getKey());
            if (before != null && before.key() != version.getValue().key()) {
                throw foreign(version.getKey());
            }
        }
    }

    /** The new keys, with the sums of the files as people know them. */
    private static Map<String, ProcessVersion> renewed(
            Map<String, ProcessVersion> before, Map<String, ProcessVersion> now) {
        Map<String, ProcessVersion> renewed = new TreeMap<>(before);
        now.forEach((id, version) -> renewed.computeIfPresent(
                id, (_, old) -> new ProcessVersion(old.processId(), version.version(), version.key(), old.sha256())));
        return renewed;
    }

    static Problem foreign(String process) {
        return Problem.unavailable("Expected the process " + ProcessNames.plain(process)
                + " as it lies in processes/, but the engine was given"
                + " another one of that id meanwhile; maybe another program deploys to the same cluster: look who may, then"
                + " go on with --resume");
    }

    /** The versions by the id that the engine knows them by. */
    private Map<String, ProcessVersion> send(Map<String, byte[]> given, Map<String, byte[]> original) {
        try {
            var event = retry.send("take the processes", () -> command(client, given));
            var versions = new TreeMap<String, ProcessVersion>();
            for (var process : event.getProcesses()) {
                var bytes = original.getOrDefault(process.getResourceName(), new byte[0]);
                versions.put(
                        process.getBpmnProcessId(),
                        new ProcessVersion(
                                ProcessNames.plain(process.getBpmnProcessId()),
                                process.getVersion(),
                                process.getProcessDefinitionKey(),
                                Sha256.shortOf(bytes)));
            }
            return versions;
        } catch (ClientStatusException e) {
            if (e.getStatusCode() == Status.Code.INVALID_ARGUMENT) {
                throw Problem.input(
                        Place.of("processes"),
                        "Expected processes the engine can run, but "
                                + ProcessNames.plain(String.valueOf(e.getMessage())));
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
