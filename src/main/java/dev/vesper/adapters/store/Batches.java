package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/** Many rows at once. */
final class Batches {
    private static final int ROWS = 1000;

    private Batches() {}

    /**
     * Inserts rows in JDBC batches; a row is made when its turn comes, so that not all are in memory at once. Plain SQL,
     * because Hibernate takes as long for a row as the database.
     *
     * @param columns of the table, with commas
     */
    static <R> void insert(StatelessSession session, String table, String columns, Stream<R> rows, Binder<R> binder) {
        execute(session, insertInto(table, columns), rows.iterator(), binder);
    }

    /**
     * Inserts rows in JDBC batches and leaves those alone whose key is there already. Plain SQL, because asking for tens
     * of thousands of keys first costs more than the inserts.
     *
     * @param columns the first ones of the table, with commas
     */
    static <R> void insertNew(StatelessSession session, String table, String columns, List<R> rows, Binder<R> binder) {
        execute(session, insertInto(table, columns) + " on conflict do nothing", rows.iterator(), binder);
    }

    private static String insertInto(String table, String columns) {
        String marks =
                "?" + ", ?".repeat((int) columns.chars().filter(c -> c == ',').count());
        return "insert into " + table + " (" + columns + ") values (" + marks + ")";
    }

    private static <R> void execute(StatelessSession session, String sql, Iterator<R> rows, Binder<R> binder) {
        if (!rows.hasNext()) {
            return;
        }
        session.doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                int waiting = 0;
                while (rows.hasNext()) {
                    binder.bind(insert, rows.next());
                    insert.addBatch();
                    waiting++;
                    if (waiting == ROWS) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
                insert.executeBatch();
            }
        });
    }

    /** Puts one row into an insert statement. */
    interface Binder<R> {
        void bind(PreparedStatement insert, R row) throws SQLException;
    }

    /**
     * What is made of all rows of a run; the rows themselves are not kept.
     *
     * @param order fields of {@code w}. A large table has an index that begins with the run and goes on with them, else
     *     H2 writes the rows to the disk to sort them
     */
    static <R, T> List<T> ofRun(StatelessSession session, Class<R> type, String order, RunId run, Function<R, T> made) {
        return streamed(ofRun(session, type, order, run), made);
    }

    /** Hands over each row of a run, ordered by fields of {@code w}; none is kept. */
    static <R> void eachOfRun(StatelessSession session, Class<R> type, String order, RunId run, Consumer<R> each) {
        each(ofRun(session, type, order, run), each);
    }

    /**
     * Hands over each row of a run that plain SQL finds, because Hibernate takes as long for a row as the database.
     *
     * @param sql its one parameter is the run
     */
    static void eachOfRun(StatelessSession session, String sql, RunId run, Reader each) {
        session.doWork(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setFetchSize(ROWS);
                query.setString(1, run.value());
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        each.read(rows);
                    }
                }
            }
        });
    }

    /**
     * What is made of each row that plain SQL finds.
     *
     * @param sql its one parameter is a text
     */
    static <T> List<T> listed(StatelessSession session, String sql, String of, Maker<T> made) {
        return listed(session, sql, query -> query.setString(1, of), made);
    }

    /**
     * The same of a question with any parameters.
     *
     * @param given puts them into it
     */
    static <T> List<T> listed(StatelessSession session, String sql, Given given, Maker<T> made) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setFetchSize(ROWS);
                given.to(query);
                List<T> all = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        all.add(made.of(rows));
                    }
                }
                return all;
            }
        });
    }

    /** Gives a question its parameters. */
    interface Given {
        void to(PreparedStatement query) throws SQLException;
    }

    /** Makes something of the row that a result stands at. */
    interface Maker<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Takes the columns of the row that a result stands at. */
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Ids as a query takes them. */
    static List<String> values(Collection<RunId> runs) {
        return runs.stream().map(RunId::value).distinct().toList();
    }

    /** Hands over each row that a query finds; none is kept. */
    static <R> void each(SelectionQuery<R> query, Consumer<R> each) {
        try (Stream<R> rows = stream(query)) {
            rows.forEachOrdered(each);
        }
    }

    /** The run comes first in the order, because H2 goes along an index only where the order begins as the index does. */
    private static <R> SelectionQuery<R> ofRun(StatelessSession session, Class<R> type, String order, RunId run) {
        return session.createSelectionQuery(
                        "from " + type.getSimpleName() + " w where w.runId = :run order by w.runId, " + order, type)
                .setParameter("run", run.value());
    }

    /** What is made of all rows of a run, in no order, for who sorts anyway. */
    static <R, T> List<T> unordered(StatelessSession session, Class<R> type, RunId run, Function<R, T> made) {
        return streamed(
                session.createSelectionQuery("from " + type.getSimpleName() + " w where w.runId = :run", type)
                        .setParameter("run", run.value()),
                made);
    }

    /** What is made of the rows that a query finds. */
    static <R, T> List<T> streamed(SelectionQuery<R> query, Function<R, T> made) {
        try (Stream<R> rows = stream(query)) {
            return rows.map(made).toList();
        }
    }

    private static <R> Stream<R> stream(SelectionQuery<R> query) {
        return query.setFetchSize(ROWS).getResultStream();
    }
}
