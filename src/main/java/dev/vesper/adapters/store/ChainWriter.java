package dev.vesper.adapters.store;

import dev.vesper.desk.audit.Origin;
import java.sql.Savepoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Group commit of the audit: whoever comes first stores what all who wait want to store, with their rows, in one transaction
 * with one force and one move of the anchor; then each is answered, and whoever came meanwhile is next. Nobody is answered
 * before their rows are on the disk.
 *
 * <p>Each one's work is kept whole or not at all, and one that is refused takes nothing from the others. Where the database
 * itself refuses one, all is taken back before the commit and each is stored alone. A transaction that could not be committed
 * or forced fails for all of it.
 */
final class ChainWriter {
    /** So many at most: who is last waits for the work of all. */
    private static final int TOGETHER = 64;

    private final Database database;
    private final AnchoredChain anchor;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition done = lock.newCondition();
    private final Deque<Waiting<?>> queue = new ArrayDeque<>();
    private final LongAdder commits = new LongAdder();
    private boolean writing;
    private @Nullable Thread writer;

    ChainWriter(Database database, AnchoredChain anchor) {
        this.database = database;
        this.anchor = anchor;
    }

    /** Work that somebody waits for, and how it ended. */
    private static final class Waiting<T extends @Nullable Object> {
        private final Function<ChainEnd, T> work;
        private final Origin origin = Origin.now();
        private @Nullable T answer;
        private @Nullable RuntimeException failed;
        private boolean ended;

        Waiting(Function<ChainEnd, T> work) {
            this.work = work;
        }

        void in(ChainEnd end) {
            answer = origin.during(() -> work.apply(end));
        }

        @SuppressWarnings("NullAway") // what work answers may be null where T may
        T answer() {
            if (failed != null) {
                throw failed;
            }
            return answer;
        }
    }

    /**
     * Runs work that stores something with its audit rows, in one transaction with that of others, on the thread of one of
     * them; it may run a second time after all that it stored was taken back. Its rows are on the disk when this returns.
     */
    <T extends @Nullable Object> T write(Function<ChainEnd, T> work) {
        Waiting<T> mine = new Waiting<>(work);
        enqueue(mine);
        for (List<Waiting<?>> turn = turn(mine); !turn.isEmpty(); turn = turn(mine)) {
            try {
                together(turn);
            } finally {
                ended(turn);
            }
        }
        return mine.answer();
    }

    private void enqueue(Waiting<?> one) {
        lock.lock();
        try {
            if (Thread.currentThread().equals(writer)) {
                throw new IllegalStateException(
                        "Expected work that appends to the end of the chain it is given, but it would wait for itself");
            }
            queue.add(one);
        } finally {
            lock.unlock();
        }
    }

    /** Those whom the caller is to store now, or nobody once its own is stored; waits while another writes. */
    private List<Waiting<?>> turn(Waiting<?> mine) {
        lock.lock();
        try {
            while (writing && !mine.ended) {
                done.awaitUninterruptibly();
            }
            List<Waiting<?>> next = new ArrayList<>();
            if (!mine.ended) {
                while (next.size() < TOGETHER && !queue.isEmpty()) {
                    next.add(queue.remove());
                }
                writing = true;
                writer = Thread.currentThread();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void ended(List<Waiting<?>> turn) {
        lock.lock();
        try {
            writing = false;
            writer = null;
            turn.forEach(one -> one.ended = true);
            done.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many wait for the next transaction. */
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many transactions appended something. */
    long commits() {
        return commits.sum();
    }

    private void together(List<Waiting<?>> some) {
        try {
            commit(some);
        } catch (RefusedByDatabase takenBack) {
            some.forEach(one -> {
                one.failed = null;
                together(List.of(one));
            });
        } catch (RuntimeException failed) {
            some.forEach(one -> one.failed = failed);
        } catch (Error fatal) {
            IllegalStateException told = new IllegalStateException("Expected to append to the audit", fatal);
            some.forEach(one -> one.failed = told);
            throw fatal;
        }
    }

    private void commit(List<Waiting<?>> some) {
        AuditAnchor.Mark newest = database.writeChain(session -> {
            ChainEnd end = ChainEnd.in(session);
            if (some.size() == 1) {
                some.getFirst().in(end);
            } else {
                some.forEach(one -> whole(session, end, one));
            }
            if (end.newest().equals(end.before())) {
                return null;
            }
            anchor.announce(end.before(), end.newest());
            end.store();
            return end.newest();
        });
        if (newest != null) {
            commits.increment();
            anchor.committed(newest);
        }
    }

    /** All of one's work, or none of it. */
    private static void whole(StatelessSession session, ChainEnd end, Waiting<?> one) {
        AuditAnchor.Mark before = end.newest();
        Savepoint begun = session.doReturningWork(connection -> connection.setSavepoint());
        try {
            one.in(end);
        } catch (RuntimeException refused) {
            if (DatabaseProblem.sqlException(refused) != null) {
                throw new RefusedByDatabase(refused);
            }
            session.doWork(connection -> connection.rollback(begun));
            end.backTo(before);
            one.failed = refused;
        }
    }

    /** Ends a transaction of several: after what the database refuses, a transaction is not worth the same on every engine. */
    private static final class RefusedByDatabase extends RuntimeException {
        private static final long serialVersionUID = 1;

        RefusedByDatabase(RuntimeException cause) {
            super(cause);
        }
    }
}
