package dev.vesper.simulation;

import dev.vesper.market.Tape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;

/**
 * Makes up a day of trades where the firm has none: volume in the shape of a U through the session, prices as a random
 * walk of about 1.6 % a day around the last close, bent to the day's own close where that is known. Whole numbers throughout, so that a seed, a symbol and a date give the
 * same tape on every machine.
 */
public final class SeededTape {
    /** Average daily volume in units where the firm's prices carry none. */
    public static final long DEFAULT_DAILY_UNITS = 1_000_000;

    private static final int TRADES_A_MINUTE = 2;
    private static final long DAILY_VOLATILITY_PPM = 16_000;
    private static final long OVERNIGHT_VOLATILITY_PPM = 3_000;
    private static final long SUB_TICKS = 1_000;
    private static final long MOST_TICKS = 1_000_000_000_000L;
    private static final long MOST_LOTS = 1_000_000_000_000L;

    private SeededTape() {}

    /**
     * A whole session.
     *
     * @param lastClose the close the walk starts from, in currency units
     * @param dayClose the close it ends at, where that is known
     * @param averageDailyUnits units a day, or {@link #DEFAULT_DAILY_UNITS}
     */
    public static Tape of(
            long seed,
            String symbol,
            LocalDate date,
            LocalTime open,
            LocalTime close,
            BigDecimal lastClose,
            Optional<BigDecimal> dayClose,
            BigDecimal tickSize,
            BigDecimal lotSize,
            BigDecimal averageDailyUnits) {
        long from = millis(open);
        int minutes = (int) ((millis(close) - from) / 60_000);
        if (minutes < 1) {
            throw new IllegalArgumentException(
                    "Expected a session of a minute or more, but got " + open + " to " + close);
        }
        long ticks = ticks(symbol, lastClose, tickSize);
        long end = dayClose.map(price -> ticks(symbol, price, tickSize)).orElse(0L);
        long dailyLots = Math.clamp(
                averageDailyUnits.divide(lotSize, 0, RoundingMode.DOWN).longValue(), 1, MOST_LOTS);
        return walk(new SeededDraw(seed, symbol + " " + date), from, minutes, ticks, end, dailyLots, tickSize, lotSize);
    }

    private static long ticks(String symbol, BigDecimal price, BigDecimal tickSize) {
        long ticks = Math.max(1, Tape.ticksOf(price, tickSize));
        if (ticks > MOST_TICKS) {
            throw new IllegalArgumentException("Expected a price of at most " + MOST_TICKS + " ticks, but " + symbol
                    + " at " + price + " has " + ticks + " of " + tickSize);
        }
        return ticks;
    }

    private static Tape walk(
            SeededDraw draw,
            long from,
            int minutes,
            long ticks,
            long end,
            long dailyLots,
            BigDecimal tick,
            BigDecimal lot) {
        int count = minutes * TRADES_A_MINUTE;
        long[] times = new long[count];
        long[] prices = new long[count];
        long[] lots = new long[count];
        long dailyWeight = 0;
        for (int minute = 0; minute < minutes; minute++) {
            dailyWeight += weight(minute, minutes);
        }
        long stepPpm = DAILY_VOLATILITY_PPM / Math.max(1, (long) Math.sqrt(count));
        long price = ticks * SUB_TICKS;
        price = moved(price, OVERNIGHT_VOLATILITY_PPM, draw.normal16());
        long carried = 0; // volume in 1/(100 * dailyWeight * trades) lots that did not make a whole lot yet
        long whole = 100L * dailyWeight * TRADES_A_MINUTE;
        for (int minute = 0; minute < minutes; minute++) {
            long[] offsets = new long[TRADES_A_MINUTE];
            for (int i = 0; i < TRADES_A_MINUTE; i++) {
                offsets[i] = draw.below(60_000);
            }
            Arrays.sort(offsets);
            for (int i = 0; i < TRADES_A_MINUTE; i++) {
                int trade = minute * TRADES_A_MINUTE + i;
                price = moved(price, stepPpm, draw.normal16());
                times[trade] = from + minute * 60_000L + offsets[i];
                prices[trade] = price;
                long share = weight(minute, minutes) * (50 + draw.below(101)); // 50 to 150 % of its due
                long part = Math.floorMod(dailyLots, whole) * share + carried;
                lots[trade] = dailyLots / whole * share + part / whole;
                carried = part % whole;
            }
        }
        bridge(prices, end * SUB_TICKS);
        for (int i = 0; i < count; i++) {
            prices[i] = Math.max(1, (prices[i] + SUB_TICKS / 2) / SUB_TICKS);
        }
        return Tape.ofTicks(tick, lot, times, prices, lots);
    }

    /** Bends a path, trade by trade a little more, so that it ends where the day ended. */
    private static void bridge(long[] prices, long end) {
        if (end == 0) {
            return;
        }
        long off = end - prices[prices.length - 1];
        for (int i = 0; i < prices.length; i++) {
            long bent = off / prices.length * (i + 1) + off % prices.length * (i + 1) / prices.length;
            prices[i] = Math.clamp(prices[i] + bent, SUB_TICKS, MOST_TICKS * SUB_TICKS);
        }
    }

    /** 100 at the middle of the day, 400 at either end. */
    private static long weight(long minute, long minutes) {
        long fromMiddle = 2 * minute + 1 - minutes;
        return 100 + 300 * fromMiddle * fromMiddle / (minutes * minutes);
    }

    private static long moved(long price, long volatilityPpm, long normal16) {
        long one = Math.max(1, price * volatilityPpm / 1_000_000);
        return Math.clamp(price + one * normal16 / 65_536, SUB_TICKS, MOST_TICKS * SUB_TICKS);
    }

    private static long millis(LocalTime time) {
        return time.toNanoOfDay() / 1_000_000;
    }
}
