package dev.vesper.adapters.routes.fix;

import dev.vesper.basics.Problem;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.MsgType;
import quickfix.field.ResetSeqNumFlag;
import quickfix.field.Text;

/**
 * Which venues are logged on, and how often sessions broke. Where the two sides disagree on sequence numbers in a way
 * FIX cannot mend by itself ("MsgSeqNum too low": one side lost its store), the next logon asks a simulated venue to start
 * again at 1, and the gateway asks about what was lost with the numbers. With a real venue that is a person's matter: it
 * would delete what the other side could still ask for.
 */
final class FixSessions {
    private static final String TOO_LOW = "MsgSeqNum too low";
    /** How often it is asked whether a person still keeps a venue logged out. */
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    private final ReentrantLock lock;
    private final Condition news;
    private final Set<String> on = new HashSet<>();
    private final Set<String> resetNext = new HashSet<>();
    private final Predicate<Set<String>> loggedOut;
    private final Predicate<String> real;
    private int breaks;

    /**
     * Of venues that are not logged on yet.
     *
     * @param loggedOut whether a person has logged one of some venues out
     * @param real which venues are outside of this program: their numbers begin again only when a person says so
     */
    FixSessions(ReentrantLock lock, Condition news, Predicate<Set<String>> loggedOut, Predicate<String> real) {
        this.lock = lock;
        this.news = news;
        this.loggedOut = loggedOut;
        this.real = real;
    }

    void loggedOn(String venue) {
        lock.lock();
        try {
            on.add(venue);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void loggedOff(String venue) {
        lock.lock();
        try {
            on.remove(venue);
            breaks++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Looks at a session message that came or is about to go; a logon may be told to reset. */
    void admin(String venue, Message message, boolean sent) throws FieldNotFound {
        String type = message.getHeader().getString(MsgType.FIELD);
        lock.lock();
        try {
            if (type.equals(MsgType.LOGOUT)
                    && !real.test(venue)
                    && FixFields.textOr(message, Text.FIELD, "").startsWith(TOO_LOW)) {
                resetNext.add(venue);
            }
            if (type.equals(MsgType.LOGON) && sent && resetNext.remove(venue)) {
                message.setBoolean(ResetSeqNumFlag.FIELD, true);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How often the sessions broke so far; whoever sends compares it before and after. */
    int breaks() {
        lock.lock();
        try {
            return breaks;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all the venues are logged on; without end while a person has logged one of them out.
     *
     * @throws Problem of kind UNAVAILABLE after the timeout
     */
    void awaitLogon(Set<String> venues, long timeoutNanos) {
        lock.lock();
        try {
            long left = timeoutNanos;
            while (!on.containsAll(venues)) {
                Set<String> missing = new HashSet<>(venues);
                missing.removeAll(on);
                boolean held = loggedOut.test(missing); // then a person decides how long
                if (left <= 0 && !held) {
                    throw Problem.unavailable("Expected the venues to be logged on within "
                            + timeoutNanos / 1_000_000_000 + " s, but " + new java.util.TreeSet<>(missing)
                            + " are not; maybe a venue is down or its address is wrong");
                }
                long rest = news.awaitNanos(held ? LOOK_AGAIN_NANOS : left);
                left = held ? timeoutNanos : rest;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Expected to wait for the venues, but was interrupted", e);
        } finally {
            lock.unlock();
        }
    }
}
