package dev.vesper.testing;

import dev.vesper.basics.RunId;
import dev.vesper.execution.CurveSettings;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.breaker.BreakerLimits;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Tape;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.simulation.SeededTape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small made-up day: symbols S00, S01, ... with a seeded tape each, and a few parents on both sides. */
public final class TradingDay {
    public static final LocalDate DATE = LocalDate.of(2018, 4, 11);
    public static final RunId RUN = RunId.of(DATE, 1);
    private static final BigDecimal TICK = new BigDecimal("0.01");

    private TradingDay() {}

    public static ExecutionSettings settings(int sliceMinutes) {
        return settings(sliceMinutes, BreakerLimits.STANDARD);
    }

    public static ExecutionSettings settings(int sliceMinutes, BreakerLimits breakers) {
        return new ExecutionSettings(
                SlicingStrategy.TWAP,
                CurveSettings.STANDARD,
                LocalTime.of(9, 30),
                LocalTime.of(16, 0),
                sliceMinutes,
                0.1,
                BigDecimal.valueOf(1_000),
                0.3,
                0.3,
                0.1,
                breakers);
    }

    public static MarketTape tape(long seed, int symbols) {
        Map<String, Tape> tapes = new HashMap<>();
        for (int i = 0; i < symbols; i++) {
            String symbol = symbol(i);
            tapes.put(
                    symbol,
                    SeededTape.of(
                            seed,
                            symbol,
                            DATE,
                            LocalTime.of(9, 30),
                            LocalTime.of(16, 0),
                            price(i),
                            Optional.empty(),
                            TICK,
                            BigDecimal.ONE,
                            BigDecimal.valueOf(SeededTape.DEFAULT_DAILY_UNITS)));
        }
        return symbol -> Optional.ofNullable(tapes.get(symbol));
    }

    public static List<ParentOrder> parents(int count, int symbols) {
        List<ParentOrder> parents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parents.add(new ParentOrder(
                    String.format("%s-%04d", RUN, i),
                    "ACC" + i % 3,
                    symbol(i % symbols),
                    i % 4 == 3 ? Side.SELL : Side.BUY,
                    BigDecimal.valueOf(200L + 137L * i % 1_900),
                    BigDecimal.ONE,
                    TICK,
                    price(i % symbols),
                    "USD",
                    i % 2 == 0 ? SlicingStrategy.TWAP : SlicingStrategy.POV,
                    List.of()));
        }
        return parents;
    }

    private static String symbol(int i) {
        return String.format("S%02d", i);
    }

    private static BigDecimal price(int i) {
        return BigDecimal.valueOf(2_000L + 731L * i, 2);
    }
}
