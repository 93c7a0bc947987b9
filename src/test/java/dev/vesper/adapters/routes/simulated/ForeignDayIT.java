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
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.KnownOrders;
import dev.vesper.desk.execution.LateTold;
import dev.vesper.desk.execution.MarketPace;
import dev.vesper.desk.execution.MessageWatch;
import dev.vesper.desk.execution.SessionOrders;
import dev.vesper.desk.execution.VenueGateway;
import dev.vesper.execution.NextSessions;
import dev.vesper.market.Venue;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
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
import java.util.stream.Stream;
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

    /**
     * After the first slice the venue takes a fill of it back, corrects another and tells one late; after the day it takes back
     * one more, and the sessions of the next run hear it. What they repeat after a kill changes nothing.
     */
    @Test
    @SuppressWarnings("try") // the gateway handed on closes the one behind it
    void whatTheVenueTellsOfABookedSliceIsBooked() {
        var settings = TradingDay.settings(60);
        var tape = TradingDay.tape(42, 5);
        var parents = TradingDay.parents(10, 5);
        var store = new MemoryOrderStore();
        var routes = RouteFiles.read(Path.of("routes"));
        var late = new ArrayList<LateTold>();
        try (var far = ForeignVenue.start("XFAR", "DESK7")) {
            for (int i = 0; i < 5; i++) {
                far.tell("S0" + i + " fill 40 10");
            }
            List<String> first = new ArrayList<>();
            try (var gateway = gateway(routes, "one", far.port(), KnownOrders.NONE)) {
                SessionOrders.work(store, tape, settings, List.of(FAR), parents, new VenueGateway() {
                    @Override
                    public SliceResult work(List<ChildOrder> children, ChildGate gate) {
                        if (first.isEmpty() && children.size() > 3) {
                            children.forEach(child -> first.add(child.clientOrderId()));
                        } else if (first.size() > 3 && late.isEmpty()) {
                            far.tell("! bust " + first.get(0) + " " + first.get(0) + ".f1");
                            far.tell("! correct " + first.get(1) + " " + first.get(1) + ".f1 35 10.25");
                            far.tell("! latefill " + first.get(2) + " 5 9.75");
                            far.tell("! bust " + first.get(3) + " " + first.get(3) + ".f1");
                        }
                        return gateway.work(children, gate);
                    }

                    @Override
                    public List<LateTold> late() {
                        List<LateTold> told = gateway.late();
                        late.addAll(told);
                        return told;
                    }

                    @Override
                    public void close() {
                        gateway.close();
                    }
                });
            }
            assertEquals(standing(first), standing(store, first), late::toString);
            assertEquals(4, store.told.size(), store.told::toString);
            int booked = store.booked(TradingDay.RUN).size();
            var known = new KnownOrders(store.children(TradingDay.RUN), store.outcomes(TradingDay.RUN));
            try (var again = gateway(routes, "one", far.port(), known)) {
                SessionOrders.late(store, TradingDay.RUN, parents, again.late());
            }
            assertEquals(4, store.told.size(), "heard again after a kill: " + store.told);
            RunId next = RunId.of(TradingDay.DATE.plusDays(1), 1);
            try (var tomorrow = gateway(routes, "two", far.port(), KnownOrders.NONE)) {
                far.tell("! bust " + first.get(1) + " " + first.get(1) + ".f1.c");
                tomorrow.work(List.of(child(next)), ChildGate.OPEN);
                SessionOrders.late(store, next, parents, tomorrow.late());
            }
            assertEquals(5, store.told.size(), store.told::toString);
            assertTrue(store.told.getLast().startsWith(TradingDay.RUN + " bust:FAR/"), store.told::getLast);
            assertEquals(booked, store.booked(TradingDay.RUN).size(), "rows stay");
            assertTrue(standing(store, first).stream().noneMatch(line -> line.startsWith(first.get(1) + " ")));
        }
    }

    private static ChildOrder child(RunId run) {
        return new ChildOrder(
                "0000-" + run + "-0001-FAR",
                run + "-0001",
                0,
                "FAR",
                "S00",
                Side.BUY,
                BigDecimal.TEN,
                BigDecimal.TEN,
                36_000_000,
                36_900_000,
                run.date());
    }

    /** What stands of the four orders. */
    private static List<String> standing(List<String> first) {
        return Stream.of(first.get(1) + " .f1.c 35", first.get(2) + " .f1 40", first.get(2) + " .f2 5")
                .sorted()
                .toList();
    }

    private static List<String> standing(MemoryOrderStore store, List<String> first) {
        return store.fills(TradingDay.RUN).stream()
                .filter(fill -> first.subList(0, 4).contains(fill.clientOrderId()))
                .map(fill -> fill.clientOrderId() + " "
                        + fill.executionId().substring(fill.clientOrderId().length()) + " "
                        + fill.quantity().stripTrailingZeros().toPlainString())
                .sorted()
                .toList();
    }

    private FixVenueGateway gateway(RouteFiles routes, String run, int port, KnownOrders known) {
        var session = new NextSessions(TradingCalendars.usual(), TradingDay.settings(60), TradingDay.DATE).standard();
        var setup = new GatewaySetup(
                routes,
                folder.resolve(run).resolve("house"),
                folder.resolve("real"),
                TradingDay.DATE,
                List.of(VenueAddress.of(FAR, real(port))),
                30,
                MarketPace.FAST,
                _ -> session,
                InstantSource.system());
        return FixVenueGateway.start(
                setup,
                known,
                ChildGate.OPEN,
                new OpenSessions(InstantSource.system()).of(TradingDay.RUN),
                MessageWatch.NONE);
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
