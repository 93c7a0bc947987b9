package dev.vesper.execution.engine;

import dev.vesper.execution.ring.Ring;
import dev.vesper.execution.ring.SingleProducerRing;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engine in plain Java: clear before fast, what the native one is compared with, and what serves where that is missing. It
 * sums, searches and makes objects where the native one keeps count.
 */
public final class JavaEngine implements Engine {
    private final EngineCapacity capacity;
    private final TwinInstrument[] instruments;
    private final @Nullable TwinParent[] parents;
    private final TwinBooks books;
    private final TwinGate gate;
    private final TwinWork work;
    private final TwinRevisions revisions;
    private long events;
    private boolean killed;

    public JavaEngine(EngineCapacity capacity) {
        this.capacity = capacity;
        instruments = new TwinInstrument[capacity.instruments()];
        Arrays.setAll(instruments, i -> new TwinInstrument());
        parents = new TwinParent[capacity.parents()];
        books = new TwinBooks(capacity);
        gate = new TwinGate(capacity, books);
        work = new TwinWork(capacity, instruments, parents, books, gate);
        revisions = new TwinRevisions(capacity, instruments, books, gate, work);
    }

    @Override
    public String name() {
        return "java";
    }

    @Override
    public void close() {
        // nothing is held but memory
    }

    @Override
    public long handle(MemorySegment segment, int count, MemorySegment decisions) {
        int room = Engine.room(capacity, segment, count, decisions);
        var out = new DecisionWriter(new RecordPlaces(decisions));
        return Engine.handled(take(new RecordPlaces(segment), count, out, room), out.count());
    }

    @Override
    public long poll(Ring events, SingleProducerRing decisions) {
        int room = Engine.room(capacity, decisions);
        int count = events.ready(events.cells());
        var from = new RecordPlaces(events);
        from.begin(events.head(), count);
        var to = new RecordPlaces(decisions);
        to.begin(decisions.tail(), room);
        var out = new DecisionWriter(to);
        int taken = take(from, count, out, room);
        decisions.commit(decisions.tail(), out.count());
        events.release(taken);
        return Engine.handled(taken, out.count());
    }

    private int take(RecordPlaces from, int count, DecisionWriter out, int room) {
        work.out = out;
        int taken = 0;
        while (taken < count && room - out.count() >= capacity.mostDecisionsOfAnEvent()) {
            long at = from.at(taken++);
            RefusalReason refusal = take(new TwinEvent(from.segment(), at));
            if (refusal != null) {
                out.refused(from.segment(), at, refusal);
            }
            events++;
        }
        return taken;
    }

    private @Nullable RefusalReason take(TwinEvent event) {
        EventKind kind = EventKind.of(event.kind());
        long time = event.longAt(EngineFormat.TIME);
        work.out.event(events, time);
        if (kind == null) {
            return RefusalReason.KIND;
        }
        if (time < work.now || time > EngineFormat.MOST_TIME) {
            return RefusalReason.TIME;
        }
        work.now = time;
        work.lookAtWhatTimeMakesDue();
        return switch (kind) {
            case QUOTE -> quote(event);
            case TRADE -> trade(event);
            case TIME -> null;
            case PARENT -> parent(event);
            case WINDOW -> window(event);
            case CURVE -> curve(event);
            case AMEND -> amend(event);
            case STYLE -> style(event);
            case AMEND_WINDOW -> revisions.window(told(event), event);
            case PEG -> revisions.peg(told(event), event);
            case RANDOM -> revisions.random(told(event), event);
            case REPLACE_REFUSED -> revisions.replaceRefused(child(event), event);
            case CANCEL -> cancel(event);
            case FILL -> fill(event);
            case CHILD_ENDED -> childEnded(event);
            case HALT -> halt(event);
            case RESUME -> resume(event);
            case KILL -> kill();
            case STOP -> stop(event, true);
            case RELEASE -> stop(event, false);
            case POSITION -> position(event);
            case CASH -> cash(event);
            case LIMITS_BEGIN -> gate.begin(event);
            case INSTRUMENT_LIMITS, ACCOUNT_LIMITS, POSITION_LIMITS -> gate.row(kind, event);
            case LIMITS -> gate.limits(event);
        };
    }

