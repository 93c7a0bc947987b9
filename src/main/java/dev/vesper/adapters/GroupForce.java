package dev.vesper.adapters;

import dev.vesper.basics.Problem;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Many writers, one force: whoever wrote waits for the first force that began after the write, and all who wrote
 * meanwhile share the next one (group commit). Safe for many threads.
 *
 * <p>A force that failed is not tried again: the operating system may have dropped what it could not write and would say
 * that all is well the next time. Everybody is told from then on; opening the file anew shows what is really there.
 */
public final class GroupForce {
    private final Runnable force;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition done = lock.newCondition();
    private long written;
    private long forced;
    private boolean forcing;
    private @Nullable RuntimeException failed;

    /**
     * Forces by an action.
     *
     * @param force returns when all that was written before it began is on the disk
     */
    public GroupForce(Runnable force) {
        this.force = force;
    }

    /** Says that something was written just now; the answer names it. */
    public long written() {
        lock.lock();
        try {
            return ++written;
        } finally {
            lock.unlock();
        }
    }

    /** Says that something was written just now, and waits until it is on the disk. */
    public void writtenAndForced() {
        await(written());
    }

    /**
     * Waits until what {@link #written} named is on the disk.
     *
     * @throws Problem of kind UNAVAILABLE where it could not be forced, or something before it could not
     */
    public void await(long mine) {
        lock.lock();
        try {
            while (forced < mine) {
                if (failed != null) {
                    throw Problem.unavailable(
                            "Expected the disk to keep what was written, but it could not: " + failed.getMessage()
                                    + "; maybe it is full or broken: mend it and start Vesper again",
                            failed);
                }
                if (forcing) {
                    done.awaitUninterruptibly();
                } else {
                    force();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Holding the lock, which others may take while the disk works. */
    private void force() {
        long upTo = written;
        forcing = true;
        lock.unlock();
        RuntimeException thrown = null;
        try {
            force.run();
        } catch (RuntimeException e) {
            thrown = e;
        } finally {
            lock.lock();
            forcing = false;
            done.signalAll();
        }
        if (thrown == null) {
            forced = upTo;
        } else {
            failed = thrown;
        }
    }
}
