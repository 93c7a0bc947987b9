package dev.vesper.limits;

import static dev.vesper.limits.Orders.buy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccountBookTest {
    private static final AccountBook BOOK = Books.cash(1_000)
            .instrument("XOM", " Equity", "Energy ")
            .instrument("CASHX", "", "")
            .orders(buy("1", "XOM", 10))
            .book();

    @Test
    void anInstrumentIsKnownByWhatTheFirmsFileSays() {
        assertEquals("Energy", BOOK.sector("XOM"));
        assertEquals("Equity", BOOK.assetClass("XOM"));
    }

    @Test
    void whatTheFileDoesNotSayIsEmpty() {
        for (String symbol : List.of("CASHX", "NEVER")) {
            assertEquals("", BOOK.sector(symbol));
            assertEquals("", BOOK.assetClass(symbol));
        }
    }

    @Test
    void theSameAccountCanBeAskedAboutOtherOrders() {
        AccountBook other = BOOK.withOrders(List.of(buy("2", "IBM", 20)));
        assertEquals(List.of(buy("2", "IBM", 20)), other.orders());
        assertEquals(BOOK, other.withOrders(BOOK.orders()));
    }

    @Test
    void aRuleIsNamedWithItsVersion() {
        assertEquals("position-weight 3fd80a1c22b7", new RuleVersion("position-weight", "3fd80a1c22b7").toString());
    }
}
