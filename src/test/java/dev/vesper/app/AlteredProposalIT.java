package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.firm.FrozenInputs;
import dev.vesper.adapters.store.Database;
import dev.vesper.adapters.store.DatabaseSettings;
import dev.vesper.adapters.store.HibernateAuditLog;
import dev.vesper.adapters.store.HibernateEventLog;
import dev.vesper.adapters.store.HibernateProposalStore;
import dev.vesper.adapters.store.HibernateRunStore;
import dev.vesper.adapters.store.HibernateTaskStore;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.approval.Proposals;
import dev.vesper.desk.approval.StandingApproval;
import dev.vesper.testing.VesperProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two people have approved a day; then somebody who may write the database and the state folder alters what they approved.
 * Nothing of it is executed, and what was altered is named.
 */
class AlteredProposalIT {
    private static final RunId RUN = new RunId("2025-12-31-001");

    /**
     * What says where a run stands, and what took whose place, for which events of their own vouch (ReplayVerifier): no part of
     * what is approved.
     */
    private static final Set<String> FREE =
            Set.of("run.status", "run.supersedes", "run.replayed_from", "run.superseded_by");

    @TempDir
    static Path folder;

    private static Path approved;
    private static Path state;
    private static Database database;
    private static HibernateRunStore runs;
    private static HibernateAuditLog audit;
    private static StandingApproval approval;

