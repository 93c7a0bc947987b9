package dev.vesper.adapters.routes.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.fix.FixSettings;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.SessionOrders;
import dev.vesper.desk.execution.VenueGateway;
import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.execution.killswitch.KillKind;
import dev.vesper.execution.killswitch.KillScope;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.simulation.VenueCommand;
import dev.vesper.simulation.VenueKinds;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOrderStore;
import dev.vesper.testing.TradingDay;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quickfix.Responder;
import quickfix.Session;

/** The whole way: engine, FIX over TCP, two venues, fills. */
class FixVenuesIT {
    private static final RouteFiles ROUTES = RouteFiles.read(Path.of("routes"));
    /** Start of slice 4, in milliseconds since midnight. */
    private static final long ELEVEN_THIRTY = 41_400_000;

    private static final int LOST = 10;
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

    /** Two real sessions and their exchange in this process: what the venues wrote down tells what reached them, and when. */
    @Test
    void noChildLeavesAfterTheKillSwitchAndWhatRestsIsCancelled() {
        var settings = TradingDay.settings(30);
        var tape = TradingDay.tape(42, 8);
        var store = new MemoryOrderStore();
        var memory = new Memory();
        var switches = new KillSwitches(memory.eventLog, memory, InstantSource.system());
        var parents = TradingDay.parents(24, 8);
        Set<String> leftBefore = new LinkedHashSet<>();
        Path home = folder.resolve("venues");
        try (var venues = SimulatedVenues.start(ROUTES, home, TradingDay.DATE, 42, tape, VENUES);
                var gateway =
                        HouseSessions.start(ROUTES, folder.resolve("fix"), TradingDay.DATE, venues.addresses(), 30)) {
            VenueGateway killed = new VenueGateway() {
                @Override
                public SliceResult work(List<ChildOrder> children, ChildGate gate) {
                    return gateway.work(children, new ChildGate() {
                        @Override
                        public Optional<String> stopped(ChildOrder child) {
                            return gate.stopped(child);
                        }

                        @Override
                        public Optional<String> pass(ChildOrder child, Runnable leave) {
                            long ofSlice = leftBefore.stream()
                                    .filter(id -> id.startsWith("0004-"))
                                    .count();
                            if (ofSlice == 10 && switches.now().on().isEmpty()) {
                                switches.press(KillScope.EVERYTHING, "ben", "the prices are wrong");
                                switches.giveUpRest(TradingDay.RUN, "ben", "not today");
                            }
                            Optional<String> why = gate.pass(child, leave);
                            if (why.isEmpty()) {
                                leftBefore.add(child.clientOrderId());
                            }
                            return why;
                        }
                    });
                }

                @Override
                public void close() {
                    // whoever opened the real one closes it
                }
            };
            SessionOrders.work(store, tape, settings, VENUES, parents, killed, switches);
        }
        assertEquals(1, switches.now().on().size());
        Set<String> entered = new HashSet<>();
        for (Venue venue : VENUES) {
            List<VenueCommand> written = VenueJournal.read(SimulatedVenues.journal(home, venue));
            Set<String> cancelled = new HashSet<>();
            for (VenueCommand command : written) {
                switch (command) {
                    case VenueCommand.Enter enter -> entered.add(enter.clientOrderId());
                    case VenueCommand.Cancel cancel -> cancelled.add(cancel.clientOrderId());
                }
            }
            assertTrue(written.stream().allMatch(command -> command.millis() <= ELEVEN_THIRTY), "told a later time");
            entered.stream()
                    .filter(id -> id.startsWith("0004-") && id.endsWith(venue.name()))
                    .filter(id -> store.outcomes(TradingDay.RUN).get(id).state() == ChildOutcome.State.CANCELLED)
                    .forEach(id -> assertTrue(cancelled.contains(id), id));
        }
        assertEquals(leftBefore, entered, "nothing but what left before");
        long denied = store.outcomes(TradingDay.RUN).values().stream()
                .filter(outcome -> outcome.state() == ChildOutcome.State.DENIED)
                .count();
        assertEquals(store.children(TradingDay.RUN).size() - entered.size(), denied);
        assertTrue(denied > 100, denied + " denied");
        store.fills(TradingDay.RUN).forEach(fill -> assertTrue(entered.contains(fill.clientOrderId())));
    }

