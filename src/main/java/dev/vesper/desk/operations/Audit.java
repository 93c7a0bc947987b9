package dev.vesper.desk.operations;

import dev.vesper.desk.audit.AuditLog;
import java.util.List;

/** Who did what, and whether the record is untouched. */
public interface Audit {
    /** Oldest first. */
    List<AuditLog.Row> rows();

    /** Every altered, missing or inserted row; empty means untouched. */
    List<AuditLog.Fault> verify();
}
