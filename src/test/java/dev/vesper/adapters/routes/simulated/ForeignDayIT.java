package dev.vesper.adapters.routes.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.fix.FixVenueGateway;
import dev.vesper.adapters.routes.fix.ForeignVenue;
import dev.vesper.adapters.routes.fix.GatewaySetup;
import dev.vesper.adapters.routes.fix.OpenSessions;
import dev.vesper.adapters.routes.fix.RealVenue;
import dev.vesper.adapters.routes.fix.VenueAddress;
import dev.vesper.basics.Secret;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.KnownOrders;
import dev.vesper.desk.execution.MarketPace;
import dev.vesper.desk.execution.MessageWatch;
import dev.vesper.desk.execution.SessionOrders;
import dev.vesper.execution.NextSessions;
import dev.vesper.market.Venue;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.Fill;
import dev.vesper.testing.MemoryOrderStore;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole day of one simulated venue and one in another process, whose connection breaks in the middle of it. */
class ForeignDayIT {
    private static final Venue LIT = new Venue("LIT", "lit", false, "VESPER", "LIT", BigDecimal.ONE, 0);
    private static final Venue FAR = new Venue("FAR", "lit", false, "VESPER", "FAR", BigDecimal.ZERO, 0);

    @TempDir
    Path folder;

    @Test
    void everyOrderIsSentOnceAndEveryFillIsBookedOnce() {
        var settings = TradingDay.settings(60);
        var tape = TradingDay.tape(42, 5);
        var parents = TradingDay.parents(10, 5);
        var store = new MemoryOrderStore();
        var session = new NextSessions(TradingCalendars.usual(), settings, TradingDay.DATE).standard();
        var routes = RouteFiles.read(Path.of("routes"));
        try (var far = ForeignVenue.start("XFAR", "DESK7");
                var near = SimulatedVenues.start(
                        routes, folder.resolve("venues"), TradingDay.DATE, 42, tape, List.of(LIT))) {
            for (int i = 0; i < 5; i++) {
                far.tell("S0" + i + (i % 2 == 0 ? " latefill 5 " : " fill 40 ") + "10");
            }
            far.tell("S03 drop");
            List<VenueAddress> addresses = new ArrayList<>(near.addresses());
            addresses.add(VenueAddress.of(FAR, real(far.port())));
            var setup = new GatewaySetup(
                    routes,
                    folder.resolve("house"),
                    folder.resolve("real"),
                    TradingDay.DATE,
                    addresses,
                    30,
                    MarketPace.FAST,
                    _ -> session,
                    InstantSource.system());
            try (var gateway = FixVenueGateway.start(
                    setup,
                    KnownOrders.NONE,
                    ChildGate.OPEN,
                    new OpenSessions(InstantSource.system()).of(TradingDay.RUN),
                    MessageWatch.NONE)) {
                SessionOrders.work(store, tape, settings, List.of(LIT, FAR), parents, gateway);
            }
            List<ChildOrder> there = store.children(TradingDay.RUN).stream()
                    .filter(child -> child.venue().equals("FAR"))
                    .toList();
            assertTrue(there.size() > 20, there.size() + " children");
            for (ChildOrder child : there) {
                long orders = far.heard(child.clientOrderId()).stream()
                        .filter(line -> line.startsWith("D"))
                        .count();
                assertEquals(1, orders, child.clientOrderId());
            }
            assertTrue(far.said().stream().anyMatch(line -> line.startsWith("dropped ")));
        }
        var executions = new HashSet<String>();
        for (Fill fill : store.fills(TradingDay.RUN)) {
            assertTrue(executions.add(fill.venue() + " " + fill.executionId()), fill.executionId());
        }
        for (String venue : List.of("LIT", "FAR")) {
            assertTrue(executions.stream().anyMatch(id -> id.startsWith(venue)), venue);
        }
        assertEquals(
                store.children(TradingDay.RUN).size(),
                store.outcomes(TradingDay.RUN).size());
    }

    private static RealVenue real(int port) {
        return new RealVenue(
                "127.0.0.1",
                port,
                Optional.of("DESK7"),
                Optional.of("XFAR"),
                Optional.empty(),
                new Secret(""),
                Optional.empty(),
                30,
                15,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
