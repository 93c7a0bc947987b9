package dev.vesper.books;

import static dev.vesper.books.Sales.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Money;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the ledger takes and what it denies. */
class LedgerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 2);
    private static final LotId LOT = LotId.of("A/ABC/2026-07-02/1");

    private final Sales book = new Sales();

    @Test
    void anEntryThatDoesNotSumToZeroIsDenied() {
        assertEquals(LedgerRefusal.UNBALANCED, book.denied(entry(cash("100"), equity("-99.99"))));
        assertEquals(
                LedgerRefusal.UNBALANCED,
                book.denied(entry(
                        cash("100"),
                        equity("-100"),
                        Posting.of(LedgerAccount.units(AccountType.TRANSIT, "ABC"), number("1")))),
                "money and units each by themselves");
    }

    @Test
    void anAmountFinerThanTheBooksIsDenied() {
        assertEquals(LedgerRefusal.TOO_FINE, book.denied(entry(cash("0.000000001"), equity("-0.000000001"))));
    }

    @Test
    void theSameEntryAgainChangesNothingAndAnotherOfItsNameIsDenied() {
        LedgerEntry first = entry(cash("100"), equity("-100"));
        book.book(first);
        book.book(entry(cash("100.00"), equity("-100.00")));
        assertEquals(1, book.state.sequence());
        assertEquals(LedgerRefusal.ALREADY_BOOKED, book.denied(entry(cash("101"), equity("-101"))));
    }

    @Test
    void aLotNeverFallsBelowZeroAndLeavesNoCost() {
        book.book(entry(
                units("5", PostingCode.PRINCIPAL),
                Posting.of(LedgerAccount.units(AccountType.CUSTODY, "ABC"), number("-5")),
                cost("100"),
                equity("-100")));
        assertEquals(
                LedgerRefusal.LOT_BELOW_ZERO,
                book.denied(other(
                        units("-6", PostingCode.PRINCIPAL),
                        Posting.of(LedgerAccount.units(AccountType.CUSTODY, "ABC"), number("6")))));
        assertEquals(
                LedgerRefusal.COST_WITHOUT_UNITS,
                book.denied(other(
                        units("-5", PostingCode.PRINCIPAL),
                        Posting.of(LedgerAccount.units(AccountType.CUSTODY, "ABC"), number("5")),
                        cost("-99.99"),
                        equity("99.99"))));
    }

    @Test
    void aShortLotSaysSo() {
        Posting back = Posting.of(LedgerAccount.units(AccountType.TRANSIT, "ABC"), number("5"));
        assertEquals(LedgerRefusal.SHORT_WITHOUT_CODE, book.denied(entry(units("-5", PostingCode.PRINCIPAL), back)));
        book.book(entry(units("-5", PostingCode.SHORT_SALE), back));
    }

    @Test
    void aLotBelongsToItsAccount() {
        LedgerAccount foreign = LedgerAccount.lotUnits(LotId.of("B/ABC/2026-07-02/1"));
        assertEquals(
                LedgerRefusal.FOREIGN_LOT,
                book.denied(entry(
                        Posting.of(foreign, number("5")),
                        Posting.of(LedgerAccount.units(AccountType.TRANSIT, "ABC"), number("-5")))));
    }

    @Test
    void onlyWhatStandsIsTakenBackAndNoReversalIs() {
        LedgerEntry first = entry(cash("100"), equity("-100"));
        assertEquals(LedgerRefusal.UNKNOWN_ENTRY, book.denied(back(first)));
        book.book(first);
        assertEquals(
                LedgerRefusal.UNKNOWN_ENTRY,
                book.denied(back(entry(cash("101"), equity("-101")))),
                "an entry of that name, but not that one");
        book.reverse(first, "wrong account");
        assertEquals(
                LedgerRefusal.REVERSAL_OF_REVERSAL,
                book.denied(back(first.reversal(first.effective(), "wrong account"))));
        assertEquals(number("0"), book.state.balances().cash("A"));
    }

    @Test
    void replayIsApplyAgain() {
        book.book(OpeningEntries.of(
                List.of(new Account("A", "Anna", Money.of(number("1000"), "USD"), "equal")),
                List.of(),
                DAY,
                "run",
                ""));
        LedgerEntry bought = book.trade(DAY, "1", Side.BUY, "3", "3.33", "0.01");
        book.book(bought);
        book.reverse(bought, "wrong");
        LedgerState again = book.ledger.replay(book.events);
        assertEquals(book.state.sequence(), again.sequence());
        assertEquals(book.state.balances().lines(), again.balances().lines());
        assertEquals(
                LedgerRefusal.ALREADY_REVERSED,
                ((dev.vesper.basics.Decision.Denied<LedgerEvent>) book.ledger.decide(
                                again,
                                new LedgerCommand.ReverseEntries(List.of(bought), DAY.plusDays(1), "", Sales.NOON)))
                        .refusal()
                        .kind());
    }

    @Test
    void aForgedHistoryIsRefusedOnReplay() {
        BookedEntry lopsided = new BookedEntry(1, Sales.NOON, entry(cash("100"), equity("-99")));
        assertThrows(BrokenHistory.class, () -> book.ledger.replay(List.of(booked(lopsided))));
        BookedEntry fine = new BookedEntry(1, Sales.NOON, entry(cash("100"), equity("-100")));
        assertThrows(BrokenHistory.class, () -> book.ledger.replay(List.of(booked(fine, fine))), "twice");
        BookedEntry gap = new BookedEntry(2, Sales.NOON, entry(cash("100"), equity("-100")));
        assertThrows(BrokenHistory.class, () -> book.ledger.replay(List.of(booked(gap))), "one is missing");
    }

    /** Entries of other accounts stand between those of one; what follows is numbered after the whole book. */
    @Test
    void oneAccountIsReplayedByItself() {
        BookedEntry first = new BookedEntry(2, Sales.NOON, entry(cash("100"), equity("-100")));
        BookedEntry second = new BookedEntry(5, Sales.NOON, other(cash("10"), equity("-10")));
        LedgerState state = book.ledger.ofAccount(List.of(first, second), 7);
        assertEquals(number("110"), state.balances().cash("A"));
        LedgerEntry next = LedgerEntry.of(new EntryKind("flow"), "3", "A", DAY, List.of(cash("1"), equity("-1")), "");
        assertEquals(
                new dev.vesper.basics.Decision.Accepted<>(List.of(booked(new BookedEntry(8, Sales.NOON, next)))),
                book.ledger.decide(state, new LedgerCommand.BookEntries(List.of(next), Sales.NOON)));
        assertThrows(BrokenHistory.class, () -> book.ledger.ofAccount(List.of(second, first), 7), "out of order");
        assertThrows(BrokenHistory.class, () -> book.ledger.ofAccount(List.of(first, second), 4), "after the newest");
    }

    private static LedgerEvent booked(BookedEntry... entries) {
        return new LedgerEvent.EntriesBooked(List.of(entries));
    }

    private static LedgerCommand back(LedgerEntry entry) {
        return new LedgerCommand.ReverseEntries(List.of(entry), null, "wrong account", Sales.NOON);
    }

    private static LedgerEntry entry(Posting... postings) {
        return LedgerEntry.of(new EntryKind("flow"), "1", "A", DAY, List.of(postings), "");
    }

    private static LedgerEntry other(Posting... postings) {
        return LedgerEntry.of(new EntryKind("flow"), "2", "A", DAY, List.of(postings), "");
    }

    private static Posting cash(String amount) {
        return Posting.of(LedgerAccount.money(AccountType.SETTLED_CASH, "USD"), number(amount));
    }

    private static Posting equity(String amount) {
        return Posting.of(LedgerAccount.money(AccountType.EQUITY, "USD"), number(amount));
    }

    private static Posting units(String amount, PostingCode code) {
        return new Posting(LedgerAccount.lotUnits(LOT), number(amount), code);
    }

    private static Posting cost(String amount) {
        return Posting.of(LedgerAccount.lotCost(LOT, "USD"), number(amount));
    }
}
