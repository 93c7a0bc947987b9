package dev.vesper.basics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of one currency, for example 1250.40 USD. Positive is ours to have, negative is ours to pay.
 *
 * @param amount the amount in units of the currency
 * @param currency the ISO 4217 code, for example {@code USD}
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount, currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** An amount as people read it: to the cent, of two as near the even one; 0.125 is 0.12. */
    public static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    /** Orders amounts of one currency; two currencies are refused. */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "Expected " + currency + ", but got " + other.currency + "; convert before you add or compare");
        }
        return other;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
