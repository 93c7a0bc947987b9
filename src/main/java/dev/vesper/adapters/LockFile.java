package dev.vesper.adapters;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a folder or a file for one process: the second one is told who holds it. The operating system drops the lock when
 * its process dies, however it dies; so only the lock counts, and what a dead process left in the file is not believed.
 *
 * <p>POSIX gives all of a process's locks on a file up as soon as the process closes the file anywhere (fcntl(2)). So the
 * process that holds a lock file remembers that it does, and never opens it a second time. Deleting the file while it is
 * held lets a second process in: whatever must not be shared beneath has a lock file of its own.
 */
public final class LockFile implements AutoCloseable {
    /** One byte, far behind the text: where locks are mandatory, the text can still be read. */
    private static final long POSITION = Long.MAX_VALUE - 1;

    /** Who only asks holds the lock for a moment too; so it is tried again before somebody is turned away. */
    private static final int TRIES = 6;

    private static final long PAUSE_MILLIS = 50;

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    /** The lock files of this process, links resolved. */
    private static final Map<Path, Holder> OURS = new HashMap<>();

    private final Path key;
    private final FileChannel channel;

    private LockFile(Path key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /**
     * Takes a lock.
     *
     * @param file the lock file, for example {@code var/lock}; made with its folder where it is missing
     * @param what it stands for, as said to people, for example {@code the state folder /srv/vesper/var}
     * @param instead what else the second one may do, for example {@code use another (VESPER_VAR=...)}
     * @throws Problem of kind UNAVAILABLE where it is held, by another process or by this one, or cannot be written
     */
    public static LockFile take(Path file, String what, String instead) {
        ONE_AT_A_TIME.lock();
        try {
            Path key = made(file);
            Holder ours = OURS.get(key);
            if (ours != null) {
                throw held(what, ours.toString(), instead);
            }
            FileChannel channel = FileChannel.open(key, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!patientlyLocked(channel)) {
                String holder = read(channel);
                channel.close();
                throw held(what, holder, instead);
            }
            Holder holder = Holder.thisProcess();
            write(channel, holder.toString());
            OURS.put(key, holder);
            return new LockFile(key, channel);
        } catch (IOException e) {
            throw Problem.unavailable(
                    "Expected to lock " + what + " by " + file + ", but "
                            + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "; maybe the folder is read-only, belongs to somebody else, or the disk is full",
                    e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    /** Which other process holds a lock file, or empty where none does: nobody, or this process itself. */
    public static Optional<String> otherHolder(Path file) {
        ONE_AT_A_TIME.lock();
        try {
            if (!Files.isRegularFile(file) || OURS.containsKey(file.toRealPath())) {
                return Optional.empty();
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return locked(channel, true) ? Optional.empty() : Optional.of(read(channel));
            }
        } catch (IOException e) {
            return Optional.empty(); // whoever takes it is told why that cannot be
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    /** Lets the file go; it stays, empty. Doing it twice is doing it once. */
    @Override
    public void close() {
        ONE_AT_A_TIME.lock();
        try (channel) {
            if (channel.isOpen()) {
                OURS.remove(key);
                channel.truncate(0);
            }
        } catch (IOException e) {
            throw Problem.unavailable("Expected to let " + key + " go, but " + e, e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    /** The file, made where it is missing, with links resolved: two ways to write a path are one lock. */
    private static Path made(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("Expected a file in a folder, but got " + file);
        }
        Files.createDirectories(folder);
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // as almost always
        }
        return file.toRealPath();
    }

    private static Problem held(String what, String holder, String instead) {
        return Problem.unavailable("Expected " + what + " to be free, but it is held by " + holder
                + "; wait for it, stop it, or " + instead);
    }

    private static boolean patientlyLocked(FileChannel channel) throws IOException {
        for (int attempt = 1; ; attempt++) {
            if (locked(channel, false)) {
                return true;
            }
            if (attempt == TRIES) {
                return false;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /** The lock lives as long as its channel. */
    private static boolean locked(FileChannel channel, boolean shared) throws IOException {
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock(POSITION, 1, shared);
        } catch (OverlappingFileLockException e) {
            return false; // by another loader's copy of this class
        }
        return lock != null;
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Holder.LONGEST_BYTES);
        channel.read(bytes, 0);
        return Holder.recognised(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }
}
