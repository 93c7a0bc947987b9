package dev.vesper.execution.engine;

import dev.vesper.execution.ring.Ring;
import dev.vesper.orders.Side;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Lays events out in the form of {@link EngineFormat}, one after the other. */
public final class EventWriter {
    private final RecordPlaces places;
    private final MemorySegment segment;
    private int count;

    public EventWriter(MemorySegment segment) {
        this(new RecordPlaces(segment));
    }

    /** Into cells of a ring, none until they are {@link #claimed}. */
    public EventWriter(Ring ring) {
        this(new RecordPlaces(ring));
    }

    private EventWriter(RecordPlaces places) {
        this.places = places;
        this.segment = places.segment();
    }

    public int count() {
        return count;
    }

    /** Begins at claimed cells of the ring, from a position on. */
    public void claimed(long position, int cells) {
        places.begin(position, cells);
        count = 0;
    }

    /** Begins again at the beginning. */
    public void clear() {
        count = 0;
    }

    public void quote(long time, int instrument, long bid, long ask) {
        long at = begin(EventKind.QUOTE, time, instrument, 0);
        put(at, EngineFormat.BID, bid);
        put(at, EngineFormat.ASK, ask);
    }

    public void trade(long time, int instrument, long price, long units) {
        long at = begin(EventKind.TRADE, time, instrument, 0);
        put(at, EngineFormat.LOTS, price);
        put(at, EngineFormat.UNITS, units);
    }

    public void time(long time) {
        begin(EventKind.TIME, time, 0, 0);
    }

    /**
     * A parent with its window and its curve, all that it takes.
     *
     * @param lotUnits units of a lot
     */
    public void parent(long time, int instrument, int parent, Side side, Terms terms, Curve curve, long lotUnits) {
        parent(time, instrument, 0, parent, side, terms, curve, lotUnits);
    }

    /** A parent of an account. */
    public void parent(
            long time, int instrument, int account, int parent, Side side, Terms terms, Curve curve, long lotUnits) {
        terms(EventKind.PARENT, time, instrument, parent, side, terms);
        curve(time, account, parent, curve, lotUnits);
    }

    /** Window and curve of a parent that was told; with the last of it, it is worked. */
    public void curve(long time, int account, int parent, Curve curve, long lotUnits) {
        window(time, account, parent, curve.startNanos(), curve.endNanos(), lotUnits, curve.times().length);
        for (int i = 0; i < curve.times().length; i += 2) {
            boolean two = i + 1 < curve.times().length;
            points(
                    time,
                    parent,
                    curve.times()[i],
                    curve.lots()[i],
                    two ? curve.times()[i + 1] : 0,
                    two ? curve.lots()[i + 1] : 0);
        }
    }

    public void terms(EventKind kind, long time, int instrument, int parent, Side side, Terms terms) {
        long at = begin(kind, time, instrument, parent);
        segment.set(ValueLayout.JAVA_BYTE, at + EngineFormat.SIDE, (byte) (side == Side.BUY ? 0 : 1));
        put(at, EngineFormat.LOTS, terms.lots());
        put(at, EngineFormat.LIMIT, terms.limit());
        put(at, EngineFormat.MINIMUM, terms.minimum());
        put(at, EngineFormat.MAXIMUM, terms.maximum());
        segment.set(EngineFormat.U32, at + EngineFormat.CAP, terms.capBps());
        segment.set(EngineFormat.U32, at + EngineFormat.DISPLAY, terms.display());
    }

    public void window(long time, int parent, long start, long end, long lotUnits, long points) {
        window(time, 0, parent, start, end, lotUnits, points);
    }

    public void window(long time, int account, int parent, long start, long end, long lotUnits, long points) {
        long at = begin(EventKind.WINDOW, time, account, parent);
        put(at, EngineFormat.START, start);
        put(at, EngineFormat.END, end);
        put(at, EngineFormat.LOT_UNITS, lotUnits);
        put(at, EngineFormat.POINTS, points);
    }

