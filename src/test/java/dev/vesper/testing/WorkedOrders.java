package dev.vesper.testing;

import dev.vesper.basics.RunId;
import dev.vesper.desk.execution.PlannedSchedule;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.execution.CurveSettings;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.NextSessions;
import dev.vesper.execution.WorkingSession;
import dev.vesper.execution.breaker.BreakerLimits;
import dev.vesper.execution.engine.JavaEngine;
import dev.vesper.market.SessionPrices;
import dev.vesper.market.Tape;
import dev.vesper.market.TapeBars;
import dev.vesper.market.TapeTrade;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A day that is being worked: 1000 IBM to buy, of which 400 are filled at 10.10 and 100 at 10.20 and 100 work; 50 SAP to
 * sell, whose only child a venue refused; 20 ABB to buy, whose only child we stopped; 10 KO to buy, not sent.
 */
public final class WorkedOrders {
    private WorkedOrders() {}

    /** Decides and works the orders of a run of which nothing is decided yet. */
    public static void of(Memory memory, RunId run) {
        List<ParentOrder> parents = List.of(
                parent(run, 1, "IBM", Side.BUY, 1_000, "10.00"),
                parent(run, 2, "SAP", Side.SELL, 50, "20.00"),
                parent(run, 3, "ABB", Side.BUY, 20, "5.00"),
                parent(run, 4, "KO", Side.BUY, 10, "1.00"));
        memory.saveRebalance(run, Stream.of(new RebalanceResult(List.of(), parents, List.of())), List.of());
        memory.prices = Map.of("IBM", new SessionPrices(new BigDecimal("10.05"), new BigDecimal("10.30")));
        List<ChildOrder> first = List.of(
                child(parents.get(0), 0, "a", "500"),
                child(parents.get(1), 0, "a", "50"),
                child(parents.get(2), 0, "a", "20"));
        SliceSaves.send(memory.orders, run, 0, first);
        SliceSaves.book(
                memory.orders,
                run,
                first,
                List.of(
                        end(first.get(0), ChildOutcome.State.FILLED, "500", ""),
                        end(first.get(1), ChildOutcome.State.REJECTED, "0", "halted <b>"),
                        end(first.get(2), ChildOutcome.State.DENIED, "0", "kill switch K-1")),
                List.of(fill(first.get(0), "E1", "400", "10.10"), fill(first.get(0), "E2", "100", "10.20")));
        more(memory, run, 1);
    }

    /** Sends 100 more of the IBM, in a slice of their own. */
    public static void more(Memory memory, RunId run, int slice) {
        ParentOrder ibm = memory.orders(run).orElseThrow().getFirst();
        SliceSaves.send(memory.orders, run, slice, List.of(child(ibm, slice, "a", "100")));
    }

    /** Fills what {@link #more} sent. */
    public static void filled(Memory memory, RunId run, int slice) {
        ChildOrder child = child(memory.orders(run).orElseThrow().getFirst(), slice, "a", "100");
        SliceSaves.book(
                memory.orders,
                run,
                List.of(child),
                List.of(end(child, ChildOutcome.State.FILLED, "100", "")),
                List.of(fill(child, "E9-" + slice, "100", "10.00")));
    }

    /** The id of one of the four, counted from 1. */
    public static String id(RunId run, int number) {
        return run + "-000" + number;
    }

    /** How the four were to be worked: evenly over eight slices of 15 minutes, the volume unknown. */
    public static Map<String, PlannedSchedule> plans(List<ParentOrder> parents) {
        ExecutionSettings settings = new ExecutionSettings(
                SlicingStrategy.TWAP,
                CurveSettings.STANDARD,
                LocalTime.of(9, 30),
                LocalTime.of(11, 30),
                15,
                0.1,
                BigDecimal.ONE,
                0.3,
                0.3,
                0.1,
                BreakerLimits.STANDARD);
        WorkingSession session =
                new NextSessions(TradingCalendars.usual(), settings, LocalDate.of(2018, 4, 11)).standard();
        return PlannedSchedule.of(parents, _ -> session, _ -> Optional.empty(), settings, JavaEngine::new);
    }

    /** What the market did meanwhile: IBM traded 200 every minute, from 10.00 up by a cent every five minutes. */
    public static Map<String, TapeBars> bars() {
        List<TapeTrade> trades = IntStream.range(0, 120)
                .mapToObj(minute ->
                        new TapeTrade(34_200_000L + minute * 60_000L, BigDecimal.valueOf(1_000 + minute / 5, 2), 200))
                .toList();
        Tape tape = Tape.of(new BigDecimal("0.01"), BigDecimal.ONE, trades);
        return Map.of("IBM", TapeBars.of(tape, 34_200_000, 41_400_000, 900_000));
    }

    private static ParentOrder parent(RunId run, int number, String symbol, Side side, int quantity, String price) {
        return new ParentOrder(
                id(run, number),
                "ACC1",
                symbol,
                side,
                BigDecimal.valueOf(quantity),
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                new BigDecimal(price),
                "USD",
                SlicingStrategy.values()[0],
                List.of());
    }

    private static ChildOrder child(ParentOrder parent, int slice, String name, String quantity) {
        return new ChildOrder(
                parent.id() + "-" + slice + name,
                parent.id(),
                slice,
                "LIT",
                parent.symbol(),
                parent.side(),
                new BigDecimal(quantity),
                new BigDecimal("10.50"),
                34_200_000L + slice * 900_000L,
                35_100_000L + slice * 900_000L);
    }

    private static ChildOutcome end(ChildOrder child, ChildOutcome.State state, String filled, String reason) {
        return new ChildOutcome(child.clientOrderId(), state, new BigDecimal(filled), reason);
    }

    private static Fill fill(ChildOrder child, String execution, String quantity, String price) {
        return new Fill(
                child.venue(),
                execution,
                child.clientOrderId(),
                child.parentId(),
                "ACC1",
                child.symbol(),
                child.side(),
                new BigDecimal(quantity),
                new BigDecimal(price),
                BigDecimal.ONE,
                child.sentMillis() + 1_500);
    }
}
