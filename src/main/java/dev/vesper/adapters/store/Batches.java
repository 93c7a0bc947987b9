package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.StatelessSession;

/** Many rows at once. */
final class Batches {
    private static final int ROWS = 1000;

    private Batches() {}

    /** Inserts rows in JDBC batches. */
    static void insert(StatelessSession session, List<?> rows) {
        if (!rows.isEmpty()) {
            session.setJdbcBatchSize(ROWS);
            session.insertMultiple(rows);
        }
    }

    /**
     * Inserts rows in JDBC batches and leaves those alone whose key is there already. Plain SQL, because asking for tens
     * of thousands of keys first costs more than the inserts.
     *
     * @param columns the first ones of the table, with commas
     */
    static <R> void insertNew(StatelessSession session, String table, String columns, List<R> rows, Binder<R> binder) {
        if (rows.isEmpty()) {
            return;
        }
        String marks =
                "?" + ", ?".repeat((int) columns.chars().filter(c -> c == ',').count());
        session.doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into " + table + " (" + columns + ") values (" + marks + ") on conflict do nothing")) {
                int waiting = 0;
                for (R row : rows) {
                    binder.bind(insert, row);
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

    /** All rows of a run, ordered by fields of {@code w}. */
    static <R> List<R> ofRun(StatelessSession session, Class<R> type, String order, RunId run) {
        return session.createSelectionQuery(
                        "from " + type.getSimpleName() + " w where w.runId = :run order by " + order, type)
                .setParameter("run", run.value())
                .getResultList();
    }
}