    private @Nullable RefusalReason quote(TwinEvent event) {
        TwinInstrument instrument = instrument(event);
        if (instrument == null) {
            return RefusalReason.INSTRUMENT;
        }
        long bid = event.longAt(EngineFormat.BID);
        long ask = event.longAt(EngineFormat.ASK);
        if (!isPrice(bid) || !isPrice(ask)) {
            return RefusalReason.NUMBER;
        }
        if (instrument.bid != bid || instrument.ask != ask) {
            instrument.moves++;
        }
        instrument.quotes++;
        instrument.quotedAt = work.now;
        instrument.bid = bid;
        instrument.ask = ask;
        if (ask > 0) {
            work.lookUpTo(instrument.byAsk, EngineFormat.MOST_PRICE - ask);
        }
        if (bid > 0) {
            work.lookUpTo(instrument.byBid, bid);
        }
        work.lookUpTo(instrument.byMove, instrument.moves);
        work.lookUpTo(instrument.byQuote, instrument.quotes);
        return null;
    }

    private @Nullable RefusalReason trade(TwinEvent event) {
        TwinInstrument instrument = instrument(event);
        if (instrument == null) {
            return RefusalReason.INSTRUMENT;
        }
        long units = event.longAt(EngineFormat.UNITS);
        if (!isPrice(event.longAt(EngineFormat.LOTS)) || units < 1 || units > EngineFormat.MOST_UNITS) {
            return RefusalReason.NUMBER;
        }
        if (instrument.volume + units > EngineFormat.MOST_UNITS) {
            return RefusalReason.VOLUME;
        }
        instrument.last = event.longAt(EngineFormat.LOTS);
        instrument.volume += units;
        work.lookUpTo(instrument.byVolume, instrument.volume);
        return null;
    }

    private @Nullable RefusalReason parent(TwinEvent event) {
        if (killed) {
            return RefusalReason.KILLED;
        }
        if (instrument(event) == null) {
            return RefusalReason.INSTRUMENT;
        }
        long number = event.longAt(EngineFormat.ORDER);
        if (number < 0 || number >= parents.length || parents[(int) number] != null) {
            return RefusalReason.PARENT;
        }
        int side = event.byteAt(EngineFormat.SIDE);
        Terms terms = event.terms();
        if (side > 1 || !terms.stand()) {
            return RefusalReason.NUMBER;
        }
        parents[(int) number] = new TwinParent((int) number, event.intAt(EngineFormat.INSTRUMENT), side, terms);
        return null;
    }

    private @Nullable RefusalReason window(TwinEvent event) {
        TwinParent parent = told(event);
        if (parent == null || parent.worked || parent.points != 0) {
            return RefusalReason.PARENT;
        }
        int account = event.intAt(EngineFormat.INSTRUMENT);
        if (!books.has(account)) {
            return RefusalReason.ACCOUNT;
        }
        long start = event.longAt(EngineFormat.START);
        long end = event.longAt(EngineFormat.END);
        long lotUnits = event.longAt(EngineFormat.LOT_UNITS);
        long points = event.longAt(EngineFormat.POINTS);
        if (start < 0
                || end <= start
                || end > EngineFormat.MOST_TIME
                || lotUnits < 1
                || parent.terms.lots() > EngineFormat.MOST_UNITS / lotUnits
                || points < 1
                || points > capacity.points()) {
            return RefusalReason.NUMBER;
        }
        parent.account = account;
        parent.start = start;
        parent.end = end;
        parent.lotUnits = lotUnits;
        parent.points = (int) points;
        return null;
    }

