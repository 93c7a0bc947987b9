package dev.vesper.adapters.store;

import dev.vesper.desk.idempotency.FirstAnswer;
import dev.vesper.desk.idempotency.IdempotencyStore;
import dev.vesper.desk.idempotency.KeyedRequest;
import dev.vesper.desk.idempotency.KnownRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
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
            return database.write(
                    session -> session.doReturningWork(sql -> begin(sql, person, request, at, forgetBefore, most)));
        } catch (ConstraintViolationException another) {
            return Noted.KNOWN; // at the same moment, by another process
        }
    }

    /** Plain SQL, here and for the end: both come with every act of a person, and Hibernate takes several times as long. */
    private static Noted begin(
            Connection sql, String person, KeyedRequest request, Instant at, Instant forgetBefore, int most)
            throws SQLException {
        try (PreparedStatement old =
                        sql.prepareStatement("delete from keyed_request where person = ? and begun_at < ?");
                PreparedStatement known = sql.prepareStatement(
                        "select count(*) from keyed_request where person = ? and request_key = ?");
                PreparedStatement all = sql.prepareStatement("select count(*) from keyed_request where person = ?");
                PreparedStatement noted = sql.prepareStatement("insert into keyed_request"
                        + " (person, request_key, fingerprint, begun_at, ended) values (?, ?, ?, ?, false)")) {
            old.setString(1, person);
            old.setObject(2, forgetBefore.atOffset(ZoneOffset.UTC));
            old.executeUpdate();
            if (count(known, person, request.key()) > 0) {
                return Noted.KNOWN;
            }
            if (count(all, person) >= most) {
                return Noted.TOO_MANY;
            }
            noted.setString(1, person);
            noted.setString(2, request.key());
            noted.setString(3, request.fingerprint());
            noted.setObject(4, Exact.time(at).atOffset(ZoneOffset.UTC));
            noted.executeUpdate();
            return Noted.FIRST;
        }
    }

    private static int count(PreparedStatement counted, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            counted.setString(i + 1, values[i]);
        }
        try (ResultSet rows = counted.executeQuery()) {
            rows.next();
            return rows.getInt(1);
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
        database.change(session -> session.doWork(sql -> {
            try (PreparedStatement ended = sql.prepareStatement("update keyed_request set ended = true, status = ?,"
                    + " content_type = ?, answer = ? where person = ? and request_key = ?")) {
                ended.setObject(1, answer.map(FirstAnswer::status).orElse(null), Types.INTEGER);
                ended.setString(2, answer.map(FirstAnswer::type).orElse(null));
                ended.setString(3, answer.map(FirstAnswer::body).orElse(null));
                ended.setString(4, Exact.text(person));
                ended.setString(5, key);
                ended.executeUpdate();
            }
        }));
    }
}
