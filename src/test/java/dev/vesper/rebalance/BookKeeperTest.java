package dev.vesper.rebalance;

import static dev.vesper.rebalance.Accounts.account;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.math.BigDecimal;
import java.util.List;
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
        BookLine line = account("100")
                .priced("A", "1.23456789")
                .wants("A", 1)
                .costs(1)
                .book()
                .lines()
                .getFirst();
        assertEquals(1_234_568, line.lotValue());
        assertEquals(1_234_692, line.buyCash());
        assertEquals(1_234_444, line.sellCash());
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
        refused(
                "to hold at most",
                account("900000000000000000000000").priced("A", "1").wants("A", 1));
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

    /** Ten trillion rupiah are 600 million dollars: they are planned in thousands of rupiah. */
    @Test
    void theLargestAccountsArePlannedInLargerUnits() {
        LotBook book = account("10000000000000")
                .priced("A", "94.21")
                .holds("A", "1000", "90.00", Accounts.DATE.minusDays(10))
                .wants("A", 1)
                .costs(5)
                .book();
        assertEquals(3, book.shift());
        assertEquals(10_000_000_094_210_000L, book.value());
        assertEquals("10000000094210", book.text(book.value()));
        BookLine line = book.lines().getFirst();
        assertEquals(94_210, line.lotValue());
        assertEquals(94_258, line.buyCash());
        assertEquals(new BigDecimal("94.21"), line.price());
        assertEquals(1_558, line.tax(-1)); // a gain of 4.21 at 37 %, in thousandths
    }

    @Test
    void anAccountMayBeWorthAMillionTimesTheLargestValueAndNoMore() {
        RebalanceProblem problem = account("5").priced("A", "1").wants("A", 1).problem();
        assertEquals(
                5_000_000,
                BookKeeper.open(problem, TaxRates.STANDARD, 5_000_000).value());
        LotBook shifted = BookKeeper.open(problem, TaxRates.STANDARD, 4_999_999);
        assertEquals(500_000, shifted.value());
        assertEquals("5", shifted.text(shifted.value()));
        RebalanceProblem huge =
                account("5000000").priced("A", "1").wants("A", 1).problem();
        String message = assertThrows(Problem.class, () -> BookKeeper.open(huge, TaxRates.STANDARD, 4_999_999))
                .getMessage();
        assertEquals("Expected account ACC to hold at most 4999999, but it holds 5000000", message);
    }

    /** 0.000009421 is 9.421 millionths: 10,000 of them are traded at once, worth 94,210 exactly. */
    @Test
    void aPriceBelowAMillionthIsNotRoundedUp() {
        BookLine line = account("424000")
                .priced("SHIB", "0.000009421")
                .wants("SHIB", 1)
                .costs(5)
                .book()
                .lines()
                .getFirst();
        assertEquals(new BigDecimal("10000"), line.lotSize());
        assertEquals(94_210, line.lotValue());
        assertEquals(94_258, line.buyCash());
        assertEquals(4_500_584, line.mostBuy());
    }

    @Test
    void aPriceOfManyDecimalsBelowOneIsTradedInLotsWhoseRoundingIsNothing() {
        BookLine line = account("1000")
                .priced("PEPE", "0.00000002056789")
                .wants("PEPE", 1)
                .book()
                .lines()
                .getFirst();
        assertEquals(new BigDecimal("100000000"), line.lotSize());
        assertEquals(2_056_789, line.lotValue());
    }

    @Test
    void ordinaryPricesAreTradedInTheirOwnLots() {
        for (String price : List.of("0.85", "1", "94.21", "0.0123")) {
            BookLine line = account("1000")
                    .priced("A", price)
                    .wants("A", 1)
                    .book()
                    .lines()
                    .getFirst();
            assertEquals(BigDecimal.ONE, line.lotSize(), price);
        }
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
