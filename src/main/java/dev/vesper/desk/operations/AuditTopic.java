package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.ChainHead;
import dev.vesper.desk.audit.ExportedRow;
import java.util.List;

/** The audit log for somebody who may see it. */
record AuditTopic(AuditLog audit) implements Audit {
    @Override
    public List<AuditLog.Row> search(AuditQuery query, AuditQuery.Order order, long after, int most) {
        return audit.search(query, order, row(after), Bounds.positive(most));
    }

    private static long row(long after) {
        if (after < 0) {
            throw Problem.usage("Expected after to be the number of a row, or 0, but got " + after);
        }
        return after;
    }

    @Override
    public List<ExportedRow> chained(AuditQuery query, long after, int most) {
        return audit.chained(query, row(after), Bounds.positive(most)).stream()
                .map(ExportedRow::of)
                .toList();
    }

    @Override
    public ChainHead head() {
        return audit.head();
    }

    @Override
    public List<AuditLog.Row> ofRun(RunId run) {
        return audit.rows(run);
    }

    @Override
    public List<AuditLog.Fault> verify() {
        return audit.verify();
    }
}
