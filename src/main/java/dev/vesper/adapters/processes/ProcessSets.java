package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.FilesUsed;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sets of process files by which runs go: a new run by those of the folder, one that began earlier by those it began
 * with, which are kept in the store and given to the engine again where it needs them.
 */
final class ProcessSets implements RunProcesses {
    private final WatchedProcesses folder;
    private final DeployedProcesses deployed;
    private final FilesUsed used;
    private final KnownWork known;
    /** Those from the store. */
    private final Map<String, ProcessFiles> loaded = new ConcurrentHashMap<>();

    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    ProcessSets(WatchedProcesses folder, DeployedProcesses deployed, FilesUsed used, KnownWork known) {
        this.folder = folder;
        this.deployed = deployed;
        this.used = used;
        this.known = known;
    }

    @Override
    public String next() {
        var files = folder.standing();
        keep(files);
        return files.day().sha256();
    }

    @Override
    public void keep(String sha256) {
        find(sha256).ifPresent(this::keep);
    }

    private void keep(ProcessFiles files) {
        if (!kept.contains(files.day().sha256())) {
            used.keep(files.day());
            kept.add(files.day().sha256());
        }
    }

    @Override
    public boolean has(String sha256) {
        return find(sha256).isPresent();
    }

    /** A set of files, those of the folder or those that were kept; the engine has them afterwards. */
    Optional<ProcessFiles> find(String sha256) {
        return folder.find(sha256)
                .or(() -> Optional.ofNullable(loaded.get(sha256)))
                .or(() -> {
                    var found = used.find(sha256)
                            .filter(kept ->
                                    kept.sha256().equals(sha256)) // not those that somebody changed in the store
                            .map(this::served);
                    found.ifPresent(files -> loaded.put(sha256, files));
                    return found;
                });
    }

    /** No fault of the run's inputs, for which it would be closed: the Vesper that it began with goes on with it. */
    private ProcessFiles served(FileSet kept) {
        try {
            var files = ProcessFiles.kept(kept, known);
            deployed.deploy(kept, kept.sha256());
            return files;
        } catch (Problem e) {
            throw Problem.unavailable(
                    "Expected to go on with a run by the processes it began with (" + Sha256.shortened(kept.sha256())
                            + "), but this Vesper does not serve them: " + e.getMessage()
                            + "; maybe go on with the version it began with, or close the run with ./vesper runs abandon",
                    e);
        }
    }
}
