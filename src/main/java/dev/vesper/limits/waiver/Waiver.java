package dev.vesper.limits.waiver;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What two people agreed to let pass, for a while: IBM may be 30 % of ACC1 until the end of the year, where the rule allows
 * 25 %. Whatever it touches says so.
 *
 * @param id {@code W-3}
 * @param rule its name, for example {@code position-weight}
 * @param account one account, or empty for every one
 * @param subject what the rule judges there: an instrument such as {@code IBM}, or of a rule on groups the group, such as
 *     {@code Energy}; empty for all of it
 * @param upTo how much may be used, in the unit of the rule; empty for a compliance rule, which has no number
 * @param until the last business date on which it holds
 * @param askedBy who asked for it
 * @param agreedBy who agreed, another person
 * @param reason why it was asked for
 */
public record Waiver(
        String id,
        String rule,
        String account,
        String subject,
        Optional<BigDecimal> upTo,
        LocalDate until,
        String askedBy,
        String agreedBy,
        String reason) {
    /** What ids begin with; a number follows. */
    public static final String ID = "W-";

    /** Whether it is about this rule's word on this account. */
    boolean isAbout(String otherRule, String otherAccount) {
        return rule.equals(otherRule) && (account.isEmpty() || account.equals(otherAccount));
    }

    boolean covers(String part) {
        return subject.isEmpty() || subject.equals(part);
    }

    /** The number of its id, which a verdict carries among its numbers. */
    public BigDecimal number() {
        return new BigDecimal(id.substring(ID.length()));
    }

    /** For the end of a sentence: {@code W-3 waives it until 2026-12-31, asked for by Ada, agreed to by Ben}. */
    public String words() {
        return id + " waives it until " + until + ", asked for by " + askedBy + ", agreed to by " + agreedBy;
    }
}
