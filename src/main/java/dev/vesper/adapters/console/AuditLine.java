package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;

/**
 * One row of the audit log as the pages write it.
 *
 * @param denied whether somebody's answer was not taken, or a record cannot stand
 * @param run the run it was done to, or empty
 * @param runHref where that run's page is
 * @param part what of the run, for example {@code /approve-trades}; the whole subject where there is no run
 * @param hash the first characters of it
 * @param changed what was so before and what is so after, or empty
 * @param origin from where it was done, or empty
 */
public record AuditLine(
        long sequence,
        String at,
        String actor,
        String action,
        boolean denied,
        String run,
        String runHref,
        String part,
        String detail,
        boolean rehearsal,
        String hash,
        String changed,
        String origin) {
    private static final int HASH_SHOWN = 8;

    public static AuditLine of(AuditLog.Row row) {
        String run = run(row.subject());
        return new AuditLine(
                row.sequence(),
                Numbers.stamp(row.at()),
                row.actor(),
                Words.word(row.action()),
                row.action() == AuditAction.DECISION_DENIED || row.action() == AuditAction.FOUR_EYES_VIOLATED,
                run,
                RunLine.href(run),
                row.subject().substring(run.length()),
                row.detail(),
                row.rehearsal(),
                row.hash().substring(0, Math.min(HASH_SHOWN, row.hash().length())),
                row.before().isEmpty() && row.after().isEmpty()
                        ? ""
                        : (row.before().isEmpty() ? "nothing" : row.before()) + " → "
                                + (row.after().isEmpty() ? "nothing" : row.after()),
                row.origin());
    }

    private static String run(String subject) {
        int slash = subject.indexOf('/');
        try {
            return new RunId(slash < 0 ? subject : subject.substring(0, slash)).value();
        } catch (IllegalArgumentException somethingElse) {
            return "";
        }
    }
}
