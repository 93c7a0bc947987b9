package dev.vesper.books;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a posting counts: a currency, for example USD, or an instrument, for example IBM. Money and units meet in one entry
 * only, never by a price. How fine a unit is counted is fixed for good: a hundred millionth of a currency unit, a million
 * millionth of an instrument's unit.
 *
 * @param code the currency's ISO 4217 code, or the instrument's symbol
 */
public record Unit(Kind kind, String code) {
    /** What is counted, and how finely. */
    public enum Kind {
        CURRENCY(8),
        INSTRUMENT(12);

        private final int decimals;

        Kind(int decimals) {
            this.decimals = decimals;
        }

        public int decimals() {
            return decimals;
        }
    }

    public static Unit currency(String code) {
        return new Unit(Kind.CURRENCY, code);
    }

    public static Unit instrument(String symbol) {
        return new Unit(Kind.INSTRUMENT, symbol);
    }

    /** Whether the books can hold an amount to its last digit. */
    public boolean holds(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= kind.decimals();
    }

    /** The nearest amount that the books hold; of two as near the even one. */
    public BigDecimal rounded(BigDecimal amount) {
        return plain(amount.setScale(Math.min(kind.decimals(), Math.max(amount.scale(), 0)), RoundingMode.HALF_EVEN));
    }

    /** The same value without trailing zeros and without an exponent: equal amounts are equal objects. */
    public static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public String toString() {
        return code;
    }
}
