package dev.vesper.desk.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An audit row as its hash sees it: exactly what is stored, also where somebody forged a word that nothing is called.
 *
 * @param action the stored word
 * @param vouched the events stored with the row, or null
 * @param circumstance null in a row of an older form
 */
public record ChainedRow(
        long sequence,
        Instant at,
        String actor,
        String action,
        String subject,
        String detail,
        boolean rehearsal,
        @Nullable Vouched vouched,
        @Nullable Circumstance circumstance,
        String previousHash,
        String hash) {
    /** Where it was done, or empty where the row does not say. */
    public String origin() {
        return circumstance == null ? "" : circumstance.origin();
    }

    /** What it changed. */
    public Change change() {
        return circumstance == null ? Change.NONE : circumstance.change();
    }

    /** As it is searched and shown. */
    public AuditLog.Row toRow() {
        return new AuditLog.Row(
                sequence,
                at,
                actor,
                AuditAction.of(action),
                subject,
                detail,
                rehearsal,
                origin(),
                change().before(),
                change().after(),
                previousHash,
                hash);
    }

    /** The same row with the hash that its other parts have. */
    public ChainedRow sealed() {
        return new ChainedRow(
                sequence,
                at,
                actor,
                action,
                subject,
                detail,
                rehearsal,
                vouched,
                circumstance,
                previousHash,
                ChainHash.of(this));
    }
}
