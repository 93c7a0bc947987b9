package dev.vesper.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One symbol's trades of one session, in time order, with prices in ticks and volume in lots. The desk's engine and the
 * simulated venues see this same tape.
 *
 * <p>The touch (best bid and offer) around a trade is derived by the tick rule (Lee and Ready, 1991): a trade above the
 * one before was bought at the offer, one below was sold at the bid, one at the same price repeats its forerunner. The
 * spread is one tick.
 */
public final class Tape {
    private final BigDecimal tickSize;
    private final BigDecimal lotSize;
    private final long[] millis;
    private final long[] priceTicks;
    /** Lots of all trades before each, and of all in the end: asked for the volume of a stretch in every slice. */
    private final long[] lotsBefore;

    private final boolean[] bought;

    private Tape(BigDecimal tickSize, BigDecimal lotSize, long[] millis, long[] priceTicks, long[] lotsBefore) {
        this.tickSize = tickSize;
        this.lotSize = lotSize;
        this.millis = millis;
        this.priceTicks = priceTicks;
        this.lotsBefore = lotsBefore;
        this.bought = tickRule(priceTicks);
    }

    /**
     * Prices are rounded to the nearest tick (at least one). Trades smaller than a lot are added up until they make one.
     *
     * @param trades in any order; trades of one millisecond keep their order
     */
    public static Tape of(BigDecimal tickSize, BigDecimal lotSize, List<TapeTrade> trades) {
        List<TapeTrade> sorted = new ArrayList<>(trades);
        sorted.sort(Comparator.comparingLong(TapeTrade::millis));
        int count = sorted.size();
        long[] millis = new long[count];
        long[] ticks = new long[count];
        long[] lotsBefore = new long[count + 1];
        long units = 0;
        for (int i = 0; i < count; i++) {
            TapeTrade trade = sorted.get(i);
            units = Math.addExact(units, trade.quantity());
            millis[i] = trade.millis();
            ticks[i] = Math.max(1, ticksOf(trade.price(), tickSize));
            lotsBefore[i + 1] =
                    BigDecimal.valueOf(units).divideToIntegralValue(lotSize).longValueExact();
        }
        return new Tape(tickSize, lotSize, millis, ticks, lotsBefore);
    }

    /** From columns that are already in ticks and lots and in time order. */
    public static Tape ofTicks(BigDecimal tickSize, BigDecimal lotSize, long[] millis, long[] ticks, long[] lots) {
        long[] lotsBefore = new long[lots.length + 1];
        for (int i = 0; i < lots.length; i++) {
            lotsBefore[i + 1] = lotsBefore[i] + lots[i];
        }
        return new Tape(tickSize, lotSize, millis, ticks, lotsBefore);
    }

    /** The nearest whole number of ticks. */
    public static long ticksOf(BigDecimal price, BigDecimal tickSize) {
        return price.divide(tickSize, 0, RoundingMode.HALF_UP).longValueExact();
    }

    public int trades() {
        return millis.length;
    }

    public long millis(int trade) {
        return millis[trade];
    }

    public long ticks(int trade) {
        return priceTicks[trade];
    }

    public long lots(int trade) {
        return lotsBefore[trade + 1] - lotsBefore[trade];
    }

    /** Best bid around a trade, in ticks. */
    public long bidTicks(int trade) {
        return bought[trade] ? Math.max(0, priceTicks[trade] - 1) : priceTicks[trade];
    }

    /** Best offer around a trade, in ticks. */
    public long askTicks(int trade) {
        return bidTicks(trade) + 1;
    }

    /** The number of trades at or before a moment. */
    public int countUntil(long atMillis) {
        int low = 0;
        int high = millis.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (millis[middle] <= atMillis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Lots traded after one moment and up to another. */
    public long volumeLots(long afterMillis, long untilMillis) {
        return Math.max(0, lotsBefore[countUntil(untilMillis)] - lotsBefore[countUntil(afterMillis)]);
    }

    /** The last trade at or before a moment, the first one before the market opened, -1 where nothing traded at all. */
    public int tradeAt(long atMillis) {
        return millis.length == 0 ? -1 : Math.max(0, countUntil(atMillis) - 1);
    }

    /** Price of a trade in currency units. */
    public BigDecimal price(int trade) {
        return tickSize.multiply(BigDecimal.valueOf(priceTicks[trade]));
    }

    /** Volume-weighted average price of a stretch of the day, to 8 decimals; null where nothing traded. */
    public @Nullable BigDecimal averagePrice(long afterMillis, long untilMillis) {
        BigDecimal sum = BigDecimal.ZERO;
        int end = countUntil(untilMillis);
        for (int i = countUntil(afterMillis); i < end; i++) {
            sum = sum.add(BigDecimal.valueOf(priceTicks[i]).multiply(BigDecimal.valueOf(lots(i))));
        }
        long lots = volumeLots(afterMillis, untilMillis);
        return lots == 0 ? null : sum.multiply(tickSize).divide(BigDecimal.valueOf(lots), 8, RoundingMode.HALF_EVEN);
    }

    public BigDecimal tickSize() {
        return tickSize;
    }

    public BigDecimal lotSize() {
        return lotSize;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tape that
                && tickSize.equals(that.tickSize)
                && lotSize.equals(that.lotSize)
                && Arrays.equals(millis, that.millis)
                && Arrays.equals(priceTicks, that.priceTicks)
                && Arrays.equals(lotsBefore, that.lotsBefore);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(priceTicks);
    }

    private static boolean[] tickRule(long[] ticks) {
        boolean[] bought = new boolean[ticks.length];
        for (int i = 0; i < ticks.length; i++) {
            bought[i] = i == 0 || (ticks[i] == ticks[i - 1] ? bought[i - 1] : ticks[i] > ticks[i - 1]);
        }
        return bought;
    }
}
