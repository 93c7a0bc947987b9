package dev.vesper.rebalance;

import static dev.vesper.rebalance.Accounts.account;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookLineTest {
    /** Ten A at 100 held and five more wanted; a trade is at least four. */
    private static Accounts usual() {
        return account("500").priced("A", "100").holds("A", "10").wants("A", 1).minimum("400");
    }

    @ParameterizedTest(name = "a wish of {0} comes to {1}")
    @CsvSource({
        "0, 0",
        "1, 0",
        "2, 0",
        "3, 4",
        "4, 4",
        "5, 5",
        "7, 5",
        "-2, 0",
        "-3, -4",
        "-4, -4",
        "-10, -10",
        "-12, -10"
    })
    void aWishBecomesTheNearestTradeThatIsAllowed(long wish, long trade) {
        assertEquals(trade, only(usual()).admissible(wish));
    }

    @Test
    void aHoldingBelowTheMinimumCannotBeSold() {
        BookLine line = only(account("0").priced("A", "100").holds("A", "3").minimum("400"));
        assertEquals(0, line.admissible(-3));
        assertFalse(line.tradable());
    }

    @Test
    void aHoldingOfJustTheMinimumCanBeSold() {
        BookLine line = only(account("0").priced("A", "100").holds("A", "4").minimum("400"));
        assertEquals(-4, line.admissible(-3));
        assertTrue(line.tradable());
    }

    @Test
    void whatIsWantedCanBeBought() {
        BookLine line = only(account("400").priced("A", "100").wants("A", 1).minimum("400"));
        assertEquals(4, line.admissible(3));
        assertTrue(line.tradable());
    }

    @Test
    void theBookKnowsTheLinesThatCanBeTraded() {
        LotBook book = account("400")
                .priced("A", "100")
                .holds("A", "3")
                .priced("B", "100")
                .holds("B", "4")
                .priced("C", "100")
                .wants("C", 0.5)
                .minimum("400")
                .book();
        assertEquals(List.of(1, 2), book.tradable());
    }

    /** The example of the class: 350 units at 20.00 in lots of 100, at 10 bps. */
    @Test
    void aTradeChangesValueAndCashAndCosts() {
        BookLine line =
                only(account("0").priced("A", "20", "100").holds("A", "350").costs(10));
        assertEquals("5000", Micros.text(line.valueAfter(-1)));
        assertEquals("1998", Micros.text(line.cashFlow(-1)));
        assertEquals("-4004", Micros.text(line.cashFlow(2)));
        assertEquals("2", Micros.text(line.cost(-1)));
        assertEquals("4", Micros.text(line.cost(2)));
        assertEquals("4000", Micros.text(line.notional(-2)));
        assertEquals("2000", Micros.text(line.oversold(-4)));
        assertEquals("0", Micros.text(line.oversold(-3)));
    }

    private static BookLine only(Accounts account) {
        return account.book().lines().getFirst();
    }
}
