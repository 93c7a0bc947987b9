package dev.vesper.adapters.store;

import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.audit.Circumstance;
import dev.vesper.desk.audit.Vouched;
import jakarta.persistence.Column;
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
    String origin;

    @Column(name = "before_text")
    String before;

    @Column(name = "after_text")
    String after;

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
        Circumstance circumstance = from.circumstance();
        if (circumstance != null) {
            row.origin = circumstance.origin();
            row.before = circumstance.change().before();
            row.after = circumstance.change().after();
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
        Circumstance circumstance =
                origin == null ? null : new Circumstance(origin, new Change(text(before), text(after)));
        return new ChainedRow(
                sequence, at, actor, action, subject, detail, rehearsal, vouched, circumstance, previousHash, hash);
    }

    private static String text(String stored) {
        return stored == null ? "" : stored;
    }
}
