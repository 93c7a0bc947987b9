package dev.vesper.execution.engine;

import java.math.BigInteger;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What else is said of a parent of the Java engine: another window, its peg, what it draws, a replace that the venue refused. */
final class TwinRevisions {
    private final EngineCapacity capacity;
    private final TwinInstrument[] instruments;
    private final TwinBooks books;
    private final TwinGate gate;
    private final TwinWork work;

    TwinRevisions(
            EngineCapacity capacity, TwinInstrument[] instruments, TwinBooks books, TwinGate gate, TwinWork work) {
        this.capacity = capacity;
        this.instruments = instruments;
        this.books = books;
        this.gate = gate;
        this.work = work;
    }

    /** Another window: what is still to come of the curve is stretched or squeezed into the rest of it, what has come stays due. */
    @Nullable
    RefusalReason window(@Nullable TwinParent parent, TwinEvent event) {
        if (parent == null || !parent.worked || parent.ending != null) {
            return RefusalReason.PARENT;
        }
        long start = event.longAt(EngineFormat.START);
        long end = event.longAt(EngineFormat.END);
        if (start < 0 || end <= start || end > EngineFormat.MOST_TIME || end <= work.now) {
            return RefusalReason.NUMBER;
        }
        long from = Math.max(parent.start, work.now);
        long to = Math.max(start, work.now);
        BigInteger before = BigInteger.valueOf(parent.end - from);
        BigInteger after = BigInteger.valueOf(end - to);
        TreeMap<Long, Long> ahead = new TreeMap<>(parent.curve.tailMap(work.now, false));
        ahead.keySet().forEach(parent.curve::remove);
        // in their order, so that of two at one time the later one counts
        ahead.forEach((time, lots) -> parent.curve.put(
                to
                        + BigInteger.valueOf(time - from)
                                .multiply(after)
                                .divide(before)
                                .longValueExact(),
                lots));
        parent.start = start;
        parent.end = end;
        if (work.now < start) {
            work.cancelChildren(parent);
        }
        work.look(parent);
        return null;
    }

    @Nullable
    RefusalReason peg(@Nullable TwinParent parent, TwinEvent event) {
        if (parent == null || parent.ending != null) {
            return RefusalReason.PARENT;
        }
        Peg peg = event.peg();
        if (peg == null || !peg.stand()) {
            return RefusalReason.NUMBER;
        }
        parent.peg = peg;
        return looked(parent);
    }

    @Nullable
    RefusalReason random(@Nullable TwinParent parent, TwinEvent event) {
        if (parent == null || parent.ending != null) {
            return RefusalReason.PARENT;
        }
        if (!event.drawn().stand()) {
            return RefusalReason.NUMBER;
        }
        parent.draws = new TwinDraws(event.drawn());
        return looked(parent);
    }

    /** The venue left a child at a price; beyond the limit it may not stay. */
    @Nullable
    RefusalReason replaceRefused(TwinParent.@Nullable Child child, TwinEvent event) {
        if (child == null) {
            return RefusalReason.CHILD;
        }
        long price = event.longAt(EngineFormat.STANDS_AT);
        if (!JavaEngine.isPrice(price)) {
            return RefusalReason.NUMBER;
        }
        TwinParent parent = work.open((int) (child.id >> EngineFormat.CHILD_BITS));
        long at = gate.counted(parent.instrument, price, instruments[parent.instrument].reference());
        if (books.reservedAfter(parent, child, at) > EngineFormat.MOST_AMOUNT) {
            return RefusalReason.AMOUNT;
        }
        books.replaced(parent, child, at);
        child.price = price;
        parent.pegAt = Math.max(parent.pegAt, work.now + capacity.retryNanos());
        if (!child.cancelling && parent.beyond(price, parent.terms.limit())) {
            child.cancelling = true;
            work.out.cancel(parent, child);
        }
        return parent.ending == null ? looked(parent) : null;
    }

    private @Nullable RefusalReason looked(TwinParent parent) {
        if (parent.worked) {
            work.look(parent);
        }
        return null;
    }
}
