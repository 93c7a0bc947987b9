package dev.vesper.adapters.report.section;

import dev.vesper.desk.audit.AuditLog;
import java.time.Instant;
import java.util.List;

/** What a person decided, as the audit trail tells it; for example ana proposed the trades at 20:05, "within mandate". */
public record PersonDecision(String who, PersonAnswer answer, Instant at, String detail, boolean rehearsal) {

    /** The answers among the audit rows, in their order. */
    public static List<PersonDecision> among(List<AuditLog.Row> rows) {
        return rows.stream()
                .flatMap(row -> PersonAnswer.of(row.action())
                        .map(answer -> new PersonDecision(row.actor(), answer, row.at(), row.detail(), row.rehearsal()))
                        .stream())
                .toList();
    }
}
