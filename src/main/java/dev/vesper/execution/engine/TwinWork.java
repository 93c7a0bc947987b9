package dev.vesper.execution.engine;

import dev.vesper.execution.engine.TwinInstrument.Due;
import java.lang.foreign.MemorySegment;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a parent of the Java engine may do now, for what it waits, and what becomes of it. */
final class TwinWork {
    private final EngineCapacity capacity;
    private final TwinInstrument[] instruments;
    private final @Nullable TwinParent[] parents;
    private final TwinBooks books;
    private final TwinGate gate;
    /** How many children each parent's number ever had. */
    private final long[] childrenMade;

    private final TreeSet<Due> byTime = new TreeSet<>(Due.ORDER);
    private final @Nullable Due[] timeOf;
    private final @Nullable Due[] volumeOf;
    private final @Nullable Due[] priceOf;
    private final @Nullable Due[] quoteOf;
    long now;
    DecisionWriter out = new DecisionWriter(new RecordPlaces(MemorySegment.NULL));

    TwinWork(
            EngineCapacity capacity,
            TwinInstrument[] instruments,
            @Nullable TwinParent[] parents,
            TwinBooks books,
            TwinGate gate) {
        this.capacity = capacity;
        this.instruments = instruments;
        this.parents = parents;
        this.books = books;
        this.gate = gate;
        childrenMade = new long[capacity.parents()];
        timeOf = new Due[capacity.parents()];
        volumeOf = new Due[capacity.parents()];
        priceOf = new Due[capacity.parents()];
        quoteOf = new Due[capacity.parents()];
    }

    /** Before an event counts. */
    void lookAtWhatTimeMakesDue() {
        lookUpTo(byTime, now);
    }

    /** Each look takes a parent out of where it waits, or puts it further back. */
    void lookUpTo(SortedSet<Due> waiting, long now) {
        while (!waiting.isEmpty() && waiting.first().at() <= now) {
            look(open(waiting.first().parent()));
        }
    }

    /** After a child was filled or ended. */
    void goOn(TwinParent parent) {
        if (parent.ending == null) {
            look(parent);
        } else if (parent.children.isEmpty()) {
            end(parent, parent.done >= parent.terms.lots() ? EndReason.COMPLETE : parent.ending);
        }
    }

    /** Decides of a parent what is due now, one child at most, and when it is to be looked at again. */
    void look(TwinParent parent) {
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
        TwinInstrument instrument = instruments[parent.instrument];
        if (parent.before < 0) {
            parent.before = instrument.volume;
        }
        if (instrument.halted || instrument.stopped || books.account(parent.account).stopped) {
            atTime(parent, parent.end);
            return;
        }
        long next = parent.nextPoint(now);
        if (parent.pegged()) {
            next = Math.min(next, repeg(parent, instrument));
            atQuote(parent, instrument);
        }
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
    private long due(TwinParent parent, TwinInstrument instrument) {
        long wanted = parent.wanted(now, parent.would(instrument.bid, instrument.ask));
        if (wanted == 0 || parent.children.size() == capacity.children() || parent.holds(instrument, now)) {
            return 0;
        }
        long due = Math.min(wanted, parent.allowed(instrument.volume) - parent.committed());
        if (due < parent.need()) {
            return 0;
        }
        return parent.terms.maximum() == 0 ? due : Math.min(due, parent.draws.most(parent.terms));
    }

    /** Where only the share of the volume keeps a child back, the volume at which it does not. */
    private void atVolume(TwinParent parent, TwinInstrument instrument) {
        boolean would = parent.would(instrument.bid, instrument.ask);
        if (parent.wanted(now, would) > 0
                && parent.children.size() < capacity.children()
                && !parent.holds(instrument, now)
                && due(parent, instrument) == 0) {
            Due due = new Due(parent.volumeFor(parent.committed() + parent.need()), parent.number);
            volumeOf[parent.number] = due;
            instrument.byVolume.add(due);
        }
    }

    /** The far touch at which all of it would be due, where that is not now. */
    private void atPrice(TwinParent parent, TwinInstrument instrument) {
        long trigger = parent.trigger();
        if (trigger != 0 && !parent.would(instrument.bid, instrument.ask)) {
            Due due = new Due(parent.buys() ? EngineFormat.MOST_PRICE - trigger : trigger, parent.number);
            priceOf[parent.number] = due;
            byPrice(parent).add(due);
        }
    }

    /** A quote that moves, or any where the last one is too old. */
    private void atQuote(TwinParent parent, TwinInstrument instrument) {
        boolean old = parent.tooOld(instrument, now);
        Due due = new Due((old ? instrument.quotes : instrument.moves) + 1, parent.number);
        quoteOf[parent.number] = due;
        (old ? instrument.byQuote : instrument.byMove).add(due);
    }

    /** Moves children to where they are pegged, where that may be now; answers when it may be again, else the window's end. */
    private long repeg(TwinParent parent, TwinInstrument instrument) {
        long price = parent.price(instrument, now);
        long next = parent.end;
        boolean moved = false;
        for (TwinParent.Child child : parent.children) {
            if (price < 0 || child.cancelling || child.price == price) {
                continue;
            }
            if (now < parent.pegAt) {
                return Math.min(next, parent.pegAt);
            }
            if (bindsLess(parent, child, price)) {
                Denial denial =
                        now < parent.retryAt ? null : gate.mayMove(parent, child, price, instrument.reference());
                if (denial != null) {
                    out.denied(parent, child.open, price, denial);
                    parent.retryAt = now + capacity.retryNanos();
                }
                if (now < parent.retryAt) {
                    next = Math.min(next, parent.retryAt);
                    continue;
                }
            }
            books.replaced(parent, child, price);
            child.price = price;
            out.replace(parent, child);
            moved = true;
        }
        if (moved) {
            parent.pegAt = now + parent.peg.intervalNanos();
        }
        return next;
    }

    /** Whether another price binds a child less than its own. */
    private static boolean bindsLess(TwinParent parent, TwinParent.Child child, long price) {
        return parent.buys() ? price > child.at : child.price != 0 && price < child.price;
    }

    private SortedSet<Due> byPrice(TwinParent parent) {
        TwinInstrument instrument = instruments[parent.instrument];
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
        Due quote = quoteOf[parent.number];
        if (quote != null) {
            instruments[parent.instrument].byMove.remove(quote);
            instruments[parent.instrument].byQuote.remove(quote);
            quoteOf[parent.number] = null;
        }
    }

    /** Sends a child where the gate lets it leave; else its parent waits. */
    private boolean send(TwinParent parent, TwinInstrument instrument, long lots) {
        long price = parent.price(instrument, now);
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
        parent.draws.next();
        out.child(parent, child);
        return true;
    }

    /** Works a parent no longer; it ends once none of its children is open. */
    void finish(TwinParent parent, EndReason reason) {
        rest(parent);
        cancelChildren(parent);
        parent.ending = reason;
        if (parent.children.isEmpty()) {
            end(parent, reason);
        }
    }

    void cancelChildren(TwinParent parent) {
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

    TwinParent open(int number) {
        TwinParent parent = parents[number];
        if (parent == null) {
            throw new IllegalStateException("Expected parent " + number + " to be open, but it is not; a bug of ours");
        }
        return parent;
    }
}
