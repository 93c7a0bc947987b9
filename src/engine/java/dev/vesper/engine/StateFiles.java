package dev.vesper.engine;

import io.atomix.raft.storage.RaftStorage;
import io.atomix.raft.storage.log.RaftLogFlusher;
import io.atomix.utils.concurrent.SingleThreadContext;
import io.camunda.zeebe.snapshots.impl.WholeSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the files of the engine's only partition are whole, before the broker opens them: over damaged ones it
 * never leads and never says so, and without a snapshot that it needs it would go on with half of its state.
 */
final class StateFiles {
    private static final int PARTITION = 1;
    private static final String LOG = ".log";
    /** A first start that was killed left no more than these. */
    private static final int FIRST_ENTRIES = 5;

    private static final String PREFIX = "raft-partition-partition-" + PARTITION;

    private StateFiles() {}

    /**
     * Looks; a folder that was never used is whole.
     *
     * @param data the broker's data folder
     * @throws IllegalStateException that names what is damaged
     */
    static void require(Path data, int segmentBytes) {
        Path partition = data.resolve("raft-partition/partitions/" + PARTITION);
        if (Files.notExists(partition)) {
            if (Files.exists(data.resolve("raft-partition"))) {
                throw damaged("the folder " + partition + " is gone", null);
            }
            return;
        }
        try {
            require(partition, names(partition), segmentBytes);
        } catch (IOException e) {
            throw damaged(e.toString(), e);
        }
    }

    private static void require(Path partition, List<String> names, int segmentBytes) throws IOException {
        if (names.stream().noneMatch(name -> name.equals(PREFIX + ".meta") || name.endsWith(LOG))) {
            return; // a start that was killed before it wrote anything
        }
        for (String end : List.of(".meta", ".conf")) {
            if (!names.contains(PREFIX + end)) {
                throw damaged("the file " + PREFIX + end + " is gone", null);
            }
        }
        long first;
        try {
            first = firstIndex(partition, names, segmentBytes);
        } catch (RuntimeException e) {
            throw damaged(
                    e.getClass() == IllegalStateException.class ? String.valueOf(e.getMessage()) : e.toString(), e);
        }
        if (first > 1 && snapshots(partition).stream().noneMatch(index -> index >= first - 1)) {
            throw damaged(
                    "the log begins at " + first + ", and no whole snapshot reaches there ("
                            + partition.resolve("snapshots") + ")",
                    null);
        }
    }

    /** Opens meta data and log as the broker does, which compares every line with its sum, up to the last that was forced. */
    private static long firstIndex(Path partition, List<String> names, int segmentBytes) throws IOException {
        var storage = RaftStorage.builder()
                .withPrefix(PREFIX)
                .withDirectory(partition.toFile())
                .withPartitionId(PARTITION)
                .withMaxSegmentSize(segmentBytes)
                .withFlusherFactory(RaftLogFlusher.Factory::direct)
                .build();
        try (var meta = storage.openMetaStore()) {
            long forced = meta.hasLastFlushedIndex() ? meta.loadLastFlushedIndex() : 0;
            if (forced > 0 && names.stream().noneMatch(name -> name.endsWith(LOG))) {
                throw new IllegalStateException("the log is gone");
            }
            try (var log = storage.openLog(meta, () -> new SingleThreadContext("state-files"))) {
                boolean used = log.getLastIndex() > FIRST_ENTRIES;
                if (used && forced < 1) {
                    throw new IllegalStateException("the file " + PREFIX + ".meta does not know the log beside it");
                }
                if (used && meta.loadConfiguration() == null) {
                    throw new IllegalStateException("the file " + PREFIX + ".conf is empty");
                }
                return log.getFirstIndex();
            }
        }
    }

    /** The indexes that whole snapshots reach. */
    private static List<Long> snapshots(Path partition) throws IOException {
        Path folder = partition.resolve("snapshots");
        if (Files.notExists(folder)) {
            return List.of();
        }
        return names(folder).stream()
                .filter(name -> name.matches("[0-9]{1,18}(-[0-9]{1,18}){3}"))
                .filter(name -> WholeSnapshot.is(folder.resolve(name)))
                .map(name -> Long.parseLong(name.substring(0, name.indexOf('-'))))
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static IllegalStateException damaged(String what, @Nullable Exception cause) {
        var damaged = new IllegalStateException("its files are damaged: " + what);
        if (cause != null) {
            damaged.addSuppressed(cause); // not as the cause: what it says is in here
        }
        return damaged;
    }
}
