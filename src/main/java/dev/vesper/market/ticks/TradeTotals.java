package dev.vesper.market.ticks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What was traded in a part of a day, for example 24,106 trades of 3,753,440 units for 685,111,818.56.
 *
 * @param trades how many
 * @param volume units
 * @param notionalE4 units times price times 10,000
 * @param firstE4 the price of the first, times 10,000, as the next three; 0 where there is no trade
 */
public record TradeTotals(
        int trades, long volume, long notionalE4, long firstE4, long lastE4, long highE4, long lowE4) {

    /** Of all trades in a span. */
    public static TradeTotals of(Trades trades, Span span) {
        return of(trades, span, row -> true);
    }

    /** Of those that no recorder doubts. */
    public static TradeTotals ofTrusted(Trades trades, Span span) {
        return of(trades, span, row -> trades.suspicious()[row] == 0);
    }

    /** Of those with a condition. */
    public static TradeTotals with(TradeCondition condition, Trades trades, Span span) {
        return of(trades, span, row -> condition.in(trades.conditions()[row]));
    }

    private static TradeTotals of(Trades trades, Span span, IntPredicate counted) {
        int count = 0;
        long volume = 0;
        long notional = 0;
        long first = 0;
        long last = 0;
        long high = 0;
        long low = Long.MAX_VALUE;
        int end = span.end(trades.millis());
        for (int row = span.first(trades.millis()); row < end; row++) {
            if (counted.test(row)) {
                last = trades.pricesE4()[row];
                first = count == 0 ? last : first;
                high = Math.max(high, last);
                low = Math.min(low, last);
                volume = Math.addExact(volume, trades.sizes()[row]);
                notional = Math.addExact(notional, Math.multiplyExact(last, trades.sizes()[row]));
                count++;
            }
        }
        return new TradeTotals(count, volume, notional, first, last, high, count == 0 ? 0 : low);
    }

    /** Units times price. */
    public BigDecimal notional() {
        return BigDecimal.valueOf(notionalE4, 4);
    }

    /** Average price weighted by units; empty where nothing was traded. */
    public Optional<BigDecimal> vwap() {
        return volume == 0
                ? Optional.empty()
                : Optional.of(notional().divide(BigDecimal.valueOf(volume), MathContext.DECIMAL64));
    }

    /** Units traded in each stretch of a span; the last may be shorter. */
    public static long[] volumes(Trades trades, Span span, long stretchMillis) {
        long[] volumes = new long[Math.toIntExact((span.millis() + stretchMillis - 1) / stretchMillis)];
        int end = span.end(trades.millis());
        for (int row = span.first(trades.millis()); row < end; row++) {
            int stretch = (int) ((trades.millis()[row] - span.fromMillis()) / stretchMillis);
            volumes[stretch] = Math.addExact(volumes[stretch], trades.sizes()[row]);
        }
        return volumes;
    }
}
