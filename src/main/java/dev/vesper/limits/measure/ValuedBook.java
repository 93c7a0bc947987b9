package dev.vesper.limits.measure;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Holdings;
import java.math.BigDecimal;

/**
 * An account's book with what it holds, summed and valued once for all measures.
 *
 * @param value cash plus positions at their prices
 */
public record ValuedBook(AccountBook book, Holdings holdings, BigDecimal value) {
    private static final BigDecimal A_CENT = new BigDecimal("0.01");

    public static ValuedBook of(AccountBook book) {
        Holdings holdings = Holdings.of(book);
        return new ValuedBook(book, holdings, holdings.value());
    }

    public String account() {
        return book.account().id();
    }

    /**
     * What a share of the account is a share of; an account worth nothing or less counts as one worth a cent, so that
     * nothing more fits.
     */
    public BigDecimal base() {
        return value.max(A_CENT);
    }
}
