package dev.vesper.app.cli;

import dev.vesper.adapters.firm.VolumeProfileFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.execution.analysis.MarketDay;
import dev.vesper.execution.analysis.OrderHandling;
import dev.vesper.execution.analysis.WorkedOrder;
import dev.vesper.execution.engine.Curve;
import dev.vesper.execution.engine.EngineFormat;
import dev.vesper.execution.engine.Style;
import dev.vesper.execution.engine.Terms;
import dev.vesper.execution.schedule.AlmgrenChriss;
import dev.vesper.execution.schedule.Schedule;
import dev.vesper.execution.schedule.Window;
import dev.vesper.market.ticks.Span;
import dev.vesper.market.ticks.TradeTotals;
import dev.vesper.market.ticks.Trades;
import dev.vesper.simulation.replay.ReplayOrder;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How orders of a file are worked through a recorded day. */
final class ReplayOptions {
    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);
    private static final int MOST_SLICES = 4_096;

    @Option(
            names = "--strategy",
            paramLabel = "twap|vwap|pov|is|iceberg|peg|close",
            description = "For all orders; by default what the file says of each.")
    private @Nullable ReplayStrategy strategy;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "vwap: the market's volume as time,volume, as it was known before; without it the day's own.")
    private @Nullable Path profile;

    @Option(
            names = "--slices",
            paramLabel = "N",
            description = "Parts of each window; by default one every five minutes.")
    private @Nullable Integer slices;

    @Option(
            names = "--smallest-child",
            paramLabel = "UNITS",
            defaultValue = "100",
            description = "Fewer are sent only where they are all that is left; 100 by default.")
    private long smallest;

    @Mixin
    private final ImpactOptions impact = new ImpactOptions();

    @Mixin
    private final PolicyOption policy = new PolicyOption();

    @Mixin
    private final PegOptions peg = new PegOptions();

    @Mixin
    private final DrawOptions draws = new DrawOptions();

    /** Whether an order follows the day's own volume, which nobody knew when it began. */
    boolean foresees(WorkedOrder order) {
        return profile == null && strategy(order) == ReplayStrategy.VWAP;
    }

    /** What else people should know of how the orders were worked. */
    void tell(PrintWriter err) {
        policy.tell(err);
    }

    /**
     * An order as the engine is told it.
     *
     * @param market of the day, of which an order sees what was before it
     * @param number of the order in its file, from 0
     * @throws Problem of kind INPUT, naming file and line, where an order cannot be worked
     */
    ReplayOrder order(WorkedOrder order, MarketDay market, long seed, int number) {
        if (smallest < 1) {
            throw Problem.usage("Expected a smallest child of 1 or more, but got " + smallest);
        }
        ReplayStrategy how = strategy(order);
        OrderHandling handling = order.handling();
        long lot = handling.lotSize()
                .map(size -> whole(order.place(), "lot_size", size, BigDecimal.ONE))
                .orElse(1L);
        long lots = inLots(order, "quantity", order.quantity(), lot);
        long display = inLots(order, "display", order.display(), lot);
        long least = inLots(order, "least_display", handling.leastDisplay(), lot);
        long largest = inLots(order, "largest_child", handling.largestChild(), lot);
        int cap = order.participation()
                .map(share -> Math.toIntExact(whole(order.place(), "participation", share, BPS)))
                .orElse(0);
        check(order, how, cap, display, least);
        long fewest = Math.min((smallest + lot - 1) / lot, lots);
        for (long most : new long[] {display, least, largest}) {
            fewest = most == 0 ? fewest : Math.min(fewest, most);
        }
        Terms terms = Terms.of(lots)
                .limit(price(order, "limit_price", order.limit()))
                .children(fewest, largest)
                .cap(cap)
                .display(Math.toIntExact(Math.min(display, Integer.MAX_VALUE)));
        return new ReplayOrder(
                order.id(),
                order.side(),
                terms,
                curve(order, how, lots, market),
                lot,
                new Style(price(order, "would_price", handling.wouldPrice()), how == ReplayStrategy.CLOSE),
                peg.of(handling),
                draws.of(seed, number, least));
    }

    private static void check(WorkedOrder order, ReplayStrategy how, int cap, long display, long least) {
        if (how == ReplayStrategy.POV && cap == 0) {
            throw wrong(order.place(), "Expected a participation of the pov order " + order.id());
        }
        if (how == ReplayStrategy.ICEBERG && display == 0) {
            throw wrong(order.place(), "Expected a display of the iceberg order " + order.id());
        }
        if (how == ReplayStrategy.PEG && order.handling().peg().isEmpty()) {
            throw wrong(order.place(), "Expected a peg (primary, market or midpoint) of the peg order " + order.id());
        }
        if (how == ReplayStrategy.CLOSE && order.handling().peg().isPresent()) {
            throw wrong(
                    order.place(), "Expected no peg of the close order " + order.id() + ", which waits for an auction");
        }
        if (least > display) {
            throw wrong(
                    order.place(),
                    "Expected a least_display of " + order.id() + " up to its display, but got "
                            + order.handling().leastDisplay().orElseThrow().toPlainString());
        }
    }

    private static long price(WorkedOrder order, String column, Optional<BigDecimal> price) {
        return price.map(value -> whole(order.place(), column, value, BPS)).orElse(0L);
    }

    private static long inLots(WorkedOrder order, String column, Optional<BigDecimal> units, long lot) {
        return units.map(value -> inLots(order, column, value, lot)).orElse(0L);
    }

    private static long inLots(WorkedOrder order, String column, BigDecimal value, long lot) {
        long units = whole(order.place(), column, value, BigDecimal.ONE);
        if (units % lot != 0) {
            throw wrong(order.place(), "Expected a " + column + " in whole lots of " + lot + ", but got " + units);
        }
        return units / lot;
    }

    private Curve curve(WorkedOrder order, ReplayStrategy how, long units, MarketDay market) {
        Window window;
        try {
            window = window(order, how);
            return switch (how) {
                case TWAP -> Curve.of(Schedule.even(window, units));
                case VWAP -> Curve.of(Schedule.asVolume(window, units, volume(order, window, market.trades())));
                case IS ->
                    Curve.of(policy.schedule(order, window, units, market).orElseGet(() -> shortfall(window, units)));
                case POV, ICEBERG, PEG, CLOSE ->
                    Curve.atOnce(
                            window.startMillis() * OrderScheduleCommand.NANOS_OF_MILLI,
                            window.endMillis() * OrderScheduleCommand.NANOS_OF_MILLI,
                            units);
            };
        } catch (IllegalArgumentException wrong) {
            throw wrong(order.place(), String.valueOf(wrong.getMessage()));
        }
    }

    private Schedule shortfall(Window window, long units) {
        AlmgrenChriss model = impact.model((double) units, window);
        return Schedule.asHoldings(window, units, model.holdings());
    }

    private Window window(WorkedOrder order, ReplayStrategy how) {
        long from = order.window().fromMillis();
        long until = order.window().untilMillis();
        if (how.atOnce()) {
            return new Window(from, until, 1);
        }
        int parts = slices != null ? slices : OrderScheduleCommand.slices(until - from);
        if (parts < 1 || parts > MOST_SLICES) {
            throw Problem.usage("Expected 1 to " + MOST_SLICES + " slices, but got " + parts);
        }
        return new Window(from, until, parts);
    }

    private long[] volume(WorkedOrder order, Window window, Trades trades) {
        long[] volume = new long[window.slices()];
        if (profile != null) {
            volume = VolumeProfileFile.read(profile).in(window);
        } else {
            for (int i = 0; i < volume.length; i++) {
                volume[i] = TradeTotals.ofTrusted(trades, new Span(window.startMillis(i), window.endMillis(i)))
                        .volume();
            }
        }
        if (Arrays.stream(volume).allMatch(units -> units == 0)) {
            throw wrong(
                    order.place(),
                    "Expected a market that trades in the window of " + order.id() + ", but it does not");
        }
        return volume;
    }

    private ReplayStrategy strategy(WorkedOrder order) {
        if (strategy != null) {
            return strategy;
        }
        for (ReplayStrategy one : ReplayStrategy.values()) {
            if (one.name().equals(order.strategy().toUpperCase(Locale.ROOT))) {
                return one;
            }
        }
        throw wrong(
                order.place(),
                "Expected the strategy twap, vwap, pov, is, iceberg, peg or close, but " + order.id() + " has \""
                        + order.strategy() + "\"; --strategy says one for all");
    }

    /** A number in the whole parts that the engine reckons with. */
    private static long whole(Place place, String column, BigDecimal value, BigDecimal parts) {
        BigDecimal scaled = value.multiply(parts).stripTrailingZeros();
        if (scaled.scale() > 0 || scaled.compareTo(BigDecimal.valueOf(EngineFormat.MOST_UNITS)) > 0) {
            throw wrong(
                    place,
                    "Expected a " + column + " in whole "
                            + (parts.compareTo(BigDecimal.ONE) == 0 ? "units" : "steps of 0.0001") + ", but got "
                            + value.toPlainString());
        }
        return scaled.longValueExact();
    }

    private static Problem wrong(Place place, String sentence) {
        return Problem.input(place, sentence);
    }
}
