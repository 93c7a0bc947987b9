package dev.vesper.desk.changes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest changes, numbered as they were seen. Whoever reads holds a mark and nothing else, so that one who is slow costs
 * no memory: what is forgotten by the time they come is told as that something was missed.
 */
public final class ChangeFeed implements AutoCloseable {
    /** More than a busy day tells within the minutes that somebody may be away. */
    private static final int KEPT = 2_000;

    private final String beginning;
    private final ChangeSource source;
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock looking = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Deque<Numbered> kept = new ArrayDeque<>();
    private long newest;
    private boolean closed;

    private record Numbered(long number, Changed changed) {}

    /**
     * What was told after a mark.
     *
     * @param changes by the mark to hold once each is told, in that order, each thing once
     * @param mark the one to hold after all of them
     * @param missed whether there was more, which is forgotten, or the mark is of another Vesper
     */
    record Since(Map<String, Changed> changes, String mark, boolean missed) {}

    /**
     * Nothing is told yet.
     *
     * @param beginning tells marks of this feed from those of one before it: letters and digits
     */
    public ChangeFeed(String beginning, ChangeSource source) {
        this.beginning = beginning;
        this.source = source;
    }

    /** Asks the source, and tells what it saw. */
    public void look() {
        looking.lock();
        try {
            tell(source.look());
        } finally {
            looking.unlock();
        }
    }

    private void tell(Collection<Changed> changes) {
        lock.lock();
        try {
            for (Changed changed : changes) {
                newest++;
                kept.addLast(new Numbered(newest, changed));
                if (kept.size() > KEPT) {
                    kept.removeFirst();
                }
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Of what is newest. */
    String mark() {
        lock.lock();
        try {
            return mark(newest);
        } finally {
            lock.unlock();
        }
    }

    private String mark(long number) {
        return beginning + "-" + number;
    }

    Since since(String mark) {
        lock.lock();
        try {
            OptionalLong after = number(mark);
            if (after.isEmpty() || after.getAsLong() < newest - kept.size()) {
                return new Since(Map.of(), mark(newest), /* missed= */ true);
            }
            Map<Changed, Long> last = new LinkedHashMap<>();
            for (Numbered one : kept) {
                if (one.number > after.getAsLong()) {
                    last.remove(one.changed); // told once, at its last place
                    last.put(one.changed, one.number);
                }
            }
            Map<String, Changed> told = new LinkedHashMap<>();
            last.forEach((changed, number) -> told.put(mark(number), changed));
            return new Since(told, mark(newest), /* missed= */ false);
        } finally {
            lock.unlock();
        }
    }

    private OptionalLong number(String mark) {
        String digits = mark.startsWith(beginning + "-") ? mark.substring(beginning.length() + 1) : "";
        if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(digits);
        return number > newest ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /**
     * Waits until there is more than a mark says.
     *
     * @return false where there is not, or the thread is asked to end
     */
    boolean await(String mark, Duration most) {
        lock.lock();
        try {
            long left = most.toNanos();
            while (!closed && left > 0 && mark.equals(mark(newest))) {
                left = more.awaitNanos(left);
            }
            return !mark.equals(mark(newest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Whoever reads is let go. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