    private @Nullable RefusalReason curve(TwinEvent event) {
        TwinParent parent = told(event);
        if (parent == null || parent.worked || parent.points == 0) {
            return RefusalReason.PARENT;
        }
        int left = parent.points - parent.curve.size();
        long time = event.longAt(EngineFormat.POINT_TIME);
        if (!parent.goesOn(time, event.longAt(EngineFormat.POINT_LOTS), left == 1)) {
            return RefusalReason.NUMBER;
        }
        parent.curve.put(time, event.longAt(EngineFormat.POINT_LOTS));
        if (left >= 2) {
            long second = event.longAt(EngineFormat.POINT_TIME + EngineFormat.POINT);
            long lots = event.longAt(EngineFormat.POINT_LOTS + EngineFormat.POINT);
            if (!parent.goesOn(second, lots, left == 2)) {
                parent.curve.remove(time);
                return RefusalReason.NUMBER;
            }
            parent.curve.put(second, lots);
        }
        if (left <= 2) {
            parent.draws.curve(parent);
            parent.worked = true;
            work.look(parent);
        }
        return null;
    }

    private @Nullable RefusalReason amend(TwinEvent event) {
        TwinParent parent = told(event);
        if (parent == null || !parent.worked || parent.ending != null) {
            return RefusalReason.PARENT;
        }
        if (parent.instrument != event.intAt(EngineFormat.INSTRUMENT)) {
            return RefusalReason.INSTRUMENT;
        }
        Terms terms = event.terms();
        if (parent.side != event.byteAt(EngineFormat.SIDE)
                || !terms.stand()
                || terms.lots() < parent.done
                || terms.lots() > EngineFormat.MOST_UNITS / parent.lotUnits) {
            return RefusalReason.NUMBER;
        }
        boolean tooMuch = parent.committed() > terms.lots();
        if (!tooMuch && !books.hasRoomAt(parent, terms.limit())) {
            return RefusalReason.AMOUNT;
        }
        parent.terms = terms;
        if (tooMuch) {
            work.cancelChildren(parent);
        } else {
            for (TwinParent.Child child : parent.children) {
                if (!child.cancelling && parent.beyond(child.price, terms.limit())) {
                    books.replaced(parent, child, terms.limit());
                    child.price = terms.limit();
                    work.out.replace(parent, child);
                }
            }
        }
        work.look(parent);
        return null;
    }

    private @Nullable RefusalReason style(TwinEvent event) {
        TwinParent parent = told(event);
        if (parent == null || parent.ending != null) {
            return RefusalReason.PARENT;
        }
        long would = event.longAt(EngineFormat.WOULD);
        int auction = event.byteAt(EngineFormat.REASON);
        if (!isPrice(would) || auction > 1) {
            return RefusalReason.NUMBER;
        }
        parent.style = new Style(would, auction == 1);
        if (parent.worked) {
            work.look(parent);
        }
        return null;
    }

    private @Nullable RefusalReason cancel(TwinEvent event) {
        TwinParent parent = told(event);
        if (parent == null || parent.ending != null) {
            return RefusalReason.PARENT;
        }
        work.finish(parent, EndReason.CANCELLED);
        return null;
    }

    private @Nullable RefusalReason fill(TwinEvent event) {
        TwinParent.Child child = child(event);
        if (child == null) {
            return RefusalReason.CHILD;
        }
        long lots = event.longAt(EngineFormat.LOTS);
        if (lots < 1 || lots > child.open || !isPrice(event.longAt(EngineFormat.FILL_PRICE))) {
            return RefusalReason.NUMBER;
        }
        TwinParent parent = work.open((int) (child.id >> EngineFormat.CHILD_BITS));
        if (!books.filled(parent, child, lots * parent.lotUnits, event.longAt(EngineFormat.FILL_PRICE))) {
            return RefusalReason.AMOUNT;
        }
        child.open -= lots;
        parent.done += lots;
        if (child.open == 0) {
            parent.children.remove(child);
        }
        work.goOn(parent);
        return null;
    }

    private @Nullable RefusalReason childEnded(TwinEvent event) {
        TwinParent.Child child = child(event);
        if (child == null) {
            return RefusalReason.CHILD;
        }
        int reason = event.byteAt(EngineFormat.REASON);
        if (reason > 1) {
            return RefusalReason.NUMBER;
        }
        TwinParent parent = work.open((int) (child.id >> EngineFormat.CHILD_BITS));
        parent.children.remove(child);
        books.over(parent, child.open * parent.lotUnits, child.at);
        if (reason == 1) {
            parent.retryAt = work.now + capacity.retryNanos();
        }
        work.goOn(parent);
        return null;
    }

