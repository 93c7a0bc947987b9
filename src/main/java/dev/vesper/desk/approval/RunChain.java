package dev.vesper.desk.approval;

import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.run.RunRecord;
import java.util.List;
import java.util.Optional;

/** Whether the audit rows of a run are there, flagged as the run is, and in an unbroken chain. */
record RunChain(AuditLog audit) {
    /** What does not hold, as the end of a sentence; empty where all does. */
    Optional<String> fault(RunRecord run) {
        List<AuditLog.Row> rows = audit.rows(run.id());
        if (rows.isEmpty()) {
            return Optional.of("the audit log knows nothing of the run");
        }
        return audit.verifyChain(rows.getFirst().sequence()).stream()
                .findFirst()
                .map(fault -> "the audit log does not hold: " + fault.message())
                .or(() -> rows.stream()
                        .filter(row -> row.rehearsal() != run.rehearsal())
                        .findFirst()
                        .map(row -> "the run is " + kind(run.rehearsal()) + ", but row " + row.sequence()
                                + " of the audit log is of " + kind(row.rehearsal())));
    }

    private static String kind(boolean rehearsal) {
        return rehearsal ? "a rehearsal" : "no rehearsal";
    }
}
