package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Money CASH = usd("1250.40");

    @Test
    void amountsOfOneCurrencyAreAddedExactly() {
        assertEquals(usd("1250.70"), CASH.plus(usd("0.30")));
        assertEquals(usd("-0.10"), usd("0.20").minus(usd("0.30")), "what is missing is below zero");
        assertEquals(CASH, Money.zero("USD").plus(CASH));
    }

    @Test
    void amountsAreOrderedByTheirSize() {
        assertTrue(usd("9").compareTo(usd("10")) < 0);
        assertTrue(usd("10").compareTo(usd("-10")) > 0);
        assertEquals(0, usd("10").compareTo(usd("10.00")));
    }

    @Test
    void twoCurrenciesNeverMeetUnnoticed() {
        Money euros = Money.of(BigDecimal.ONE, "EUR");
        refused(euros::plus);
        refused(euros::minus);
        refused(euros::compareTo);
    }

    private static void refused(Consumer<Money> meets) {
        assertEquals(
                "Expected EUR, but got USD; convert before you add or compare",
                assertThrows(IllegalArgumentException.class, () -> meets.accept(CASH))
                        .getMessage());
    }

    @Test
    void itIsWrittenWithoutPowersOfTen() {
        assertEquals("1250.40 USD", CASH.toString());
        assertEquals("1000000 USD", usd("1E+6").toString());
    }

    private static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), "USD");
    }
}
