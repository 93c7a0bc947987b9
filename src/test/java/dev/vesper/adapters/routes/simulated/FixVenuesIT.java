package dev.vesper.adapters.routes.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.fix.FixVenueGateway;
import dev.vesper.desk.execution.SessionOrders;
import dev.vesper.market.Venue;
import dev.vesper.orders.Fill;
import dev.vesper.simulation.VenueKinds;
import dev.vesper.testing.MemoryOrderStore;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: slicer, FIX over TCP, two venues, fills. */
class FixVenuesIT {
    private static final RouteFiles ROUTES = RouteFiles.read(Path.of("routes"));
    private static final List<Venue> VENUES = VenueKinds.standard(TradingDay.settings(30));

    @TempDir
    Path folder;

    @Test
    void aDayIsExecutedOverFixAndTheSameDayGivesTheSameFills() {
        List<Fill> first = day(folder.resolve("1"));
        List<Fill> second = day(folder.resolve("2"));
        assertFalse(first.isEmpty());
        assertTrue(first.stream().anyMatch(fill -> fill.venue().equals("MIDPOINT")));
        assertTrue(first.stream().anyMatch(fill -> fill.venue().equals("LIT")));
        assertEquals(first, second);
    }

    private static List<Fill> day(Path folder) {
        var settings = TradingDay.settings(30);
        var tape = TradingDay.tape(42, 8);
        var store = new MemoryOrderStore();
        var parents = TradingDay.parents(24, 8);
        try (var venues = SimulatedVenues.start(ROUTES, folder.resolve("venues"), TradingDay.DATE, 42, tape, VENUES);
                var gateway =
                        FixVenueGateway.start(ROUTES, folder.resolve("fix"), TradingDay.DATE, venues.addresses(), 30)) {
            SessionOrders.work(store, tape, settings, VENUES, parents, gateway);
        }
        for (var parent : parents) {
            BigDecimal filled = store.fills(TradingDay.RUN).stream()
                    .filter(fill -> fill.parentId().equals(parent.id()))
                    .map(Fill::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertTrue(filled.compareTo(parent.quantity()) <= 0);
        }
        return store.fills(TradingDay.RUN);
    }
}
