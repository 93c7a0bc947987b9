package dev.vesper.adapters.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** The one row of {@code audit_head}: locked while a row is appended. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "audit_head")
class AuditHeadRow {
    static final int ID = 1;

    @Id
    int id;

    long sequence;
    String hash;
}
