package dev.vesper.adapters.api.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * The connections of one server. Each either waits for a whole request or is being answered, and both end: what trickles is
 * cut off like what stands still. Where they are too many, the one that has waited longest goes first, so that however many
 * send half a request and no more, the next one is heard.
 *
 * @param <C> a connection
 */
final class Connections<C> {
    /**
     * What is allowed.
     *
     * @param most how many are answered at a time; also how many may wait while few are answered
     * @param spare how many may wait, and be told how Vesper is, while all others are answered
     * @param request from the opening, or from the last answer, until a whole request is there
     * @param answer from then until its answer is fetched
     */
    record Limits(int most, int spare, Duration request, Duration answer) {}

    /** Closes one. */
    interface Cut<C> {
        void close(C connection, TimeoutException why);
    }

    private final Limits limits;
    private final LongSupplier nanos;
    private final Cut<C> cut;
    // each with the moment at which it ends; the oldest stand first
    private final Map<C, Long> waiting = new LinkedHashMap<>();
    private final Map<C, Long> answered = new LinkedHashMap<>();

    Connections(Limits limits, LongSupplier nanos, Cut<C> cut) {
        this.limits = limits;
        this.nanos = nanos;
        this.cut = cut;
    }

    Limits limits() {
        return limits;
    }

    void opened(C connection) {
        List<C> tooMany;
        synchronized (this) {
            waiting.put(connection, until(limits.request()));
            tooMany = tooMany();
        }
        close(tooMany, "there are " + limits.most() + " others");
    }

    synchronized void closed(C connection) {
        waiting.remove(connection);
        answered.remove(connection);
    }

    /**
     * A whole request is there.
     *
     * @param probe whether it asks how Vesper is, which is answered beyond the most as well
     * @return whether it may be answered; what may not be is told so, and waits on
     */
    synchronized boolean asked(C connection, boolean probe) {
        boolean room = answered.size() < limits.most() + (probe ? limits.spare() : 0);
        if (room && waiting.remove(connection) != null) {
            answered.put(connection, until(limits.answer()));
        }
        return room;
    }

    /** Its answer is fetched; it may ask again. */
    void done(C connection) {
        List<C> tooMany;
        synchronized (this) {
            if (answered.remove(connection) != null) {
                waiting.put(connection, until(limits.request()));
            }
            tooMany = tooMany();
        }
        close(tooMany, "there are " + limits.most() + " others");
    }

    /** Closes what took too long. */
    void sweep() {
        List<C> late = new ArrayList<>();
        synchronized (this) {
            takeLate(waiting, late);
            takeLate(answered, late);
        }
        close(late, "it took too long");
    }

    private void takeLate(Map<C, Long> some, List<C> late) {
        long now = nanos.getAsLong();
        Iterator<Map.Entry<C, Long>> oldest = some.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<C, Long> one = oldest.next();
            if (one.getValue() - now > 0) {
                return;
            }
            late.add(one.getKey());
            oldest.remove();
        }
    }

    private List<C> tooMany() {
        List<C> gone = new ArrayList<>();
        while (waiting.size() + answered.size() > limits.most() && waiting.size() > limits.spare()) {
            C oldest = waiting.keySet().iterator().next();
            waiting.remove(oldest);
            gone.add(oldest);
        }
        return gone;
    }

    private void close(List<C> some, String why) {
        some.forEach(connection -> cut.close(connection, new TimeoutException("Cut off: " + why)));
    }

    private long until(Duration allowed) {
        return nanos.getAsLong() + allowed.toNanos();
    }
}
