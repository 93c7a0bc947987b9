package dev.vesper.books.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.books.LotBalance;
import dev.vesper.books.LotId;
import dev.vesper.books.reconcile.ReconcileCommand.Accept;
import dev.vesper.books.reconcile.ReconcileCommand.Keep;
import dev.vesper.books.reconcile.ReconcileCommand.Own;
import dev.vesper.books.reconcile.ReconcileCommand.Reconcile;
import dev.vesper.books.reconcile.ReconcileCommand.Reopen;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Breaks over several statements, and what people decide of them. */
class ReconciliationTest {
    private final Reconciliation reconciliation = new Reconciliation();
    private final List<ReconcileEvent> past = new ArrayList<>();

    private ReconcileState state() {
        return reconciliation.replay(past);
    }

    private void does(ReconcileCommand command) {
        switch (reconciliation.decide(state(), command)) {
            case Decision.Accepted<ReconcileEvent>(List<ReconcileEvent> events) -> past.addAll(events);
            case Decision.Denied<ReconcileEvent>(var refusal) -> throw new AssertionError(refusal.message());
        }
    }

    private void denied(ReconcileRefusal why, ReconcileCommand command) {
        switch (reconciliation.decide(state(), command)) {
            case Decision.Accepted<ReconcileEvent>(List<ReconcileEvent> events) -> throw new AssertionError(events);
            case Decision.Denied<ReconcileEvent>(var refusal) -> assertEquals(why, refusal.kind(), refusal.message());
        }
    }

    private void statement(String asOf, Break... breaks) {
        does(new Reconcile("s-" + asOf, LocalDate.parse(asOf), Map.of("A", "sum"), List.of(breaks), "olga"));
    }

    private static Break cash(String stated) {
        return of(BreakKind.CASH, "cash", stated);
    }

    private static Break of(BreakKind kind, String subject, String stated) {
        BigDecimal none = BigDecimal.ZERO;
        return new Break(kind, "A", subject, none, new BigDecimal(stated), none, none, "USD", List.of(), "");
    }

    private StandingBreak one(String id) {
        return state().find(id).orElseThrow();
    }

    @Test
    void aBreakGrowsOldUntilAStatementNoLongerShowsIt() {
        statement("2026-07-01", cash("5"));
        statement("2026-07-02", cash("5.00"));
        assertEquals(BreakState.OPEN, one("B-1").state());
        assertEquals(LocalDate.of(2026, 7, 1), one("B-1").since());
        assertEquals("olga", one("B-1").owner());
        statement("2026-07-03");
        assertEquals(BreakState.CLEARED, one("B-1").state());
        assertEquals(LocalDate.of(2026, 7, 3), one("B-1").cleared());
        statement("2026-07-04", cash("5"));
        assertEquals(
                List.of("B-1", "B-2"),
                state().all().stream().map(StandingBreak::id).toList());
    }

    @Test
    void aDecisionHoldsForItsFigures() {
        statement("2026-07-01", cash("5"));
        does(new Keep("B-1", "alice", "the custodian pays tomorrow"));
        statement("2026-07-02", cash("5"));
        assertEquals(BreakState.KEPT, one("B-1").state());
        statement("2026-07-03", cash("6"));
        assertEquals(BreakState.OPEN, one("B-1").state());
        assertEquals("", one("B-1").reason());
        assertEquals(LocalDate.of(2026, 7, 1), one("B-1").since(), "its age goes on");
    }

    @Test
    void timingIsExplainedAndBecomesWhatItIs() {
        statement("2026-07-01", of(BreakKind.TIMING, "ABC", "5"));
        assertEquals(BreakState.EXPLAINED, one("B-1").state());
        denied(ReconcileRefusal.NOT_ADJUSTABLE, new Accept("B-1", "alice", "so be it", "f"));
        statement("2026-07-06", of(BreakKind.MISSING_TRADE, "ABC", "5"));
        assertEquals(BreakState.OPEN, one("B-1").state());
        denied(ReconcileRefusal.NOT_ADJUSTABLE, new Accept("B-1", "alice", "so be it", "f"));
    }

    @Test
    void whatIsAcceptedWaitsForItsEntryAndIsDecidedAnewWhereThatIsRejected() {
        statement("2026-07-01", cash("5"));
        does(new Accept("B-1", "alice", "the custodian is right", "break-B-1-1"));
        denied(ReconcileRefusal.NOT_OPEN, new Keep("B-1", "bob", "no"));
        denied(ReconcileRefusal.NOT_OPEN, new Accept("B-1", "bob", "yes", "break-B-1-2"));
        denied(ReconcileRefusal.NOT_OPEN, new Reopen("B-1", "another"));
        statement("2026-07-02", cash("5"));
        assertEquals(BreakState.ACCEPTED, one("B-1").state());
        does(new Reopen("B-1", "break-B-1-1"));
        assertEquals(BreakState.OPEN, one("B-1").state());
        assertEquals(1, one("B-1").flows());
        does(new Own("B-1", "bob", "alice"));
        assertEquals("bob", one("B-1").owner());
    }

