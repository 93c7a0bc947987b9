package dev.vesper.adapters.report;

import dev.vesper.desk.audit.AuditLog;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person decided, as the audit trail tells it.
 *
 * @param role maker, checker or data owner
 * @param decision approve or reject
 */
record PersonDecision(String who, String role, String decision, Instant at, String detail, boolean rehearsal) {

    /** The decisions among the audit rows, in their order: rows about a user task that approve, release or reject it. */
    static List<PersonDecision> among(List<AuditLog.Row> rows) {
        return rows.stream().map(PersonDecision::of).flatMap(Optional::stream).toList();
    }

    private static Optional<PersonDecision> of(AuditLog.Row row) {
        String subject = row.subject() + " " + row.action();
        String role = subject.contains("propose-trades") || subject.contains("trades-proposed")
                ? "maker"
                : subject.contains("release-data") || subject.contains("data-released")
                        ? "data owner"
                        : subject.contains("approve-trades") || subject.contains("trades-") ? "checker" : "";
        String action = row.action().toLowerCase(Locale.ROOT);
        String decision = action.contains("reject")
                ? "reject"
                : action.contains("approve") || action.contains("release") || action.contains("proposed")
                        ? "approve"
                        : "";
        // the house itself raises tasks and closes stages; only people decide
        return role.isEmpty() || decision.isEmpty() || "vesper".equals(row.actor())
                ? Optional.empty()
                : Optional.of(new PersonDecision(row.actor(), role, decision, row.at(), row.detail(), row.rehearsal()));
    }
}
