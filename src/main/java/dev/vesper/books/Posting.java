package dev.vesper.books;

import java.math.BigDecimal;

/**
 * One line of an entry.
 *
 * @param amount in the account's unit, a debit positive, a credit negative; without trailing zeros
 */
public record Posting(LedgerAccount account, BigDecimal amount, PostingCode code) {
    public Posting {
        amount = Unit.plain(amount);
    }

    public static Posting of(LedgerAccount account, BigDecimal amount) {
        return new Posting(account, amount, PostingCode.PRINCIPAL);
    }

    Posting negated() {
        return new Posting(account, amount.negate(), code);
    }
}
