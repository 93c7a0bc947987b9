package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditLog;
import java.util.List;

/** The audit log for somebody who may see it. */
record AuditTopic(AuditLog audit) implements Audit {
    @Override
    public List<AuditLog.Row> rows(long after, int most) {
        return audit.rows(after, Bounds.positive(most));
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
