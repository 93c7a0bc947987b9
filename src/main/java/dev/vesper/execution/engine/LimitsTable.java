package dev.vesper.execution.engine;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A whole table for the gate, as it is told to an engine.
 *
 * @param version 1 or more, higher than that of the table it follows
 * @param instruments by their numbers; what is missing here is not traded
 * @param accounts by their numbers; one that is missing does not trade
 * @param pairs of accounts and instruments that have a row of their own
 */
public record LimitsTable(
        long version,
        RateLimit rate,
        SortedMap<Integer, InstrumentLimits> instruments,
        SortedMap<Integer, AccountLimits> accounts,
        SortedMap<Pair, PairLimits> pairs) {
    /** An account and an instrument. */
    public record Pair(int account, int instrument) implements Comparable<Pair> {
        private static final Comparator<Pair> ORDER =
                Comparator.comparingInt(Pair::account).thenComparingInt(Pair::instrument);

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    public LimitsTable {
        instruments = Collections.unmodifiableSortedMap(new TreeMap<>(instruments));
        accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
        pairs = Collections.unmodifiableSortedMap(new TreeMap<>(pairs));
    }

    /** Events that it takes to tell it. */
    public int events() {
        return rows() + 2;
    }

    /** Tells all of it, which has room in the writer's memory; it counts from the last of these events on. */
    public void tell(EventWriter writer, long time) {
        GateWriter gate = new GateWriter(writer);
        gate.begin(time, version, rate);
        instruments.forEach((instrument, limits) -> gate.instrument(time, version, instrument, limits));
        accounts.forEach((account, limits) -> gate.account(time, version, account, limits));
        pairs.forEach((pair, limits) -> gate.position(time, version, pair.account, pair.instrument, limits));
        gate.limits(time, version, rows());
    }

    private int rows() {
        return instruments.size() + accounts.size() + pairs.size();
    }
}
