package dev.vesper.adapters.store;

import dev.vesper.desk.idempotency.FirstAnswer;
import dev.vesper.desk.idempotency.KnownRequest;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A row of {@code keyed_request}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@IdClass(KeyedRequestRow.Key.class)
@Table(name = "keyed_request")
class KeyedRequestRow {
    record Key(String person, String requestKey) implements Serializable {}

    @Id
    String person;

    @Id
    String requestKey;

    String fingerprint;
    Instant begunAt;
    boolean ended;

    @Nullable
    Integer status;

    @Nullable
    String contentType;

    @Nullable
    String answer;

    KnownRequest toRecord() {
        return new KnownRequest(
                fingerprint,
                begunAt,
                ended,
                status == null ? Optional.empty() : Optional.of(new FirstAnswer(status, contentType, answer)));
    }
}
