package dev.vesper.execution.engine;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The engine in plain Java: clear before fast, what the native one is compared with, and what serves where that is missing. It
 * sums, searches and makes objects where the native one keeps count.
 */
public final class JavaEngine implements Engine {
    /** When a parent is to be looked at again: at a time, or at a volume or a price of its instrument. */
    private record Due(long at, int parent) {}

    private static final Comparator<Due> ORDER =
            Comparator.comparingLong(Due::at).thenComparingInt(Due::parent);

    private static final class Instrument {
        final TreeSet<Due> byVolume = new TreeSet<>(ORDER);
        /** Those with a would-price: buys by how far it is below the highest, and sales. */
        final TreeSet<Due> byAsk = new TreeSet<>(ORDER);

        final TreeSet<Due> byBid = new TreeSet<>(ORDER);
        long bid;
        long ask;
        long last;
        long volume;
        boolean halted;
        boolean stopped;

        /** Middle of the quote, else the last trade, 0 where there is neither. */
        long reference() {
            return bid > 0 && ask > 0 ? (bid + ask) / 2 : last;
        }
    }

    private final EngineCapacity capacity;
    private final Instrument[] instruments;
    private final @Nullable TwinParent[] parents;
    /** How many children each parent's number ever had. */
    private final long[] childrenMade;

    private final TwinBooks books;
    private final TwinGate gate;
    private final TreeSet<Due> byTime = new TreeSet<>(ORDER);
    private final @Nullable Due[] timeOf;
    private final @Nullable Due[] volumeOf;
    private final @Nullable Due[] priceOf;
    private long now;
    private long events;
    private boolean killed;
    private DecisionWriter out = new DecisionWriter(MemorySegment.NULL);

    public JavaEngine(EngineCapacity capacity) {
        this.capacity = capacity;
        instruments = new Instrument[capacity.instruments()];
        Arrays.setAll(instruments, i -> new Instrument());
        parents = new TwinParent[capacity.parents()];
        childrenMade = new long[capacity.parents()];
        books = new TwinBooks(capacity);
        gate = new TwinGate(capacity, books);
        timeOf = new Due[capacity.parents()];
        volumeOf = new Due[capacity.parents()];
        priceOf = new Due[capacity.parents()];
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
        out = new DecisionWriter(decisions);
        int taken = 0;
        while (taken < count && room - out.count() >= capacity.mostDecisionsOfAnEvent()) {
            long at = (long) taken++ * EngineFormat.RECORD;
            RefusalReason refusal = take(new TwinEvent(segment, at));
            if (refusal != null) {
                out.refused(segment, at, refusal);
            }
            events++;
        }
        return Engine.handled(taken, out.count());
    }

    private @Nullable RefusalReason take(TwinEvent event) {
        EventKind kind = EventKind.of(event.kind());
        long time = event.longAt(EngineFormat.TIME);
        out.event(events, time);
        if (kind == null) {
            return RefusalReason.KIND;
        }
        if (time < now || time > EngineFormat.MOST_TIME) {
            return RefusalReason.TIME;
        }
        now = time;
        lookAtWhatTimeMakesDue();
        return switch (kind) {
            case QUOTE -> quote(event);
            case TRADE -> trade(event);
            case TIME -> null;
            case PARENT -> parent(event);
            case WINDOW -> window(event);
            case CURVE -> curve(event);
            case AMEND -> amend(event);
            case STYLE -> style(event);
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

    private void lookAtWhatTimeMakesDue() {
        lookUpTo(byTime, now);
    }

    /** Each look takes a parent out of where it waits, or puts it further back. */
    private void lookUpTo(TreeSet<Due> waiting, long now) {
        while (!waiting.isEmpty() && waiting.first().at() <= now) {
            look(open(waiting.first().parent()));
        }
    }

    private @Nullable RefusalReason quote(TwinEvent event) {
        Instrument instrument = instrument(event);
        if (instrument == null) {
            return RefusalReason.INSTRUMENT;
        }
        long bid = event.longAt(EngineFormat.BID);
        long ask = event.longAt(EngineFormat.ASK);
        if (!isPrice(bid) || !isPrice(ask)) {
            return RefusalReason.NUMBER;
        }
        instrument.bid = bid;
        instrument.ask = ask;
        if (ask > 0) {
            lookUpTo(instrument.byAsk, EngineFormat.MOST_PRICE - ask);
        }
        if (bid > 0) {
            lookUpTo(instrument.byBid, bid);
        }
        return null;
    }

    private @Nullable RefusalReason trade(TwinEvent event) {
        Instrument instrument = instrument(event);
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
        lookUpTo(instrument.byVolume, instrument.volume);
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
            parent.worked = true;
            look(parent);
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
            cancelChildren(parent);
        } else {
            for (TwinParent.Child child : parent.children) {
                if (!child.cancelling && parent.beyond(child.price, terms.limit())) {
                    books.replaced(parent, child, terms.limit());
                    child.price = terms.limit();
                    out.replace(parent, child);
                }
            }
        }
        look(parent);
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
            look(parent);
        }
        return null;
    }