    @Test
    void whatCannotBeDecidedIsDenied() {
        denied(ReconcileRefusal.UNKNOWN_BREAK, new Keep("B-1", "alice", "why"));
        statement("2026-07-02", cash("5"));
        denied(ReconcileRefusal.NO_REASON, new Keep("B-1", "alice", "  "));
        denied(ReconcileRefusal.UNKNOWN_BREAK, new Own("B-2", "alice", "alice"));
        denied(
                ReconcileRefusal.OLDER_STATEMENT,
                new Reconcile("s", LocalDate.of(2026, 7, 1), Map.of(), List.of(), "olga"));
        denied(
                ReconcileRefusal.ANOTHER_BOOK,
                new Reconcile(
                        "s",
                        LocalDate.of(2026, 7, 2),
                        Map.of(),
                        Collections.nCopies(Reconciliation.MOST_BREAKS + 1, cash("5")),
                        "olga"));
        statement("2026-07-02");
        denied(ReconcileRefusal.NOT_OPEN, new Keep("B-1", "alice", "why"));
        assertThrows(
                BrokenHistory.class, () -> reconciliation.apply(state(), new ReconcileEvent.Kept("B-1", "alice", "x")));
    }

    /** Books of random days agree with the statement that a perfect custodian makes of them, on every day. */
    @Test
    void aStatementMadeOfTheBooksHasNoBreaks() {
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            CustodyStory story = new CustodyStory()
                    .open(
                            "A",
                            "2026-07-01",
                            "100000.00",
                            "ABC/2025-05-15/1 100 40.00",
                            "XYZ/2025-06-01/1 7 3.333333333333")
                    .open("B", "2026-07-01", "500000.00", "ABC/2025-05-15/1 1000 40.00");
            LocalDate day = LocalDate.of(2026, 7, 1);
            for (int i = 0; i < 12; i++) {
                day = day.plusDays(1 + random.nextInt(2));
                String account = random.nextBoolean() ? "A" : "B";
                String symbol = random.nextBoolean() ? "ABC" : "XYZ";
                List<LotBalance> held = story.state().balances().lots().stream()
                        .filter(lot -> lot.id().account().equals(account)
                                && lot.id().symbol().equals(symbol))
                        .filter(lot -> lot.units().signum() > 0)
                        .toList();
                String price = "" + (30 + random.nextInt(30)) + "." + (10 + random.nextInt(89));
                if (held.isEmpty() || random.nextInt(3) > 0) {
                    story.trade(
                            account,
                            day.toString(),
                            day.plusDays(1 + random.nextInt(3)).toString(),
                            Side.BUY,
                            "" + (1 + random.nextInt(90)),
                            symbol,
                            price,
                            "0.0" + random.nextInt(9));
                } else {
                    LotId lot = held.getFirst().id();
                    int most = held.getFirst().units().intValue();
                    story.trade(
                            account,
                            day.toString(),
                            day.plusDays(1 + random.nextInt(3)).toString(),
                            Side.SELL,
                            "" + Math.max(1, random.nextInt(most) + 1),
                            symbol,
                            price,
                            "0.01",
                            lot.symbol() + "/" + lot.acquired() + "/" + lot.number());
                }
                if (random.nextInt(4) == 0) {
                    story.settle(account, day.toString());
                }
                for (LocalDate asOf = LocalDate.of(2026, 7, 1);
                        !asOf.isAfter(day.plusDays(4));
                        asOf = asOf.plusDays(2)) {
                    assertEquals(
                            List.of(), story.breaks(asOf.toString(), story.perfect(asOf.toString())), "seed " + seed);
                }
            }
            LocalDate end = day.plusDays(9);
            story.settle("A", end.toString()).settle("B", end.toString());
            for (String account : List.of("A", "B")) {
                assertEquals(
                        story.state().balances().cash(account).stripTrailingZeros(),
                        story.settled(account, end.toString()).cash().stripTrailingZeros(),
                        "once all has settled both bases are one");
            }
        }
    }

    /** What people accept brings the books to the statement: the same statement again has no break. */
    @Test
    void anAcceptedFigureIsTheBooksFigureAfterwards() {
        CustodyStory story = new CustodyStory()
                .open(
                        "A",
                        "2026-07-01",
                        "100.00",
                        "ABC/2025-05-15/1 100 40.00",
                        "ABC/2025-05-16/1 5 1",
                        "XYZ/2025-05-15/1 3 9");
        Statement stated = new Statement(
                List.of(new StatedAccount("A", "USD", new BigDecimal("99.5"))),
                List.of(
                        lot("A/ABC/2025-05-15/1", "90", "41.00"),
                        lot("A/ABC/2025-05-18/1", "4", "2.50"),
                        lot("A/XYZ/2025-05-15/1", "3", "8.25")));
        List<Break> breaks = story.breaks("2026-07-01", stated);
        assertEquals(5, breaks.size(), breaks::toString);
        int flow = 0;
        for (Break found : breaks) {
            flow++;
            List<String> words = new ArrayList<>(List.of("id", "F-" + flow, "date", "2026-07-01"));
            found.adjustment().forEach((column, word) -> words.addAll(List.of(column, word)));
            story.flow(words.toArray(String[]::new));
        }
        assertEquals(List.of(), story.breaks("2026-07-01", stated));
        assertTrue(story.state().balances().trial().values().stream().allMatch(sum -> sum.signum() == 0));
    }

    private static StatedLot lot(String id, String units, String cost) {
        return new StatedLot(LotId.of(id), new BigDecimal(units), new BigDecimal(cost));
    }
}
