package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.junit.jupiter.api.Test;

/** The schema itself: its views, its migrations, who may open it. */
abstract class SchemaCases extends StoreCases {
    @Test
    void everyTableCanBeQueriedAndExplained() throws SQLException {
        RunRecord run = soldHundredIbm(false, RunStatus.DONE);
        assertEquals(
                List.of("IBM 100.000000 150.200000 3.3278"),
                store.query("select symbol || ' ' || filled || ' ' || average_price || ' ' || execution_cost_bps"
                        + " from order_result where filled > 0 and run_id = '" + run.id() + "'"));
        assertEquals(
                List.of("CUT 1", "PASS 1"),
                store.query("select outcome || ' ' || count(*) from verdict group by outcome order by outcome"));
    }

    @Test
    void anEditedMigrationIsNoticed() throws Exception {
        store.close();
        Path copy = Files.createDirectory(home().resolve("edited"));
        try (var files = Files.list(StoreIT.MIGRATIONS)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Path edited = copy.resolve("V001__run.sql");
        Files.writeString(edited, Files.readString(edited).replace("run_by_firm", "run_by_firm_name"));
        DatabaseSettings other = new DatabaseSettings(
                store.settings().jdbcUrl(),
                store.settings().user(),
                store.settings().password(),
                copy,
                store.settings().home());
        Problem problem = assertThrows(Problem.class, () -> Database.open(other));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.getMessage().contains("001"), problem::getMessage);
        reopen();
    }

    /** In a schema of its own: made as it was before V020, V031 and V110, filled, and brought up to date. */
    @Test
    void whatAnOlderVersionExecutedIsKept() throws SQLException {
        Flyway.configure().configuration(to("19")).load().migrate();
        reopen(); // H2 ties the checks of a table to the connection that made it
        store.sql("insert into older.run values ('2018-04-11-001', date '2018-04-11', 1, '/firm', 42, false, 'DONE',"
                + " timestamp with time zone '2018-04-11 12:00:00+00')");
        store.sql(
                "insert into older.rebalance (run_id, accounts, orders, verdicts) values ('2018-04-11-001', 1, 1, 0)");
        store.sql("insert into older.parent_order values ('2018-04-11-001', '2018-04-11-001-0001', 0, 'ACC1', 'IBM',"
                + " 'SELL', 100, 1, 0.01, 150.25, 'USD', 'TWAP')");
        store.sql(
                "insert into older.account_plan values ('2018-04-11-001', 'ACC1', 0, 'Fund', 'core', 'USD', 1, 2, 'hrp',"
                        + " 3, 0.1, 0.05, 0.2, 0, '0hard', '{}')");
        store.sql("insert into older.plan_weight values ('2018-04-11-001', 'ACC1', 'IBM', 0.25, null)");
        store.sql("insert into older.chosen_lot values ('2018-04-11-001', '2018-04-11-001-0001', 0, 'L7', 100, 12.5,"
                + " date '2017-03-01')");
        store.sql(
                "insert into older.verdict values ('2018-04-11-001', 0, 'cash', '9', 'CUT', 'ACC1', 'IBM', 'why', 1, 2, 3,"
                        + " 'less', '{}')");
        store.sql(
                "insert into older.child_order (run_id, client_order_id, position, parent_id, slice, venue, symbol, side,"
                        + " quantity, limit_price, sent_millis, expire_millis) values ('2018-04-11-001',"
                        + " '2018-04-11-001-0001-3-LIT', 7, '2018-04-11-001-0001', 3, 'LIT', 'IBM', 'SELL', 100, 150.2, 1, 2)");
        store.sql("insert into older.child_outcome (run_id, client_order_id, state, filled, reason) values"
                + " ('2018-04-11-001', '2018-04-11-001-0001-3-LIT', 'FILLED', 100, '')");
        store.sql(
                "insert into older.fill (run_id, venue, execution_id, client_order_id, parent_id, account, symbol, side,"
                        + " quantity, price, fee, millis) values ('2018-04-11-001', 'LIT', 'E1', '2018-04-11-001-0001-3-LIT',"
                        + " '2018-04-11-001-0001', 'ACC1', 'IBM', 'SELL', 100, 150.2, 0.5, 1)");
        Flyway.configure().configuration(to("30")).load().migrate();
        reopen();
        store.sql("insert into older.ledger_entry values ('real:/firm', 1, '" + "a".repeat(64)
                + "', 'opening', '2018-04-11-001/ACC1', 'ACC1', date '2018-04-11', null,"
                + " timestamp with time zone '2018-04-11 12:00:00+00', 'as the files say', null, null, null)");
        store.sql("insert into older.ledger_posting values ('real:/firm', 1, 1, 'settled-cash', 'USD', null, 12.5,"
                + " 'principal')");
        store.sql("insert into older.ledger_entry values ('real:/firm', 2, '" + "b".repeat(64)
                + "', 'flow', '7', 'ACC1', date '2018-04-12', null,"
                + " timestamp with time zone '2018-04-12 12:00:00+00', '', null, null, null)");
        store.sql("insert into older.ledger_posting values ('real:/firm', 2, 1, 'settled-cash', 'USD', null, 1,"
                + " 'principal')");
        store.sql("insert into older.ledger_posting values ('real:/firm', 2, 2, 'equity', 'USD', null, -1,"
                + " 'principal')");
        Flyway.configure().configuration(to("latest")).load().migrate();
        assertEquals(
                List.of(
                        "1 opening 2018-04-11-001/ACC1 as the files say settled-cash 12.50 1",
                        "2 flow 7  settled-cash 1.00 2",
                        "2 flow 7  equity -1.00 3"),
                store.query("select e.sequence || ' ' || e.kind || ' ' || e.source || ' ' || e.memo || ' '"
                        + " || p.account_type || ' ' || cast(p.amount as numeric(9, 2)) || ' ' || p.number"
                        + " from older.ledger_entry e join older.ledger_posting p"
                        + " on p.number >= e.first_line and p.number < e.first_line + e.lines order by p.number"));
        assertEquals(
                List.of("real:/firm 2 2 2018-04-12 equity"),
                store.query("select book || ' ' || sequence || ' ' || line || ' ' || effective || ' ' || account_type"
                        + " from older.ledger_line where amount < 0"));
        assertEquals(
                List.of("2018-04-11-001-0001-3-LIT 7 3 LIT 100.00 FILLED 0.50 100.00"),
                store.query("select c.client_order_id || ' ' || c.position || ' ' || c.slice || ' ' || c.venue || ' '"
                        + " || cast(c.quantity as numeric(9, 2)) || ' ' || o.state || ' '"
                        + " || cast(f.fee as numeric(9, 2)) || ' ' || cast(r.filled as numeric(9, 2))"
                        + " from older.child_order c"
                        + " join older.child_outcome o on o.client_order_id = c.client_order_id"
                        + " join older.fill f on f.client_order_id = c.client_order_id"
                        + " join older.order_result r on r.parent_id = c.parent_id"));
        assertEquals(
                List.of("ACC1 IBM 0.25 L7 12.50 2017-03-01 cash 9 CUT IBM why 3.00 less"),
                store.query("select w.account || ' ' || w.symbol || ' ' || w.before_trading || ' ' || l.lot_id || ' '"
                        + " || cast(l.cost as numeric(9, 2)) || ' ' || l.acquired || ' ' || v.rule || ' ' || v.version"
                        + " || ' ' || v.outcome || ' ' || v.subject || ' ' || v.reason || ' '"
                        + " || cast(v.permitted as numeric(9, 2)) || ' ' || v.would_pass"
                        + " from older.plan_weight w join older.chosen_lot l on l.run_id = w.run_id"
                        + " join older.verdict v on v.run_id = w.run_id"));
        store.sql("drop schema older cascade");
    }

