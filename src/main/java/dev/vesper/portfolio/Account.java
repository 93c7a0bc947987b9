package dev.vesper.portfolio;

import dev.vesper.basics.Money;

/**
 * One client account.
 *
 * @param cash cash at the start of the day, in the account's currency
 * @param strategy the name of a strategy in firm.yaml
 */
public record Account(String id, String name, Money cash, String strategy, AccountTerms terms) {
    /** An account on the usual terms. */
    public Account(String id, String name, Money cash, String strategy) {
        this(id, name, cash, strategy, AccountTerms.USUAL);
    }

    /** The same account with other cash. */
    public Account withCash(Money other) {
        return new Account(id, name, other, strategy, terms);
    }
}
