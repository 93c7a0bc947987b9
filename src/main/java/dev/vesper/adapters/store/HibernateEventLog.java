package dev.vesper.adapters.store;

import dev.vesper.adapters.store.EventVerifier.Vouching;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Vouched;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.event.Told;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Events in {@code event}; what is read is compared with what the audit rows of the stream vouch for. */
public final class HibernateEventLog implements EventLog {
    /** Below every number, a forged one too. */
    private static final int BEFORE_ALL = Integer.MIN_VALUE;

    /** How often what does not stand is read, as others may append all the time. */
    private static final int TRIES = 4;

    private final Database database;

    public HibernateEventLog(Database database) {
        this.database = database;
    }

    @Override
    public <E> List<E> read(StreamId<E> stream) {
        return database.read(session -> readIn(session, stream));
    }

    @Override
    public <E> List<Told<E>> readAll(Class<E> events, String prefix) {
        StreamKind<E> kind = StreamKind.of(events);
        String begins = prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return database.read(session -> standing(() -> allIn(session, begins))).stream()
                .map(row -> new Told<>(new StreamId<>(events, row.stream), kind.read(written(row)), row.at, row.actor))
                .toList();
    }

    private static Read allIn(StatelessSession session, String begins) {
        List<ChainedRow> audited = session
                .createSelectionQuery(
                        "from AuditRow a where a.stream like :begins escape '!' order by a.sequence", AuditRow.class)
                .setParameter("begins", begins)
                .getResultList()
                .stream()
                .map(AuditRow::chained)
                .toList();
        List<EventRow> rows = session.createSelectionQuery(
                        "from EventRow e where e.stream like :begins escape '!' order by e.stream, e.sequence",
                        EventRow.class)
                .setParameter("begins", begins)
                .getResultList();
        return new Read(rows, Vouching.of(audited));
    }

    /** Events, and what the audit vouches for. */
    private record Read(List<EventRow> events, List<Vouching> vouching) {}

    /** What stands, read again where it does not: somebody may have appended between the two questions. */
    private static List<EventRow> standing(Supplier<Read> read) {
        for (int tries = 1; tries < TRIES; tries++) {
            Read one = read.get();
            if (EventVerifier.verify(one.events(), one.vouching()).isEmpty()) {
                return one.events();
            }
        }
        Read last = read.get();
        mustStand(last.events(), last.vouching());
        return last.events();
    }

    @Override
    public <E> List<Told<E>> told(StreamId<E> stream) {
        StreamKind<E> kind = StreamKind.of(stream.events());
        return database.read(session -> checked(session, stream)).stream()
                .map(row -> new Told<>(stream, kind.read(written(row)), row.at, row.actor))
                .toList();
    }

    @Override
    public <E> List<Told<E>> after(StreamId<E> stream, int first) {
        StreamKind<E> kind = StreamKind.of(stream.events());
        return database.read(session -> checkedAfter(session, stream, first)).stream()
                .map(row -> new Told<>(stream, kind.read(written(row)), row.at, row.actor))
                .toList();
    }

