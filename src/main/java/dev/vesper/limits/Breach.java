package dev.vesper.limits;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A limit of which an account uses more than it allows before anything is ordered: markets did it, or a purchase that moved
 * since. For example position-weight in ACC1 at IBM, 0.27 of 0.25.
 *
 * @param rule the table, in the state of its file
 * @param subject an instrument, or the group of a rule on groups; empty for the account as a whole
 * @param limit of the table's row, in its unit
 * @param used in the same unit
 * @param waiver the id of the waiver that covers it; empty where none does
 * @param cause who made it
 */
public record Breach(
        RuleVersion rule,
        String account,
        String subject,
        BigDecimal limit,
        BigDecimal used,
        Optional<String> waiver,
        Cause cause) {
    /** One that nobody ordered, as far as is known. */
    public Breach(
            RuleVersion rule,
            String account,
            String subject,
            BigDecimal limit,
            BigDecimal used,
            Optional<String> waiver) {
        this(rule, account, subject, limit, used, waiver, Cause.PASSIVE);
    }

    /** Who made a breach. */
    public enum Cause {
        /** Prices, flows, data or other rules. */
        PASSIVE,
        /** Orders of ours made it, or made it larger. */
        ACTIVE;

        /** As people read it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it is from the limit, in its unit; of a minimum too it is above 0. */
    public BigDecimal beyond() {
        return used.subtract(limit).abs();
    }

    /** The same, made by orders of ours. */
    public Breach madeByOrders() {
        return new Breach(rule, account, subject, limit, used, waiver, Cause.ACTIVE);
    }
}
