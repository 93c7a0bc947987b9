package dev.vesper.simulation.replay;

import dev.vesper.execution.ImplementationShortfall;
import dev.vesper.execution.ImplementationShortfall.Executed;
import dev.vesper.execution.analysis.MarketDay;
import dev.vesper.execution.engine.Curve;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.execution.engine.Terms;
import dev.vesper.execution.learn.Situation;
import dev.vesper.execution.learn.Trial;
import dev.vesper.execution.schedule.AlmgrenChriss;
import dev.vesper.execution.schedule.Schedule;
import dev.vesper.execution.schedule.Window;
import dev.vesper.market.ticks.Quotes;
import dev.vesper.market.ticks.Span;
import dev.vesper.market.ticks.TradeTotals;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Works orders of every window of a recorded day once at each urgency: both sides, several sizes, windows one after the other, each
 * from what was known when it began. Orders of one replay do not overlap, so none takes what another one would have had.
 *
 * @param minutes length of a window; the first one of a day is only looked at
 * @param urgencies to be tried, kappa times the length of the window
 * @param shares sizes, of what the market traded in the window before
 * @param terms what bounds an order of so many units
 * @param latency draws anew for each replay, alike for each
 */
public record UrgencyTrials(
        int minutes, List<Double> urgencies, List<Double> shares, Bounds terms, Supplier<LongSupplier> latency) {
    private static final long MINUTE = 60_000;

    public UrgencyTrials {
        urgencies = List.copyOf(urgencies);
        shares = List.copyOf(shares);
    }

    /** What bounds an order. */
    public interface Bounds {
        Terms of(long units);
    }

    /** An order to be tried. */
    private record Planned(
            Side side, Span window, long units, Situation situation, BigDecimal arrival, BigDecimal end) {
        String block() {
            return String.valueOf(window.fromMillis());
        }
    }

    /**
     * All trials of a day; of windows in which the market was not open when they began there is none.
     *
     * @param day its name
     * @throws IllegalArgumentException where the engine refuses an order
     */
    public List<Trial> of(String day, MarketDay market, Quotes quotes, EngineOpener engine) {
        List<Trial> trials = new ArrayList<>();
        for (Side side : Side.values()) {
            for (double share : shares) {
                trials.addAll(of(day, planned(market, side, share), market, quotes, engine));
            }
        }
        return trials;
    }

    private List<Planned> planned(MarketDay market, Side side, double share) {
        List<Planned> all = new ArrayList<>();
        long length = minutes * MINUTE;
        Span session = market.session();
        for (long start = session.fromMillis() + length; start + length <= session.untilMillis(); start += length) {
            Span window = new Span(start, start + length);
            long units = Math.round(share
                    * TradeTotals.ofTrusted(market.trades(), new Span(start - length, start))
                            .volume());
            if (units >= 1) {
                Situation.of(market, side, (double) units, window)
                        .flatMap(situation -> market.midBefore(window.fromMillis())
                                .map(arrival -> new Planned(
                                        side,
                                        window,
                                        units,
                                        situation,
                                        arrival,
                                        market.before(window.untilMillis())
                                                .orElseThrow()
                                                .price())))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private List<Trial> of(String day, List<Planned> planned, MarketDay market, Quotes quotes, EngineOpener engine) {
        if (planned.isEmpty()) {
            return List.of();
        }
        List<List<Double>> costs = new ArrayList<>();
        planned.forEach(_ -> costs.add(new ArrayList<>()));
        for (double urgency : urgencies) {
            List<ReplayOrder> orders = new ArrayList<>();
            for (int i = 0; i < planned.size(); i++) {
                Planned order = planned.get(i);
                orders.add(new ReplayOrder(
                        String.valueOf(i), order.side(), terms.of(order.units()), curve(order, urgency)));
            }
            Map<String, List<Executed>> filled = new LinkedHashMap<>();
            DayReplay.play(orders, market.trades(), quotes, engine, latency.get())
                    .fills()
                    .forEach(fill -> filled.computeIfAbsent(fill.order(), _ -> new ArrayList<>())
                            .add(new Executed(
                                    BigDecimal.valueOf(fill.units()),
                                    BigDecimal.valueOf(fill.priceE4(), 4),
                                    planned.get(Integer.parseInt(fill.order())).arrival())));
            for (int i = 0; i < planned.size(); i++) {
                costs.get(i).add(bps(planned.get(i), filled.getOrDefault(String.valueOf(i), List.of())));
            }
        }
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            trials.add(new Trial(day, planned.get(i).block(), planned.get(i).situation(), costs.get(i)));
        }
        return trials;
    }

    /** Minute by minute. */
    private Curve curve(Planned order, double urgency) {
        double[] left = new double[minutes + 1];
        Arrays.setAll(left, i -> order.units() * AlmgrenChriss.left(urgency, (minutes - i) / (double) minutes));
        return Curve.of(Schedule.asHoldings(
                new Window(order.window().fromMillis(), order.window().untilMillis(), minutes), order.units(), left));
    }

    private static double bps(Planned order, List<Executed> fills) {
        BigDecimal done = fills.stream().map(Executed::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return ImplementationShortfall.of(
                        order.side(),
                        order.arrival(),
                        fills,
                        BigDecimal.valueOf(order.units()).subtract(done),
                        order.end(),
                        BigDecimal.ZERO)
                .totalBps();
    }
}
