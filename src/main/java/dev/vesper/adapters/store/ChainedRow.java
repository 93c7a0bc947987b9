package dev.vesper.adapters.store;

import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An audit row as its hash sees it: exactly what is stored, also where somebody forged a word that nothing is called.
 *
 * @param action the stored word
 * @param vouched the events stored with the row, or null
 */
record ChainedRow(
        long sequence,
        Instant at,
        String actor,
        String action,
        String subject,
        String detail,
        boolean rehearsal,
        @Nullable Vouched vouched,
        String previousHash,
        String hash) {
    AuditLog.Row toRow() {
        return new AuditLog.Row(
                sequence, at, actor, AuditAction.of(action), subject, detail, rehearsal, previousHash, hash);
    }
}
