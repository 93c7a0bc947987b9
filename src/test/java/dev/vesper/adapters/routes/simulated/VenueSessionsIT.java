package dev.vesper.adapters.routes.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.fix.FixVenueGateway;
import dev.vesper.adapters.routes.fix.OpenSessions;
import dev.vesper.basics.Problem;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.KnownOrders;
import dev.vesper.desk.execution.SessionOrders;
import dev.vesper.desk.execution.VenueGateway;
import dev.vesper.desk.venues.SessionState;
import dev.vesper.desk.venues.VenueDesk;
import dev.vesper.desk.venues.VenueSession;
import dev.vesper.execution.sequence.SequenceNumbers;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.simulation.VenueKinds;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOrderStore;
import dev.vesper.testing.TradingDay;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of real sessions and do with them, while a day is worked over them; the fills are those of a quiet day. */
class VenueSessionsIT {
    private static final RouteFiles ROUTES = RouteFiles.read(Path.of("routes"));
    private static final List<Venue> VENUES = VenueKinds.standard(TradingDay.settings(60));

    private final Memory memory = new Memory();
    private final OpenSessions sessions = new OpenSessions(InstantSource.system());
    private final VenueDesk desk =
            new VenueDesk(sessions, () -> VENUES, memory.eventLog, memory, InstantSource.system());

    @TempDir
    Path folder;

    @Test
    void aSessionIsLoggedOutGetsOtherNumbersOfTwoPeopleAndGoesOn() {
        MemoryOrderStore calm = day(folder.resolve("calm"), _ -> {});
        MemoryOrderStore acted = day(folder.resolve("acted"), slice -> {
            switch (slice) {
                case 1 -> isSeen();
                case 2 -> outAndOtherNumbers();
                case 3 -> theVenueAskedForTheGap();
                default -> {
                    // goes on
                }
            }
        });
        assertFalse(calm.fills(TradingDay.RUN).isEmpty());
        assertEquals(calm.fills(TradingDay.RUN), acted.fills(TradingDay.RUN));
        assertEquals(calm.outcomes(TradingDay.RUN), acted.outcomes(TradingDay.RUN));
        assertTrue(sessions.open().isEmpty(), "the run has closed them");
    }

    private void isSeen() {
        VenueSession lit = lit();
        assertEquals(SessionState.LOGGED_ON, lit.state());
        assertEquals("FIX.4.4:VESPER->LIT", lit.id());
        assertEquals(lit.sent() + 1, lit.numbers().nextSender(), "every message has its number");
        assertEquals(lit.received() + 1, lit.numbers().nextTarget());
        assertEquals(0, lit.openOrders(), "between two slices");
        assertEquals("", lit.fault());
    }

    private void outAndOtherNumbers() {
        desk.logOut(TradingDay.RUN, "LIT", "anna", "they asked for it");
        assertEquals(SessionState.LOGGED_OUT, lit().state());
        SequenceNumbers before = lit().numbers();
        var after = new SequenceNumbers(before.nextSender() + 5, before.nextTarget());
        desk.askNumbers(TradingDay.RUN, "LIT", after, "anna", "they say so");
        assertThrows(Problem.class, () -> desk.agree("S-1", "Anna", "me too"));
        assertEquals(before, lit().numbers());
        desk.agree("S-1", "ben", "");
        assertEquals(after, lit().numbers());
        desk.logOn(TradingDay.RUN, "LIT", "anna", "they are back");
        until(lit -> lit.state() == SessionState.LOGGED_ON);
        assertEquals("", lit().fault(), "who was logged out by a person has no fault");
    }

    private void theVenueAskedForTheGap() {
        until(lit -> lit.repeats() == 1);
    }

    private VenueSession lit() {
        return sessions.open().stream()
                .filter(one -> one.venue().equals("LIT"))
                .findFirst()
                .orElseThrow();
    }

    private void until(Predicate<VenueSession> there) {
        for (int i = 0; i < 1_200 && !there.test(lit()); i++) {
            try {
                Thread.sleep(25);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        assertTrue(there.test(lit()), () -> lit().toString());
    }

    private MemoryOrderStore day(Path home, Consumer<Integer> beforeSlice) {
        var tape = TradingDay.tape(3, 5);
        var store = new MemoryOrderStore();
        try (var venues = SimulatedVenues.start(ROUTES, home.resolve("venues"), TradingDay.DATE, 3, tape, VENUES);
                var gateway = FixVenueGateway.start(
                        ROUTES,
                        home.resolve("house"),
                        TradingDay.DATE,
                        venues.addresses(),
                        30,
                        KnownOrders.NONE,
                        ChildGate.OPEN,
                        sessions.of(TradingDay.RUN))) {
            SessionOrders.work(
                    store, tape, TradingDay.settings(60), VENUES, TradingDay.parents(12, 5), new VenueGateway() {
                        @Override
                        public SliceResult work(List<ChildOrder> children, ChildGate gate) {
                            beforeSlice.accept(children.getFirst().slice());
                            return gateway.work(children, gate);
                        }

                        @Override
                        public void close() {
                            // whoever opened the real one closes it
                        }
                    });
        }
        return store;
    }
}
