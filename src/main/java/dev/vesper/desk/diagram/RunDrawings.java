package dev.vesper.desk.diagram;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.DayInstance;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.FilesUsed;
import dev.vesper.desk.run.InstanceKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the processes that runs go by, as they are drawn. */
public final class RunDrawings {
    private final InstanceKeys keys;
    private final FilesUsed files;
    private final Supplier<DrawProcesses> drawings;
    private final Map<String, List<DrawnProcess>> drawn = new Latest<>();

    /**
     * Takes what it looks at.
     *
     * @param drawings asked for with the first diagram
     */
    public RunDrawings(InstanceKeys keys, FilesUsed files, Supplier<DrawProcesses> drawings) {
        this.keys = keys;
        this.files = files;
        this.drawings = drawings;
    }

    /** The day's first; none where they were not kept, somebody changed them in the store, or they cannot be read any more. */
    public List<DrawnProcess> of(RunId run) {
        Optional<FileSet> kept = keys.find(run)
                .map(DayInstance::processes)
                .filter(sum -> !sum.isEmpty())
                .flatMap(sum -> files.find(sum).filter(set -> MessageDigest.isEqual(bytes(set.sha256()), bytes(sum))));
        try {
            return kept.map(this::drawn).orElse(List.of());
        } catch (Problem unreadable) {
            return List.of();
        }
    }

    private synchronized List<DrawnProcess> drawn(FileSet set) {
        return drawn.computeIfAbsent(set.sha256(), _ -> drawings.get().draw(set));
    }

    private static byte[] bytes(String sum) {
        return sum.getBytes(StandardCharsets.UTF_8);
    }
}
