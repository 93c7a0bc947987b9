package dev.vesper.adapters.rules;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Holdings;
import java.math.BigDecimal;

/**
 * An account's book with what it holds, summed and valued once.
 *
 * @param value cash plus positions at their prices
 */
record ValuedBook(AccountBook book, Holdings holdings, BigDecimal value) {
    private static final BigDecimal A_CENT = new BigDecimal("0.01");

    static ValuedBook of(AccountBook book) {
        Holdings holdings = Books.holdings(book);
        return new ValuedBook(book, holdings, holdings.value());
    }

    String account() {
        return book.account().id();
    }

    /**
     * What a share of the account is a share of; an account worth nothing or less counts as one worth a cent, so that
     * nothing more fits.
     */
    BigDecimal base() {
        return value.max(A_CENT);
    }
}
