package dev.vesper.adapters.store;

import dev.vesper.desk.audit.ChainHash;
import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.audit.Circumstance;
import dev.vesper.desk.audit.Vouched;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes rows whose hash is that of what the store keeps of them. */
final class AuditHash {
    /** What the first row follows. */
    static final String GENESIS = ChainHash.GENESIS;

    private AuditHash() {}

    /** A row of the first form, as older Vespers wrote it. */
    static ChainedRow row(
            long sequence,
            Instant at,
            String actor,
            String action,
            String subject,
            String detail,
            boolean rehearsal,
            String previousHash) {
        return row(sequence, at, actor, action, subject, detail, rehearsal, null, null, previousHash);
    }

    static ChainedRow row(
            long sequence,
            Instant at,
            String actor,
            String action,
            String subject,
            String detail,
            boolean rehearsal,
            @Nullable Vouched vouched,
            @Nullable Circumstance circumstance,
            String previousHash) {
        return new ChainedRow(
                        sequence,
                        Exact.time(at),
                        Exact.text(actor),
                        Exact.text(action),
                        Exact.text(subject),
                        Exact.text(detail),
                        rehearsal,
                        vouched,
                        circumstance == null ? null : exact(circumstance),
                        previousHash,
                        "")
                .sealed();
    }

    private static Circumstance exact(Circumstance circumstance) {
        Change change = circumstance.change();
        return new Circumstance(
                Exact.text(circumstance.origin()), new Change(Exact.text(change.before()), Exact.text(change.after())));
    }
}
