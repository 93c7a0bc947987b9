package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import java.util.List;

/** The audit log for somebody who may see it. */
record AuditTopic(AuditLog audit) implements Audit {
    @Override
    public List<AuditLog.Row> search(AuditQuery query, AuditQuery.Order order, long after, int most) {
        if (after < 0) {
            throw Problem.usage("Expected after to be the number of a row, or 0, but got " + after);
        }
        return audit.search(query, order, after, Bounds.positive(most));
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
