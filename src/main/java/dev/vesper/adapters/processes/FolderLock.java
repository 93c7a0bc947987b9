package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second engine off a data folder: nothing in Zeebe does. The operating system drops the lock when the holder
 * dies, however it dies. Who holds it stands beside it, because some systems forbid reading a locked file.
 */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder) {
        var holder = folder.resolve("engine.holder");
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(
                    folder.resolve("engine.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw Problem.unavailable("Expected to be the only engine on " + folder + ", but " + read(holder)
                        + " holds it; maybe wait for it, stop it, or use another data folder");
            }
            write(holder);
            return new FolderLock(channel);
        } catch (IOException e) {
            throw Problem.unavailable(
                    "Expected to write in " + folder + ", but " + e + "; maybe the disk is full or read-only", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held in this very JVM
        }
    }

    private static void write(Path holder) throws IOException {
        var self = ProcessHandle.current();
        var line = "process " + self.pid() + " ("
                + self.info().commandLine().or(() -> self.info().command()).orElse("unknown command") + ")";
        try (var out = FileChannel.open(
                holder, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String read(Path holder) {
        try {
            var line = Files.readString(holder);
            return line.isBlank() ? "another process" : line.length() > 300 ? line.substring(0, 300) + " ...)" : line;
        } catch (IOException e) {
            return "another process";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Problem.unavailable("Expected to release the engine's lock, but " + e, e);
        }
    }
}
