package dev.vesper.execution.engine;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** What a parent of the Java engine draws; what is drawn for its next child means something with its terms only. */
final class TwinDraws {
    /** Nothing is drawn. */
    static final TwinDraws NONE = new TwinDraws(new Drawn(0, 0, 0, 0), false);

    private final Drawn drawn;
    private final boolean on;
    private final SplitMix64 generator;
    private long least;
    private long most;
    private long shown;

    TwinDraws(Drawn drawn) {
        this(drawn, true);
        next();
    }

    private TwinDraws(Drawn drawn, boolean on) {
        this.drawn = drawn;
        this.on = on;
        generator = new SplitMix64(drawn.seed());
    }

    /** For the next child. */
    void next() {
        if (on) {
            least = generator.next();
            most = generator.next();
            shown = generator.next();
        }
    }

    /** Lots of the next child at least: from the smallest child up, never more than may be sent or shown. */
    long least(Terms terms) {
        if (drawn.sizeBps() == 0) {
            return terms.minimum();
        }
        long smallest = Math.min(terms.minimum(), EngineFormat.MOST_UNITS);
        long lots = smallest + SplitMix64.below(least, part(smallest, drawn.sizeBps()) + 1);
        lots = terms.maximum() > 0 ? Math.min(lots, most(terms)) : lots;
        return terms.display() > 0 ? Math.min(lots, shown(terms)) : lots;
    }

    /** Lots of the next child at most: from the largest child down, 0 where there is none. */
    long most(Terms terms) {
        if (drawn.sizeBps() == 0 || terms.maximum() == 0) {
            return terms.maximum();
        }
        long largest = Math.min(terms.maximum(), EngineFormat.MOST_UNITS);
        long from = Math.max(largest - part(largest, drawn.sizeBps()), Math.min(terms.minimum(), largest));
        return from + SplitMix64.below(most, largest - from + 1);
    }

    /** Lots shown at a time, from the least display to the display. */
    long shown(Terms terms) {
        if (drawn.leastDisplay() == 0 || terms.display() == 0) {
            return terms.display();
        }
        long from = Math.clamp(drawn.leastDisplay(), terms.minimum(), terms.display());
        return from + SplitMix64.below(shown, terms.display() - from + 1);
    }

    /**
     * Moves each point of a parent's curve by a part of the shorter time to those beside it, and its lots by a part of its slice;
     * it stays a curve of as many lots within the window. A point alone stays where it is.
     */
    void curve(TwinParent parent) {
        if (!on) {
            return;
        }
        TreeMap<Long, Long> told = new TreeMap<>(parent.curve);
        parent.curve.clear();
        long time = parent.start;
        long due = 0;
        long before = 0;
        long since = told.size() == 1 ? 0 : Long.MAX_VALUE;
        for (Map.Entry<Long, Long> point : told.entrySet()) {
            Long next = told.higherKey(point.getKey());
            long gap = (next == null ? parent.end : next) - point.getKey();
            time = Math.max(time, point.getKey() + either(part(Math.min(since, gap), drawn.timeBps())));
            since = gap;
            long lots = point.getValue() + either(part(point.getValue() - before, drawn.sizeBps()));
            before = point.getValue();
            due = next == null ? before : Math.clamp(lots, due, parent.terms.lots());
            parent.curve.put(time, due);
        }
    }

    /** A drawn number, as far from 0 as this at most. */
    private long either(long most) {
        return SplitMix64.below(generator.next(), 2 * most + 1) - most;
    }

    /** Basis points of a number, rounded down. */
    private static long part(long of, int bps) {
        return BigInteger.valueOf(of)
                .multiply(BigInteger.valueOf(bps))
                .divide(BigInteger.valueOf(10_000))
                .longValueExact();
    }
}
