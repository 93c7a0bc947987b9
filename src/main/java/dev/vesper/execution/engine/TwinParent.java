package dev.vesper.execution.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the Java engine knows of a parent from its event to its end. */
final class TwinParent {
    /** A child at the venue. */
    static final class Child {
        final long id;
        long open;
        long price;
        /** The price at which it counts. */
        long at;

        boolean cancelling;

        Child(long id, long open, long price, long at) {
            this.id = id;
            this.open = open;
            this.price = price;
            this.at = at;
        }
    }

    final int number;
    final int instrument;
    final int side;
    int account;
    Terms terms;
    Style style = Style.NONE;
    Peg peg = Peg.NONE;
    TwinDraws draws = TwinDraws.NONE;

    long start;
    long end;
    long lotUnits;
    int points;
    final TreeMap<Long, Long> curve = new TreeMap<>();

    boolean worked;

    @Nullable
    EndReason ending;

    /** The instrument's volume when the window began, -1 before. */
    long before = -1;

    long done;
    long retryAt;
    /** From when on a pegged child may be moved again. */
    long pegAt;

    final List<Child> children = new ArrayList<>();

    TwinParent(int number, int instrument, int side, Terms terms) {
        this.number = number;
        this.instrument = instrument;
        this.side = side;
        this.terms = terms;
    }

    boolean buys() {
        return side == 0;
    }

    long open() {
        return children.stream().mapToLong(child -> child.open).sum();
    }

    /** Lots filled or at the venue. */
    long committed() {
        return done + open();
    }

    /** The price from which on all is due at once, within the limit; 0 where there is none. */
    long trigger() {
        if (style.would() == 0 || terms.limit() == 0) {
            return style.would();
        }
        return buys() ? Math.min(style.would(), terms.limit()) : Math.max(style.would(), terms.limit());
    }

    /** Whether the far touch is as good as the trigger. */
    boolean would(long bid, long ask) {
        long far = buys() ? ask : bid;
        return trigger() != 0 && far != 0 && (buys() ? far <= trigger() : far >= trigger());
    }

    /** Lots that are due in all at a time; from the last point on the whole, which may have been amended. */
    long target(long now, boolean would) {
        if (would) {
            return terms.lots();
        }
        Map.Entry<Long, Long> point = curve.floorEntry(now);
        if (point == null) {
            return 0;
        }
        return point.getKey().equals(curve.lastKey()) ? terms.lots() : Math.min(point.getValue(), terms.lots());
    }

    /** When the target rises next, or the window's end. */
    long nextPoint(long now) {
        Long next = curve.higherKey(now);
        return next == null ? end : next;
    }

    /** The least child worth sending: its minimum, or all that is left of the parent. */
    long need() {
        return Math.min(draws.least(terms), terms.lots() - committed());
    }

    /** Lots that the clock, the would-price and the display want now, 0 where these are fewer than the least child. */
    long wanted(long now, boolean would) {
        long wanted = target(now, would) - committed();
        if (terms.display() > 0) {
            wanted = Math.min(wanted, draws.shown(terms) - open());
        }
        return wanted < Math.max(1, need()) ? 0 : wanted;
    }

    /** Lots that the share of the volume allows in all. */
    long allowed(long volume) {
        return terms.capBps() == 0
                ? terms.lots()
                : share(BigInteger.valueOf(volume - before), terms.capBps(), lotUnits * 10_000, false);
    }

    /** The instrument's volume from which on the least child is allowed. */
    long volumeFor(long lots) {
        return before + share(BigInteger.valueOf(lots), lotUnits * 10_000, terms.capBps(), true);
    }

    private static long share(BigInteger of, long times, long by, boolean up) {
        BigInteger[] parts = of.multiply(BigInteger.valueOf(times)).divideAndRemainder(BigInteger.valueOf(by));
        return parts[0].add(BigInteger.valueOf(up ? parts[1].signum() : 0)).longValueExact();
    }

    /** Whether its children follow the quote; those for an auction do not. */
    boolean pegged() {
        return peg.to() != Peg.To.NOTHING && !style.auction();
    }

    /** Whether the last quote is too old to be pegged to. */
    boolean tooOld(TwinInstrument instrument, long now) {
        return peg.staleNanos() > 0 && now - instrument.quotedAt > peg.staleNanos();
    }

    /** Whether it is pegged and there is nothing to go by. */
    boolean holds(TwinInstrument instrument, long now) {
        return pegged() && price(instrument, now) < 0;
    }

    /**
     * Pegged where its peg is, -1 where there is nothing to go by. In an auction the limit, or the market; else the far touch,
     * but not beyond the limit; the limit where there is no touch; 0, the market, where there is neither.
     */
    long price(TwinInstrument instrument, long now) {
        long bid = instrument.bid;
        long ask = instrument.ask;
        if (pegged()) {
            return tooOld(instrument, now) ? -1 : peg.price(buys(), bid, ask, terms.limit());
        }
        long far = buys() ? ask : bid;
        if (style.auction()) {
            return terms.limit();
        }
        if (far == 0 || terms.limit() == 0) {
            return far + terms.limit();
        }
        return buys() ? Math.min(far, terms.limit()) : Math.max(far, terms.limit());
    }

    /** Whether a price is beyond a limit. */
    boolean beyond(long price, long limit) {
        return limit != 0 && (price == 0 || (buys() ? price > limit : price < limit));
    }

    /** Whether one or two points go on with the curve; of the last the lots are all. */
    boolean goesOn(long time, long lots, boolean last) {
        return (curve.isEmpty() ? time >= start : time > curve.lastKey())
                && time < end
                && lots >= (curve.isEmpty() ? 0 : curve.lastEntry().getValue())
                && (last ? lots == terms.lots() : lots <= terms.lots());
    }
}
