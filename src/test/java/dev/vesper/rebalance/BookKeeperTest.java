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

    /** 400 of 1,000 are kept as they are: the rest is spread over the 600 that are free. */
    @Test
    void whatIsKeptIsNeitherBoughtNorSoldAndItsValueIsNotSpreadAgain() {
        LotBook book = account("0")
                .priced("A", "1")
                .priced("KEPT", "2")
                .holds("A", "600")
                .holds("KEPT", "200")
                .wants("A", 1)
                .keeps("KEPT")
                .book();
        BookLine kept = book.lines().getLast();
        assertEquals(0, kept.mostSell());
        assertEquals(0, kept.mostBuy());
        assertEquals(400_000_000, kept.targetValue());
        assertEquals(600_000_000, book.lines().getFirst().targetValue());
        assertEquals(0, book.cashTarget());
    }

    @Test
    void moreKeptThanMayBeInvestedLeavesNothingForTheRest() {
        LotBook book = account("-300")
                .priced("A", "1")
                .priced("KEPT", "1")
                .holds("KEPT", "1000")
                .wants("A", 1)
                .keeps("KEPT")
                .book();
        assertEquals(0, book.lines().getFirst().targetValue());
        assertEquals(-300_000_000, book.cashTarget());
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

    @Test
    void settingsAreRefusedBeyondTheirLastSensibleValue() {
        refused(
                "maximum turnover from 0.0 to 1000.0, but got 1000.5",
                account("5").turnover(1000.5));
        refused(
                "cost in basis points from 0.0 to 9999.0, but got -1.0",
                account("5").costs(-1));
        refused("minimum trade of zero or more, but got -1", account("5").minimum("-1"));
        refused("Expected account ACC to be worth", account("-5"));
        refused(
                "lot size above zero for A, but got 0",
                account("5").priced("A", "1", "0").wants("A", 1));
        assertEquals(
                5_000_000,
                account("5").turnover(1000).costs(9_999).buffer(1).book().value());
        assertEquals(0, account("0").turnover(0).costs(0).buffer(0).book().value());
    }

    /** Weights are doubles: a millionth too little or too much is rounding, more is a mistake. */
    @Test
    void aMillionthIsRounding() {
        Accounts below = account("5").priced("A", "1").wants("A", -1e-6);
        assertEquals(0, below.book().lines().getFirst().targetValue());
        refused("allow short positions", below.wants("A", -1.1e-6));
        Accounts above = account("5").priced("A", "1").wants("A", 1 + 1e-6);
        assertEquals(5_000_005, above.book().lines().getFirst().targetValue());
        refused("sum to 1 at most", above.wants("A", 1 + 1.1e-6));
    }

    @Test
    void anAccountMayBeWorthTheLargestValueAndNoMore() {
        RebalanceProblem problem = account("5").priced("A", "1").wants("A", 1).problem();
        assertEquals(
                5_000_000,
                BookKeeper.open(problem, TaxRates.STANDARD, 5_000_000).value());
        String message = assertThrows(Problem.class, () -> BookKeeper.open(problem, TaxRates.STANDARD, 4_999_999))
                .getMessage();
        assertTrue(
                message.contains("at most 4.999999 so that its score stays exact, but it is worth 5.000000"), message);
    }

    @Test
    void anAccountThatMayGoShortSellsToMinusItsValue() {
        Accounts account = account("1000").priced("A", "100").holds("A", "10").wants("A", -0.5);
        BookLine line = account.shorts().book().lines().getFirst();
        assertEquals(30, line.mostSell()); // 1,000 held and 2,000 of value
        assertEquals(-1_000_000_000, line.targetValue());
        assertEquals(0, line.mostBuy());
    }

    @Test
    void whatIsMissingSaysHowMuchMayBeBought() {
        assertEquals(0, bought(account("0").holds("A", "10").wants("A", 1)), "it has what it should have");
        assertEquals(6, bought(account("550").holds("A", "10").wants("A", 1)));
        assertEquals(8, bought(account("550").holds("A", "10").wants("A", 1).minimum("800")));
    }

    private static long bought(Accounts account) {
        return account.priced("A", "100").book().lines().getFirst().mostBuy();
    }

    private static void refused(String words, Accounts account) {
        String message = assertThrows(Problem.class, account::book).getMessage();
        assertTrue(message.contains(words), message);
    }
}
