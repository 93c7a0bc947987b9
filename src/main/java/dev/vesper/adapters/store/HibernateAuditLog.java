package dev.vesper.adapters.store;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.ChainHead;
import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.audit.Circumstance;
import dev.vesper.desk.audit.Origin;
import dev.vesper.desk.audit.Vouched;
import dev.vesper.desk.event.Append;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log in {@code audit_row}. Appends come one after the other, because each locks the one row of {@code
 * audit_head}; after the commit the anchor file follows, unless it contradicts the database: then it stays as evidence.
 */
public final class HibernateAuditLog implements AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger(HibernateAuditLog.class);

    private static final int PAGE = 5_000;

    private final Database database;
    private final AuditAnchor anchor;

    public HibernateAuditLog(Database database) {
        this.database = database;
        this.anchor = new AuditAnchor(database.settings().home());
    }

    @Override
    public Row append(
            Instant at,
            String actor,
            AuditAction action,
            String subject,
            String detail,
            boolean rehearsal,
            Change change) {
        return appended(session -> appendIn(session, at, actor, action, subject, detail, rehearsal, null, change));
    }

    @Override
    public Row append(
            Instant at,
            String actor,
            AuditAction action,
            String subject,
            String detail,
            boolean rehearsal,
            Append<?> events,
            Change change) {
        return appended(session -> {
            lock(session); // of two who append to one stream, the second is told so
            Vouched vouched = HibernateEventLog.appendIn(session, events, at, actor);
            return appendIn(session, at, actor, action, subject, detail, rehearsal, vouched, change);
        });
    }

    private Row appended(Function<StatelessSession, Row> append) {
        try {
            Row row = database.write(append);
            committed(row);
            return row;
        } catch (ConstraintViolationException e) {
            throw Problem.refused(
                    "Expected the head of the audit log to name its newest row, but the row after it is there"
                            + " already; maybe the head was set back: run ./vesper audit verify");
        }
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
        return appendIn(session, at, actor, action, subject, detail, rehearsal, vouched, Change.NONE);
    }

    /** As the one above, of what changes something. */
    Row appendIn(
            StatelessSession session,
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
        AuditHeadRow head = lockedHead(session);
        if (head == null) {
            throw new IllegalStateException(
                    "Expected the row of audit_head, but it is gone; run ./vesper audit verify");
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
        announce(new AuditAnchor.Mark(head.sequence, head.hash), new AuditAnchor.Mark(row.sequence(), row.hash()));
        session.insert(AuditRow.of(row));
        head.sequence = row.sequence();
        head.hash = row.hash();
        session.update(head);
        return row.toRow();
    }

    /**
     * Has the anchor name the next row before it is committed. An anchor that does not know the row before stays as it is; for
     * a new log one is made, and from there on a missing one is a fault.
     */
    private synchronized void announce(AuditAnchor.Mark newest, AuditAnchor.Mark next) {
        AuditAnchor.Held held = newest.sequence() == 0 && !anchor.exists()
                ? new AuditAnchor.Held(newest, null)
                : anchor.read().orElse(null);
        if (held != null && (newest.equals(held.kept()) || newest.equals(held.next()))) {
            anchor.write(new AuditAnchor.Held(newest, next));
        }
    }

    /** Keeps everybody else from appending until the transaction ends. */
    void lock(StatelessSession session) {
        lockedHead(session);
    }

    private static @Nullable AuditHeadRow lockedHead(StatelessSession session) {
        return session.createSelectionQuery("from AuditHeadRow h where h.id = " + AuditHeadRow.ID, AuditHeadRow.class)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getSingleResultOrNull();
    }

    /** Moves the anchor on to a row that is kept. */
    void committed(Row row) {
        AuditAnchor.Mark kept = new AuditAnchor.Mark(row.sequence(), row.hash());
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

    @Override
    public List<Row> search(AuditQuery query, AuditQuery.Order order, long after, int most) {
        return found(AuditSearch.of(query, order, after), order, most).stream()
                .map(row -> row.chained().toRow())
                .toList();
    }

    @Override
    public List<ChainedRow> chained(AuditQuery query, long after, int most) {
        return found(AuditSearch.of(query, AuditQuery.Order.OLDEST, after), AuditQuery.Order.OLDEST, most).stream()
                .map(AuditRow::chained)
                .toList();
    }

    private List<AuditRow> found(List<AuditSearch> searches, AuditQuery.Order order, int most) {
        return database.read(session -> searches.stream()
                .flatMap(search -> search.in(session, most).stream())
                .sorted(AuditSearch.sorted(order))
                .limit(most)
                .toList());
    }

    @Override
    public ChainHead head() {
        return database.read(session -> {
            AuditHeadRow head = session.get(AuditHeadRow.class, AuditHeadRow.ID);
            if (head == null) {
                throw new IllegalStateException(
                        "Expected the row of audit_head, but it is gone; run ./vesper audit verify");
            }
            AuditRow newest = session.get(AuditRow.class, head.sequence);
            return new ChainHead(head.sequence, head.hash, newest == null ? Instant.EPOCH : newest.at);
        });
    }

    @Override
    public List<Row> rows() {
        return database.read(HibernateAuditLog::chain).stream()
                .map(ChainedRow::toRow)
                .toList();
    }

    @Override
    public List<Row> rows(RunId run) {
        return found(AuditSearch.of(run), AuditQuery.Order.OLDEST, Integer.MAX_VALUE).stream()
                .map(row -> row.chained().toRow())
                .toList();
    }

    @Override
    public List<Row> rows(RunId run, Set<AuditAction> actions) {
        return found(List.of(AuditSearch.of(run, actions)), AuditQuery.Order.OLDEST, Integer.MAX_VALUE).stream()
                .map(row -> row.chained().toRow())
                .toList();
    }

    /** A page after the other: of a year's rows only what is verified is held, not what the database gave as well. */
    private static List<ChainedRow> chain(StatelessSession session) {
        List<ChainedRow> all = new ArrayList<>();
        List<AuditRow> page;
        do {
            page = session.createSelectionQuery(
                            "from AuditRow a where a.sequence > :after order by a.sequence", AuditRow.class)
                    .setParameter(
                            "after",
                            all.isEmpty() ? Long.MIN_VALUE : all.getLast().sequence())
                    .setMaxResults(PAGE)
                    .getResultList();
            page.forEach(row -> all.add(row.chained()));
        } while (page.size() == PAGE);
        return all;
    }

    @Override
    public List<Fault> verify() {
        return database.read(session -> {
            AuditHeadRow head =
                    lockedHead(session); // nobody appends, and the anchor names the newest row, until we are done
            List<ChainedRow> rows = chain(session);
            AuditVerifier.Anchor known = known();
            List<Fault> faults = new ArrayList<>(chainFaults(rows, head, known));
            faults.addAll(AuditVerifier.outdated(rows, known));
            faults.addAll(EventVerifier.verify(HibernateEventLog.rows(session), rows));
            faults.addAll(SliceVerifier.verify(session, rows));
            faults.addAll(RunVerifier.verify(session, rows));
            faults.addAll(LedgerRows.verify(session, rows));
            faults.addAll(UserVerifier.verify(session, rows));
            return faults;
        });
    }

    @Override
    public List<Fault> verifyChain(long from) {
        return database.read(session -> {
            AuditHeadRow head = lockedHead(session);
            return chainFaults(chain(session), head, known()).stream()
                    .filter(fault -> fault.sequence() >= from)
                    .toList();
        });
    }

    private AuditVerifier.Anchor known() {
        return new AuditVerifier.Anchor(
                anchor.file().toString(), anchor.exists(), anchor.read().orElse(null));
    }

    private static List<Fault> chainFaults(
            List<ChainedRow> rows, @Nullable AuditHeadRow head, AuditVerifier.Anchor known) {
        return AuditVerifier.verify(rows, head == null ? -1 : head.sequence, head == null ? "" : head.hash, known);
    }
}
