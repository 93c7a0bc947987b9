package dev.vesper.testing;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.RuleHistory;
import dev.vesper.desk.workbench.RulesVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The history of the rules, as long as the test lives. */
public final class MemoryHistory implements RuleHistory {
    private final Map<String, FileSet> kept = new HashMap<>();
    public final Map<String, String> lines = new HashMap<>();

    @Override
    public RulesVersion keep(FileSet files, String parent, String author, Instant at, String message) {
        String commit = Sha256.of((files.sha256() + parent + author + at + message).getBytes(StandardCharsets.UTF_8))
                .substring(0, 40);
        kept.put(commit, files);
        return new RulesVersion(commit, files.sha256());
    }

    @Override
    public FileSet files(RulesVersion version) {
        return Optional.ofNullable(kept.get(version.commit()))
                .filter(files -> files.sha256().equals(version.sha256()))
                .orElseThrow(() -> Problem.refused("Expected version " + version + ", but it was altered"));
    }

    /** What somebody who may write the folder could do. */
    public void exchange(String commit, FileSet files) {
        kept.put(commit, files);
    }

    /** The repository is gone. */
    public void forgetAll() {
        kept.clear();
    }

    @Override
    public void point(String line, String commit) {
        lines.put(line, commit);
    }

    @Override
    public void drop(String line) {
        lines.remove(line);
    }
}
