package dev.vesper.desk.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vesper.adapters.engine.Engines;
import dev.vesper.desk.rebalance.LeftNow;
import dev.vesper.execution.CurveSettings;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.NextSessions;
import dev.vesper.execution.WorkingSession;
import dev.vesper.execution.breaker.BreakerLimits;
import dev.vesper.execution.engine.EngineCapacity;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.execution.engine.JavaEngine;
import dev.vesper.execution.engine.WithoutGate;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What the engine's own gate lets leave of a session's orders. */
class SessionGateTest {
    private static final Path NATIVE = Path.of(System.getProperty("vesper.native", "target/native"));

    /** Whole shares, fractions of one, and round lots; two symbols that trade and one of which nobody tells trades. */
    private static final List<BigDecimal> LOTS =
            List.of(BigDecimal.ONE, new BigDecimal("0.001"), BigDecimal.valueOf(100), new BigDecimal("0.5"));

    /** A slice and what is due in it. */
    private record Worked(int slice, List<DueChild> due) {}

    /** What the rules leave, by slice. */
    private interface Leaves {
        Map<String, LeftNow> of(int slice);
    }

    @Property(tries = 60)
    void whatTheRulesApprovedIsNeverDeniedWhileTheyStay(@ForAll long seed) {
        List<ParentOrder> orders = orders(seed);
        List<Worked> gated = day(orders, seed, JavaEngine::new, _ -> Map.of());
        assertTrue(gated.stream()
                .flatMap(slice -> slice.due.stream())
                .noneMatch(child -> child.denied().isPresent()));
        assertEquals(
                day(orders, seed, capacity -> new WithoutGate(new JavaEngine(capacity)), _ -> Map.of()),
                gated,
                "the same children as without a table");
    }

    @Property(tries = 100)
    void whatGoesBeyondWhatTheyLeaveIsAlwaysDeniedAndNothingElse(@ForAll long seed) {
        List<ParentOrder> orders = orders(seed);
        Leaves leaves = changing(orders, seed);
        Map<String, Long> filled = new HashMap<>();
        work(
                orders,
                seed,
                JavaEngine::new,
                EngineCapacity.MOST_POSITIONS,
                leaves,
                slice -> {
                    Map<String, Long> committed = new HashMap<>(filled);
                    for (DueChild child : slice.due) {
                        ParentOrder order = child.parent();
                        long left = left(order, leaves.of(slice.slice));
                        long before = committed.getOrDefault(order.id(), 0L);
                        if (child.denied().isPresent()) {
                            assertTrue(before + child.lots() > left, child + " with " + before + " of " + left);
                            assertTrue(child.denied()
                                    .orElseThrow()
                                    .startsWith("limits, changed: too much. (the engine's gate: "));
                        } else {
                            assertTrue(before + child.lots() <= left, child + " with " + before + " of " + left);
                            committed.put(order.id(), before + child.lots());
                        }
                    }
                },
                filled);
    }

    /** What is denied is tried again in the next slice, once. */
    @Test
    void aDeniedOrderIsTriedOnceASlice() {
        List<ParentOrder> orders = orders(7);
        String first = orders.getFirst().id();
        Leaves leaves = slice -> slice < 3 ? Map.of() : Map.of(first, nothing());
        for (Worked slice : day(orders, 7, JavaEngine::new, leaves)) {
            long denied = slice.due.stream()
                    .filter(child -> child.denied().isPresent())
                    .count();
            assertTrue(denied <= 1 && (slice.slice >= 3 || denied == 0), slice.toString());
        }
    }

    /** What is released is sent again: the rest of the order is caught up with. */
    @Test
    void whatTheRulesLeaveAgainIsSent() {
        List<ParentOrder> orders = orders(11);
        Leaves leaves = slice -> slice < 3 || slice > 6 ? Map.of() : all(orders);
        List<Worked> day = day(orders, 11, JavaEngine::new, leaves);
        for (Worked slice : day) {
            boolean stopped = slice.slice >= 3 && slice.slice <= 6;
            assertEquals(
                    stopped,
                    slice.due.stream().noneMatch(child -> child.denied().isEmpty()),
                    slice.toString());
        }
    }

    @Property(tries = 15)
    void theNativeEngineDecidesTheSame(@ForAll long seed) {
        Engines.Choice built = Engines.load(NATIVE);
        assumeTrue(built.nativeServes(), built::reason);
        List<ParentOrder> orders = orders(seed);
        assertEquals(
                day(orders, seed, JavaEngine::new, changing(orders, seed)),
                day(orders, seed, built.open(), changing(orders, seed)));
    }

