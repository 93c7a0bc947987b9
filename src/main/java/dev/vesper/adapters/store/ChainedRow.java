package dev.vesper.adapters.store;

import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import java.time.Instant;

/**
 * An audit row as its hash sees it: exactly what is stored, also where somebody forged a word that nothing is called.
 *
 * @param action the stored word
 */
record ChainedRow(
        long sequence,
        Instant at,
        String actor,
        String action,
        String subject,
        String detail,
        boolean rehearsal,
        String previousHash,
        String hash) {
    AuditLog.Row toRow() {
        return new AuditLog.Row(
                sequence, at, actor, AuditAction.of(action), subject, detail, rehearsal, previousHash, hash);
    }
}
