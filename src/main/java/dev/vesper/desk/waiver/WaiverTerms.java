package dev.vesper.desk.waiver;

import dev.vesper.basics.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is to be waived.
 *
 * @param rule its name, for example {@code position-weight}
 * @param account one account, or empty for every one
 * @param subject an instrument, or of a rule on groups the group; empty for all of the account
 * @param upTo how much may be used, in the unit of the rule; zero for a compliance rule, which has no number
 * @param until the last business date on which it holds
 */
public record WaiverTerms(String rule, String account, String subject, BigDecimal upTo, LocalDate until) {
    /** For people: {@code position-weight for IBM in ACC1, up to 0.3, until 2026-12-31}. */
    public String words() {
        return rule + " for " + about() + most() + ", until " + until;
    }

    private String about() {
        if (subject.isEmpty()) {
            return account;
        }
        return account.isEmpty() ? subject + " in every account" : subject + " in " + account;
    }

    private String most() {
        return bounded() ? ", up to " + Numbers.exact(upTo) : ", whatever its size";
    }

    /** Whether it says how much may be used. */
    public boolean bounded() {
        return upTo.signum() != 0;
    }
}
