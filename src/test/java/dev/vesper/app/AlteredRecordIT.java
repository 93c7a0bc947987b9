package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.store.Database;
import dev.vesper.adapters.store.DatabaseSettings;
import dev.vesper.adapters.store.HibernateAuditLog;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.testing.VesperProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A finished day; then somebody who may write the database, the anchor or both alters what is remembered of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlteredRecordIT {
    private static final String RUN = "2025-12-31-001";
    private static final String GENESIS = "0".repeat(64);
    private static final List<String> TABLES =
            List.of("audit_row", "audit_head", "event", "run", "user_task", "child_order", "child_outcome", "fill");

    @TempDir
    static Path folder;

    private static Path state;
    private static Path anchor;
    private static Database database;
    private static HibernateAuditLog audit;

    @BeforeAll
    static void aDay() throws Exception {
        Path firm = folder.resolve("firm");
        VesperProcess.sampleFirm(firm);
        state = folder.resolve("state");
        VesperProcess.Result day =
                VesperProcess.start(state, "eod", "--firm", firm.toString()).await();
        assertEquals(0, day.exitCode(), day.output());
        anchor = state.resolve("store/audit.anchor");
        open();
        sql("drop trigger if exists event_append_only"); // an administrator can
        sql("drop trigger if exists audit_row_append_only");
    }

    private static void open() {
        database = Database.open(settings());
        audit = new HibernateAuditLog(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static DatabaseSettings settings() {
        return DatabaseSettings.h2(state.resolve("store"), Path.of("migrations").toAbsolutePath());
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource(
            delimiter = '|',
            value = {
                "update run set status = 'REFUSED' | is stored as REFUSED",
                "update run set seed = seed + 1 | is not the one that was opened",
                "update run set firm = '/firms/another' | is not the one that was opened",
                "update run set rehearsal = false | says it is one",
                "update run set superseded_by = '2026-01-02-001' | was altered: its row says that",
                "insert into run select '2026-01-02-001', date '2026-01-02', 1, firm, seed, rehearsal, status, opened_at, null, null, null from run | the run 2026-01-02-001 began, but no audit row says so",
                "update user_task set decided_by = 'Eve' where kind = 'approve-trades' | was altered",
                "update user_task set reason = 'fine' where kind = 'approve-trades' | was altered",
                "update user_task set decided_at = decided_at + interval '1' second where kind = 'approve-trades' | was altered",
                "delete from user_task where kind = 'propose-trades' | was deleted or altered",
                "insert into user_task select concat(run_id, '/release-data'), run_id, 'release-data', question, detail, raised_at, decision, decided_by, decided_at, reason from user_task where kind = 'approve-trades' | was inserted",
                "update fill set quantity = quantity + 1 where rownum() = 1 | were altered",
                "delete from fill where rownum() = 1 | were deleted",
                "update child_order set run_id = '2026-01-02-001' | there is no such run",
                "insert into fill select '2026-01-02-001', venue, execution_id, client_order_id, parent_id, account, symbol, side, quantity, price, fee, millis, trade_date from fill fetch first row only | there is no such run",
                "delete from event where stream like 'orders/%' | is missing",
                "delete from audit_row where sequence = (select max(sequence) from audit_row) | is missing",
            })
    void whatIsRememberedCannotBeAltered(String forgery, String named) throws Exception {
        altered(forgery, null, named);
    }

    /** The log is emptied with its head and its anchor, as if nothing had ever happened; the run is still there. */
    @Test
    @Order(2)
    void anEmptiedLogIsFoundWithHeadAndAnchorSetBack() throws Exception {
        altered(
                "delete from audit_row; delete from event; update audit_head set sequence = 0, hash = '" + GENESIS
                        + "'",
                "vesper-audit-anchor 1 0 " + GENESIS + "\n",
                "the run " + RUN + " began, but no audit row says so: the log was emptied");
    }

    /** The newest rows are cut off, and head and anchor say that the rest was all; the run has no end then. */
    @Test
    @Order(3)
    void aTruncatedTailIsFoundWithHeadAndAnchorSetBack() throws Exception {
        List<AuditLog.Row> rows = audit.rows();
        AuditLog.Row last = rows.get(rows.size() - 2);
        altered(
                "delete from audit_row where sequence > " + last.sequence() + "; update audit_head set sequence = "
                        + last.sequence() + ", hash = '" + last.hash() + "'",
                "vesper-audit-anchor 1 " + last.sequence() + " " + last.hash() + "\n",
                "no audit row says run-done");
    }

    @Test
    @Order(4)
    void aZeroOrOlderAnchorIsFound() throws Exception {
        altered("", "vesper-audit-anchor 1 0 " + GENESIS + "\n", "knows row 0 as the newest");
        AuditLog.Row first = audit.rows().getFirst();
        altered("", "vesper-audit-anchor 1 1 " + first.hash() + "\n", "knows row 1 as the newest");
    }

    /** The program, and the one thing that stands against who may write everything here: a copy kept elsewhere. */
    @Test
    @Order(5)
    void theProgramSaysItAndACopyOfTheAnchorKeptElsewhereFindsWhatNothingElseDoes() throws Exception {
        Path copy = Files.copy(anchor, folder.resolve("copy.anchor"));
        database.close();
        VesperProcess.Result whole = verify("--anchor", copy.toString());
        assertEquals(0, whole.exitCode(), whole.output());
        assertTrue(whole.output().contains("the copy of the anchor fits"), whole.output());
        // another history: the day never was
        StringBuilder history = new StringBuilder("set referential_integrity false;");
        for (String table : List.of("event", "audit_row", "ledger_entry", "ledger_posting")) {
            history.append("drop trigger if exists ").append(table).append("_append_only;");
        }
        for (String table : List.of(
                "audit_row",
                "event",
                "run",
                "run_stage",
                "user_task",
                "child_order",
                "child_outcome",
                "fill",
                "ledger_entry",
                "ledger_posting")) {
            history.append("delete from ").append(table).append(';');
        }
        sqlAll(history + "update audit_head set sequence = 0, hash = '" + GENESIS + "'");
        Files.writeString(anchor, "vesper-audit-anchor 1 0 " + GENESIS + "\n");
        assertEquals(0, verify().exitCode());
        VesperProcess.Result found = verify("--anchor", copy.toString());
        assertEquals(3, found.exitCode(), found.output());
        assertTrue(found.output().contains("the log was rewritten after the copy was made"), found.output());
        Path torn = Files.writeString(
                folder.resolve("torn.anchor"), Files.readString(copy).substring(0, 40));
        VesperProcess.Result unreadable = verify("--anchor", torn.toString());
        assertEquals(2, unreadable.exitCode(), unreadable.output());
        open();
    }

    private static VesperProcess.Result verify(String... options) throws Exception {
        String[] command = new String[options.length + 2];
        command[0] = "audit";
        command[1] = "verify";
        System.arraycopy(options, 0, command, 2, options.length);
        return VesperProcess.start(state, command).await();
    }

    /** Alters, sees that the audit names it, and puts everything back. */
    private static void altered(String forgery, String forgedAnchor, String named) throws Exception {
        assertEquals(List.of(), audit.verify());
        byte[] marked = Files.readAllBytes(anchor);
        sql("set referential_integrity false");
        for (String table : TABLES) {
            sql("create table kept_" + table + " as select * from " + table);
        }
        try {
            sqlAll(forgery);
            if (forgedAnchor != null) {
                Files.writeString(anchor, forgedAnchor);
            }
            String said = audit.verify().stream().map(AuditLog.Fault::message).collect(Collectors.joining("\n"));
            assertTrue(said.contains(named), () -> forgery + "\n" + said);
        } finally {
            for (String table : TABLES) {
                sql("delete from " + table);
                sql("insert into " + table + " select * from kept_" + table);
                sql("drop table kept_" + table);
            }
            sql("set referential_integrity true");
            Files.write(anchor, marked);
        }
        assertEquals(List.of(), audit.verify());
    }

    /** On one connection, because what is set for the database ends with the last one. */
    private static void sqlAll(String statements) throws SQLException {
        DatabaseSettings settings = settings();
        try (Connection connection =
                        DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
                Statement run = connection.createStatement()) {
            for (String statement : statements.split(";")) {
                if (!statement.isBlank()) {
                    run.execute(statement);
                }
            }
        }
    }

    private static void sql(String statement) throws SQLException {
        sqlAll(statement);
    }
}
