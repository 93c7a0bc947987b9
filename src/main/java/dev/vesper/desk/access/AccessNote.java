package dev.vesper.desk.access;

import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.Change;
import java.time.Instant;

/**
 * The audit row that is kept with a change.
 *
 * @param actor who did it
 * @param subject whom it was done to, for example {@code user/alice}
 * @param detail before and after, never a secret
 */
public record AccessNote(Instant at, String actor, AuditAction action, String subject, String detail, Change change) {
    /** Of what has no before and after. */
    public AccessNote(Instant at, String actor, AuditAction action, String subject, String detail) {
        this(at, actor, action, subject, detail, Change.NONE);
    }
}
