package dev.vesper.portfolio;

/**
 * What holds for an account beside its strategy.
 *
 * @param household accounts that name the same one are looked at together for wash sales; empty for an account by itself
 * @param retirement whether its gains are not taxed, as those of an IRA
 * @param spends which cash may buy
 */
public record AccountTerms(String household, boolean retirement, Spends spends) {
    /** A taxed account by itself that may spend what it sold. */
    public static final AccountTerms USUAL = new AccountTerms("", false, Spends.TRADED);

    /** Which cash an account may spend. */
    public enum Spends {
        /** Settled cash, less unsettled purchases, plus sales whose money is on its way, those of the day included. */
        TRADED,
        /** Settled cash, less unsettled purchases: what was sold pays for nothing until its money has arrived. */
        SETTLED
    }
}
