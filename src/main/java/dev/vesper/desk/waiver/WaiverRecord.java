package dev.vesper.desk.waiver;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One waiver with who did what to it and when.
 *
 * @param id {@code W-3}
 * @param rule its name
 * @param account one account, or empty for every one
 * @param subject an instrument or a group, or empty for all of the account
 * @param upTo how much may be used, in the unit of the rule; null for a compliance rule, which has no number
 * @param until the last business date on which it holds
 * @param daysLeft until then from the business date of today; 0 on its last day and where it holds no more
 * @param answeredBy who agreed or refused; null where nobody did
 * @param revokedBy who took it back; null where nobody did
 */
public record WaiverRecord(
        String id,
        String rule,
        String account,
        String subject,
        @Nullable BigDecimal upTo,
        LocalDate until,
        WaiverStatus status,
        long daysLeft,
        String askedBy,
        Instant askedAt,
        String reason,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        String answerReason,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        String revokedReason) {
    /** What it is about: {@code position-weight for IBM in ACC1, up to 0.3, until 2026-12-31}. */
    public String words() {
        return new WaiverTerms(rule, account, subject, upTo == null ? BigDecimal.ZERO : upTo, until).words();
    }
}
