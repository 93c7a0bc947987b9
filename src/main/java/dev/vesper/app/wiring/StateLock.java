package dev.vesper.app.wiring;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One running Vesper for each state folder; the second one is told who holds it. The lock dies with its process.
 *
 * <p>POSIX gives all of a process's locks on a file up as soon as the process closes the file anywhere (fcntl(2)). So the
 * process that holds a folder remembers that it does, and never opens the file a second time.
 */
public final class StateLock implements AutoCloseable {
    private static final String FILE = "lock";
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    /** What this process holds: the folder, links resolved, and what a second one is told. */
    private static final Map<Path, String> OURS = new HashMap<>();

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private StateLock(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
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
        ONE_AT_A_TIME.lock();
        try {
            Files.createDirectories(state);
            Path folder = state.toRealPath();
            String ours = OURS.get(folder);
            if (ours != null) {
                throw held(state, ours);
            }
            StateLock taken = take(state, folder);
            String holder = "process " + ProcessHandle.current().pid() + " (./vesper " + command + ", since "
                    + clock.instant().truncatedTo(ChronoUnit.SECONDS) + ")";
            write(taken.channel, holder);
            OURS.put(folder, holder);
            return taken;
        } catch (IOException e) {
            throw Problem.unavailable(
                    "Expected to write in " + state + ", but " + e.getClass().getSimpleName() + ": " + e.getMessage(),
                    e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static StateLock take(Path state, Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            String holder = read(channel);
            channel.close();
            throw held(state, holder);
        }
        return new StateLock(folder, channel, lock);
    }

    private static Problem held(Path state, String holder) {
        return Problem.unavailable("Expected " + state + " to be free, but it is held by " + holder
                + "; wait for it, stop it, or use another folder (VESPER_VAR=...)");
    }

    /** Which other process holds the folder, or null where none does: nobody, or this process itself. */
    public static @Nullable String otherHolder(Path state) {
        ONE_AT_A_TIME.lock();
        try {
            Path file = state.resolve(FILE);
            if (!Files.exists(file) || OURS.containsKey(state.toRealPath())) {
                return null;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                FileLock lock = tryLock(channel);
                if (lock == null) {
                    return read(channel);
                }
                lock.release();
                return null;
            }
        } catch (IOException e) {
            return null;
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
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
        ONE_AT_A_TIME.lock();
        try {
            OURS.remove(folder);
            channel.truncate(0);
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw Problem.unavailable("Expected to release the state folder's lock, but " + e.getMessage(), e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }
}
