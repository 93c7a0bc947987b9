package dev.vesper.adapters.processes;

import dev.vesper.adapters.WatchedFolder;
import dev.vesper.basics.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The folder of process files as it stands: what is current was guarded, and is in the engine. */
final class WatchedProcesses {
    private static final WatchedFolder.Words WORDS =
            new WatchedFolder.Words("processes", "work the next run", "no run is opened");

    private final WatchedFolder<ProcessFiles> folder;
    private final DeployedProcesses deployed;
    /** Every set since the start, by its sum: a timer that rang a moment before a change still begins a day of the old one. */
    private final Map<String, ProcessFiles> sets = new ConcurrentHashMap<>();

    private volatile Optional<String> cron = Optional.empty();
    private volatile boolean changes;

    /**
     * Reads the folder, and gives the engine what is in it.
     *
     * @throws Problem UNAVAILABLE where the engine does not take them now
     */
    WatchedProcesses(Path files, KnownWork known, DeployedProcesses deployed) {
        this.deployed = deployed;
        this.folder = new WatchedFolder<>(
                WORDS, () -> deployed(ProcessFiles.read(files, known)), ProcessFiles::versions, List.of(files));
        folder.cause().filter(why -> why.kind() == Problem.Kind.UNAVAILABLE).ifPresent(why -> {
            throw why;
        });
    }

    /** What the engine cannot run is not current either. */
    private ProcessFiles deployed(ProcessFiles files) {
        deployed.deploy(files.day(), files.day().sha256());
        sets.put(files.day().sha256(), files);
        cron.ifPresent(
                hour -> deployed.schedule(files.scheduled(hour), files.day().sha256()));
        if (changes) {
            deployed.change(files.change());
        }
        return files;
    }

    /** Lets rules change by the process that is current, now and after each change of it. */
    void changes() {
        changes = true;
        folder.current().ifPresent(files -> deployed.change(files.change()));
    }

    /** Lets the timer call the day that is current, now and after each change. */
    void schedule(String hour) {
        cron = Optional.of(hour);
        folder.current()
                .ifPresent(files ->
                        deployed.schedule(files.scheduled(hour), files.day().sha256()));
    }

    /** A set that was read from the folder since the start, and is in the engine. */
    Optional<ProcessFiles> find(String sha256) {
        return Optional.ofNullable(sets.get(sha256));
    }

    ProcessFiles standing() {
        return folder.standing();
    }

    WatchedFolder<?> folder() {
        return folder;
    }
}
