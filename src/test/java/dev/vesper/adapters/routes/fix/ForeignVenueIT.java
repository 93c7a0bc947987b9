package dev.vesper.adapters.routes.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.KnownOrders;
import dev.vesper.desk.execution.MarketPace;
import dev.vesper.desk.execution.MessageWatch;
import dev.vesper.desk.execution.SessionPace;
import dev.vesper.desk.execution.VenueGateway;
import dev.vesper.execution.NextSessions;
import dev.vesper.execution.WorkingSession;
import dev.vesper.market.Venue;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import dev.vesper.testing.TradingDay;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The house against a venue in another process that shares no code with it. */
class ForeignVenueIT {
    private static final Venue VENUE = new Venue("FAR", "lit", false, "VESPER", "FAR", BigDecimal.ZERO, 0);
    private static final WorkingSession SESSION =
            new NextSessions(TradingCalendars.usual(), TradingDay.settings(30), TradingDay.DATE).standard();
    private static final String PASSWORD = "let me in";

    @TempDir
    Path folder;

    private ForeignVenue venue;
    private MarketPace pace = MarketPace.FAST;

    @BeforeEach
    void start() {
        venue = ForeignVenue.start("XFAR", "DESK7", "--password", PASSWORD);
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void ordersAreFilledInPartCancelledAndRejectedAndCarryWhatTheVenueAsksFor() throws IOException {
        venue.tell("S00 fill 30 10.5");
        venue.tell("S01 reject no such symbol");
        venue.tell("S02 business not authorized");
        venue.tell("S03 latefill 20 10.25");
        try (var gateway = open(KnownOrders.NONE)) {
            var result = gateway.work(
                    List.of(child("A", "S00"), child("B", "S01"), child("C", "S02"), child("D", "S03")),
                    ChildGate.OPEN);
            outcome(result, "A", ChildOutcome.State.CANCELLED, 30, "");
            outcome(result, "B", ChildOutcome.State.REJECTED, 0, "no such symbol");
            outcome(result, "C", ChildOutcome.State.REJECTED, 0, "not authorized");
            Fill fill = result.fills().getFirst();
            assertEquals("A.f1", fill.executionId());
            assertEquals(0, fill.price().compareTo(new BigDecimal("10.5")));
            assertTrue(venue.heard("A").getFirst().contains("|1=ACC42|207=XNYS"), venue.heard("A")::toString);
        }
        assertEquals("logon desk with a password", venue.await("logon"));
        assertNowhere(PASSWORD);
    }

    @Test
    void whatTheVenueLostIsSentAgainOnceItSaysThatItDoesNotKnowIt() {
        venue.tell("S00 fill 100 10");
        venue.tell("S00 lose");
        try (var gateway = open(KnownOrders.NONE)) {
            var result = gateway.work(List.of(child("A", "S00")), ChildGate.OPEN);
            outcome(result, "A", ChildOutcome.State.FILLED, 100, "");
        }
        List<String> heard = venue.heard("A");
        assertEquals(
                List.of("D", "H", "D"),
                heard.stream().limit(3).map(line -> line.substring(0, 1)).toList());
        assertFalse(heard.getFirst().contains("|97=Y"));
        assertTrue(heard.get(2).contains("|97=Y"), "marked PossResend");
    }

    @Test
    void whatTheVenueHasAndDidNotAcknowledgeIsNeverSentTwice() {
        venue.tell("S00 silent");
        try (var gateway = open(KnownOrders.NONE)) {
            var result = gateway.work(List.of(child("A", "S00")), ChildGate.OPEN);
            outcome(result, "A", ChildOutcome.State.CANCELLED, 0, "");
        }
        assertEquals(
                1,
                venue.heard("A").stream().filter(line -> line.startsWith("D")).count());
    }

    @Test
    void whatItIsSilentAboutIsInDoubtAndARunThatGoesOnAsksFirst() {
        venue.tell("S00 deaf");
        ChildOrder child = child("A", "S00");
        try (var gateway = open(KnownOrders.NONE)) {
            Problem silent = assertThrows(Problem.class, () -> gateway.work(List.of(child), ChildGate.OPEN));
            assertEquals(Problem.Kind.UNAVAILABLE, silent.kind());
            assertTrue(silent.getMessage().contains("1 order in doubt: A"), silent.getMessage());
        }
        venue.tell("S00 accept");
        int before = venue.heard("A").size();
        try (var gateway = open(new KnownOrders(List.of(child), Map.of()))) {
            var result = gateway.work(List.of(child), ChildGate.OPEN);
            outcome(result, "A", ChildOutcome.State.CANCELLED, 0, "");
        }
        List<String> after = venue.heard("A").subList(before, venue.heard("A").size());
        assertEquals('H', after.getFirst().charAt(0));
        assertTrue(after.stream().noneMatch(line -> line.startsWith("D")), after::toString);
    }

    @Test
    void aConnectionThatBreaksWhileAnOrderIsUnderWayLosesAndDoublesNothing() {
        venue.tell("S01 fill 100 10");
        venue.tell("S01 drop");
        try (var gateway = open(KnownOrders.NONE)) {
            var result = gateway.work(List.of(child("A", "S00"), child("B", "S01"), child("C", "S02")), ChildGate.OPEN);
            outcome(result, "A", ChildOutcome.State.CANCELLED, 0, "");
            outcome(result, "B", ChildOutcome.State.FILLED, 100, "");
            outcome(result, "C", ChildOutcome.State.CANCELLED, 0, "");
            assertEquals(1, result.fills().size());
        }
        assertTrue(venue.said().contains("dropped B"));
        assertEquals(
                1,
                venue.heard("B").stream().filter(line -> line.startsWith("D")).count());
    }

    @Test
    void aRefusedCancelIsAskedAboutAndSaidAgainUnderAnIdOfItsOwn() {
        venue.tell("S00 nocancel");
        try (var gateway = open(KnownOrders.NONE)) {
            var result = gateway.work(List.of(child("A", "S00")), ChildGate.OPEN);
            outcome(result, "A", ChildOutcome.State.CANCELLED, 0, "");
        }
        assertTrue(venue.said().contains("F 11=A-C|41=A"), venue.said()::toString);
        assertTrue(venue.said().contains("F 11=A-C2|41=A"), venue.said()::toString);
    }

    @Test
    void whatTheSessionDoesNotUnderstandIsOurFaultAndTheRestOfTheSliceEnds() {
        venue.tell("S00 session value is incorrect");
        try (var gateway = open(KnownOrders.NONE)) {
            var wrong = assertThrows(
                    IllegalStateException.class,
                    () -> gateway.work(List.of(child("A", "S00"), child("B", "S01")), ChildGate.OPEN));
            assertTrue(wrong.getMessage().contains("A: value is incorrect, tag 44"), wrong.getMessage());
        }
        assertTrue(venue.said().contains("F 11=B-C|41=B"), "nothing is left open");
    }

    @Test
    void whatWasToldBeforeAKillIsRememberedThoughTheVenueTellsItOnce() {
        venue.tell("S00 fill 30 10.5");
        List<ChildOrder> both = List.of(child("A", "S00"), child("B", "S01"));
        var told = new CountDownLatch(2);
        try (var gateway = open(KnownOrders.NONE, (_, kind, _) -> {
            if (kind == MessageWatch.Kind.REPORT) {
                told.countDown();
            }
        })) {
            assertThrows(
                    Killed.class,
                    () -> gateway.work(both, new ChildGate() {
                        @Override
                        public Optional<String> stopped(ChildOrder child) {
                            return Optional.empty();
                        }

                        @Override
                        public Optional<String> pass(ChildOrder child, Runnable leave) {
                            if (child.clientOrderId().equals("B")) {
                                assertTrue(waited(told));
                                throw new Killed();
                            }
                            leave.run();
                            return Optional.empty();
                        }
                    }));
        }
        try (var gateway = open(new KnownOrders(both, Map.of()))) {
            var result = gateway.work(both, ChildGate.OPEN);
            outcome(result, "A", ChildOutcome.State.CANCELLED, 30, "");
            outcome(result, "B", ChildOutcome.State.CANCELLED, 0, "");
            assertEquals("A.f1", result.fills().getFirst().executionId());
        }
        assertEquals(
                1,
                venue.heard("A").stream().filter(line -> line.startsWith("D")).count());
    }

    @Test
    void aBustAndACorrectionWithinTheSliceLeaveWhatStandsAndLaterOnesAreSeen() {
        venue.tell("S00 fill 30 10.5");
        venue.tell("S01 fill 40 10.5");
        var sessions = new OpenSessions(InstantSource.system());
        var told = new CountDownLatch(4);
        try (var gateway = open(KnownOrders.NONE, sessions, (_, kind, _) -> {
            if (kind == MessageWatch.Kind.REPORT) {
                told.countDown();
            }
        })) {
            var result =
                    gateway.work(List.of(child("A", "S00"), child("B", "S01"), child("C", "S02")), new ChildGate() {
                        @Override
                        public Optional<String> stopped(ChildOrder child) {
                            return Optional.empty();
                        }

                        @Override
                        public Optional<String> pass(ChildOrder child, Runnable leave) {
                            if (child.clientOrderId().equals("C")) {
                                assertTrue(waited(told));
                                venue.tell("! bust A A.f1");
                                venue.tell("! correct B B.f1 35 10.25");
                            }
                            leave.run();
                            return Optional.empty();
                        }
                    });
            outcome(result, "A", ChildOutcome.State.CANCELLED, 0, "");
            outcome(result, "B", ChildOutcome.State.CANCELLED, 35, "");
            assertEquals(
                    List.of("B.f1.c"),
                    result.fills().stream().map(Fill::executionId).toList());
            gateway.work(List.of(child("D", "S03")), ChildGate.OPEN);
            venue.tell("! latefill A 5 10");
            gateway.work(List.of(child("E", "S03")), ChildGate.OPEN);
            String fault = sessions.open().getFirst().fault();
            assertTrue(fault.contains("FAR told a fill of A"), fault);
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void theConnectionIsEncryptedAndTheCertificateIsChecked() throws Exception {
        Path own = TestCertificates.make(folder, "venue", "SAN=ip:127.0.0.1,dns:localhost");
        Path other = TestCertificates.make(folder, "other", "SAN=ip:127.0.0.1,dns:localhost");
        Path elsewhere = TestCertificates.make(folder, "elsewhere", "SAN=dns:elsewhere.example");
        try (var secure = ForeignVenue.start("XFAR", "DESK7", "--tls", own + ".cert.pem", own + ".key.pem");
                var misnamed =
                        ForeignVenue.start("XFAR", "DESK7", "--tls", elsewhere + ".cert.pem", elsewhere + ".key.pem")) {
            try (var gateway = open(KnownOrders.NONE, secure.port(), Optional.of(own))) {
                var result = gateway.work(List.of(child("A", "S00")), ChildGate.OPEN);
                outcome(result, "A", ChildOutcome.State.CANCELLED, 0, "");
            }
            assertThrows(Problem.class, () -> open(KnownOrders.NONE, secure.port(), Optional.of(other)), "not trusted");
            assertThrows(
                    Problem.class,
                    () -> open(KnownOrders.NONE, misnamed.port(), Optional.of(elsewhere)),
                    "another name");
        }
    }

    /** It is half past nine at the exchange and stays so: nothing but the kill switch ends the rest. */
    @Test
    void whatIsStoppedWhileItRestsIsCancelledLongBeforeItsTimeIsOver() {
        pace = new SessionPace(() ->
                SESSION.date().atTime(9, 30).atZone(SESSION.market().zone()).toInstant());
        ChildOrder child = child("A", "S00");
        ChildOrder inSession = new ChildOrder(
                "A",
                "P-A",
                0,
                "FAR",
                "S00",
                Side.BUY,
                child.quantity(),
                child.limitPrice(),
                34_200_000,
                36_000_000,
                SESSION.date());
        try (var gateway = open(KnownOrders.NONE)) {
            var result = gateway.work(List.of(inSession), new ChildGate() {
                private int asked;

                @Override
                public Optional<String> stopped(ChildOrder order) {
                    return asked++ < 2 ? Optional.empty() : Optional.of("ben has stopped everything");
                }

                @Override
                public Optional<String> pass(ChildOrder order, Runnable leave) {
                    leave.run();
                    return Optional.empty();
                }
            });
            outcome(result, "A", ChildOutcome.State.CANCELLED, 0, "");
        }
        assertTrue(venue.said().contains("F 11=A-C|41=A"), venue.said()::toString);
    }

    @Test
    void theNumbersOfASessionGoOnFromRunToRun() {
        try (var gateway = open(KnownOrders.NONE)) {
            gateway.work(List.of(child("A", "S00")), ChildGate.OPEN);
        }
        try (var gateway = open(KnownOrders.NONE)) {
            gateway.work(List.of(child("B", "S00")), ChildGate.OPEN);
        }
        assertEquals(
                2,
                venue.said().stream().filter(line -> line.startsWith("logon")).count());
    }

    private FixVenueGateway open(KnownOrders known) {
        return open(known, MessageWatch.NONE);
    }

    private FixVenueGateway open(KnownOrders known, MessageWatch watch) {
        return open(known, new OpenSessions(InstantSource.system()), watch);
    }

    private FixVenueGateway open(KnownOrders known, int port, Optional<Path> trusted) {
        return open(known, new OpenSessions(InstantSource.system()), MessageWatch.NONE, port, trusted);
    }

    private FixVenueGateway open(KnownOrders known, OpenSessions sessions, MessageWatch watch) {
        return open(known, sessions, watch, venue.port(), Optional.empty());
    }

    private FixVenueGateway open(
            KnownOrders known, OpenSessions sessions, MessageWatch watch, int port, Optional<Path> trusted) {
        var real = new RealVenue(
                "127.0.0.1",
                port,
                Optional.of("DESK7"),
                Optional.of("XFAR"),
                Optional.of("desk"),
                new Secret(PASSWORD),
                trusted.map(store -> new RealVenue.Tls(
                        store, new Secret(TestCertificates.PASSWORD), Optional.empty(), new Secret(""))),
                30,
                6,
                Optional.empty(),
                Optional.empty(),
                Map.of(1, "ACC42", 207, "XNYS"));
        var setup = new GatewaySetup(
                RouteFiles.read(Path.of("routes")),
                folder.resolve("house"),
                folder.resolve("real"),
                TradingDay.DATE,
                List.of(VenueAddress.of(VENUE, real)),
                30,
                pace,
                _ -> SESSION,
                InstantSource.system());
        return FixVenueGateway.start(setup, known, ChildGate.OPEN, sessions.of(TradingDay.RUN), watch);
    }

    private static ChildOrder child(String id, String symbol) {
        return new ChildOrder(
                id,
                "P-" + id,
                0,
                "FAR",
                symbol,
                Side.BUY,
                BigDecimal.valueOf(100),
                BigDecimal.valueOf(11),
                34_200_000,
                36_000_000,
                TradingDay.DATE);
    }

    private static void outcome(
            VenueGateway.SliceResult result, String id, ChildOutcome.State state, long filled, String reason) {
        ChildOutcome found = result.outcomes().stream()
                .filter(one -> one.clientOrderId().equals(id))
                .findFirst()
                .orElseThrow();
        assertEquals(state, found.state(), id);
        assertEquals(0, found.filled().compareTo(BigDecimal.valueOf(filled)), id + " " + found.filled());
        assertEquals(reason, found.reason());
    }

    /** Neither the store of the session nor anything else holds it. */
    private void assertNowhere(String secret) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertFalse(text.contains(secret), file.toString());
                assertFalse(Arrays.asList(text.split("\u0001")).contains("554=" + secret));
            }
        }
    }
}
