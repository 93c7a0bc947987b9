package dev.vesper.app;

import dev.vesper.adapters.LockFile;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * This process's folder for what libraries unpack, {@code var/tmp/p.*}: held by a lock as long as the process lives and
 * removed at its end; what killed processes left is removed by the next one, and what a living one has is not.
 */
final class TemporaryFolder implements AutoCloseable {
    private static final String PREFIX = "p.";
    private static final String LOCK = "lock";

    /** A process makes its folder before it locks it. */
    private static final int YOUNG_SECONDS = 600;

    private final Path folder;
    private final LockFile lock;

    private TemporaryFolder(Path folder, LockFile lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Holds the folder that the launcher made, and sweeps its siblings; empty where there is none of its own. */
    static Optional<TemporaryFolder> hold(Path state, InstantSource clock) {
        Path mine = Path.of(System.getProperty("java.io.tmpdir", ""))
                .toAbsolutePath()
                .normalize();
        Path all = state.resolve("tmp");
        if (!mine.startsWith(all) || mine.equals(all)) {
            return Optional.empty();
        }
        try {
            LockFile lock = LockFile.take(mine.resolve(LOCK), "the temporary folder " + mine, "start again");
            sweep(all, mine, clock.instant());
            return Optional.of(new TemporaryFolder(mine, lock));
        } catch (Problem taken) {
            return Optional.empty(); // it serves all the same, and is swept later
        }
    }

    @Override
    public void close() {
        lock.close();
        remove(folder);
    }

    /** Removes the folders that nobody holds. */
    static void sweep(Path all, Path mine, Instant now) {
        for (Path other : children(all)) {
            Path name = other.getFileName();
            boolean ours = name != null && name.toString().startsWith(PREFIX) && !other.equals(mine);
            if (ours
                    && !young(other, now)
                    && LockFile.otherHolder(other.resolve(LOCK)).isEmpty()) {
                remove(other);
            }
        }
    }

    private static boolean young(Path folder, Instant now) {
        try {
            return !Files.exists(folder.resolve(LOCK))
                    && Files.getLastModifiedTime(folder).toInstant().isAfter(now.minusSeconds(YOUNG_SECONDS));
        } catch (IOException gone) {
            return true;
        }
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** What cannot be removed is left to the next one. */
    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException later) {
            return;
        }
    }
}