    private @Nullable RefusalReason halt(TwinEvent event) {
        TwinInstrument instrument = instrument(event);
        if (instrument == null) {
            return RefusalReason.INSTRUMENT;
        }
        instrument.halted = true;
        return null;
    }

    private @Nullable RefusalReason resume(TwinEvent event) {
        TwinInstrument instrument = instrument(event);
        if (instrument == null) {
            return RefusalReason.INSTRUMENT;
        }
        instrument.halted = false;
        for (TwinParent parent : parents) {
            if (parent != null
                    && parent.worked
                    && parent.ending == null
                    && instruments[parent.instrument] == instrument) {
                work.look(parent);
            }
        }
        return null;
    }

    private @Nullable RefusalReason kill() {
        killed = true;
        for (TwinParent parent : parents) {
            if (parent != null && parent.ending == null) {
                work.finish(parent, EndReason.KILLED);
            }
        }
        return null;
    }

    private @Nullable RefusalReason stop(TwinEvent event, boolean stopped) {
        int what = event.byteAt(EngineFormat.SIDE);
        if (what > 1) {
            return RefusalReason.NUMBER;
        }
        int number = event.intAt(EngineFormat.INSTRUMENT);
        boolean ofAccount = GateWriter.Of.of(what) == GateWriter.Of.ACCOUNT;
        if (ofAccount) {
            if (!books.has(number)) {
                return RefusalReason.ACCOUNT;
            }
            books.account(number).stopped = stopped;
        } else {
            TwinInstrument instrument = instrument(event);
            if (instrument == null) {
                return RefusalReason.INSTRUMENT;
            }
            instrument.stopped = stopped;
        }
        for (TwinParent parent : parents) {
            if (parent != null
                    && parent.worked
                    && parent.ending == null
                    && (ofAccount ? parent.account : parent.instrument) == number) {
                if (stopped) {
                    work.cancelChildren(parent);
                } else {
                    work.look(parent);
                }
            }
        }
        return null;
    }

    private @Nullable RefusalReason position(TwinEvent event) {
        if (instrument(event) == null) {
            return RefusalReason.INSTRUMENT;
        }
        int account = event.intAt(EngineFormat.OF_ACCOUNT);
        if (!books.has(account)) {
            return RefusalReason.ACCOUNT;
        }
        long units = event.longAt(EngineFormat.UNITS_HELD);
        if (!TwinBooks.small(units)) {
            return RefusalReason.NUMBER;
        }
        books.held(account, event.intAt(EngineFormat.INSTRUMENT)).units = units;
        return null;
    }

    private @Nullable RefusalReason cash(TwinEvent event) {
        int account = event.intAt(EngineFormat.INSTRUMENT);
        if (!books.has(account)) {
            return RefusalReason.ACCOUNT;
        }
        long amount = event.longAt(EngineFormat.UNITS_HELD);
        if (!TwinBooks.small(amount)) {
            return RefusalReason.NUMBER;
        }
        books.account(account).cash = amount;
        return null;
    }

    private @Nullable TwinParent told(TwinEvent event) {
        long number = event.longAt(EngineFormat.ORDER);
        return number < 0 || number >= parents.length ? null : parents[(int) number];
    }

    private TwinParent.@Nullable Child child(TwinEvent event) {
        long id = event.longAt(EngineFormat.ORDER);
        long number = id >> EngineFormat.CHILD_BITS;
        TwinParent parent = number < 0 || number >= parents.length ? null : parents[(int) number];
        List<TwinParent.Child> children = parent == null ? List.of() : parent.children;
        return children.stream().filter(child -> child.id == id).findFirst().orElse(null);
    }

    private @Nullable TwinInstrument instrument(TwinEvent event) {
        int number = event.intAt(EngineFormat.INSTRUMENT);
        return number < 0 || number >= instruments.length ? null : instruments[number];
    }

    static boolean isPrice(long price) {
        return price >= 0 && price < EngineFormat.MOST_PRICE;
    }
}
