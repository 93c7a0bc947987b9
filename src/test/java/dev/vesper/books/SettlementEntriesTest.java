package dev.vesper.books;

import static dev.vesper.books.Sales.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Money;
import dev.vesper.orders.Fill;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Friday's and Monday's trades around Columbus Day 2026: both settle on Tuesday. */
class SettlementEntriesTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 9);
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 12);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 10, 13);
    private static final LotId LOT = LotId.of("A/ABC/" + FRIDAY + "/1");

    private final Sales book = new Sales();

    @BeforeEach
    void tradesOfTwoDays() {
        book.book(OpeningEntries.of(
                List.of(new Account("A", "Anna", Money.of(number("20000.00"), "USD"), "equal")),
                List.of(),
                FRIDAY,
                "run",
                "the files"));
        book.settles = TUESDAY;
        book.book(book.trade(FRIDAY, "o1", Side.BUY, "200", "50.10", "2.00"));
        book.book(book.trade(
                MONDAY, "o2", Side.SELL, "50", "52.00", "1.00", new LotChoice(LOT.toString(), number("50"))));
    }

    @Test
    void untilTheDayNothingIsSettled() {
        assertEquals(List.of(), SettlementEntries.due(book.entries(), MONDAY, "run-2"));
        holds("20000", AccountType.SETTLED_CASH);
        holds("-10022", AccountType.PAYABLE);
        holds("2599", AccountType.RECEIVABLE);
    }

    @Test
    void onTheDayCashAndUnitsOfBothChangeHands() {
        List<LedgerEntry> due = SettlementEntries.due(book.entries(), TUESDAY, "run-2");
        assertEquals(1, due.size());
        assertEquals("run-2/A/2026-10-13", due.getFirst().source());
        assertEquals(TUESDAY, due.getFirst().effective());
        due.forEach(book::book);
        holds("12577", AccountType.SETTLED_CASH);
        holds("0", AccountType.PAYABLE);
        holds("0", AccountType.RECEIVABLE);
        units("0", AccountType.TRANSIT);
        units("-150", AccountType.CUSTODY);
        assertEquals(number("12577"), book.state.balances().cash("A"), "as it was on the traded basis");
        assertEquals(List.of(), faults());
        assertEquals(List.of(), SettlementEntries.due(book.entries(), TUESDAY.plusDays(9), "run-3"), "once");
    }

    @Test
    void aTradeThatWasTakenBackIsNotSettled() {
        book.reverse(book.entries().getLast(), "wrong");
        SettlementEntries.due(book.entries(), TUESDAY, "run-2").forEach(book::book);
        holds("9978", AccountType.SETTLED_CASH);
        units("-200", AccountType.CUSTODY);
        assertEquals(List.of(), faults());
    }

    @Test
    void aSettlementThatWasTakenBackIsDueAgain() {
        SettlementEntries.due(book.entries(), TUESDAY, "run-2").forEach(book::book);
        book.reverse(book.entries().getLast(), "again");
        book.reverse(book.entries().get(2), "again");
        List<LedgerEntry> due = SettlementEntries.due(book.entries(), TUESDAY, "run-3");
        due.forEach(book::book);
        holds("9978", AccountType.SETTLED_CASH);
        assertEquals(List.of(), faults());
    }

    @Test
    void aTradeWhoseDayNobodyKnowsWaits() {
        book.settles = null;
        book.book(book.trade(FRIDAY, "o3", Side.BUY, "1", "50", "0"));
        SettlementEntries.due(book.entries(), TUESDAY, "run-2").forEach(book::book);
        holds("-50", AccountType.PAYABLE);
        units("-1", AccountType.TRANSIT);
    }

    @Test
    void verifyFindsASettlementThatTakesAnotherAmountOrTooEarly() {
        LedgerEntry due =
                SettlementEntries.due(book.entries(), TUESDAY, "run-2").getFirst();
        book.book(LedgerEntry.of(
                EntryKind.SETTLEMENT,
                "forged",
                "A",
                TUESDAY,
                due.postings().stream()
                        .filter(posting -> posting.account().unit().kind() == Unit.Kind.INSTRUMENT)
                        .toList(),
                "units alone"));
        assertTrue(
                faults().stream().anyMatch(f -> f.message().contains("leaves −10,022 USD in payable")),
                faults()::toString);
        Sales late = new Sales();
        book.entries().subList(0, 3).forEach(late::book);
        late.settles = TUESDAY.plusDays(1);
        late.book(late.trade(TUESDAY, "o4", Side.BUY, "1", "50", "0"));
        List<LedgerEntry> all = SettlementEntries.due(late.entries(), TUESDAY.plusDays(1), "run-4");
        assertEquals(2, all.size());
        late.book(all.getLast());
        assertTrue(WholeBook.faults(placed(late.entries()), Map.of()).stream()
                .anyMatch(f -> f.message().contains("passes over o1, which was to settle on 2026-10-13")));
    }

    private List<BooksVerifier.Fault> faults() {
        return WholeBook.faults(placed(book.entries()), fills()).stream().toList();
    }

    private static Map<String, List<Fill>> fills() {
        return Map.of(
                "o1", List.of(Sales.fill(Sales.order("o1", "A", "ABC", Side.BUY, "200"), "1", "200", "50.10", "2.00")),
                "o2", List.of(Sales.fill(Sales.order("o2", "A", "ABC", Side.SELL, "50"), "1", "50", "52.00", "1.00")));
    }

    private static List<BookedEntry> placed(List<LedgerEntry> entries) {
        List<BookedEntry> placed = new ArrayList<>();
        entries.forEach(entry -> placed.add(new BookedEntry(placed.size() + 1, Sales.NOON, entry)));
        return placed;
    }

    private void holds(String amount, AccountType type) {
        assertEquals(0, new BigDecimal(amount).compareTo(book.state.balances().money("A", type)), type.word());
    }

    private void units(String amount, AccountType type) {
        assertEquals(
                0,
                new BigDecimal(amount).compareTo(book.state.balances().of("A", LedgerAccount.units(type, "ABC"))),
                type.word());
    }
}
