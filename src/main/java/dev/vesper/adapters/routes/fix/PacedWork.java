package dev.vesper.adapters.routes.fix;

import dev.vesper.basics.Problem;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.MarketPace;
import dev.vesper.desk.execution.VenueGateway.SliceHours;
import dev.vesper.execution.WorkingSession;
import dev.vesper.orders.ChildOrder;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** Waits for market time where it goes by the clock. Where it does not, every moment has come and nothing waits. */
final class PacedWork {
    /** How long nobody looks whether a kill switch was pressed or a session opened. */
    private static final long LOOK_MILLIS = 500;

    private final MarketPace pace;
    private final Function<String, WorkingSession> sessions;
    private final ReentrantLock lock;
    private final Condition news;

    /** @param sessions in which each symbol is worked; asked only where market time goes by the clock */
    PacedWork(MarketPace pace, Function<String, WorkingSession> sessions, ReentrantLock lock, Condition news) {
        this.pace = pace;
        this.sessions = sessions;
        this.lock = lock;
        this.news = news;
    }

    /** See {@link dev.vesper.desk.execution.VenueGateway#begin}. */
    boolean begin(WorkingSession session, SliceHours slice, Consumer<String> waits) {
        if (pace.leftMillis(session, slice.startMillis()) > 0) {
            waits.accept(LocalTime.ofNanoOfDay(slice.startMillis() * 1_000_000) + " of " + session.date() + ", "
                    + session.market().zone() + ", when the next slice begins");
        }
        until(session, slice.startMillis(), () -> true);
        return fast() || pace.leftMillis(session, slice.endMillis()) > 0;
    }

    /** Whether a child's time is over. */
    boolean over(ChildOrder child) {
        return !fast() && pace.leftMillis(sessions.apply(child.symbol()), child.expireMillis()) <= 0;
    }

    /** Whether a child may leave. */
    boolean due(ChildOrder child) {
        return fast() || pace.leftMillis(sessions.apply(child.symbol()), child.sentMillis()) <= 0;
    }

    /** Lets no child leave whose time is over. */
    ChildGate inTime(ChildGate gate) {
        return fast() ? gate : new InTime(gate);
    }

    /** Waits until a child may leave, or until its time is over. */
    void until(ChildOrder child, boolean over, Meanwhile meanwhile) {
        if (!fast()) {
            until(sessions.apply(child.symbol()), over ? child.expireMillis() : child.sentMillis(), meanwhile);
        }
    }

    private boolean fast() {
        return pace.equals(MarketPace.FAST);
    }

    private final class InTime implements ChildGate {
        private final ChildGate gate;

        InTime(ChildGate gate) {
            this.gate = gate;
        }

        @Override
        public Optional<String> stopped(ChildOrder child) {
            return gate.stopped(child);
        }

        @Override
        public Optional<String> pass(ChildOrder child, Runnable leave) {
            return over(child) ? Optional.of("its time was over before it left") : gate.pass(child, leave);
        }
    }

    /** Something to do while time passes; false where nothing needs the time any more. */
    interface Meanwhile {
        boolean goOn();
    }

    /** Waits for a moment, and looks around again and again. */
    private void until(WorkingSession session, long marketMillis, Meanwhile meanwhile) {
        long left = pace.leftMillis(session, marketMillis);
        while (left > 0 && meanwhile.goOn()) {
            sleep(Math.min(left, LOOK_MILLIS));
            left = pace.leftMillis(session, marketMillis);
        }
    }

    private void sleep(long millis) {
        lock.lock();
        try {
            long left = millis * 1_000_000;
            while (left > 0) {
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Expected to wait for the time of the exchange, but was stopped", e);
        } finally {
            lock.unlock();
        }
    }
}
