package io.camunda.zeebe.snapshots.impl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/** Whether a snapshot is as it was written: the engine itself deletes one that is not, and goes on without it. */
@NullMarked
public final class WholeSnapshot {
    private WholeSnapshot() {}

    /**
     * Compares every file with its sum.
     *
     * @param snapshot its folder; the sums lie beside it
     */
    public static boolean is(Path snapshot) {
        Path sums = snapshot.resolveSibling(snapshot.getFileName() + ".checksum");
        try {
            return Files.isRegularFile(sums)
                    && SnapshotChecksum.calculate(snapshot).sameChecksums(SnapshotChecksum.read(sums));
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }
}