    @Override
    public Map<String, Integer> lengths(Collection<? extends StreamId<?>> streams) {
        return streams.isEmpty()
                ? Map.of()
                : database
                        .read(session -> session.createSelectionQuery(
                                        "select e.stream, count(*) from EventRow e where e.stream in :streams"
                                                + " group by e.stream",
                                        Object[].class)
                                .setParameter(
                                        "streams",
                                        streams.stream()
                                                .map(StreamId::value)
                                                .distinct()
                                                .toList())
                                .getResultList())
                        .stream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> Math.toIntExact((Long) row[1])));
    }

    private static List<EventRow> checkedAfter(StatelessSession session, StreamId<?> stream, int first) {
        int there = count(session, stream.value());
        if (there == first) {
            return List.of();
        }
        if (there < first) {
            throw EventLog.shorter(stream, first, there);
        }
        List<EventRow> events = rows(session, stream.value(), first);
        if (EventVerifier.follows(stream.value(), first, events, vouching(session, stream.value(), first))) {
            return events;
        }
        List<EventRow> all = checked(session, stream); // says what is wrong, or somebody has appended meanwhile
        return all.subList(first, all.size());
    }

    private static void mustStand(List<EventRow> events, List<Vouching> vouching) {
        EventVerifier.verify(events, vouching).stream().findFirst().ifPresent(fault -> {
            throw new BrokenHistory(fault.message() + "; ./vesper audit verify tells more");
        });
    }

    /** Reads within a transaction of the caller. */
    static <E> List<E> readIn(StatelessSession session, StreamId<E> stream) {
        StreamKind<E> kind = StreamKind.of(stream.events());
        return checked(session, stream).stream()
                .map(row -> kind.read(written(row)))
                .toList();
    }

    static StreamKind.Written written(EventRow row) {
        return new StreamKind.Written(row.kind, row.version, row.body);
    }

    private static List<EventRow> checked(StatelessSession session, StreamId<?> stream) {
        return standing(() -> new Read(rows(session, stream.value()), vouching(session, stream.value(), BEFORE_ALL)));
    }

    /** Plain SQL, here and for the events: it is asked with every act of a person, and Hibernate takes several times as long. */
    private static List<Vouching> vouching(StatelessSession session, String stream, int first) {
        return Batches.listed(
                session,
                "select sequence, stream_length, events_hash from audit_row where stream = ? and stream_length > ?"
                        + " order by sequence",
                of(stream, first),
                row -> new Vouching(
                        row.getLong(1), new Vouched(stream, row.getInt(2), String.valueOf(row.getString(3)))));
    }

    /** All events, for the audit. */
    static List<EventRow> rows(StatelessSession session) {
        return session.createSelectionQuery("from EventRow e order by e.stream, e.sequence", EventRow.class)
                .getResultList();
    }

    private static Batches.Given of(String stream, int first) {
        return query -> {
            query.setString(1, stream);
            query.setInt(2, first);
        };
    }

    /** The events of one stream, oldest first. */
    static List<EventRow> rows(StatelessSession session, String stream) {
        return rows(session, stream, BEFORE_ALL);
    }

    /** The events of one stream that follow its first ones, oldest first. */
    private static List<EventRow> rows(StatelessSession session, String stream, int first) {
        return Batches.listed(
                session,
                "select sequence, kind, version, body, at, actor from event where stream = ? and sequence > ?"
                        + " order by sequence",
                of(stream, first),
                found -> {
                    EventRow row = new EventRow();
                    row.stream = stream;
                    row.sequence = found.getInt(1);
                    row.kind = found.getString(2);
                    row.version = found.getInt(3);
                    row.body = found.getString(4);
                    row.at = found.getObject(5, OffsetDateTime.class).toInstant();
                    row.actor = found.getString(6);
                    return row;
                });
    }

    /** How many events a stream has. */
    static int count(StatelessSession session, String stream) {
        return Batches.listed(session, "select count(*) from event where stream = ?", stream, found -> found.getInt(1))
                .getFirst();
    }

    /** Whether the very events of an append are stored already, at their place. */
    static <E> boolean holds(StatelessSession session, Append<E> append) {
        StreamKind<E> kind = StreamKind.of(append.stream().events());
        for (int i = 0; i < append.events().size(); i++) {
            EventRow row =
                    session.get(EventRow.class, new EventRow.Key(append.stream().value(), append.expected() + i + 1));
            if (row == null || !written(row).equals(kind.write(append.events().get(i)))) {
                return false;
            }
        }
        return !append.events().isEmpty();
    }

    /** Appends within a transaction of the caller, whose audit row vouches for the answer; null where nothing is. */
    static <E> @Nullable Vouched appendIn(StatelessSession session, Append<E> append, Instant at, String actor) {
        if (append.events().isEmpty()) {
            return null;
        }
        String stream = append.stream().value();
        int there = count(session, stream);
        if (there != append.expected()) {
            throw Problem.refused("Expected " + stream + " to hold " + append.expected() + " events, but it holds "
                    + there + "; maybe somebody else decided a moment ago");
        }
        StreamKind<E> kind = StreamKind.of(append.stream().events());
        List<EventRow> rows = new ArrayList<>();
        for (E event : append.events()) {
            StreamKind.Written written = kind.write(event);
            EventRow row = new EventRow();
            row.stream = stream;
            row.sequence = append.expected() + rows.size() + 1;
            row.kind = written.kind();
            row.version = written.version();
            row.body = written.body();
            row.at = Exact.time(at);
            row.actor = Exact.text(actor);
            session.insert(row);
            rows.add(row);
        }
        return new Vouched(stream, append.expected() + rows.size(), EventsHash.of(rows));
    }
}
