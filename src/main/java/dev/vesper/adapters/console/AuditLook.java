package dev.vesper.adapters.console;

import dev.vesper.basics.Counted;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.operations.Audit;
import java.util.List;

/**
 * One look into the audit, newest first. What rows say stands in no index: a search for words looks through so many numbers at
 * once, says how far it came, and goes on from there where somebody asks for it. About one subject there are few rows, and all
 * are looked through.
 *
 * @param rows that fit
 * @param more whether a newer part of the search holds more than was wanted; then it goes on after the last row
 * @param looked through which rows, in a sentence; empty where all that the log has were
 * @param further the row before which the search goes on; 0 where it came to the end
 */
record AuditLook(List<AuditLog.Row> rows, boolean more, String looked, long further) {
    /** How many numbers one search for words looks through: below a tenth of a second. */
    private static final long AT_ONCE = 25_000;

    /**
     * Looks.
     *
     * @param before the row before which it begins; 0 for the newest
     * @param most how many rows at most
     */
    static AuditLook at(Audit audit, AuditQuery query, long before, int most) {
        if (!query.looksInto() || !query.subject().isEmpty()) {
            return of(audit, query, before, 0, most);
        }
        List<AuditLog.Row> first = audit.search(query.rest(), AuditQuery.Order.NEWEST, before, 1);
        if (first.isEmpty()) {
            return new AuditLook(List.of(), false, "", 0);
        }
        long newest = first.getFirst().sequence();
        long until = Math.max(0, newest - AT_ONCE);
        AuditLook look = of(audit, query, newest + 1, until, most);
        boolean end = audit.search(query.rest(), AuditQuery.Order.NEWEST, until + 1, 1)
                .isEmpty();
        return look.more() || end
                ? look
                : new AuditLook(
                        look.rows(),
                        false,
                        "Rows " + (until + 1) + " to " + newest + " were looked through: "
                                + (look.rows().isEmpty()
                                        ? "none fits."
                                        : Counted.of(look.rows().size(), "row") + " found."),
                        until + 1);
    }

    private static AuditLook of(Audit audit, AuditQuery query, long before, long until, int most) {
        List<AuditLog.Row> found = audit.search(query, AuditQuery.Order.NEWEST, before, until, most + 1);
        return new AuditLook(found.stream().limit(most).toList(), found.size() > most, "", 0);
    }
}
