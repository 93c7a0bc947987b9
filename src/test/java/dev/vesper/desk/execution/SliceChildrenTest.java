package dev.vesper.desk.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.market.TickTable;
import dev.vesper.market.Venue;
import dev.vesper.market.VenueHours;
import dev.vesper.market.VenueTerms;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.testing.MemoryOrderStore;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a venue's row of the table says holds for each child that goes there. */
class SliceChildrenTest {
    private static final long NOON = 12 * 3_600_000L;
    private static final long THREE = 15 * 3_600_000L + 1_000;

    @Test
    void aVenueTakesOrdersWithinItsHours() {
        List<ChildOrder> children = worked(List.of(
                venue("LIT", VenueTerms.NONE), venue("NOON", terms(0, "0", new VenueHours(NOON, THREE)))));
        List<ChildOrder> there =
                children.stream().filter(child -> child.venue().equals("NOON")).toList();
        assertTrue(there.size() > 4, there.size() + " children");
        there.forEach(child -> {
            assertTrue(child.sentMillis() >= NOON && child.sentMillis() < THREE, child.toString());
            assertTrue(child.expireMillis() <= THREE, child.toString());
        });
        assertTrue(there.stream().anyMatch(child -> child.expireMillis() == THREE), "cancelled when it closes");
        assertTrue(children.stream().anyMatch(child -> child.sentMillis() < NOON), "the other takes them before");
    }

    @Test
    void lotsAndTicksHoldWithoutAnyOdds() {
        List<ChildOrder> children =
                worked(List.of(venue("LIT", VenueTerms.NONE), venue("TENS", terms(10, "0.05", VenueHours.ALL))));
        List<ChildOrder> there =
                children.stream().filter(child -> child.venue().equals("TENS")).toList();
        assertTrue(there.size() > 4, there.size() + " children");
        there.forEach(child -> {
            assertEquals(0, child.quantity().remainder(BigDecimal.TEN).signum(), child.toString());
            assertEquals(0, child.limitPrice().remainder(new BigDecimal("0.05")).signum(), child.toString());
        });
    }

    /** Venues that fill nothing. */
    private static List<ChildOrder> worked(List<Venue> venues) {
        MemoryOrderStore store = new MemoryOrderStore();
        SessionOrders.work(
                store,
                TradingDay.tape(7, 2),
                TradingDay.settings(65),
                venues,
                TradingDay.parents(4, 2),
                new VenueGateway() {
                    @Override
                    public SliceResult work(List<ChildOrder> children, ChildGate gate) {
                        return new SliceResult(
                                children.stream()
                                        .map(child -> new ChildOutcome(
                                                child.clientOrderId(),
                                                ChildOutcome.State.CANCELLED,
                                                BigDecimal.ZERO,
                                                ""))
                                        .toList(),
                                List.of());
                    }

                    @Override
                    public void close() {}
                });
        return store.children(TradingDay.RUN);
    }

    private static VenueTerms terms(int lot, String tick, VenueHours hours) {
        var ticks = new TreeMap<BigDecimal, BigDecimal>();
        if (new BigDecimal(tick).signum() > 0) {
            ticks.put(BigDecimal.ZERO, new BigDecimal(tick));
        }
        return new VenueTerms(
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                0,
                BigDecimal.valueOf(lot),
                BigDecimal.ZERO,
                new TickTable(ticks),
                hours);
    }

    private static Venue venue(String name, VenueTerms terms) {
        return new Venue(name, "lit", false, "VESPER", name, BigDecimal.ONE, 0, terms);
    }
}
