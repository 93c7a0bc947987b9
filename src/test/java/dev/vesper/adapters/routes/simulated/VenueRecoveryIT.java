package dev.vesper.adapters.routes.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.fix.FixSettings;
import dev.vesper.basics.RunId;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.OrderCounts;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.execution.SessionOrders;
import dev.vesper.desk.execution.VenueGateway;
import dev.vesper.desk.execution.WorkedChild;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.cost.SentChildren;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.SliceEvent;
import dev.vesper.simulation.VenueKinds;
import dev.vesper.testing.MemoryOrderStore;
import dev.vesper.testing.TradingDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quickfix.Session;

/** Whatever breaks on the way, the day ends with the fills of an undisturbed one. */
class VenueRecoveryIT {
    private static final RouteFiles ROUTES = RouteFiles.read(Path.of("routes"));
    private static final List<Venue> VENUES = VenueKinds.standard(TradingDay.settings(30));
    private static final int SYMBOLS = 5;
    private static final int PARENTS = 12;

    private final ExecutionSettings settings = TradingDay.settings(60);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void killedAtRandomPointsAndRestartedTheFillsAreTheSame(long seed) throws Exception {
        MemoryOrderStore calm = new MemoryOrderStore();
        run(calm, folder.resolve("calm"), seed, null, -1);
        Random random = new Random(seed);
        MemoryOrderStore rough = new MemoryOrderStore();
        int kills = 0;
        boolean done = false;
        while (!done) {
            try {
                run(rough, folder.resolve("rough"), seed, null, kills < 5 ? random.nextInt(12) : -1);
                done = true;
            } catch (Killed e) {
                kills++;
                if (kills == 2) {
                    delete(folder.resolve("rough/fix")); // the house lost its FIX store
                }
                if (kills == 3) {
                    delete(folder.resolve("rough/venues/lit/fix")); // a venue lost its own
                }
                if (kills == 4) {
                    tear(folder.resolve("rough/venues/midpoint/journal"));
                }
            }
        }
        assertTrue(kills >= 3, "killed " + kills + " times");
        same(calm, rough);
    }

    @Test
    void brokenSequenceNumbersAndSessionsAreMendedWhileTheDayGoesOn() throws Exception {
        MemoryOrderStore calm = new MemoryOrderStore();
        run(calm, folder.resolve("calm"), 7, null, -1);
        MemoryOrderStore rough = new MemoryOrderStore();
        run(rough, folder.resolve("rough"), 7, VenueRecoveryIT::disturb, -1);
        same(calm, rough);
    }

    /** Something goes wrong before each slice. */
    private static void disturb(int slice) throws IOException {
        Session house = Session.lookupSession(FixSettings.atHouse(VENUES.getFirst()));
        Session venue = Session.lookupSession(FixSettings.atVenue(VENUES.getFirst()));
        switch (slice) {
            case 1 -> house.setNextSenderMsgSeqNum(house.getExpectedSenderNum() + 7); // messages that never arrive
            case 2 -> venue.setNextTargetMsgSeqNum(3); // the venue asks for everything again: duplicates with PossDup
            case 3 -> house.setNextTargetMsgSeqNum(3); // and so does the house
            case 4 -> house.setNextTargetMsgSeqNum(house.getExpectedTargetNum() + 50); // the venue is too low for us
            case 5 -> house.setNextSenderMsgSeqNum(2); // we are too low for the venue
            case 6 -> house.disconnect("the test pulls the plug", false);
            default -> {}
        }
    }

    private void run(MemoryOrderStore store, Path home, long seed, Disturbance disturbance, int killAfter) {
        MarketTape tape = TradingDay.tape(seed, SYMBOLS);
        var killer = new Killer(killAfter);
        try (var venues = SimulatedVenues.start(ROUTES, home.resolve("venues"), TradingDay.DATE, seed, tape, VENUES);
                var gateway =
                        HouseSessions.start(ROUTES, home.resolve("fix"), TradingDay.DATE, venues.addresses(), 30)) {
            SessionOrders.work(
                    killer.store(store),
                    tape,
                    settings,
                    VENUES,
                    TradingDay.parents(PARENTS, SYMBOLS),
                    killer.gateway(gateway, disturbance));
        }
    }

    private static void same(MemoryOrderStore calm, MemoryOrderStore rough) {
        assertFalse(calm.fills(TradingDay.RUN).isEmpty());
        assertEquals(calm.children(TradingDay.RUN), rough.children(TradingDay.RUN));
        assertEquals(calm.outcomes(TradingDay.RUN), rough.outcomes(TradingDay.RUN));
        assertEquals(calm.fills(TradingDay.RUN), rough.fills(TradingDay.RUN));
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A command that was being written when the venue died, so that nobody ever got an answer to it. */
    private static void tear(Path journal) throws IOException {
        Files.writeString(journal, "enter\u0001half a li", java.nio.file.StandardOpenOption.APPEND);
    }

    private interface Disturbance {
        void before(int slice) throws IOException;
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Dies at the n-th moment between two calls; the work before it was done, what follows never is. */
    private static final class Killer {
        private int left;

        Killer(int left) {
            this.left = left;
        }

        void moment() {
            if (left-- == 0) {
                throw new Killed();
            }
        }

        VenueGateway gateway(VenueGateway real, Disturbance disturbance) {
            return new VenueGateway() {
                @Override
                public SliceResult work(List<ChildOrder> children, ChildGate gate) {
                    moment();
                    if (disturbance != null) {
                        try {
                            disturbance.before(children.getFirst().slice());
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    }
                    SliceResult result = real.work(children, gate);
                    moment();
                    return result;
                }

                @Override
                public void close() {
                    real.close();
                }
            };
        }

        OrderStore store(OrderStore real) {
            return new OrderStore() {
                @Override
                public void saveChildren(RunId run, List<ChildOrder> children, Append<SliceEvent> events, Instant at) {
                    moment();
                    real.saveChildren(run, children, events, at);
                    moment();
                }

                @Override
                public void saveOutcomes(
                        RunId run,
                        List<ChildOutcome> outcomes,
                        List<Fill> fills,
                        Append<SliceEvent> events,
                        Instant at) {
                    moment();
                    real.saveOutcomes(run, outcomes, fills, events, at);
                    moment();
                }

                @Override
                public void amend(RunId run, Append<SliceEvent> event, Instant at, String detail) {
                    real.amend(run, event, at, detail);
                }

                @Override
                public void lateDenied(RunId run, Instant at, String detail) {
                    real.lateDenied(run, at, detail);
                }

                @Override
                public Set<RunId> amended() {
                    return real.amended();
                }

                @Override
                public List<Fill> booked(RunId run) {
                    return real.booked(run);
                }

                @Override
                public void vouch(RunId run, Instant at, String detail, boolean rehearsal) {
                    real.vouch(run, at, detail, rehearsal);
                }

                @Override
                public List<SliceEvent> history(RunId run) {
                    return real.history(run);
                }

                @Override
                public List<ChildOrder> children(RunId run) {
                    return real.children(run);
                }

                @Override
                public Map<String, ChildOutcome> outcomes(RunId run) {
                    return real.outcomes(run);
                }

                @Override
                public List<WorkedChild> worked(RunId run, String parent, int from, int most) {
                    return real.worked(run, parent, from, most);
                }

                @Override
                public Map<String, SentChildren> sent(RunId run) {
                    return real.sent(run);
                }

                @Override
                public OrderCounts counts(RunId run) {
                    return real.counts(run);
                }

                @Override
                public List<Fill> fills(RunId run) {
                    return real.fills(run);
                }
            };
        }
    }
}