    /**
     * The wire loses ten orders without a sound, then one account is stopped. When the venue notices the gap it asks for
     * them: the session repeats those that are not stopped, in their order, and fills the numbers of the others.
     */
    @Test
    void whatIsStoppedIsNotRepeatedByItsSessionAndAllElseIsInItsOrder() {
        var settings = TradingDay.settings(30);
        var tape = TradingDay.tape(42, 8);
        var store = new MemoryOrderStore();
        var memory = new Memory();
        var switches = new KillSwitches(memory.eventLog, memory, InstantSource.system());
        var parents = TradingDay.parents(24, 8);
        Set<String> stoppable = parents.stream()
                .filter(parent -> parent.account().equals("ACC1"))
                .map(ParentOrder::id)
                .collect(Collectors.toSet());
        Venue lit = VENUES.stream().filter(venue -> !venue.dark()).findFirst().orElseThrow();
        List<ChildOrder> lost = new ArrayList<>();
        Path home = folder.resolve("venues");
        try (var venues = SimulatedVenues.start(ROUTES, home, TradingDay.DATE, 42, tape, VENUES);
                var gateway =
                        HouseSessions.start(ROUTES, folder.resolve("fix"), TradingDay.DATE, venues.addresses(), 6)) {
            Session house = Session.lookupSession(FixSettings.atHouse(lit));
            Responder whole = house.getResponder();
            VenueGateway broken = new VenueGateway() {
                @Override
                public SliceResult work(List<ChildOrder> children, ChildGate gate) {
                    return gateway.work(children, new ChildGate() {
                        @Override
                        public Optional<String> stopped(ChildOrder child) {
                            return gate.stopped(child);
                        }

                        @Override
                        public Optional<String> pass(ChildOrder child, Runnable leave) {
                            boolean first = child.slice() == 4 && child.venue().equals(lit.name());
                            if (first && lost.isEmpty()) {
                                house.setResponder(new Lossy());
                            }
                            Optional<String> why = gate.pass(child, leave);
                            if (first && lost.size() < LOST) {
                                assertEquals(Optional.empty(), why);
                                lost.add(child);
                                if (lost.size() == LOST) {
                                    switches.press(new KillScope(KillKind.ACCOUNT, "ACC1"), "ben", "a wrong model");
                                    house.setResponder(whole);
                                }
                            }
                            return why;
                        }
                    });
                }

                @Override
                public void close() {
                    // whoever opened the real one closes it
                }
            };
            SessionOrders.work(store, tape, settings, VENUES, parents, broken, switches);
        }
        List<String> entered = VenueJournal.read(SimulatedVenues.journal(home, lit)).stream()
                .filter(command -> command.millis() == ELEVEN_THIRTY)
                .flatMap(command ->
                        command instanceof VenueCommand.Enter enter ? Stream.of(enter.clientOrderId()) : Stream.empty())
                .toList();
        List<String> stopped = lost.stream()
                .filter(child -> stoppable.contains(child.parentId()))
                .map(ChildOrder::clientOrderId)
                .toList();
        assertFalse(stopped.isEmpty());
        List<String> others = store.children(TradingDay.RUN).stream()
                .filter(child -> child.slice() == 4 && child.venue().equals(lit.name()))
                .filter(child -> !stoppable.contains(child.parentId()))
                .map(ChildOrder::clientOrderId)
                .toList();
        assertEquals(others, entered, "all that is not stopped, in its order");
        stopped.forEach(id -> assertEquals(
                ChildOutcome.State.DENIED,
                store.outcomes(TradingDay.RUN).get(id).state()));
    }

    /** Takes all and brings nothing. */
    private static final class Lossy implements Responder {
        @Override
        public boolean send(String message) {
            return true;
        }

        @Override
        public void disconnect() {
            // stays as it is
        }

        @Override
        public String getRemoteAddress() {
            return "nowhere";
        }
    }

    private static List<Fill> day(Path folder) {
        var settings = TradingDay.settings(30);
        var tape = TradingDay.tape(42, 8);
        var store = new MemoryOrderStore();
        var parents = TradingDay.parents(24, 8);
        try (var venues = SimulatedVenues.start(ROUTES, folder.resolve("venues"), TradingDay.DATE, 42, tape, VENUES);
                var gateway =
                        HouseSessions.start(ROUTES, folder.resolve("fix"), TradingDay.DATE, venues.addresses(), 30)) {
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
