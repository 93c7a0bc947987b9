package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log in {@code audit_row}. Appends come one after the other, because each locks the one row of {@code
 * audit_head}; after the commit the anchor file follows, unless it contradicts the database: then it stays as evidence.
 */
public final class HibernateAuditLog implements AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger(HibernateAuditLog.class);

    private final Database database;
    private final AuditAnchor anchor;

    public HibernateAuditLog(Database database) {
        this.database = database;
        this.anchor = new AuditAnchor(database.settings().home());
    }

    @Override
    public Row append(Instant at, String actor, AuditAction action, String subject, String detail, boolean rehearsal) {
        Row row = database.write(session -> appendIn(session, at, actor, action, subject, detail, rehearsal, null));
        committed(row);
        return row;
    }

    /** Appends within a transaction of the caller, who calls {@link #committed} once it is kept. */
    Row appendIn(
            StatelessSession session,
            Instant at,
            String actor,
            AuditAction action,
            String subject,
            String detail,
            boolean rehearsal,
            @Nullable Vouched vouched) {
        AuditHeadRow head = lockedHead(session);
        if (head == null) {
            throw new IllegalStateException(
                    "Expected the row of audit_head, but it is gone; run ./vesper audit verify");
        }
        if (head.sequence == 0 && !anchor.exists()) {
            anchor.write(new AuditAnchor.Mark(0, AuditHash.GENESIS)); // from here on a missing anchor is a fault
        }
        ChainedRow row = AuditHash.row(
                head.sequence + 1, at, actor, action.word(), subject, detail, rehearsal, vouched, head.hash);
        session.insert(AuditRow.of(row));
        head.sequence = row.sequence();
        head.hash = row.hash();
        session.update(head);
        return row.toRow();
    }

    private static @Nullable AuditHeadRow lockedHead(StatelessSession session) {
        return session.createSelectionQuery("from AuditHeadRow h where h.id = " + AuditHeadRow.ID, AuditHeadRow.class)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getSingleResultOrNull();
    }

    /** Moves the anchor on to a row that is kept. */
    synchronized void committed(Row row) {
        AuditAnchor.Mark mark = anchor.read().orElse(null);
        if (mark != null && mark.sequence() >= row.sequence()) {
            return; // another thread was quicker, or rows are gone: verify knows which
        }
        if (mark == null || !vouches(mark, row)) {
            LOG.error("The audit anchor {} does not fit the audit log; run ./vesper audit verify", anchor.file());
            return;
        }
        anchor.write(new AuditAnchor.Mark(row.sequence(), row.hash()));
    }

    private boolean vouches(AuditAnchor.Mark mark, Row newest) {
        if (mark.sequence() == newest.sequence() - 1) {
            return mark.hash().equals(newest.previousHash());
        }
        AuditRow there = database.<@Nullable AuditRow>read(session -> session.get(AuditRow.class, mark.sequence()));
        return mark.sequence() == 0
                ? mark.hash().equals(AuditHash.GENESIS)
                : there != null && mark.hash().equals(there.hash);
    }

    @Override
    public List<Row> rows() {
        return database.read(HibernateAuditLog::chain).stream()
                .map(ChainedRow::toRow)
                .toList();
    }

    @Override
    public List<Row> rows(RunId run) {
        return database.read(session -> session
                .createSelectionQuery(
                        "from AuditRow a where a.subject = :run or a.subject like concat(:run, '/%')"
                                + " order by a.sequence",
                        AuditRow.class)
                .setParameter("run", run.value())
                .getResultList()
                .stream()
                .map(row -> row.chained().toRow())
                .toList());
    }

    private static List<ChainedRow> chain(StatelessSession session) {
        return session
                .createSelectionQuery("from AuditRow a order by a.sequence", AuditRow.class)
                .getResultList()
                .stream()
                .map(AuditRow::chained)
                .toList();
    }

    @Override
    public List<Fault> verify() {
        // The anchor first: rows that are appended meanwhile only put it behind, which is allowed.
        AuditVerifier.Anchor known = anchor.exists()
                ? new AuditVerifier.Anchor(
                        anchor.file().toString(), true, anchor.read().orElse(null))
                : new AuditVerifier.Anchor(anchor.file().toString(), false, null);
        return database.read(session -> {
            AuditHeadRow head = lockedHead(session); // nobody appends between the two reads
            long sequence = head == null ? -1 : head.sequence;
            List<ChainedRow> rows = chain(session);
            List<Fault> faults =
                    new ArrayList<>(AuditVerifier.verify(rows, sequence, head == null ? "" : head.hash, known));
            faults.addAll(EventVerifier.verify(HibernateEventLog.rows(session), rows));
            faults.addAll(SliceVerifier.verify(session, rows));
            faults.addAll(LedgerRows.verify(session, rows));
            return faults;
        });
    }
}
