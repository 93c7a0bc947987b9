package dev.vesper.market.ticks;

import java.util.Arrays;

/**
 * The market's best bid and ask through a day. The records are of the best quotes of all exchanges: each row is the new best of
 * its side, so the best is the last row of each side, whoever quotes it. Of a millisecond the last state counts.
 */
public final class BestQuotes {
    private final long[] millis;
    private final long[] bidsE4;
    private final long[] asksE4;
    private final QuoteState[] states;

    private BestQuotes(long[] millis, long[] bidsE4, long[] asksE4, QuoteState[] states) {
        this.millis = millis;
        this.bidsE4 = bidsE4;
        this.asksE4 = asksE4;
        this.states = states;
    }

    /** Of all quotes of a day; those that their recorder doubts are passed over. */
    public static BestQuotes of(Quotes quotes) {
        int rows = quotes.count();
        long[] millis = new long[rows];
        long[] bids = new long[rows];
        long[] asks = new long[rows];
        QuoteState[] states = new QuoteState[rows];
        long bid = 0;
        long ask = 0;
        boolean bidHalted = false;
        boolean askHalted = false;
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (quotes.suspicious()[row] != 0) {
                continue;
            }
            boolean halted = QuoteCondition.halted(quotes.conditions()[row]);
            if (quotes.bidsE4()[row] > 0) {
                bid = quotes.bidsE4()[row];
                bidHalted = halted;
            }
            if (quotes.asksE4()[row] > 0) {
                ask = quotes.asksE4()[row];
                askHalted = halted;
            }
            if (count == 0 || millis[count - 1] != quotes.millis()[row]) {
                millis[count++] = quotes.millis()[row];
            }
            bids[count - 1] = bid;
            asks[count - 1] = ask;
            states[count - 1] = state(bid, ask, bidHalted || askHalted);
        }
        return new BestQuotes(
                Arrays.copyOf(millis, count),
                Arrays.copyOf(bids, count),
                Arrays.copyOf(asks, count),
                Arrays.copyOf(states, count));
    }

    private static QuoteState state(long bid, long ask, boolean halted) {
        if (bid == 0 || ask == 0) {
            return QuoteState.ONE_SIDED;
        }
        if (halted) {
            return QuoteState.HALTED;
        }
        if (bid == ask) {
            return QuoteState.LOCKED;
        }
        return bid > ask ? QuoteState.CROSSED : QuoteState.OPEN;
    }

    /** How many moments have a state of their own. */
    public int count() {
        return millis.length;
    }

    /** The last moment strictly before this one, so that no quote follows from what it is to explain; -1 where there is none. */
    public int before(long moment) {
        return Span.firstFrom(millis, moment) - 1;
    }

    /** The last moment at this one or before it; -1 where there is none. */
    public int at(long moment) {
        return before(moment + 1);
    }

    public long millis(int moment) {
        return millis[moment];
    }

    public long bidE4(int moment) {
        return moment < 0 ? 0 : bidsE4[moment];
    }

    public long askE4(int moment) {
        return moment < 0 ? 0 : asksE4[moment];
    }

    public QuoteState state(int moment) {
        return moment < 0 ? QuoteState.ONE_SIDED : states[moment];
    }

    public boolean open(int moment) {
        return state(moment) == QuoteState.OPEN;
    }

    /** Bid plus ask: twice the mid, times 10,000. Only of an {@link #open} moment. */
    public long twiceMidE4(int moment) {
        return bidsE4[moment] + asksE4[moment];
    }
}
