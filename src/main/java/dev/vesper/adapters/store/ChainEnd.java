package dev.vesper.adapters.store;

import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.audit.Circumstance;
import dev.vesper.desk.audit.Origin;
import dev.vesper.desk.audit.Vouched;
import java.time.Instant;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Where the audit's chain ends, within one transaction that keeps everybody else from appending. The head is stored once,
 * however many rows were appended.
 */
final class ChainEnd {
    private final StatelessSession session;
    private final AuditHeadRow head;
    private final AuditAnchor.Mark before;

    private ChainEnd(StatelessSession session, AuditHeadRow head) {
        this.session = session;
        this.head = head;
        this.before = newest();
    }

    /** Locks the head of the log until the transaction ends. */
    static ChainEnd in(StatelessSession session) {
        AuditHeadRow head = locked(session);
        if (head == null) {
            throw new IllegalStateException(
                    "Expected the row of audit_head, but it is gone; run ./vesper audit verify");
        }
        return new ChainEnd(session, head);
    }

    /** The head of the log, which nobody changes until the transaction ends; null where it is gone. */
    static @Nullable AuditHeadRow locked(StatelessSession session) {
        return session.createSelectionQuery("from AuditHeadRow h where h.id = " + AuditHeadRow.ID, AuditHeadRow.class)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getSingleResultOrNull();
    }

    /** What is stored together with the rows. */
    StatelessSession session() {
        return session;
    }

    AuditLog.Row append(
            Instant at,
            String actor,
            AuditAction action,
            String subject,
            String detail,
            boolean rehearsal,
            @Nullable Vouched vouched) {
        return append(at, actor, action, subject, detail, rehearsal, vouched, Change.NONE);
    }

    /** As the one above, of what changes something. */
    AuditLog.Row append(
            Instant at,
            String actor,
            AuditAction action,
            String subject,
            String detail,
            boolean rehearsal,
            @Nullable Vouched vouched,
            Change change) {
        if (actor.isBlank()) {
            throw new IllegalArgumentException("Expected somebody who did " + action.word() + ", but nobody is named");
        }
        ChainedRow row = AuditHash.row(
                head.sequence + 1,
                at,
                actor,
                action.word(),
                subject,
                detail,
                rehearsal,
                vouched,
                new Circumstance(Origin.now().text(), change),
                head.hash);
        session.insert(AuditRow.of(row));
        head.sequence = row.sequence();
        head.hash = row.hash();
        return row.toRow();
    }

    /** The newest row before the transaction. */
    AuditAnchor.Mark before() {
        return before;
    }

    /** The newest row now. */
    AuditAnchor.Mark newest() {
        return new AuditAnchor.Mark(head.sequence, head.hash);
    }

    /** The rows after one are none: whoever appended them failed, and the database has taken them back. */
    void backTo(AuditAnchor.Mark mark) {
        head.sequence = mark.sequence();
        head.hash = mark.hash();
    }

    /** Stores where the log ends now. */
    void store() {
        session.update(head);
    }
}
