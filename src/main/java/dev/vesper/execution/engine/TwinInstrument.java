package dev.vesper.execution.engine;

import java.util.Comparator;
import java.util.TreeSet;

/** What the Java engine knows of an instrument, and which parents wait for what of it. */
final class TwinInstrument {
    /** When a parent is to be looked at again: at a time, or at a volume or a price of its instrument. */
    record Due(long at, int parent) {
        static final Comparator<Due> ORDER = Comparator.comparingLong(Due::at).thenComparingInt(Due::parent);
    }

    final TreeSet<Due> byVolume = new TreeSet<>(Due.ORDER);
    /** Those with a would-price: buys by how far it is below the highest, and sales. */
    final TreeSet<Due> byAsk = new TreeSet<>(Due.ORDER);

    final TreeSet<Due> byBid = new TreeSet<>(Due.ORDER);
    /** Pegged parents that wait for a quote that moves, and for any. */
    final TreeSet<Due> byMove = new TreeSet<>(Due.ORDER);

    final TreeSet<Due> byQuote = new TreeSet<>(Due.ORDER);
    /** When the last quote came, how many came, and how many of them moved. */
    long quotedAt;

    long quotes;
    long moves;
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
