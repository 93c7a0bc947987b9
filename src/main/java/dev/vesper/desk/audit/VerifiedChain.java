package dev.vesper.desk.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Remembers how far the chain was verified, so that a look costs what was added since and not the whole log. What was verified
 * is verified anew once a day: a row that somebody alters behind the mark shows then, or as soon as everything is verified.
 */
public final class VerifiedChain {
    /** Rows that one look verifies at most: some tens of milliseconds. */
    private static final int STEP = 2_000;

    private static final Duration ANEW = Duration.ofHours(24);

    private final AuditLog audit;
    private final InstantSource clock;
    private final ReentrantLock one = new ReentrantLock();
    private ChainCheck walk = new ChainCheck();
    private Instant begun;
    private long verified;
    private Instant at = Instant.EPOCH;
    private List<AuditLog.Fault> faults = List.of();
    private long allVerified;
    private Instant allAt = Instant.EPOCH;
    private List<AuditLog.Fault> allFaults = List.of();

    public VerifiedChain(AuditLog audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** Where it stands, after one step more. */
    public ChainState look() {
        one.lock();
        try {
            return step();
        } finally {
            one.unlock();
        }
    }

    /** Goes on until every row is verified, in steps that others may come between. */
    public void catchUp() {
        one.lock();
        try {
            if (!clock.instant().isBefore(begun.plus(ANEW))) {
                walk = new ChainCheck();
                begun = clock.instant();
            }
        } finally {
            one.unlock();
        }
        long before = -1;
        for (long now = walked(); now != before; now = walked()) {
            before = now;
            look();
        }
    }

    private long walked() {
        one.lock();
        try {
            return walk.last();
        } finally {
            one.unlock();
        }
    }

    private ChainState step() {
        ChainHead head = audit.head();
        List<ChainedRow> rows =
                walk.last() < head.sequence() ? audit.chained(AuditQuery.ALL, walk.last(), STEP) : List.of();
        rows.forEach(walk::take);
        if (walk.last() >= verified) {
            verified = walk.last();
            at = rows.isEmpty() && verified > 0 ? at : clock.instant();
            faults = found(head, rows.size() < STEP);
        }
        return new ChainState(head, verified, at, faults, allVerified, allAt, allFaults);
    }

    /** The head is the row that was written last: where the walk is at its end, it names the last row. */
    private List<AuditLog.Fault> found(ChainHead head, boolean ended) {
        List<String> said = walk.faults();
        walk.missing(new ChainHead(walk.last(), "", Instant.EPOCH)).ifPresent(said::add);
        if (ended && walk.last() < head.sequence()) {
            walk.missing(head).filter(fault -> !said.contains(fault)).ifPresent(said::add);
        }
        if (walk.last() > head.sequence()) {
            said.add("row " + walk.last() + " is missing: it was there at " + at + ", but now " + head.sequence()
                    + " is the newest: the tail was cut off");
        }
        if (walk.last() == head.sequence()) {
            walk.contradicts(head.sequence(), head.hash()).ifPresent(said::add);
        }
        return said.stream().map(fault -> new AuditLog.Fault(row(fault), fault)).toList();
    }

    private static long row(String fault) {
        String number = fault.substring("row ".length()).split("\\D", 2)[0];
        return number.isEmpty() ? 0 : Long.parseLong(number);
    }

    /**
     * Verifies everything, however long it takes, and remembers what was found.
     *
     * @param all every fault of the log and of what it vouches for
     */
    public List<AuditLog.Fault> everything(Supplier<List<AuditLog.Fault>> all) {
        ChainHead head = audit.head();
        List<AuditLog.Fault> found = new ArrayList<>(all.get());
        one.lock();
        try {
            allVerified = head.sequence();
            allAt = clock.instant();
            allFaults = List.copyOf(found);
        } finally {
            one.unlock();
        }
        return found;
    }
}
