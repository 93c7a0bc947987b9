package dev.vesper.adapters.routes.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.MarketPace;
import dev.vesper.desk.execution.SessionPace;
import dev.vesper.desk.execution.VenueGateway.SliceHours;
import dev.vesper.execution.NextSessions;
import dev.vesper.execution.WorkingSession;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.Side;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** Market time by a clock that the test moves. */
class PacedWorkTest {
    private static final WorkingSession SESSION =
            new NextSessions(TradingCalendars.usual(), TradingDay.settings(30), TradingDay.DATE).standard();
    private static final SliceHours TEN = new SliceHours(36_000_000, 37_800_000);

    private final ReentrantLock lock = new ReentrantLock();
    private volatile Instant now = at("09:59:59.900");

    @Test
    void aSliceWaitsForItsTimeAtTheExchangeAndSaysSoOnce() {
        List<String> said = new ArrayList<>();
        assertEquals(ZoneId.of("America/New_York"), SESSION.market().zone());
        assertTrue(paced().begin(SESSION, TEN, what -> {
            said.add(what);
            now = at("10:00");
        }));
        assertEquals(List.of("10:00 of " + SESSION.date() + ", America/New_York, when the next slice begins"), said);
    }

    @Test
    void aLateStartPassesOverWhatIsOverAndBeginsInTheMiddle() {
        now = at("10:30");
        assertFalse(paced().begin(SESSION, TEN, _ -> {}));
        now = at("10:29:59.999");
        assertTrue(paced().begin(SESSION, TEN, _ -> {}));
    }

    @Test
    void fastMarketTimeWaitsForNothingAndPassesOverNothing() {
        var fast = new PacedWork(
                MarketPace.FAST,
                symbol -> {
                    throw new AssertionError(symbol);
                },
                lock,
                lock.newCondition());
        now = at("23:00");
        assertTrue(fast.begin(SESSION, TEN, what -> {
            throw new AssertionError(what);
        }));
        assertTrue(fast.due(child()));
        assertFalse(fast.over(child()));
    }

    @Test
    void aChildLeavesAtItsTimeAndNotAfterIt() {
        ChildGate gate = paced().inTime(ChildGate.OPEN);
        assertFalse(paced().due(child()));
        now = at("10:00");
        assertTrue(paced().due(child()));
        assertTrue(gate.pass(child(), () -> {}).isEmpty());
        now = at("10:30");
        assertTrue(gate.pass(child(), () -> {
                    throw new AssertionError("it left");
                })
                .isPresent());
    }

    @Test
    void whatHappensMeanwhileEndsTheRest() {
        var looks = new AtomicInteger();
        paced().until(child(), /* over= */ true, () -> looks.incrementAndGet() < 3);
        assertEquals(3, looks.get());
    }

    @Test
    void whoeverStopsTheRunEndsTheWait() {
        now = at("08:00");
        Thread.currentThread().interrupt();
        Problem stopped = assertThrows(Problem.class, () -> paced().begin(SESSION, TEN, _ -> {}));
        assertEquals(Problem.Kind.UNAVAILABLE, stopped.kind());
        assertTrue(Thread.interrupted());
    }

    private PacedWork paced() {
        return new PacedWork(new SessionPace(() -> now), _ -> SESSION, lock, lock.newCondition());
    }

    private static Instant at(String time) {
        return SESSION.date()
                .atTime(LocalTime.parse(time))
                .atZone(SESSION.market().zone())
                .toInstant();
    }

    private static ChildOrder child() {
        return new ChildOrder(
                "A",
                "P",
                1,
                "LIT",
                "IBM",
                Side.BUY,
                BigDecimal.TEN,
                BigDecimal.TEN,
                TEN.startMillis(),
                TEN.endMillis(),
                SESSION.date());
    }
}
