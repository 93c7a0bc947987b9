package dev.vesper.adapters.text;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.ChainHead;
import dev.vesper.desk.audit.ExportedRow;
import dev.vesper.desk.operations.Audit;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.StringJoiner;

/**
 * Writes the audit rows that fit, oldest first, up to the row that was the newest when it began, with the newest row at the
 * end. A page after the other: however many there are, a page of them is held.
 */
public final class AuditExport {
    /** What the last record says of an export without filters. */
    static final String EVERY_ROW = "every row";

    private static final int PAGE = 2_000;

    private AuditExport() {}

    /**
     * Writes them.
     *
     * @return how many rows were written
     * @throws Problem where the audit cannot be read any further: what was written until then has no last record
     */
    public static long write(Audit audit, AuditQuery query, AuditFormat format, Writer out) throws IOException {
        ChainHead head = audit.head();
        format.begin(out);
        long rows = 0;
        long after = 0;
        List<ExportedRow> page;
        do {
            page = audit.chained(query, after, PAGE);
            for (ExportedRow row : page) {
                if (row.sequence() <= head.sequence()) { // what was written since belongs to a later export
                    format.row(out, row);
                    rows++;
                }
                after = row.sequence();
            }
        } while (page.size() == PAGE && after < head.sequence());
        format.end(out, head, Counted.of(rows, "row") + "; " + words(query));
        return rows;
    }

    static String words(AuditQuery query) {
        StringJoiner words = new StringJoiner(" ");
        words.setEmptyValue(EVERY_ROW);
        add(words, "who", query.who());
        add(words, "action", query.actionWord());
        add(words, "subject", query.subject());
        query.from().ifPresent(from -> add(words, "from", from.toString()));
        query.before().ifPresent(before -> add(words, "before", before.toString()));
        add(words, "words", query.text());
        add(words, "where", query.where());
        return words.toString();
    }

    private static void add(StringJoiner words, String name, String value) {
        if (!value.isEmpty()) {
            words.add(name + "=" + value);
        }
    }
}
