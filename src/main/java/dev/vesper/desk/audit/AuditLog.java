package dev.vesper.desk.audit;

import dev.vesper.basics.RunId;
import dev.vesper.desk.event.Append;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The append-only record of who did what; each row holds the hash of the row before. */
public interface AuditLog {
    /**
     * Appends one row.
     *
     * @param actor a person's name, or {@code vesper} for the program itself
     * @param subject what it was done to, for example a run id or a task id
     * @param detail one line for people
     */
    default Row append(Instant at, String actor, AuditAction action, String subject, String detail, boolean rehearsal) {
        return append(at, actor, action, subject, detail, rehearsal, Change.NONE);
    }

    /** Appends one row that tells what was so before and after. */
    Row append(
            Instant at,
            String actor,
            AuditAction action,
            String subject,
            String detail,
            boolean rehearsal,
            Change change);

    /**
     * Appends one row that vouches for events, and the events, in one transaction.
     *
     * @throws dev.vesper.basics.Problem of kind REFUSED where the stream is not as long as expected
     */
    default Row append(
            Instant at,
            String actor,
            AuditAction action,
            String subject,
            String detail,
            boolean rehearsal,
            Append<?> events) {
        return append(at, actor, action, subject, detail, rehearsal, events, Change.NONE);
    }

    /** As {@link #append(Instant, String, AuditAction, String, String, boolean, Append)}, of what changes something. */
    Row append(
            Instant at,
            String actor,
            AuditAction action,
            String subject,
            String detail,
            boolean rehearsal,
            Append<?> events,
            Change change);

    /**
     * The rows that fit, at most so many.
     *
     * @param after the number of the last row of the page before; 0 for the first page
     * @param until the number of the row before which the search ends; 0 where it ends with the log
     */
    List<Row> search(AuditQuery query, AuditQuery.Order order, long after, long until, int most);

    /** The rows that fit, oldest first, as their hashes see them: at most so many after one. */
    List<ChainedRow> chained(AuditQuery query, long after, int most);

    /** The newest row that was ever written. */
    ChainHead head();

    /** The whole log, oldest first. */
    List<Row> rows();

    /** The rows about one run and its tasks, oldest first. */
    List<Row> rows(RunId run);

    /** Those of them about the run itself by which such was done. */
    default List<Row> rows(RunId run, Set<AuditAction> actions) {
        return rows(run).stream()
                .filter(row -> row.subject().equals(run.value()) && actions.contains(row.action()))
                .toList();
    }

    /** The same of several runs; one without such rows may be left out. */
    default Map<RunId, List<Row>> rows(Collection<RunId> runs, Set<AuditAction> actions) {
        return runs.stream().distinct().collect(Collectors.toMap(Function.identity(), run -> rows(run, actions)));
    }

    /** Every row whose hash does not follow from its content and the row before; empty means untouched. */
    List<Fault> verify();

    /**
     * Whether the rows follow from one another up to the newest one that was ever written, of those from a row on; the rest of
     * {@link #verify}, which looks at everything that they vouch for, is left out.
     *
     * @param from number of a row
     */
    List<Fault> verifyChain(long from);

    /**
     * One row.
     *
     * @param origin from where it was done; empty in rows of an older form
     * @param before what was so before, empty where the row does not say
     * @param after what is so since
     */
    record Row(
            long sequence,
            Instant at,
            String actor,
            AuditAction action,
            String subject,
            String detail,
            boolean rehearsal,
            String origin,
            String before,
            String after,
            String previousHash,
            String hash) {
        /** A row of an older form. */
        public Row(
                long sequence,
                Instant at,
                String actor,
                AuditAction action,
                String subject,
                String detail,
                boolean rehearsal,
                String previousHash,
                String hash) {
            this(sequence, at, actor, action, subject, detail, rehearsal, "", "", "", previousHash, hash);
        }
    }

    /** One altered, missing or inserted row. */
    record Fault(long sequence, String message) {}
}
