package dev.vesper.testing;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.FilesUsed;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files that runs go by, as long as the test lives. */
public final class MemoryFilesUsed implements FilesUsed {
    private final Map<String, FileSet> kept = new ConcurrentHashMap<>();
    private final Map<String, String> pins = new ConcurrentHashMap<>();

    @Override
    public void keep(FileSet files) {
        kept.put(files.sha256(), files);
    }

    @Override
    public Optional<FileSet> find(String sha256) {
        return Optional.ofNullable(kept.get(sha256));
    }

    @Override
    public String pin(RunId run, String folder, String sha256) {
        pins.putIfAbsent(run + "/" + folder, sha256);
        return pins.get(run + "/" + folder);
    }

    @Override
    public Optional<String> pinned(RunId run, String folder) {
        return Optional.ofNullable(pins.get(run + "/" + folder));
    }
}