    private Configuration to(String target) {
        return Flyway.configure()
                .placeholders(Database.words(store.settings()))
                .dataSource(
                        store.settings().jdbcUrl(),
                        store.settings().user(),
                        store.settings().password())
                .locations("filesystem:" + StoreIT.MIGRATIONS)
                .schemas("older")
                .target(target);
    }

    @Test
    void aWrongPasswordIsSaidWithoutShowingIt() {
        store.close();
        DatabaseSettings wrong = new DatabaseSettings(
                store.settings().jdbcUrl(),
                "nobody",
                "s3cret-wrong",
                store.settings().migrations(),
                store.settings().home());
        Problem problem = assertThrows(Problem.class, () -> Database.open(wrong));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.getMessage().contains("VESPER_DB_PASSWORD"), problem::getMessage);
        assertFalse((problem.getMessage() + wrong).contains("s3cret"), problem::getMessage);
        reopen();
    }

    /** As the rebalances of several days do: were all connections held by such, each would wait for another. */
    @Test
    void manyThatReadInTheMidstOfAWriteDoNotWaitForOneAnother() throws Exception {
        Database database = store.database();
        CyclicBarrier allWrite = new CyclicBarrier(Database.AT_ONCE);
        try (ExecutorService threads = Executors.newFixedThreadPool(Database.AT_ONCE)) {
            List<Future<Long>> counted = IntStream.range(0, Database.AT_ONCE)
                    .mapToObj(_ -> threads.submit(() -> database.write(around -> {
                        await(allWrite);
                        return database.read(
                                session -> session.createSelectionQuery("select count(*) from RunRow r", Long.class)
                                        .getSingleResult());
                    })))
                    .toList();
            for (Future<Long> one : counted) {
                assertEquals(0, one.get());
            }
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }
}
