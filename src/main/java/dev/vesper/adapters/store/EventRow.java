package dev.vesper.adapters.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code event}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "event")
@IdClass(EventRow.Key.class)
class EventRow {
    @Id
    String stream;

    @Id
    int sequence;

    String kind;
    int version;
    String body;
    Instant at;
    String actor;

    record Key(String stream, int sequence) {}
}
