package dev.vesper.adapters.store;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.ChainHead;
import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.audit.Vouched;
import dev.vesper.desk.event.Append;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * The audit log in {@code audit_row}. Appends come one after the other, those that wait in one transaction, because each
 * transaction locks the one row of {@code audit_head}; after the commit the anchor file follows.
 */
public final class HibernateAuditLog implements AuditLog {
    private static final int PAGE = 5_000;

    private final Database database;
    private final AnchoredChain anchor;
    private final ChainWriter writer;

    public HibernateAuditLog(Database database) {
        this.database = database;
        this.anchor = new AnchoredChain(database);
        this.writer = new ChainWriter(database, anchor);
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
        return appended(end -> end.append(at, actor, action, subject, detail, rehearsal, null, change));
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
        return appended(
                end -> { // of two who append to one stream, the second is told so
                    Vouched vouched = HibernateEventLog.appendIn(end.session(), events, at, actor);
                    return end.append(at, actor, action, subject, detail, rehearsal, vouched, change);
                });
    }

    private Row appended(Function<ChainEnd, Row> append) {
        try {
            return write(append);
        } catch (ConstraintViolationException e) {
            throw Problem.refused(
                    "Expected the head of the audit log to name its newest row, but the row after it is there"
                            + " already; maybe the head was set back: run ./vesper audit verify");
        }
    }

    /**
     * Runs work that stores something with its audit rows, whole or not at all, while nobody else appends. It is on the disk
     * when this returns. It may run a second time after all that it stored was taken back, and what it reads may be taken
     * back as well: it remembers nothing.
     */
    <T extends @Nullable Object> T write(Function<ChainEnd, T> work) {
        return writer.write(work);
    }

    /** How many wait for the transaction that appends next. */
    public int waiting() {
        return writer.waiting();
    }

    /** How many transactions appended rows, one or many, since this was made. */
    public long commits() {
        return writer.commits();
    }

    @Override
    public List<Row> search(AuditQuery query, AuditQuery.Order order, long after, long until, int most) {
        return found(AuditSearch.of(query, order, after, until), order, most).stream()
                .map(row -> row.chained().toRow())
                .toList();
    }

    @Override
    public List<ChainedRow> chained(AuditQuery query, long after, int most) {
        return found(AuditSearch.of(query, AuditQuery.Order.OLDEST, after, 0), AuditQuery.Order.OLDEST, most).stream()
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

    @Override
    public Map<RunId, List<Row>> rows(Collection<RunId> runs, Set<AuditAction> actions) {
        return runs.isEmpty()
                ? Map.of()
                : found(List.of(AuditSearch.of(runs, actions)), AuditQuery.Order.OLDEST, Integer.MAX_VALUE).stream()
                        .map(row -> row.chained().toRow())
                        .collect(Collectors.groupingBy(row -> new RunId(row.subject())));
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
                    ChainEnd.locked(session); // nobody appends, and the anchor names the newest row, until we are done
            List<ChainedRow> rows = chain(session);
            AuditVerifier.Anchor known = anchor.known();
            List<Fault> faults = new ArrayList<>(chainFaults(rows, head, known));
            faults.addAll(AuditVerifier.outdated(rows, known));
            faults.addAll(EventVerifier.verify(HibernateEventLog.rows(session), EventVerifier.Vouching.of(rows)));
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
            AuditHeadRow head = ChainEnd.locked(session);
            return chainFaults(chain(session), head, anchor.known()).stream()
                    .filter(fault -> fault.sequence() >= from)
                    .toList();
        });
    }

    private static List<Fault> chainFaults(
            List<ChainedRow> rows, @Nullable AuditHeadRow head, AuditVerifier.Anchor known) {
        return AuditVerifier.verify(rows, head == null ? -1 : head.sequence, head == null ? "" : head.hash, known);
    }
}
