package dev.vesper.desk.operations;

import dev.vesper.desk.waiver.WaiverRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Waivers of the rules: what may pass for an account or an instrument until a date, asked for by one person and agreed to by
 * another. Each method throws a {@link dev.vesper.basics.Problem} of kind REFUSED where what was stored of them was altered.
 */
public interface RuleWaivers {
    /** Every one that was ever asked for, newest first. */
    List<WaiverRecord> all();

    /** The rules that may be waived now, by name; none where the rules name none. */
    List<String> waivable();

    /**
     * One of them.
     *
     * @param waiver {@code W-3}
     * @throws dev.vesper.basics.Problem of kind INPUT where there is none of that id
     */
    WaiverRecord show(String waiver);

    /**
     * Asks for one. Another person agrees: it is a task, {@code <waiver>/agree-waiver}, too.
     *
     * @param account one account; empty for every one
     * @param subject an instrument, or of a rule on groups the group; empty for all of the account
     * @param upTo how much may be used, in the unit of the rule; zero for a compliance rule, which has no number
     * @param until the last business date on which it holds
     * @throws dev.vesper.basics.Problem of kind INPUT where it names what is not there, REFUSED where it is denied
     */
    WaiverRecord ask(String rule, String account, String subject, BigDecimal upTo, LocalDate until, String reason);

    /**
     * Agrees to one, which is in force for every run that begins from then on.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where there is none, REFUSED where it is denied
     */
    WaiverRecord approve(String waiver, String reason);

    /**
     * Says no to one.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where there is none, REFUSED where it is denied
     */
    WaiverRecord reject(String waiver, String reason);

    /**
     * Takes one back, for every run that begins from then on; one person is enough.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where there is none, REFUSED where it is denied
     */
    WaiverRecord revoke(String waiver, String reason);
}
