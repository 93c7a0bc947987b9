package dev.vesper.app.wiring;

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
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One running Vesper for each state folder; the second one is told who holds it. The lock dies with its process. */
public final class StateLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private StateLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock.
     *
     * @param state the state folder
     * @param command what is being run, told to the one who comes second
     * @param clock since when it is held
     * @throws Problem of kind UNAVAILABLE where another process holds it
     */
    public static StateLock take(Path state, String command, InstantSource clock) {
        try {
            Files.createDirectories(state);
            FileChannel channel = FileChannel.open(
                    state.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = read(channel);
                channel.close();
                throw Problem.unavailable("Expected " + state + " to be free, but it is held by " + holder
                        + "; wait for it, stop it, or use another folder (VESPER_VAR=...)");
            }
            write(
                    channel,
                    "process " + ProcessHandle.current().pid() + " (./vesper " + command + ", since "
                            + clock.instant().truncatedTo(ChronoUnit.SECONDS) + ")");
            return new StateLock(channel, lock);
        } catch (IOException e) {
            throw Problem.unavailable(
                    "Expected to write in " + state + ", but " + e.getClass().getSimpleName() + ": " + e.getMessage(),
                    e);
        }
    }

    /** Who holds the folder, or null where nobody does. */
    public static @Nullable String holder(Path state) {
        Path file = state.resolve("lock");
        if (!Files.exists(file)) {
            return null;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                return read(channel);
            }
            lock.release();
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(512);
        channel.read(bytes, 0);
        String holder = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
        return holder.isEmpty() ? "another process" : holder;
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw Problem.unavailable("Expected to release the state folder's lock, but " + e.getMessage(), e);
        }
    }
}
