package dev.vesper.books;

import static dev.vesper.books.Sales.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lots: their names, their cost in parts, and what a sale of more than there is becomes. */
class LotsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 2);
    private final Sales book = new Sales();

    /** Three units for 10.00: 3.33, 3.34 and 3.33 in cents; the books count finer, and the last part takes the rest. */
    @Test
    void theLastPartOfALotTakesTheRestOfItsCost() {
        book.book(book.trade(DAY, "1", Side.BUY, "3", "3.33333333", "0.00000001"));
        BigDecimal gains = BigDecimal.ZERO;
        for (int i = 2; i <= 4; i++) {
            LotChoice lot = new LotChoice("A/ABC/2026-07-02/1", number("1"));
            book.book(book.trade(DAY.plusDays(i), "" + i, Side.SELL, "1", "4", "0", lot));
        }
        assertEquals(List.of(), book.state.balances().lots());
        gains = gains.add(book.state.balances().money("A", AccountType.GAIN_SHORT));
        assertEquals(number("-2"), gains, "12 less 10, to the last digit");
    }

    @ParameterizedTest
    @CsvSource({"10.00, 3, 3.333333333", "10022, 200, 50.11", "0, 5, 0", "-300, -3, 100", "1, 7, 0.142857143"})
    void theUnitCostIsTheShortestThatGivesTheTotalAgain(String total, String units, String each) {
        LotBalance lot = new LotBalance(LotId.of("A/ABC/2026-07-02/1"), number(units), number(total), "USD");
        assertEquals(number(each), lot.unitCost());
        assertEquals(
                0,
                Unit.currency("USD")
                        .rounded(lot.unitCost().multiply(lot.units()))
                        .compareTo(number(total)));
    }

    @Test
    void moreSoldThanThereIsBecomesAShortLotAndIsMarkedWhereItMayNotBe() {
        LedgerEntry sold = book.trade(DAY, "1", Side.SELL, "10", "50", "1");
        book.book(sold);
        assertEquals(PostingCode.UNCOVERED, sold.postings().getFirst().code());
        LotBalance lot = book.state.balances().lots().getFirst();
        assertEquals(number("-10"), lot.units());
        assertEquals(number("-499"), lot.cost(), "what it brought less the fee");
        ParentOrder allowed = Sales.order("2", "B", "ABC", Side.SELL, "10");
        assertEquals(
                PostingCode.SHORT_SALE,
                TradeEntries.of(
                                book.state,
                                List.of(allowed),
                                List.of(Sales.fill(allowed, "1", "10", "50", "1")),
                                DAY,
                                Set.of("B"),
                                (_, _) -> null)
                        .getFirst()
                        .postings()
                        .getFirst()
                        .code());
    }

    @Test
    void aPurchaseClosesShortLotsFirst() {
        book.book(book.trade(DAY, "1", Side.SELL, "10", "50", "1"));
        book.book(book.trade(DAY.plusDays(1), "2", Side.BUY, "15", "40", "1.50"));
        LotBalance lot = book.state.balances().lots().getFirst();
        assertEquals(number("5"), lot.units());
        assertEquals(number("200.5"), lot.cost(), "five at 40 and a third of the fee");
        assertEquals(number("-98"), book.state.balances().money("A", AccountType.GAIN_SHORT), "499 less 400 less 1");
        assertEquals(number("-102.5"), book.state.balances().cash("A"), "499 - 601.50");
    }

    /** The calendar decides, in leap years too. */
    @ParameterizedTest
    @CsvSource({"2023-06-28, 2024-06-28, GAIN_SHORT", "2023-06-28, 2024-06-29, GAIN_LONG"})
    void moreThanAYearIsLongTerm(LocalDate bought, LocalDate sold, AccountType gain) {
        book.book(book.trade(bought, "1", Side.BUY, "1", "40", "0"));
        LotChoice lot = new LotChoice("A/ABC/" + bought + "/1", number("1"));
        book.book(book.trade(sold, "2", Side.SELL, "1", "50", "0", lot));
        assertEquals(number("-10"), book.state.balances().money("A", gain));
    }

    @Test
    void aLotsNumberIsNeverGivenTwice() {
        LedgerEntry bought = book.trade(DAY, "1", Side.BUY, "1", "40", "0");
        book.book(bought);
        book.reverse(bought, "wrong");
        book.book(book.trade(DAY, "2", Side.BUY, "1", "40", "0"));
        assertEquals(2, book.state.balances().lots().getFirst().id().number());
    }

    @Test
    void aFillOfNoOrderIsRefused() {
        ParentOrder order = Sales.order("1", "A", "ABC", Side.BUY, "1");
        var fills = List.of(Sales.fill(order, "1", "1", "1", "0"));
        assertThrows(
                IllegalArgumentException.class,
                () -> TradeEntries.of(book.state, List.of(), fills, DAY, Set.of(), (_, _) -> null));
    }

    @Test
    void aFillThatIsToldTwiceCountsOnce() {
        ParentOrder order = Sales.order("1", "A", "ABC", Side.BUY, "2");
        var fill = Sales.fill(order, "1", "1", "50", "0");
        LedgerEntry once = TradeEntries.of(book.state, List.of(order), List.of(fill), DAY, Set.of(), (_, _) -> null)
                .getFirst();
        assertEquals(
                List.of(once),
                TradeEntries.of(book.state, List.of(order), List.of(fill, fill), DAY, Set.of(), (_, _) -> null));
    }

    @Test
    void aNameIsReadAsItIsWritten() {
        LotId lot = LotId.of("ACC1/BRK/B/2017-05-02/12");
        assertEquals(new LotId("ACC1", "BRK/B", LocalDate.of(2017, 5, 2), 12), lot);
        assertEquals("ACC1/BRK/B/2017-05-02/12", lot.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "A/B/1", "A/B/2017-05-02", "A/B/2017-05-02/x", "A/B/2017-13-02/1", "/B/2017-05-02/1"})
    void anythingElseIsNoName(String text) {
        assertThrows(IllegalArgumentException.class, () -> LotId.of(text));
    }
}
