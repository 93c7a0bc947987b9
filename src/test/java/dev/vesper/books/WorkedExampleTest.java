package dev.vesper.books;

import static dev.vesper.books.Sales.number;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.Money;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One share's three weeks: bought, settled, sold, a dividend, a fee, and a price that was wrong and is booked right. */
class WorkedExampleTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 7, 2);
    private static final LotId L1 = LotId.of("A/ABC/2025-05-15/1");
    private static final LotId L2 = LotId.of("A/ABC/2026-07-02/1");
    private static final LotId L2_RIGHT = LotId.of("A/ABC/2026-07-02/2");

    private final Sales book = new Sales();

    @Test
    void everyNumberOfTheExample() {
        book.book(OpeningEntries.of(
                List.of(new Account("A", "Anna", Money.of(number("100000.00"), "USD"), "equal")),
                List.of(new TaxLot(L1.toString(), "A", "ABC", number("100"), number("40.00"), L1.acquired())),
                LocalDate.of(2026, 7, 1),
                "run",
                "the files"));
        holds(AccountType.SETTLED_CASH, "100000");
        holds(AccountType.EQUITY, "-104000");
        cost(L1, "4000");
        units(AccountType.CUSTODY, "-100");

        LedgerEntry bought = book.trade(THURSDAY, "order-1", Side.BUY, "200", "50.10", "2.00");
        book.book(bought);
        cost(L2, "10022");
        holds(AccountType.PAYABLE, "-10022");
        units(AccountType.TRANSIT, "-200");
        assertEquals(
                number("2"),
                bought.postings().stream()
                        .filter(p -> p.code() == PostingCode.FEE)
                        .map(Posting::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                "the fee joins the basis under its own code");

        book.book(entry(
                "settlement",
                "order-1",
                "2026-07-06",
                money(AccountType.PAYABLE, "10022"),
                money(AccountType.SETTLED_CASH, "-10022"),
                count(AccountType.TRANSIT, "200"),
                count(AccountType.CUSTODY, "-200")));
        holds(AccountType.SETTLED_CASH, "89978");
        units(AccountType.CUSTODY, "-300");

        book.book(book.trade(
                LocalDate.of(2026, 7, 7),
                "order-3",
                Side.SELL,
                "100",
                "52.00",
                "1.15",
                new LotChoice(L1.toString(), number("100"))));
        holds(AccountType.RECEIVABLE, "5198.85");
        holds(AccountType.GAIN_LONG, "-1198.85");
        cost(L1, "0");
        units(AccountType.TRANSIT, "100");

        book.book(entry(
                "settlement",
                "order-3",
                "2026-07-08",
                money(AccountType.SETTLED_CASH, "5198.85"),
                money(AccountType.RECEIVABLE, "-5198.85"),
                count(AccountType.TRANSIT, "-100"),
                count(AccountType.CUSTODY, "100")));
        book.book(entry(
                "dividend",
                "ABC 2026-07-09",
                "2026-07-09",
                money(AccountType.RECEIVABLE, "51.00"),
                money(AccountType.TAX_WITHHELD, "9.00"),
                money(AccountType.INCOME, "-60.00")));
        book.book(entry(
                "income-paid",
                "ABC 2026-07-09",
                "2026-07-20",
                money(AccountType.SETTLED_CASH, "51.00"),
                money(AccountType.RECEIVABLE, "-51.00")));
        book.book(entry(
                "fee",
                "custody 2026-07",
                "2026-07-21",
                money(AccountType.FEES, "25.00"),
                money(AccountType.SETTLED_CASH, "-25.00")));

        book.reverse(bought, "the price was 50.00");
        assertEquals(
                LedgerRefusal.ALREADY_REVERSED,
                book.denied(new LedgerCommand.ReverseEntries(
                        List.of(bought), LocalDate.of(2026, 7, 22), "again", Sales.NOON)));
        book.book(book.trade(THURSDAY, "order-1 at 50.00", Side.BUY, "200", "50.00", "2.00"));
        book.book(entry(
                "correction-paid",
                "order-1",
                "2026-07-22",
                money(AccountType.SETTLED_CASH, "20.00"),
                money(AccountType.PAYABLE, "-20.00")));

        holds(AccountType.SETTLED_CASH, "95222.85");
        cost(L2_RIGHT, "10002");
        cost(L2, "0");
        holds(AccountType.FEES, "25");
        holds(AccountType.TAX_WITHHELD, "9");
        holds(AccountType.EQUITY, "-104000");
        holds(AccountType.GAIN_LONG, "-1198.85");
        holds(AccountType.INCOME, "-60");
        holds(AccountType.PAYABLE, "0");
        holds(AccountType.RECEIVABLE, "0");
        units(AccountType.TRANSIT, "0");
        units(AccountType.CUSTODY, "-200");
        assertEquals(
                List.of(new LotBalance(L2_RIGHT, number("200"), number("10002"), "USD")),
                book.state.balances().lots());
        book.state.balances().trial().forEach((unit, sum) -> assertEquals(0, sum.signum(), unit));
        book.entries().forEach(e -> e.totals().values().forEach(t -> assertEquals(0, t.signum(), e::source)));
    }

    /** What was true on a day stays true when a later day is booked: only what is effective by then counts. */
    @Test
    void balancesOfAnEarlierDay() {
        everyNumberOfTheExample();
        Balances friday = Balances.of(book.entries().stream()
                .filter(entry -> !entry.effective().isAfter(LocalDate.of(2026, 7, 3)))
                .toList());
        assertEquals(number("100000"), friday.money("A", AccountType.SETTLED_CASH));
        assertEquals(
                number("-10002"), friday.money("A", AccountType.PAYABLE), "the correction counts from the trade's day");
        friday.trial().forEach((unit, sum) -> assertEquals(0, sum.signum(), unit));
    }

    @Test
    void aPurchaseIsNotTakenBackWhileASaleHangsOnIt() {
        book.book(OpeningEntries.of(
                List.of(new Account("A", "Anna", Money.of(number("100000"), "USD"), "equal")),
                List.of(),
                THURSDAY,
                "run",
                ""));
        LedgerEntry bought = book.trade(THURSDAY, "order-1", Side.BUY, "200", "50.10", "2.00");
        book.book(bought);
        LedgerEntry sold = book.trade(
                THURSDAY.plusDays(5),
                "order-2",
                Side.SELL,
                "50",
                "52",
                "1",
                new LotChoice(L2.toString(), number("50")));
        book.book(sold);
        LedgerCommand back = new LedgerCommand.ReverseEntries(List.of(bought), null, "wrong", Sales.NOON);
        assertEquals(LedgerRefusal.LATER_ENTRY, book.denied(back));
        book.reverse(sold, "wrong too");
        book.reverse(bought, "wrong");
        assertEquals(List.of(), book.state.balances().lots());
        assertEquals(number("100000"), book.state.balances().cash("A"));
    }

    private static LedgerEntry entry(String kind, String source, String date, Posting... postings) {
        return LedgerEntry.of(
                new EntryKind(kind), source, "A", LocalDate.parse(date), List.of(postings), "as in the guide");
    }

    private static Posting money(AccountType type, String amount) {
        return Posting.of(LedgerAccount.money(type, "USD"), number(amount));
    }

    private static Posting count(AccountType type, String amount) {
        return Posting.of(LedgerAccount.units(type, "ABC"), number(amount));
    }

    private void holds(AccountType type, String amount) {
        assertEquals(number(amount), book.state.balances().money("A", type), type::word);
    }

    private void units(AccountType type, String amount) {
        assertEquals(number(amount), book.state.balances().of("A", LedgerAccount.units(type, "ABC")), type::word);
    }

    private void cost(LotId lot, String amount) {
        assertEquals(number(amount), book.state.balances().of("A", LedgerAccount.lotCost(lot, "USD")), lot::toString);
    }
}
