package dev.vesper.adapters.store;

import dev.vesper.desk.idempotency.FirstAnswer;
import dev.vesper.desk.idempotency.IdempotencyStore;
import dev.vesper.desk.idempotency.KeyedRequest;
import dev.vesper.desk.idempotency.KnownRequest;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** Requests with a key, in {@code keyed_request}. */
public final class HibernateIdempotencyStore implements IdempotencyStore {
    private final Database database;

    public HibernateIdempotencyStore(Database database) {
        this.database = database;
    }

    @Override
    public Noted begin(KeyedRequest request, Instant at, Instant forgetBefore, int most) {
        String person = Exact.text(request.person());
        try {
            return database.write(session -> {
                session.createMutationQuery(
                                "delete from KeyedRequestRow r where r.person = :person and r.begunAt < :before")
                        .setParameter("person", person)
                        .setParameter("before", forgetBefore)
                        .executeUpdate();
                if (session.get(KeyedRequestRow.class, new KeyedRequestRow.Key(person, request.key())) != null) {
                    return Noted.KNOWN;
                }
                long kept = session.createSelectionQuery(
                                "select count(*) from KeyedRequestRow r where r.person = :person", Long.class)
                        .setParameter("person", person)
                        .getSingleResult();
                if (kept >= most) {
                    return Noted.TOO_MANY;
                }
                session.insert(KeyedRequestRow.of(request, at));
                return Noted.FIRST;
            });
        } catch (ConstraintViolationException another) {
            return Noted.KNOWN; // at the same moment, by another process
        }
    }

    @Override
    public Optional<KnownRequest> find(String person, String key) {
        return database.read(session -> Optional.ofNullable(
                        session.get(KeyedRequestRow.class, new KeyedRequestRow.Key(Exact.text(person), key)))
                .map(KeyedRequestRow::toRecord));
    }

    @Override
    public void end(String person, String key, Optional<FirstAnswer> answer) {
        database.change(session -> {
            KeyedRequestRow row = session.get(KeyedRequestRow.class, new KeyedRequestRow.Key(Exact.text(person), key));
            if (row != null) {
                row.end(answer);
                session.update(row);
            }
        });
    }
}
