package dev.vesper.desk.breach;

import dev.vesper.limits.Breach;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What became of the limits that accounts are over. */
public sealed interface BreachEvent {
    /**
     * A day began over these and no others.
     *
     * @param book whose, for example {@code real:/firms/small}
     */
    record Seen(String run, LocalDate date, String book, List<Over> over) implements BreachEvent {
        public Seen {
            over = List.copyOf(over);
        }
    }

    /**
     * One limit that is used too much.
     *
     * @param subject an instrument or a group; empty for the account as a whole
     * @param waiver the id of the waiver that covers it; empty where none does
     * @param cause who made it, as the day sees it
     */
    record Over(
            String rule,
            String version,
            String account,
            String subject,
            BigDecimal limit,
            BigDecimal used,
            String waiver,
            Breach.Cause cause) {
        /** The same with a cause. */
        Over because(Breach.Cause other) {
            return new Over(rule, version, account, subject, limit, used, waiver, other);
        }

        /** What makes it the same breach on another day. */
        String key() {
            return rule + "\n" + account + "\n" + subject;
        }
    }

    /**
     * Somebody said who looks after one, and what is to be done.
     *
     * @param id {@code P-3}
     */
    record Taken(String id, String owner, String plan, String by) implements BreachEvent {}
}
