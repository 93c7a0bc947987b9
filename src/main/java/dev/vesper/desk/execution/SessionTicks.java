package dev.vesper.desk.execution;

import dev.vesper.execution.engine.EventWriter;
import dev.vesper.market.Tape;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The trades of several instruments in the order of their time, those of one millisecond in the order of their instruments.
 * Prices are told in ticks and volumes in lots, each of its own instrument.
 */
final class SessionTicks {
    private static final long NANOS = 1_000_000;

    /** The next trade of an instrument. */
    private record Next(long millis, int instrument, int trade) {}

    private static final Comparator<Next> ORDER =
            Comparator.comparingLong(Next::millis).thenComparingInt(Next::instrument);

    private final List<Tape> tapes;
    private final PriorityQueue<Next> next = new PriorityQueue<>(ORDER);
    private long last;

    /** @param openMillis from which on trades count, this moment too */
    SessionTicks(List<Tape> tapes, long openMillis) {
        this.tapes = tapes;
        for (int instrument = 0; instrument < tapes.size(); instrument++) {
            add(instrument, tapes.get(instrument).countUntil(openMillis - 1));
        }
    }

    /** Tells the trades before a moment that were not told, a number of them at most; false where none was left. */
    boolean tell(long beforeMillis, int most, EventWriter events) {
        for (int told = 0; told < most; ) {
            Next trade = next.peek();
            if (trade == null || trade.millis >= beforeMillis) {
                return told > 0;
            }
            next.poll();
            Tape tape = tapes.get(trade.instrument);
            long lots = tape.lots(trade.trade);
            if (lots > 0) { // a trade of less than a lot counts with those after it
                events.trade(trade.millis * NANOS, trade.instrument, tape.ticks(trade.trade), lots);
                told++;
                last = trade.millis;
            }
            add(trade.instrument, trade.trade + 1);
        }
        return true;
    }

    /** When the last trade was made that was told; 0 before the first. */
    long lastMillis() {
        return last;
    }

    private void add(int instrument, int trade) {
        Tape tape = tapes.get(instrument);
        if (trade < tape.trades()) {
            next.add(new Next(tape.millis(trade), instrument, trade));
        }
    }
}
