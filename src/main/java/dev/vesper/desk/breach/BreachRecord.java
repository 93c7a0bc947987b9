package dev.vesper.desk.breach;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A limit that an account does not keep, or did not.
 *
 * @param id {@code P-3}
 * @param firm folder of the firm
 * @param rehearsal whether rehearsals see it, which have a book of their own
 * @param rule the table, in the state {@code version} of its file
 * @param subject an instrument, or the group of a rule on groups; empty for the account as a whole
 * @param limit and {@code used} in the unit of the rule, as the last day saw them
 * @param waiver the id of the waiver that covers it; empty where none does
 * @param cause {@code active} where orders of ours made it or made it larger, else {@code passive}
 * @param run that saw it last
 * @param opened the date of the first day that began with it
 * @param seen the date of the last one
 * @param cured the date of the first day that began without it; null where it stands
 * @param ageDays from the first day to the one that cured it, or to the last one
 * @param owner who looks after it; empty where nobody does
 * @param plan what is to be done; empty where nobody said
 */
public record BreachRecord(
        String id,
        String firm,
        boolean rehearsal,
        String rule,
        String version,
        String account,
        String subject,
        BigDecimal limit,
        BigDecimal used,
        String waiver,
        String cause,
        String run,
        LocalDate opened,
        LocalDate seen,
        @Nullable LocalDate cured,
        long ageDays,
        String owner,
        String plan) {
    /** As people read it: {@code open}, {@code waived} or {@code cured}. */
    public String word() {
        if (cured != null) {
            return "cured";
        }
        return waiver.isEmpty() ? "open" : "waived";
    }
}
