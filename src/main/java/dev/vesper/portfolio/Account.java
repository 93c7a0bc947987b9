package dev.vesper.portfolio;

import dev.vesper.basics.Fields;
import dev.vesper.basics.Money;
import java.math.BigDecimal;

/**
 * One client account.
 *
 * @param cash cash at the start of the day, in the account's currency
 * @param strategy the name of a strategy in firm.yaml
 * @param unsettled how much of the cash is on its way: sales whose money has not arrived; zero or more
 * @param fields further columns of the firm's file, such as a client type
 */
public record Account(
        String id, String name, Money cash, String strategy, AccountTerms terms, BigDecimal unsettled, Fields fields) {
    /** An account of which no more is known. */
    public Account(String id, String name, Money cash, String strategy, AccountTerms terms, BigDecimal unsettled) {
        this(id, name, cash, strategy, terms, unsettled, Fields.NONE);
    }

    /** An account whose cash has arrived. */
    public Account(String id, String name, Money cash, String strategy, AccountTerms terms) {
        this(id, name, cash, strategy, terms, BigDecimal.ZERO);
    }

    /** An account on the usual terms. */
    public Account(String id, String name, Money cash, String strategy) {
        this(id, name, cash, strategy, AccountTerms.USUAL);
    }

    /** The same account with other cash, of which so much is on its way. */
    public Account withCash(Money other, BigDecimal onItsWay) {
        return new Account(id, name, other, strategy, terms, onItsWay, fields);
    }

    /** The same account, of which its file says this beside. */
    public Account withFields(Fields others) {
        return new Account(id, name, cash, strategy, terms, unsettled, others);
    }

    /** The cash that may buy before anything is sold: all of it, or what has arrived less unsettled purchases. */
    public BigDecimal spendable() {
        return terms.spends() == AccountTerms.Spends.SETTLED ? cash.amount().subtract(unsettled) : cash.amount();
    }
}
