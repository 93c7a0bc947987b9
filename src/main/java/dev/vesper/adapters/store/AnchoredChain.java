package dev.vesper.adapters.store;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the anchor go with the log: it names the rows that are being written before they are committed, and moves on after the
 * commit, unless it contradicts the database: then it stays as evidence.
 */
final class AnchoredChain {
    private static final Logger LOG = LoggerFactory.getLogger(AnchoredChain.class);

    private final Database database;
    private final AuditAnchor anchor;

    AnchoredChain(Database database) {
        this.database = database;
        this.anchor = new AuditAnchor(database.settings().home());
    }

    /**
     * Has the anchor name the row that will be the newest before it is committed. An anchor that does not know the newest row
     * before stays as it is; for a new log one is made, and from there on a missing one is a fault.
     */
    synchronized void announce(AuditAnchor.Mark newest, AuditAnchor.Mark next) {
        AuditAnchor.Held held = newest.sequence() == 0 && !anchor.exists()
                ? new AuditAnchor.Held(newest, null)
                : anchor.read().orElse(null);
        if (held != null && (newest.equals(held.kept()) || newest.equals(held.next()))) {
            anchor.write(new AuditAnchor.Held(newest, next));
        }
    }

    /** Moves the anchor on to a row that is kept. */
    void committed(AuditAnchor.Mark kept) {
        AuditAnchor.Held seen = anchor.read().orElse(null);
        boolean fits = seen != null && (kept.equals(seen.next()) || vouches(seen.kept()));
        advance(kept, fits);
    }

    private synchronized void advance(AuditAnchor.Mark kept, boolean fits) {
        AuditAnchor.Held held = anchor.read().orElse(null);
        if (held != null && held.kept().sequence() >= kept.sequence()) {
            return; // another thread was quicker, or rows are gone: verify knows which
        }
        if (held == null || !fits) {
            LOG.error("The audit anchor {} does not fit the audit log; run ./vesper audit verify", anchor.file());
            return;
        }
        AuditAnchor.Mark next = held.next();
        anchor.write(new AuditAnchor.Held(kept, next != null && next.sequence() > kept.sequence() ? next : null));
    }

    private boolean vouches(AuditAnchor.Mark mark) {
        AuditRow there = database.<@Nullable AuditRow>read(session -> session.get(AuditRow.class, mark.sequence()));
        return mark.sequence() == 0
                ? mark.hash().equals(AuditHash.GENESIS)
                : there != null && mark.hash().equals(there.hash);
    }

    /** What the anchor says, for whoever verifies. */
    AuditVerifier.Anchor known() {
        return new AuditVerifier.Anchor(
                anchor.file().toString(), anchor.exists(), anchor.read().orElse(null));
    }
}