    private @Nullable RefusalReason cancel(TwinEvent event) {
        TwinParent parent = told(event);
        if (parent == null || parent.ending != null) {
            return RefusalReason.PARENT;
        }
        finish(parent, EndReason.CANCELLED);
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
        TwinParent parent = open((int) (child.id >> EngineFormat.CHILD_BITS));
        if (!books.filled(parent, child, lots * parent.lotUnits, event.longAt(EngineFormat.FILL_PRICE))) {
            return RefusalReason.AMOUNT;
        }
        child.open -= lots;
        parent.done += lots;
        if (child.open == 0) {
            parent.children.remove(child);
        }
        goOn(parent);
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
        TwinParent parent = open((int) (child.id >> EngineFormat.CHILD_BITS));
        parent.children.remove(child);
        books.over(parent, child.open * parent.lotUnits, child.at);
        if (reason == 1) {
            parent.retryAt = now + capacity.retryNanos();
        }
        goOn(parent);
        return null;
    }

    private @Nullable RefusalReason halt(TwinEvent event) {
        Instrument instrument = instrument(event);
        if (instrument == null) {
            return RefusalReason.INSTRUMENT;
        }
        instrument.halted = true;
        return null;
    }

    private @Nullable RefusalReason resume(TwinEvent event) {
        Instrument instrument = instrument(event);
        if (instrument == null) {
            return RefusalReason.INSTRUMENT;
        }
        instrument.halted = false;
        for (TwinParent parent : parents) {
            if (parent != null
                    && parent.worked
                    && parent.ending == null
                    && instruments[parent.instrument] == instrument) {
                look(parent);
            }
        }
        return null;
    }