    public void points(long time, int parent, long firstTime, long firstLots, long secondTime, long secondLots) {
        long at = begin(EventKind.CURVE, time, 0, parent);
        put(at, EngineFormat.POINT_TIME, firstTime);
        put(at, EngineFormat.POINT_LOTS, firstLots);
        put(at, EngineFormat.POINT_TIME + EngineFormat.POINT, secondTime);
        put(at, EngineFormat.POINT_LOTS + EngineFormat.POINT, secondLots);
    }

    /** Of a parent that was told, or is worked. */
    public void style(long time, int parent, Style style) {
        long at = begin(EventKind.STYLE, time, 0, parent);
        put(at, EngineFormat.REASON, (byte) (style.auction() ? 1 : 0));
        put(at, EngineFormat.WOULD, style.would());
    }

    /** Another window of a parent that is worked: what is still to come of its curve is stretched or squeezed into the rest of it. */
    public void amendWindow(long time, int parent, long start, long end) {
        long at = begin(EventKind.AMEND_WINDOW, time, 0, parent);
        put(at, EngineFormat.START, start);
        put(at, EngineFormat.END, end);
    }

    /** Of a parent that was told, or is worked. */
    public void peg(long time, int parent, Peg peg) {
        long at = begin(EventKind.PEG, time, 0, parent);
        put(at, EngineFormat.REASON, (byte) peg.to().code());
        put(at, EngineFormat.OFFSET, peg.offset());
        put(at, EngineFormat.TICK, peg.tick());
        put(at, EngineFormat.INTERVAL, peg.intervalNanos());
        put(at, EngineFormat.STALE, peg.staleNanos());
    }

    /** Of a parent that was told, or is worked; its curve is drawn where it is not whole yet. */
    public void random(long time, int parent, Drawn drawn) {
        long at = begin(EventKind.RANDOM, time, 0, parent);
        put(at, EngineFormat.SEED, drawn.seed());
        put(at, EngineFormat.LEAST_SHOWN, drawn.leastDisplay());
        put(at, EngineFormat.DRAWN_SIZE, drawn.sizeBps());
        put(at, EngineFormat.DRAWN_TIME, drawn.timeBps());
    }

    public void cancel(long time, int parent) {
        begin(EventKind.CANCEL, time, 0, parent);
    }

    public void fill(long time, long child, long lots, long price) {
        long at = begin(EventKind.FILL, time, 0, child);
        put(at, EngineFormat.LOTS, lots);
        put(at, EngineFormat.FILL_PRICE, price);
    }

    /**
     * A child is no longer at the venue.
     *
     * @param rejected whether the venue did not take it: the parent then waits before it tries again
     */
    public void ended(long time, long child, boolean rejected) {
        long at = begin(EventKind.CHILD_ENDED, time, 0, child);
        segment.set(ValueLayout.JAVA_BYTE, at + EngineFormat.REASON, (byte) (rejected ? 1 : 0));
    }

    /**
     * The venue refused to change a child's price.
     *
     * @param price at which it stands, 0 for at the market
     */
    public void replaceRefused(long time, long child, long price) {
        put(begin(EventKind.REPLACE_REFUSED, time, 0, child), EngineFormat.STANDS_AT, price);
    }

    public void halt(long time, int instrument) {
        begin(EventKind.HALT, time, instrument, 0);
    }

    public void resume(long time, int instrument) {
        begin(EventKind.RESUME, time, instrument, 0);
    }

    public void kill(long time) {
        begin(EventKind.KILL, time, 0, 0);
    }

    long begin(EventKind kind, long time, int instrument, long order) {
        long at = places.at(count++);
        segment.asSlice(at, EngineFormat.RECORD).fill((byte) 0);
        segment.set(EngineFormat.U16, at + EngineFormat.KIND, (short) kind.code());
        segment.set(EngineFormat.U32, at + EngineFormat.INSTRUMENT, instrument);
        put(at, EngineFormat.TIME, time);
        put(at, EngineFormat.ORDER, order);
        return at;
    }

    void put(long at, int offset, long value) {
        segment.set(EngineFormat.I64, at + offset, value);
    }

    void put(long at, int offset, int value) {
        segment.set(EngineFormat.U32, at + offset, value);
    }

    void put(long at, int offset, byte value) {
        segment.set(ValueLayout.JAVA_BYTE, at + offset, value);
    }
}
