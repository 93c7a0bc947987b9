package dev.vesper.adapters.store;

import dev.vesper.desk.idempotency.FirstAnswer;
import dev.vesper.desk.idempotency.KeyedRequest;
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

    static KeyedRequestRow of(KeyedRequest request, Instant at) {
        KeyedRequestRow row = new KeyedRequestRow();
        row.person = Exact.text(request.person());
        row.requestKey = request.key();
        row.fingerprint = request.fingerprint();
        row.begunAt = Exact.time(at);
        return row;
    }

    void end(Optional<FirstAnswer> kept) {
        ended = true;
        status = kept.map(FirstAnswer::status).orElse(null);
        contentType = kept.map(FirstAnswer::type).orElse(null);
        answer = kept.map(FirstAnswer::body).orElse(null);
    }

    KnownRequest toRecord() {
        return new KnownRequest(
                fingerprint,
                begunAt,
                ended,
                status == null ? Optional.empty() : Optional.of(new FirstAnswer(status, contentType, answer)));
    }
}