    private @Nullable RefusalReason kill() {
        killed = true;
        for (TwinParent parent : parents) {
            if (parent != null && parent.ending == null) {
                finish(parent, EndReason.KILLED);
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
            Instrument instrument = instrument(event);
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
                    cancelChildren(parent);
                } else {
                    look(parent);
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

    /** After a child was filled or ended. */
    private void goOn(TwinParent parent) {
        if (parent.ending == null) {
            look(parent);
        } else if (parent.children.isEmpty()) {
            end(parent, parent.done >= parent.terms.lots() ? EndReason.COMPLETE : parent.ending);
        }
    }

    /** Decides of a parent what is due now, one child at most, and when it is to be looked at again. */
    private void look(TwinParent parent) {
        rest(parent);
        if (parent.done >= parent.terms.lots() && parent.children.isEmpty()) {
            end(parent, EndReason.COMPLETE);
            return;
        }
        if (now >= parent.end) {
            finish(parent, EndReason.WINDOW);
            return;
        }
        if (now < parent.start) {
            atTime(parent, parent.start);
            return;
        }
        Instrument instrument = instruments[parent.instrument];
        if (parent.before < 0) {
            parent.before = instrument.volume;
        }
        if (instrument.halted || instrument.stopped || books.account(parent.account).stopped) {
            atTime(parent, parent.end);
            return;
        }
        long next = parent.nextPoint(now);
        if (now < parent.retryAt) {
            atTime(parent, Math.min(next, parent.retryAt));
            return;
        }
        long due = due(parent, instrument);
        if (due > 0) {
            if (!send(parent, instrument, due)) {
                atTime(parent, Math.min(next, parent.retryAt));
                return;
            }
            if (due(parent, instrument) > 0) {
                next = now + 1;
            }
        }
        atTime(parent, next);
        atVolume(parent, instrument);
        atPrice(parent, instrument);
    }

    /** Lots of the child that may be sent now, 0 for none. */
    private long due(TwinParent parent, Instrument instrument) {
        long wanted = parent.wanted(now, parent.would(instrument.bid, instrument.ask));
        if (wanted == 0 || parent.children.size() == capacity.children()) {
            return 0;
        }
        long due = Math.min(wanted, parent.allowed(instrument.volume) - parent.committed());
        if (due < parent.need()) {
            return 0;
        }
        return parent.terms.maximum() == 0 ? due : Math.min(due, parent.terms.maximum());
    }

    /** Where only the share of the volume keeps a child back, the volume at which it does not. */
    private void atVolume(TwinParent parent, Instrument instrument) {
        boolean would = parent.would(instrument.bid, instrument.ask);
        if (parent.wanted(now, would) > 0
                && parent.children.size() < capacity.children()
                && due(parent, instrument) == 0) {
            Due due = new Due(parent.volumeFor(parent.committed() + parent.need()), parent.number);
            volumeOf[parent.number] = due;
            instrument.byVolume.add(due);
        }
    }

    /** The far touch at which all of it would be due, where that is not now. */
    private void atPrice(TwinParent parent, Instrument instrument) {
        long trigger = parent.trigger();
        if (trigger != 0 && !parent.would(instrument.bid, instrument.ask)) {
            Due due = new Due(parent.buys() ? EngineFormat.MOST_PRICE - trigger : trigger, parent.number);
            priceOf[parent.number] = due;
            byPrice(parent).add(due);
        }
    }

    private TreeSet<Due> byPrice(TwinParent parent) {
        Instrument instrument = instruments[parent.instrument];
        return parent.buys() ? instrument.byAsk : instrument.byBid;
    }

    private void atTime(TwinParent parent, long time) {
        Due due = new Due(time, parent.number);
        timeOf[parent.number] = due;
        byTime.add(due);
    }

    private void rest(TwinParent parent) {
        Due time = timeOf[parent.number];
        if (time != null) {
            byTime.remove(time);
            timeOf[parent.number] = null;
        }
        Due volume = volumeOf[parent.number];
        if (volume != null) {
            instruments[parent.instrument].byVolume.remove(volume);
            volumeOf[parent.number] = null;
        }
        Due price = priceOf[parent.number];
        if (price != null) {
            byPrice(parent).remove(price);
            priceOf[parent.number] = null;
        }
    }

    /** Sends a child where the gate lets it leave; else its parent waits. */
    private boolean send(TwinParent parent, Instrument instrument, long lots) {
        long price = parent.price(instrument.bid, instrument.ask);
        long units = lots * parent.lotUnits;
        long reference = instrument.reference();
        long at = gate.counted(parent.instrument, price, reference);
        Denial denial = gate.judge(parent, units, price, at, reference, now);
        if (denial != null) {
            out.denied(parent, lots, price, denial);
            parent.retryAt = now + capacity.retryNanos();
            return false;
        }
        gate.sent(now);
        books.sent(parent, units, at);
        long id = ((long) parent.number << EngineFormat.CHILD_BITS) + ++childrenMade[parent.number];
        TwinParent.Child child = new TwinParent.Child(id, lots, price, at);
        parent.children.add(child);
        out.child(parent, child);
        return true;
    }

    /** Works a parent no longer; it ends once none of its children is open. */
    private void finish(TwinParent parent, EndReason reason) {
        rest(parent);
        cancelChildren(parent);
        parent.ending = reason;
        if (parent.children.isEmpty()) {
            end(parent, reason);
        }
    }

    private void cancelChildren(TwinParent parent) {
        for (TwinParent.Child child : parent.children) {
            if (!child.cancelling) {
                child.cancelling = true;
                out.cancel(parent, child);
            }
        }
    }

    private void end(TwinParent parent, EndReason reason) {
        rest(parent);
        out.ended(parent, reason);
        parents[parent.number] = null;
    }

    private TwinParent open(int number) {
        TwinParent parent = parents[number];
        if (parent == null) {
            throw new IllegalStateException("Expected parent " + number + " to be open, but it is not; a bug of ours");
        }
        return parent;
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

    private @Nullable Instrument instrument(TwinEvent event) {
        int number = event.intAt(EngineFormat.INSTRUMENT);
        return number < 0 || number >= instruments.length ? null : instruments[number];
    }

    private static boolean isPrice(long price) {
        return price >= 0 && price < EngineFormat.MOST_PRICE;
    }
}
