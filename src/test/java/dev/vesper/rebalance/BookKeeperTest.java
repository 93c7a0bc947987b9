package dev.vesper.rebalance;

import static dev.vesper.rebalance.Accounts.account;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import org.junit.jupiter.api.Test;

class BookKeeperTest {
    @Test
    void aFractionOfATradingLotStays() {
        LotBook book = account("0").priced("A", "2", "100").holds("A", "350.5").book();
        assertEquals(3, book.lines().getFirst().mostSell());
        assertEquals(701_000_000, book.value());
    }

    @Test
    void whatHasNoPriceIsNeitherValuedNorTradedAndItsTargetStaysInCash() {
        LotBook book = account("100")
                .priced("A", "1")
                .listed("GONE", "1", "USD")
                .holds("GONE", "10")
                .wants("A", 0.75)
                .wants("GONE", 0.25)
                .book();
        assertEquals(1, book.lines().size());
        assertEquals(100_000_000, book.value());
        assertEquals(25_000_000, book.cashTarget());
    }

    @Test
    void weightsCashIncludedSumToOne() {
        LotBook book = Accounts.synthetic(100, "20000", 3).book();
        long targets = book.lines().stream().mapToLong(BookLine::targetValue).sum();
        assertEquals(book.value(), targets + book.cashTarget());
    }

    @Test
    void theMinimumTradeIsRoundedUpToWholeLots() {
        LotBook book = account("100000")
                .priced("A", "33.34", "10")
                .wants("A", 1)
                .minimum("1000")
                .book();
        assertEquals(3, book.lines().getFirst().leastTrade()); // 3 x 333.40 = 1,000.20
    }

    @Test
    void pricesOfManyDecimalsNeverUnderstateWhatIsPaid() {
        BookLine line = account("1")
                .priced("A", "0.12345678")
                .wants("A", 1)
                .costs(1)
                .book()
                .lines()
                .getFirst();
        assertEquals(123_457, line.lotValue());
        assertEquals(123_470, line.buyCash());
        assertEquals(123_444, line.sellCash());
    }

    @Test
    void whatCannotBePlannedIsRefusedInBusinessWords() {
        refused("has one", account("5").listed("A", "1", "USD").holds("A", "1"));
        refused("owes 50 USD more", account("-150").priced("A", "100").holds("A", "1"));
        refused(
                "currencies are not converted",
                account("5")
                        .listed("A", "1", "EUR")
                        .priced("B", "1")
                        .wants("B", 1)
                        .holds("B", "1")
                        .priced("C", "1")
                        .listed("C", "1", "EUR")
                        .holds("C", "1"));
        refused("sum to 1 at most", account("5").priced("A", "1").wants("A", 1.5));
        refused("allow short positions", account("5").priced("A", "1").wants("A", -0.5));
        refused("prices have gaps", account("5").priced("A", "1").wants("A", Double.NaN));
        refused("cash buffer from 0.0 to 1.0, but got 1.5", account("5").buffer(1.5));
        refused("stays exact", account("900000000000").priced("A", "1").wants("A", 1));
    }

    private static void refused(String words, Accounts account) {
        String message = assertThrows(Problem.class, account::book).getMessage();
        assertTrue(message.contains(words), message);
    }
}