    @BeforeAll
    static void twoPeopleApprove() throws Exception {
        Path firm = folder.resolve("firm");
        VesperProcess.sampleFirm(firm);
        Path yaml = firm.resolve("firm.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("sample: true", "sample: false"));
        approved = folder.resolve("approved");
        assertEquals(3, vesper(approved, "eod", "--firm", firm.toString()).exitCode());
        Map<String, String> tokens = LetIn.people(approved, Map.of("Anna", Role.TRADER, "Ben", Role.APPROVER));
        assertEquals(0, approve(tokens.get("Anna"), "propose-trades"));
        assertEquals(
                3,
                vesper(approved, "eod", "--firm", firm.toString(), "--resume").exitCode());
        assertEquals(0, approve(tokens.get("Ben"), "approve-trades"));
        state = copy("in-process");
        database = Database.open(DatabaseSettings.h2(
                state.resolve("store"), Path.of("migrations").toAbsolutePath()));
        runs = new HibernateRunStore(database);
        audit = new HibernateAuditLog(database);
        var events = new HibernateEventLog(database);
        var inputs = new FrozenInputs(new FirmFolder(), state.resolve("runs"), Set.of());
        InstantSource clock = InstantSource.system();
        sql("drop trigger if exists event_append_only"); // an administrator can
        sql("drop trigger if exists audit_row_append_only");
        approval = new StandingApproval(
                new HibernateTaskStore(database, audit),
                events,
                audit,
                new Proposals(new HibernateProposalStore(database), inputs, events, audit, clock),
                inputs,
                clock);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static int approve(String token, String task) throws Exception {
        return VesperProcess.start(approved, Map.of("VESPER_TOKEN", token), "tasks", "approve", RUN + "/" + task)
                .await()
                .exitCode();
    }

    private static VesperProcess.Result vesper(Path state, String... command) throws Exception {
        return VesperProcess.start(state, command).await();
    }

    private static Path copy(String name) throws IOException {
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(approved)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, to.resolve(approved.relativize(file).toString()));
            }
        }
        return to;
    }

    private static void stands() {
        approval.mustStand(runs.find(RUN).orElseThrow());
    }

    private static String refused() {
        Problem problem = assertThrows(Problem.class, AlteredProposalIT::stands);
        assertEquals(Problem.Kind.REFUSED, problem.kind(), problem.getMessage());
        return String.valueOf(problem.getMessage());
    }

    @Test
    void untouchedItStands() {
        assertDoesNotThrow(AlteredProposalIT::stands);
    }

    /** Whoever adds a column to one of these tables binds it, or says here why not. */
    @ParameterizedTest
    @CsvSource({
        "run, the run",
        "data_check, the data check",
        "rebalance, the",
        "account_plan, the plans",
        "plan_weight, the plans",
        "parent_order, the orders",
        "chosen_lot, the orders",
        "verdict, the verdicts"
    })
    void everyColumnIsBound(String table, String named) throws Exception {
        List<String> columns = columns(table);
        assertTrue(columns.size() > 1, columns::toString);
        for (String column : columns) {
            String name = column.substring(0, column.indexOf(' '));
            if (FREE.contains(table + "." + name) || name.equals("run_id") || table.equals("run") && fixed(name)) {
                continue;
            }
            attack(
                    table,
                    "update " + table + " set " + name + " = " + altered(column) + " where run_id = '" + RUN
                            + "' and rownum() = 1",
                    named);
        }
    }

    /** The date and the number are in the id too; the database holds them together. */
    private static boolean fixed(String name) {
        return name.equals("number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"data_check", "rebalance", "account_plan", "plan_weight", "parent_order", "chosen_lot", "verdict"
            })
    void aDeletedRowIsFound(String table) throws Exception {
        attack(table, "delete from " + table + " where run_id = '" + RUN + "' and rownum() = 1", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parent_order | parent_id = 'another', position = 100000",
                "chosen_lot | position = 100000",
                "chosen_lot | parent_id = 'nobody', position = 100000",
                "verdict | position = 100000000",
                "plan_weight | symbol = 'NOWHERE'",
                "plan_weight | account = 'NOBODY'",
                "account_plan | account = 'NOBODY', position = 100000"
            })
    void anInsertedRowIsFound(String table, String changed) throws Exception {
        attack(
                table,
                "create table forged as select * from " + table + " where run_id = '" + RUN
                        + "' fetch first row only; update forged set " + changed
                        + "; insert into " + table + " select * from forged; drop table forged",
                "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update user_task set decided_by = 'Mallory' where kind = 'approve-trades' | the answer to 2025-12-31-001/approve-trades",
                "update user_task set decision = 'reject' where kind = 'propose-trades' | the answer to 2025-12-31-001/propose-trades",
                "insert into user_task select concat(run_id, '/release-data'), run_id, 'release-data', question, detail, raised_at, decision, decided_by, decided_at, reason from user_task where kind = 'approve-trades' | the answer to 2025-12-31-001/release-data",
                "insert into user_task select concat(run_id, '/second'), run_id, kind, question, detail, raised_at, decision, decided_by, decided_at, reason from user_task where kind = 'approve-trades' | the task 2025-12-31-001/second was inserted",
                "insert into user_task select concat(run_id, '/third'), run_id, 'bless-trades', question, detail, raised_at, decision, decided_by, decided_at, reason from user_task where kind = 'approve-trades' | a task was inserted or altered"
            })
    void anInsertedOrAlteredAnswerIsFound(String forgery, String named) throws Exception {
        attack("user_task", forgery, named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event | delete from event where stream like 'four-eyes/%' and sequence = 2 | is missing",
                "event | delete from event where stream like 'proposal/%' | is missing",
                "event | delete from event where stream like 'run/%' | is missing",
                "event | update event set body = replace(body, 'Ben', 'Eve') where stream like 'four-eyes/%' | was altered",
                "event | update event set body = concat(body, ' ') where stream like 'proposal/%' | was altered",
                "audit_row | update audit_row set actor = 'Eve' where action = 'trades-approved' | was altered",
                "audit_row | update audit_row set rehearsal = true where action = 'trades-approved' | was altered",
                "audit_row | delete from audit_row where action = 'run-opened' | ",
                "audit_row | delete from audit_row | knows nothing of the run",
                "audit_row | delete from audit_row where action = 'trades-approved' | ",
                "audit_head | update audit_head set sequence = sequence - 1 | row "
            })
    void anApprovalThatTheChainDoesNotHoldIsFound(String table, String forgery, String named) throws Exception {
        attack(table, forgery, named == null ? "" : named);
    }

    /** Made a rehearsal, two demo users would have answered; made none, its orders would be real. */
    @Test
    void aChangedRehearsalFlagIsNamed() throws Exception {
        attack("run", "update run set rehearsal = not rehearsal", "but row");
    }

    @Test
    void everyFrozenFileIsBound() throws Exception {
        Path input = state.resolve("runs").resolve(RUN.value()).resolve("input");
        List<Path> files;
        try (Stream<Path> found = Files.walk(input)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        assertTrue(files.size() >= 5, files::toString);
        for (Path file : files) {
            byte[] before = Files.readAllBytes(file);
            Files.write(file, new byte[] {'\n'}, StandardOpenOption.APPEND);
            assertTrue(refused().contains("the frozen inputs ("), file::toString);
            Files.delete(file);
            assertTrue(refused().contains("the frozen inputs ("), file::toString);
            Files.write(file, before);
            stands();
        }
        Path added = Files.createDirectories(input.resolve("tape")).resolve("AAA.csv");
        Files.writeString(added, "time,price,quantity\n");
        assertTrue(refused().contains("the frozen inputs ("));
        Files.delete(added);
        stands();
    }

    /** The packaged program: the day ends refused with exit code 3, and no child was ever made. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update parent_order set quantity = quantity + lot_size where position = 0 | the orders (",
                "FILE | the frozen inputs (",
                "MANIFEST | the manifest of the accepted prices, snapshot ",
                "OBJECT | of the lake was altered: its content gives "
            })
    void theProgramRefusesBeforeTheFirstChild(String attack, String named) throws Exception {
        Path attacked = copy("attacked-" + named.replaceAll("[^a-z]", ""));
        if (attack.equals("FILE")) {
            Path positions = attacked.resolve("runs")
                    .resolve(RUN.value())
                    .resolve("input")
                    .resolve("positions.csv");
            Files.writeString(positions, Files.readString(positions).replaceFirst(",([0-9])", ",9$1"));
        } else if (attack.equals("MANIFEST") || attack.equals("OBJECT")) {
            try (Stream<Path> lake = Files.walk(attacked.resolve("lake"))) {
                Path object = lake.filter(Files::isRegularFile)
                        .filter(file -> file.toString().contains("facts"))
                        .filter(file ->
                                file.toString().endsWith(attack.equals("OBJECT") ? "prices.parquet" : "manifest.json"))
                        .findFirst()
                        .orElseThrow();
                Files.write(object, " ".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
            }
        } else {
            sqlIn(attacked, attack);
        }
        VesperProcess.Result day =
                vesper(attacked, "eod", "--firm", folder.resolve("firm").toString(), "--resume");
        assertEquals(3, day.exitCode(), day.output());
        assertTrue(day.output().contains(named), day.output());
        assertEquals("0", sqlIn(attacked, "select count(*) from child_order"));
        assertEquals("REFUSED", sqlIn(attacked, "select status from run"));
        assertEquals(
                "1",
                sqlIn(
                        attacked,
                        "select least(1, count(*)) from audit_row where action in ('proposal-altered', 'data-altered')"));
    }

    /** Alters, sees the refusal, puts everything back, with what Vesper wrote meanwhile, and sees that it stands again. */
    private static void attack(String table, String forgery, String named) throws Exception {
        Path anchor = state.resolve("store/audit.anchor");
        byte[] marked = Files.readAllBytes(anchor);
        sql("set referential_integrity false");
        Set<String> tables = new TreeSet<>(List.of(table, "event", "audit_row", "audit_head"));
        for (String one : tables) {
            sql("create table kept_" + one + " as select * from " + one);
        }
        try {
            sql(forgery);
            assertFalse(audit.verify().isEmpty(), () -> "audit verify finds nothing after " + forgery);
            String said = refused();
            assertTrue(said.contains(named), () -> forgery + "\n" + said);
        } finally {
            for (String one : tables) {
                sql("delete from " + one);
                sql("insert into " + one + " select * from kept_" + one);
                sql("drop table kept_" + one);
            }
            sql("drop table if exists forged");
            sql("set referential_integrity true");
            Files.write(anchor, marked);
        }
        stands();
        assertEquals(List.of(), audit.verify());
    }

    private static List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = connect(state);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select column_name, data_type from information_schema.columns where table_name = '" + table
                                + "' order by ordinal_position")) {
            while (found.next()) {
                columns.add(found.getString(1) + " " + found.getString(2));
            }
        }
        return columns;
    }

    private static String altered(String column) {
        String name = column.substring(0, column.indexOf(' '));
        String type = column.substring(column.indexOf(' ') + 1).toLowerCase(java.util.Locale.ROOT);
        return switch (name) {
            case "side" -> "case side when 'BUY' then 'SELL' else 'BUY' end";
            case "outcome" -> "case outcome when 'PASS' then 'WARN' else 'PASS' end";
            case "currency" -> "case currency when 'USD' then 'EUR' else 'USD' end";
            case "quarantined" -> "quarantined + 1";
            case "snapshot" -> "concat('x', substring(snapshot from 2))";
            case "position" -> "position + 1000000";
            default ->
                switch (type) {
                    case "character varying", "character large object" -> "coalesce(" + name + ", '') || 'x'";
                    case "boolean" -> "not " + name;
                    case "date" -> "coalesce(" + name + ", date '2000-01-01') + interval '1' day";
                    case "timestamp with time zone" -> name + " + interval '0.000001' second";
                    default -> "coalesce(" + name + ", 0) + 1";
                };
        };
    }

    private static void sql(String statements) throws SQLException {
        for (String statement : statements.split("; ")) {
            sqlIn(state, statement);
        }
    }

    private static Connection connect(Path state) throws SQLException {
        DatabaseSettings settings = DatabaseSettings.h2(state.resolve("store"), Path.of("migrations"));
        return DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
    }

    private static String sqlIn(Path state, String statement) throws SQLException {
        try (Connection connection = connect(state);
                Statement run = connection.createStatement()) {
            if (!run.execute(statement)) {
                return "";
            }
            try (ResultSet rows = run.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
