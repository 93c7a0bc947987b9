package dev.vesper.adapters.console;

import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;

/**
 * One row of the audit log as the pages write it.
 *
 * @param denied whether somebody's answer was not taken, or a record cannot stand
 * @param hash the first characters of it
 */
public record AuditLine(
        long sequence,
        String at,
        String actor,
        String action,
        boolean denied,
        String subject,
        String detail,
        boolean rehearsal,
        String hash) {
    private static final int HASH_SHOWN = 12;

    public static AuditLine of(AuditLog.Row row) {
        return new AuditLine(
                row.sequence(),
                Words.stamp(row.at()),
                row.actor(),
                Words.word(row.action()),
                row.action() == AuditAction.DECISION_DENIED || row.action() == AuditAction.FOUR_EYES_VIOLATED,
                row.subject(),
                row.detail(),
                row.rehearsal(),
                row.hash().substring(0, Math.min(HASH_SHOWN, row.hash().length())));
    }
}
