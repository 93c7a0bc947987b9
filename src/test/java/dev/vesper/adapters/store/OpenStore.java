package dev.vesper.adapters.store;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A store under test, opened once for all cases of its engine, with the hands that work around it: SQL, and closing. */
final class OpenStore {
    /** Children before parents. */
    private static final List<String> TABLES = List.of(
            "fill_amendment",
            "fill",
            "child_outcome",
            "child_order",
            "chosen_lot",
            "parent_order",
            "verdict",
            "plan_weight",
            "account_plan",
            "rebalance",
            "user_task",
            "process_instance",
            "run_files",
            "kept_file",
            "data_check",
            "data_quality",
            "run_stage",
            "run",
            "schedule_answer",
            "schedule_watch",
            "desk_user",
            "user_token",
            "sign_in_failure",
            "notice",
            "event",
            "ledger_posting",
            "ledger_entry",
            "audit_row");

    private final DatabaseSettings settings;
    private final UnaryOperator<String> dropTrigger;
    private Database database;
    private HibernateRunStore runs;
    private HibernateOrderStore orders;
    private HibernateAuditLog audit;
    private HibernateTaskStore tasks;
    private HibernateEventLog events;
    private HibernateBooks books;
    private HibernateAgreedRows agreed;
    private HibernateUserStore users;

    /**
     * Opens it.
     *
     * @param dropTrigger the statement by which someone with every right takes a table's trigger off
     */
    OpenStore(DatabaseSettings settings, UnaryOperator<String> dropTrigger) {
        this.settings = settings;
        this.dropTrigger = dropTrigger;
        open();
    }

    private void open() {
        database = Database.open(settings);
        runs = new HibernateRunStore(database);
        audit = new HibernateAuditLog(database);
        orders = new HibernateOrderStore(database, audit);
        events = new HibernateEventLog(database);
        tasks = new HibernateTaskStore(database, audit);
        books = new HibernateBooks(database, audit);
        agreed = new HibernateAgreedRows(audit);
        users = new HibernateUserStore(database, audit);
    }

    void close() {
        database.close();
    }

    void reopen() {
        database.close();
        open();
    }

    /** As it was when it was made. */
    void empty() throws Exception {
        sql(dropTrigger("audit_row"));
        sql(dropTrigger("event"));
        sql(dropTrigger("ledger_entry"));
        sql(dropTrigger("ledger_posting"));
        for (String table : TABLES) {
            sql("delete from " + table);
        }
        sql("update audit_head set sequence = 0, hash = '" + AuditHash.GENESIS + "'");
        Files.deleteIfExists(settings.home().resolve("audit.anchor"));
        database.guard();
        forgetUsers();
    }

    /** What was read of users is remembered; this begins anew. */
    void forgetUsers() {
        users = new HibernateUserStore(database, audit);
    }

    String dropTrigger(String table) {
        return dropTrigger.apply(table);
    }

    void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.settings().jdbcUrl(),
                        database.settings().user(),
                        database.settings().password());
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    List<String> query(String statement) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        database.settings().jdbcUrl(),
                        database.settings().user(),
                        database.settings().password());
                Statement run = connection.createStatement();
                ResultSet result = run.executeQuery(statement)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    DatabaseSettings settings() {
        return database.settings();
    }

    Database database() {
        return database;
    }

    HibernateRunStore runs() {
        return runs;
    }

    HibernateOrderStore orders() {
        return orders;
    }

    HibernateAuditLog audit() {
        return audit;
    }

    HibernateTaskStore tasks() {
        return tasks;
    }

    HibernateEventLog events() {
        return events;
    }

    HibernateBooks books() {
        return books;
    }

    HibernateAgreedRows agreed() {
        return agreed;
    }

    HibernateUserStore users() {
        return users;
    }
}
