package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.ChainHead;
import dev.vesper.desk.audit.ChainState;
import dev.vesper.desk.audit.ExportedRow;
import dev.vesper.desk.audit.anchor.AnchorState;
import java.util.ArrayList;
import java.util.List;

/** Who did what, and whether the record is untouched. */
public interface Audit {
    /** Rows of a page where all are asked for. */
    int PAGE = 5_000;

    /** All of them, oldest first, a page after the other. */
    default List<AuditLog.Row> rows() {
        return rows(AuditQuery.ALL, AuditQuery.Order.OLDEST, 0, 0);
    }

    /** Oldest first, at most so many. */
    default List<AuditLog.Row> rows(long after, int most) {
        return search(AuditQuery.ALL, AuditQuery.Order.OLDEST, after, most);
    }

    /** All that fit between two rows, a page after the other. */
    default List<AuditLog.Row> rows(AuditQuery query, AuditQuery.Order order, long after, long until) {
        List<AuditLog.Row> all = new ArrayList<>();
        List<AuditLog.Row> page = search(query, order, after, until, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page.size() < PAGE
                    ? List.of()
                    : search(query, order, page.getLast().sequence(), until, PAGE);
        }
        return all;
    }

    /** Those that fit up to the end of the log, at most so many. */
    default List<AuditLog.Row> search(AuditQuery query, AuditQuery.Order order, long after, int most) {
        return search(query, order, after, 0, most);
    }

    /**
     * Those that fit, at most so many.
     *
     * @param after the number of the last row of the page before; 0 for the first page
     * @param until the number of the row before which the search ends; 0 where it ends with the log
     * @throws dev.vesper.basics.Problem of kind INPUT where a number is out of bounds
     */
    List<AuditLog.Row> search(AuditQuery query, AuditQuery.Order order, long after, long until, int most);

    /**
     * Those that fit, oldest first, each with all that its hash is made of: at most so many.
     *
     * @param after the number of the last row of the page before; 0 for the first page
     * @throws dev.vesper.basics.Problem of kind INPUT where a number is out of bounds
     */
    List<ExportedRow> chained(AuditQuery query, long after, int most);

    /** The newest row that was ever written: what a copy kept elsewhere is compared with. */
    ChainHead head();

    /** The rows about one run and its tasks, oldest first; none where there is no such run. */
    List<AuditLog.Row> ofRun(RunId run);

    /** Every altered, missing or inserted row, and every anchor that the log contradicts; empty means untouched. */
    List<AuditLog.Fault> verify();

    /** How far the rows were verified until now, without verifying them all anew. */
    ChainState state();

    /** The places outside that keep the newest row, each as it was last seen. */
    List<AnchorState> anchors();

    /**
     * Keeps the newest row in every place outside, and says so in the audit.
     *
     * @throws dev.vesper.basics.Problem of kind REFUSED where the settings name no place, or nothing was written yet
     */
    List<AnchorState> anchor();
}
