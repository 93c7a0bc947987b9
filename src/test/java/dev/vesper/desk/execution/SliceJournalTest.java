package dev.vesper.desk.execution;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.rebalance.LeftNow;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import dev.vesper.orders.slice.SliceEvent;
import dev.vesper.testing.MemoryOrderStore;
import dev.vesper.testing.SteppingClock;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A step is decided, stored, and only then done; who comes after a crash stands where the store does. */
class SliceJournalTest {
    private static final RunId RUN = new RunId("2018-04-11-001");
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");

    /** Notes when steps were stored, and fails while its disk is full. */
    private static final class Disk extends MemoryOrderStore {
        private final List<Instant> written = new ArrayList<>();
        private boolean full;

        @Override
        public void saveChildren(RunId run, List<ChildOrder> added, Append<SliceEvent> appended, Instant at) {
            write(at);
            super.saveChildren(run, added, appended, at);
        }

        @Override
        public void saveOutcomes(
                RunId run, List<ChildOutcome> ended, List<Fill> booked, Append<SliceEvent> appended, Instant at) {
            write(at);
            super.saveOutcomes(run, ended, booked, appended, at);
        }

        private void write(Instant at) {
            if (full) {
                throw new UncheckedIOException(new java.io.IOException("disk full"));
            }
            written.add(at);
        }
    }

    private final Disk disk = new Disk();
    private final SteppingClock clock = new SteppingClock(NOON);
    private SliceJournal journal = new SliceJournal(disk, RUN, clock);

    private void crash() {
        journal = new SliceJournal(disk, RUN, clock);
    }

    @Test
    void aSliceIsSentThenBookedEachAtItsMoment() {
        journal.send(0, Map.of(), children(0));
        assertTrue(journal.sent(0));
        assertFalse(journal.booked(0));
        journal.book(0, children(0), ended(0), List.of(fill("E1", "40")));
        assertTrue(journal.booked(0));
        assertFalse(journal.sent(1));
        assertEquals(List.of(clock.minute(0), clock.minute(1)), disk.written);
        assertEquals(children(0), disk.children(RUN));
        assertEquals(2, disk.outcomes(RUN).size());
        assertEquals(List.of(fill("E1", "40")), disk.fills(RUN));
    }

    @Test
    void whatCouldNotBeStoredIsNotDone() {
        disk.full = true;
        assertThrows(UncheckedIOException.class, () -> journal.send(0, Map.of(), children(0)));
        assertFalse(journal.sent(0));
        disk.full = false;
        journal.send(0, Map.of(), children(0));
        disk.full = true;
        assertThrows(UncheckedIOException.class, () -> journal.book(0, children(0), ended(0), List.of()));
        assertTrue(journal.sent(0));
        assertFalse(journal.booked(0));
        disk.full = false;
        journal.book(0, children(0), ended(0), List.of());
        assertTrue(journal.booked(0));
        assertEquals(2, disk.history(RUN).size());
    }

    @Test
    void afterACrashItStandsWhereTheStoreDoes() {
        journal.send(0, Map.of(), children(0));
        crash();
        assertTrue(journal.sent(0));
        assertFalse(journal.booked(0));
        journal.compare(0, disk.children(RUN));
        journal.book(0, children(0), ended(0), List.of());
        crash();
        assertTrue(journal.booked(0));
        journal.send(1, Map.of(), List.of());
        crash();
        assertTrue(journal.booked(1), "where nothing was due nothing is left to book");
        assertEquals(3, disk.history(RUN).size());
    }

    /** What was left when a slice was decided is what is told for it again; it is stored once, where it changes. */
    @Test
    void whatWasLeftOfOrdersIsKnownAfterACrash() {
        Map<String, LeftNow> less = Map.of("P1", new LeftNow(new BigDecimal("150.5"), "it is on the list"));
        journal.send(0, Map.of(), List.of());
        journal.send(1, less, List.of());
        journal.send(2, less, List.of());
        journal.send(3, Map.of(), List.of());
        crash();
        assertEquals(
                List.of(Map.of(), less, less, Map.of()),
                Stream.of(0, 1, 2, 3).map(journal::left).toList());
        assertEquals(6, disk.history(RUN).size());
    }

    @Test
    void storedChildrenAreThoseThatWereSent() {
        journal.send(0, Map.of(), children(0));
        assertDoesNotThrow(() -> journal.compare(0, children(0)));
        assertThrows(BrokenHistory.class, () -> journal.compare(0, children(0).reversed()));
        assertThrows(BrokenHistory.class, () -> journal.compare(0, children(0).subList(0, 1)));
        BrokenHistory broken = assertThrows(BrokenHistory.class, () -> journal.compare(1, children(0)));
        assertTrue(broken.getMessage().contains("slice 1 of " + RUN), broken::getMessage);
    }

    /** After a reconnect a venue says again what it has said. */
    @Test
    void anExecutionThatIsReportedAgainIsBookedOnceAsItWasFirst() {
        journal.send(0, Map.of(), children(0));
        journal.book(
                0,
                children(0),
                ended(0),
                List.of(fill("E1", "40"), fill("E2", "60"), fill("E1", "40"), fill("E2", "59")));
        assertEquals(List.of(fill("E1", "40"), fill("E2", "60")), disk.fills(RUN));
    }

    @Test
    void whatIsDeniedIsRefusedAndNotStored() {
        Problem early = assertThrows(Problem.class, () -> journal.send(1, Map.of(), children(1)));
        assertEquals(Problem.Kind.REFUSED, early.kind());
        assertEquals("Expected slice 0 to be sent next, but got slice 1", early.getMessage());
        assertThrows(Problem.class, () -> journal.book(0, children(0), ended(0), List.of()));
        journal.send(0, Map.of(), children(0));
        assertThrows(Problem.class, () -> journal.send(0, Map.of(), children(0)));
        assertThrows(Problem.class, () -> journal.book(0, children(0), ended(0).subList(0, 1), List.of()));
        assertEquals(1, disk.history(RUN).size());
        assertEquals(List.of(clock.minute(0)), disk.written);
    }

    private static List<ChildOrder> children(int slice) {
        return List.of(child(slice, "LIT"), child(slice, "MID"));
    }

    private static ChildOrder child(int slice, String venue) {
        return new ChildOrder(
                "P1-" + slice + "-" + venue, "P1", slice, venue, "IBM", Side.BUY, n("100"), n("150.2"), 1, 2);
    }

    private static List<ChildOutcome> ended(int slice) {
        return children(slice).stream()
                .map(child -> new ChildOutcome(child.clientOrderId(), ChildOutcome.State.FILLED, n("100"), ""))
                .toList();
    }

    private static Fill fill(String execution, String quantity) {
        return new Fill(
                "LIT", execution, "P1-0-LIT", "P1", "ACC1", "IBM", Side.BUY, n(quantity), n("150.2"), n("0.5"), 1);
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }
}
