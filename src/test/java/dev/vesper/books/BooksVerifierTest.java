package dev.vesper.books;

import static dev.vesper.books.Sales.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Money;
import dev.vesper.books.BooksVerifier.Fault;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.slice.RowSums;
import dev.vesper.portfolio.Account;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check that shares nothing with the ledger: it finds what a ledger that had gone wrong would have booked. */
class BooksVerifierTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 2);

    private final Sales book = new Sales();
    private final ParentOrder order = Sales.order("o1", "A", "ABC", Side.BUY, "3");
    private final List<Fill> fills =
            List.of(Sales.fill(order, "1", "1", "50.01", "0.10"), Sales.fill(order, "2", "2", "50.02", "0.20"));
    private List<BookedEntry> entries = List.of();

    @BeforeEach
    void aDay() {
        book.book(OpeningEntries.of(
                List.of(new Account("A", "Anna", Money.of(number("1000"), "USD"), "equal")),
                List.of(),
                DAY,
                "run",
                ""));
        book.book(TradeEntries.of(book.state, List.of(order), fills, DAY, Set.of(), (_, _) -> null));
        entries = placed(book.entries());
    }

    private static List<BookedEntry> placed(List<LedgerEntry> all) {
        List<BookedEntry> placed = new ArrayList<>();
        all.forEach(entry -> placed.add(new BookedEntry(placed.size() + 1, Sales.NOON, entry)));
        return placed;
    }

    @Test
    void aWholeBookHasNoFaults() {
        assertEquals(List.of(), WholeBook.faults(entries, Map.of("o1", fills)));
        book.reverse(book.entries().getLast(), "wrong");
        assertEquals(List.of(), WholeBook.faults(placed(book.entries()), Map.of("o1", fills)));
    }

    @Test
    void aFillOfAnotherAccountIsFound() {
        ParentOrder theirs = Sales.order("o1", "B", "ABC", Side.BUY, "3");
        List<Fill> other =
                List.of(Sales.fill(theirs, "1", "1", "50.01", "0.10"), Sales.fill(theirs, "2", "2", "50.02", "0.20"));
        List<LedgerEntry> forged = book.entries().stream()
                .map(entry -> entry.kind().equals(EntryKind.TRADE) ? vouchingFor(entry, other) : entry)
                .toList();
        assertFound("books a fill of B", placed(forged), Map.of("o1", other));
    }

    private static LedgerEntry vouchingFor(LedgerEntry entry, List<Fill> other) {
        return new LedgerEntry(
                entry.kind(),
                entry.source(),
                entry.account(),
                entry.effective(),
                entry.settles(),
                entry.postings(),
                entry.memo(),
                RowSums.fills(other),
                entry.reverses());
    }

    @Test
    void aFillThatWasAlteredOrIsGoneIsFound() {
        List<Fill> altered = List.of(fills.getFirst(), Sales.fill(order, "2", "2", "50.03", "0.20"));
        assertFound("books 2 fills of o1, but the 2 that are there differ", entries, Map.of("o1", altered));
        assertFound("books 2 fills of o1, but the 0 that are there differ", entries, Map.of());
    }

    @Test
    void anEntryThatDoesNotBalanceIsFound() {
        assertFound(
                "does not balance: its lines in USD come to 0.01",
                changed(posting -> posting.account().type() == AccountType.PAYABLE
                        ? Posting.of(posting.account(), posting.amount().add(number("0.01")))
                        : posting));
    }

    @Test
    void unitsAndMoneyOtherThanFilledAreFound() {
        assertFound("moves 4 units, but its fills 3", changed(posting -> switch (posting.account()
                .type()) {
            case LOT_UNITS -> Posting.of(posting.account(), number("4"));
            case TRANSIT -> Posting.of(posting.account(), number("-4"));
            default -> posting;
        }));
        assertFound("moves −151.35 of money, but its fills −150.35", changed(posting -> switch (posting.account()
                .type()) {
            case PAYABLE -> Posting.of(posting.account(), number("-151.35"));
            case LOT_COST ->
                posting.code() == PostingCode.FEE
                        ? posting
                        : Posting.of(posting.account(), posting.amount().add(number("1")));
            default -> posting;
        }));
    }

    @Test
    void aLotBelowZeroWithoutLeaveIsFound() {
        book.book(book.trade(DAY, "o2", Side.SELL, "10", "50", "0"));
        List<Fault> faults = WholeBook.faults(placed(book.entries()), Map.of("o1", fills));
        assertTrue(
                faults.stream().anyMatch(f -> f.message().contains("is below zero without leave: −10")),
                faults::toString);
    }

    @Test
    void aNumberThatIsMissingAndAnEntryThatIsThereTwiceAreFound() {
        assertFound("follows entry 0", entries.subList(1, 2), Map.of("o1", fills));
        List<LedgerEntry> twice = new ArrayList<>(book.entries());
        twice.add(twice.getLast());
        assertFound("is there twice", placed(twice), Map.of("o1", fills));
    }

    @Test
    void aReversalOfOtherLinesOrOfNothingOrAgainIsFound() {
        LedgerEntry trade = book.entries().getLast();
        List<LedgerEntry> all = new ArrayList<>(book.entries());
        all.add(trade.reversal(DAY, "once"));
        all.add(LedgerEntry.of(EntryKind.TRADE, "other", "A", DAY, List.of(), "")
                .reversal(DAY, "of nothing"));
        LedgerEntry again = trade.reversal(DAY, "again");
        all.add(new LedgerEntry(again.kind(), "again", "A", DAY, null, List.of(), "", null, trade.id()));
        List<BookedEntry> forged = placed(all);
        assertFound("takes back what is not there", forged, Map.of("o1", fills));
        assertFound("takes back other lines than were booked", forged, Map.of("o1", fills));
        assertFound("takes back what was taken back already", forged, Map.of("o1", fills));
    }

    private List<BookedEntry> changed(UnaryOperator<Posting> change) {
        LedgerEntry trade = book.entries().getLast();
        LedgerEntry forged = new LedgerEntry(
                trade.kind(),
                trade.source(),
                trade.account(),
                trade.effective(),
                null,
                trade.postings().stream().map(change).toList(),
                trade.memo(),
                trade.executions(),
                null);
        return placed(List.of(book.entries().getFirst(), forged));
    }

    private void assertFound(String message, List<BookedEntry> forged) {
        assertFound(message, forged, Map.of("o1", fills));
    }

    private static void assertFound(String message, List<BookedEntry> forged, Map<String, List<Fill>> filled) {
        List<Fault> faults = WholeBook.faults(forged, filled);
        assertTrue(faults.stream().anyMatch(f -> f.message().contains(message)), faults::toString);
    }
}
