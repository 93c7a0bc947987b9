package dev.vesper.adapters.routes.simulated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.execution.KnownOrders;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Side;
import dev.vesper.simulation.VenueBook;
import dev.vesper.simulation.VenueCommand;
import dev.vesper.simulation.VenueKinds;
import dev.vesper.simulation.VenueReport;
import dev.vesper.testing.TradingDay;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a venue's journal while Vesper is down: what the venue told the house must be in it. */
class AcknowledgedTest {
    private static final Venue LIT =
            VenueKinds.standard(TradingDay.settings(30)).getFirst();
    private static final MarketTape TAPE = TradingDay.tape(42, 2);
    private static final int ORDERS = 6;
    /** Of the last one the venue's answer never came. */
    private static final int TOLD = ORDERS - 1;

    @TempDir
    Path folder;

    private Path journal;
    private final List<ChildOrder> children = new ArrayList<>();
    private final Map<String, ChildOutcome> outcomes = new HashMap<>();

    @BeforeEach
    void aVenueWorkedOrders() {
        journal = folder.resolve("journal");
        work(journal, "1", children, outcomes);
    }

    private static void work(Path file, String tag, List<ChildOrder> children, Map<String, ChildOutcome> outcomes) {
        VenueBook book = book();
        try (VenueJournal kept = VenueJournal.open(file)) {
            for (int i = 0; i < ORDERS; i++) {
                long at = 36_000_000L + i * 60_000L;
                String id = "000" + i + "-" + tag + "-LIT";
                BigDecimal price = new BigDecimal(i == 4 ? "0.001" : "999.00"); // one is refused: below the tick
                var child =
                        new ChildOrder(id, "P" + i, i, "LIT", "S00", Side.BUY, BigDecimal.TEN, price, at, at + 60_000);
                children.add(child);
                var enter = new VenueCommand.Enter(
                        id, child.symbol(), child.side(), child.quantity(), price, BigDecimal.ZERO, at);
                kept.append(enter);
                book.handle(enter);
                var cancel = new VenueCommand.Cancel("C-" + id, id, child.expireMillis());
                kept.append(cancel);
                book.handle(cancel);
                var last = (VenueReport.Execution) book.handle(enter).getLast();
                if (i < TOLD) {
                    outcomes.put(
                            id,
                            new ChildOutcome(
                                    id, ChildOutcome.State.valueOf(last.event().name()), last.cumulative(), ""));
                }
            }
        }
    }

    private static VenueBook book() {
        return VenueKinds.ALL.get(LIT.kind()).book(LIT, TAPE::tape, 42);
    }

    private void look() {
        new Acknowledged(TradingDay.RUN, "LIT", journal).require(book(), new KnownOrders(children, outcomes));
    }

    @Test
    void aWholeJournalIsGood() {
        assertTrue(outcomes.values().stream().anyMatch(o -> o.state() == ChildOutcome.State.FILLED));
        assertTrue(outcomes.values().stream().anyMatch(o -> o.state() == ChildOutcome.State.REJECTED));
        assertDoesNotThrow(this::look);
    }

    /** Cut anywhere: what the venue never said may be gone, a word of what it said may not. */
    @Test
    void aCutIsSeenAtEveryByte() throws IOException {
        byte[] whole = Files.readAllBytes(journal);
        int needed = 0; // the bytes that hold what was told: a cancel that came too late changes nothing
        int line = 0;
        for (int i = 0; i < whole.length; i++) {
            if (whole[i] == '\n' && ++line == 2 * TOLD - 1) {
                needed = i + 1;
            }
        }
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            Files.write(journal, cut);
            if (length < needed) {
                Problem problem = assertThrows(Problem.class, this::look, "cut at " + length);
                assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
                assertTrue(problem.getMessage().contains("the journal of venue LIT"), problem::getMessage);
            } else {
                assertDoesNotThrow(this::look, "cut at " + length);
            }
            assertArrayEquals(cut, Files.readAllBytes(journal), "nothing is touched");
        }
    }

    @Test
    void oneThatIsGoneIsNamedAndNotMadeAnew() throws IOException {
        Files.delete(journal);
        Problem problem = assertThrows(Problem.class, this::look);
        String said = String.valueOf(problem.getMessage());
        assertTrue(said.contains("it lacks 5 of the 5 orders that the venue told the end of"), said);
        assertTrue(said.contains("the file is gone (" + journal + ")"), said);
        assertTrue(said.contains("put it back") && said.contains("./vesper runs abandon " + TradingDay.RUN), said);
        assertFalse(Files.exists(journal));
    }

    @Test
    void thatOfAnotherRunIsNamed() throws IOException {
        Files.delete(journal);
        work(journal, "2", new ArrayList<>(), new HashMap<>());
        String said = String.valueOf(assertThrows(Problem.class, this::look).getMessage());
        assertTrue(said.contains("it holds the order 0000-2-LIT, which was never sent"), said);
    }

    /** Whoever writes a checksum that fits is seen by what the house knows. */
    @Test
    void ordersThatSomebodyRewroteAreNamed() throws IOException {
        List<ChildOrder> kept = List.copyOf(children);
        children.replaceAll(child -> child.slice() == 2
                ? new ChildOrder(
                        child.clientOrderId(),
                        child.parentId(),
                        child.slice(),
                        child.venue(),
                        child.symbol(),
                        child.side(),
                        BigDecimal.ONE,
                        child.limitPrice(),
                        child.sentMillis(),
                        child.expireMillis())
                : child);
        String other = String.valueOf(assertThrows(Problem.class, this::look).getMessage());
        assertTrue(other.contains("its order 0002-1-LIT is another one than was sent"), other);
        children.clear();
        children.addAll(kept);
        outcomes.computeIfPresent(
                "0001-1-LIT", (id, _) -> new ChildOutcome(id, ChildOutcome.State.CANCELLED, BigDecimal.ONE, ""));
        String end = String.valueOf(assertThrows(Problem.class, this::look).getMessage());
        assertTrue(end.contains("the order 0001-1-LIT has not ended as the venue said: CANCELLED with 1 filled"), end);
        Files.writeString(journal, Files.readString(journal).replace("BUY", "SELL"));
        String changed = String.valueOf(assertThrows(Problem.class, this::look).getMessage());
        assertTrue(changed.startsWith("Expected line 1 of " + journal + " to match its checksum"), changed);
        assertTrue(Files.readString(journal, StandardCharsets.UTF_8).contains("SELL"));
    }
}
