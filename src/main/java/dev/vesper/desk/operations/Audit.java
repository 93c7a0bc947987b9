package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditLog;
import java.util.List;

/** Who did what, and whether the record is untouched. */
public interface Audit {
    /** Oldest first. */
    List<AuditLog.Row> rows();

    /** The rows about one run and its tasks, oldest first; none where there is no such run. */
    List<AuditLog.Row> ofRun(RunId run);

    /** Every altered, missing or inserted row; empty means untouched. */
    List<AuditLog.Fault> verify();
}
