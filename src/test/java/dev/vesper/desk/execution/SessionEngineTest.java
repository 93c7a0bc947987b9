package dev.vesper.desk.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.execution.CurveSettings;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.NextSessions;
import dev.vesper.execution.WorkingSession;
import dev.vesper.execution.breaker.BreakerLimits;
import dev.vesper.execution.engine.JavaEngine;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Tape;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
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
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What the engine wants sent through a session, whatever the venues fill. */
class SessionEngineTest {
    private static final long OPEN = 34_200_000;
    private static final long HALF_HOUR = 1_800_000;

    /** 1,300 over 13 slices at a tenth of a market that trades 10,000 units in the first minute of each. */
    @Test
    void whatIsDueBySliceIsSentAsSoonAsTheMarketTraded() {
        List<ParentOrder> parents = List.of(parent(1, SlicingStrategy.TWAP, 1_300));
        List<DueChild> due = day(parents, busy(10_000), (child, random) -> child.lots(), 1);
        assertEquals(13, due.size());
        assertEquals(OPEN + 60_000, due.getFirst().millis(), "nothing had traded before of which it could be a share");
        for (int slice = 0; slice < 13; slice++) {
            assertEquals(100, due.get(slice).lots());
            assertEquals(
                    OPEN + slice * HALF_HOUR + (slice == 0 ? 60_000 : 0),
                    due.get(slice).millis());
        }
    }

    /** A tenth of 3,000 in each slice. */
    @Test
    void aShareOfTheVolumeFollowsEachTrade() {
        List<ParentOrder> parents = List.of(parent(1, SlicingStrategy.POV, 2_000));
        List<DueChild> due = day(parents, busy(3_000), (child, random) -> child.lots(), 1);
        assertEquals(2_000, due.stream().mapToLong(DueChild::lots).sum());
        for (int slice = 0; slice < 6; slice++) {
            assertEquals(300, due.get(slice).lots());
            assertEquals(OPEN + slice * HALF_HOUR + 60_000, due.get(slice).millis());
        }
        assertEquals(200, due.get(6).lots());
        assertEquals(7, due.size());
    }

    @Test
    void whatWasNotFilledGoesWithTheNextSlice() {
        List<ParentOrder> parents = List.of(parent(1, SlicingStrategy.TWAP, 1_300));
        List<DueChild> due = day(parents, _ -> Optional.empty(), (child, random) -> child.lots() / 2, 1);
        assertEquals(
                List.of(100L, 150L, 175L),
                due.stream().limit(3).map(DueChild::lots).toList());
    }

    @Test
    void whatAVenueFilledTooMuchIsNotSentAgain() {
        List<ParentOrder> parents = List.of(parent(1, SlicingStrategy.TWAP, 1_300));
        List<DueChild> due = day(parents, _ -> Optional.empty(), (child, random) -> child.lots() * 2, 1);
        long filled = due.stream().mapToLong(child -> child.lots() * 2).sum();
        assertTrue(filled >= 1_300 && filled <= 1_400, filled + " filled");
    }

    @Property(tries = 60)
    void neverMoreThanItsShareOfWhatWasTradedBeforeNorThanTheParent(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int count, @ForAll boolean share) {
        MarketTape tape = TradingDay.tape(seed, 3);
        List<ParentOrder> parents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parents.add(parent(i, share ? SlicingStrategy.POV : SlicingStrategy.TWAP, 1 + i * 7_919L));
        }
        Map<String, Long> sent = new HashMap<>();
        Map<String, Long> done = new HashMap<>();
        int[] slice = {0};
        work(
                parents,
                tape,
                seed,
                (child, random) -> random.nextLong(child.lots() + 1),
                due -> {
                    sent.clear();
                    long before = -1;
                    for (DueChild child : due) {
                        assertTrue(child.millis() >= OPEN + slice[0] * HALF_HOUR);
                        assertTrue(child.millis() < OPEN + (slice[0] + 1) * HALF_HOUR);
                        assertTrue(child.millis() >= before);
                        before = child.millis();
                        String parent = child.parent().id();
                        long committed = done.getOrDefault(parent, 0L) + sent.merge(parent, child.lots(), Long::sum);
                        long traded =
                                tape.tape(child.parent().symbol()).orElseThrow().volumeLots(OPEN - 1, child.millis());
                        assertTrue(committed <= traded / 10, committed + " of " + traded);
                        assertTrue(committed <= child.parent().wholeLots());
                    }
                    slice[0]++;
                },
                done);
        assertEquals(13, slice[0]);
    }

    /** What a run does that goes on after a restart. */
    @Property(tries = 20)
    void toldTheSameFillsItDecidesTheSame(@ForAll long seed) {
        List<ParentOrder> parents = List.of(
                parent(0, SlicingStrategy.TWAP, 2_000),
                parent(1, SlicingStrategy.POV, 90_000),
                parent(2, SlicingStrategy.TWAP, 3));
        Fills some = (child, random) -> random.nextLong(child.lots() + 1);
        assertEquals(
                day(parents, TradingDay.tape(seed, 3), some, seed), day(parents, TradingDay.tape(seed, 3), some, seed));
    }

    /** How much of a child the venues fill. */
    private interface Fills {
        long of(DueChild child, Random random);
    }

    private static List<DueChild> day(List<ParentOrder> parents, MarketTape tape, Fills fills, long seed) {
        List<DueChild> all = new ArrayList<>();
        work(parents, tape, seed, fills, all::addAll, new HashMap<>());
        return all;
    }

    private static void work(
            List<ParentOrder> parents,
            MarketTape tape,
            long seed,
            Fills fills,
            Consumer<List<DueChild>> slices,
            Map<String, Long> done) {
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
        SessionWork work = SessionWork.of(parents, _ -> session, settings).getFirst();
        try (var engine = new SessionEngine(work, tape, settings, JavaEngine::new)) {
            for (int slice = 0; slice < work.slices(); slice++) {
                List<DueChild> due = engine.due(slice, done, Map.of());
                slices.accept(due);
                due.forEach(child -> done.merge(child.parent().id(), fills.of(child, random), Long::sum));
            }
        }
    }

    private static ParentOrder parent(int number, SlicingStrategy strategy, long lots) {
        return new ParentOrder(
                String.format("%s-%04d", TradingDay.RUN, number),
                "ACC",
                "S0" + number % 3,
                Side.BUY,
                BigDecimal.valueOf(lots),
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                BigDecimal.TEN,
                "USD",
                strategy,
                List.of());
    }

    /** A market that trades so many lots a minute after the beginning of each half hour. */
    private static MarketTape busy(long lots) {
        int slices = 13;
        long[] millis = new long[slices];
        long[] ticks = new long[slices];
        long[] each = new long[slices];
        for (int i = 0; i < slices; i++) {
            millis[i] = OPEN + i * HALF_HOUR + 60_000;
            ticks[i] = 1_000;
            each[i] = lots;
        }
        Tape tape = Tape.ofTicks(new BigDecimal("0.01"), BigDecimal.ONE, millis, ticks, each);
        return _ -> Optional.of(tape);
    }
}
