package dev.vesper.books.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Amounts that can be paid: in whole coins of a currency. */
public final class Coins {
    private static final int USUAL_DECIMALS = 2;

    private Coins() {}

    /** How many decimals a currency has: 2 for USD, 0 for JPY; 2 for what is no ISO 4217 code. */
    public static int decimals(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return USUAL_DECIMALS;
        }
    }

    /** The nearest amount that can be paid; half a coin is paid in full. */
    static BigDecimal rounded(BigDecimal amount, String currency) {
        return amount.setScale(decimals(currency), RoundingMode.HALF_UP);
    }
}
