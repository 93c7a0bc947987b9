package dev.vesper.adapters.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code audit_row}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "audit_row")
class AuditRow {
    @Id
    long sequence;

    Instant at;
    String actor;
    String action;
    String subject;
    String detail;
    boolean rehearsal;
    String stream;
    Integer streamLength;
    String eventsHash;
    String previousHash;
    String hash;

    static AuditRow of(ChainedRow from) {
        AuditRow row = new AuditRow();
        row.sequence = from.sequence();
        row.at = from.at();
        row.actor = from.actor();
        row.action = from.action();
        row.subject = from.subject();
        row.detail = from.detail();
        row.rehearsal = from.rehearsal();
        Vouched vouched = from.vouched();
        if (vouched != null) {
            row.stream = vouched.stream();
            row.streamLength = vouched.length();
            row.eventsHash = vouched.hash();
        }
        row.previousHash = from.previousHash();
        row.hash = from.hash();
        return row;
    }

    ChainedRow chained() {
        Vouched vouched = stream == null && streamLength == null && eventsHash == null
                ? null
                : new Vouched(
                        String.valueOf(stream), streamLength == null ? 0 : streamLength, String.valueOf(eventsHash));
        return new ChainedRow(sequence, at, actor, action, subject, detail, rehearsal, vouched, previousHash, hash);
    }
}