    @Property(tries = 20)
    void severalEnginesDecideWhatOneWould(@ForAll long seed) {
        List<ParentOrder> orders = orders(seed);
        List<Worked> one = day(orders, seed, JavaEngine::new, _ -> Map.of());
        for (int most : List.of(1, 4, 9)) {
            assertTrue(
                    one.equals(day(orders, seed, JavaEngine::new, most, _ -> Map.of())), "at most " + most + " books");
        }
    }

    private static LeftNow nothing() {
        return new LeftNow(BigDecimal.ZERO, "limits, changed: too much.");
    }

    private static Map<String, LeftNow> all(List<ParentOrder> orders) {
        Map<String, LeftNow> all = new HashMap<>();
        orders.forEach(order -> all.put(order.id(), nothing()));
        return all;
    }

    /** From a slice on other rules count, and from another one on others again; they leave a part of some orders. */
    private static Leaves changing(List<ParentOrder> orders, long seed) {
        Random random = new Random(~seed);
        int from = random.nextInt(8);
        int then = from + 1 + random.nextInt(4);
        List<Map<String, LeftNow>> changes = List.of(Map.of(), some(orders, random), some(orders, random));
        return slice -> changes.get(slice < from ? 0 : slice < then ? 1 : 2);
    }

    private static Map<String, LeftNow> some(List<ParentOrder> orders, Random random) {
        Map<String, LeftNow> some = new HashMap<>();
        for (ParentOrder order : orders) {
            if (random.nextBoolean()) {
                // not always whole lots: what the rules leave is in units
                BigDecimal part = order.quantity().multiply(BigDecimal.valueOf(random.nextInt(100), 2));
                some.put(order.id(), new LeftNow(part, "limits, changed: too much."));
            }
        }
        return some;
    }

    private static long left(ParentOrder order, Map<String, LeftNow> leaves) {
        LeftNow less = leaves.get(order.id());
        return less == null
                ? order.wholeLots()
                : less.units().divideToIntegralValue(order.lotSize()).longValueExact();
    }

    /** Several of one account in one instrument among them, on both sides. */
    private static List<ParentOrder> orders(long seed) {
        Random random = new Random(seed);
        List<ParentOrder> orders = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            BigDecimal lot = LOTS.get(random.nextInt(LOTS.size()));
            orders.add(new ParentOrder(
                    String.format("%s-%04d", TradingDay.RUN, i),
                    "ACC" + random.nextInt(2),
                    "S0" + random.nextInt(3),
                    random.nextBoolean() ? Side.BUY : Side.SELL,
                    lot.multiply(BigDecimal.valueOf(1 + random.nextInt(60_000))),
                    lot,
                    new BigDecimal("0.01"),
                    BigDecimal.TEN,
                    "USD",
                    random.nextBoolean() ? SlicingStrategy.TWAP : SlicingStrategy.POV,
                    List.of()));
        }
        return orders;
    }

    private static List<Worked> day(List<ParentOrder> orders, long seed, EngineOpener engines, Leaves leaves) {
        return day(orders, seed, engines, EngineCapacity.MOST_POSITIONS, leaves);
    }

    private static List<Worked> day(
            List<ParentOrder> orders, long seed, EngineOpener engines, int most, Leaves leaves) {
        List<Worked> day = new ArrayList<>();
        work(orders, seed, engines, most, leaves, day::add, new HashMap<>());
        return day;
    }

    /** @param filled lots by order id, up to the slice at hand */
    private static void work(
            List<ParentOrder> orders,
            long seed,
            EngineOpener engines,
            int most,
            Leaves leaves,
            Consumer<Worked> slices,
            Map<String, Long> filled) {
        ExecutionSettings settings = new ExecutionSettings(
                SlicingStrategy.TWAP,
                CurveSettings.STANDARD,
                LocalTime.of(9, 30),
                LocalTime.of(16, 0),
                30,
                0.1,
                BigDecimal.ONE,
                0.3,
                0.3,
                0.1,
                BreakerLimits.STANDARD);
        WorkingSession session = new NextSessions(TradingCalendars.usual(), settings, TradingDay.DATE).standard();
        Random random = new Random(seed);
        SessionWork work = SessionWork.of(orders, _ -> session, settings).getFirst();
        try (var engine = new SessionEngines(work, TradingDay.tape(seed, 2), settings, engines, most)) {
            for (int slice = 0; slice < work.slices(); slice++) {
                List<DueChild> due = engine.due(slice, Map.copyOf(filled), leaves.of(slice));
                slices.accept(new Worked(slice, due));
                for (DueChild child : due) {
                    if (child.denied().equals(Optional.empty())) {
                        filled.merge(child.parent().id(), random.nextLong(child.lots() + 1), Long::sum);
                    }
                }
            }
        }
    }
}
