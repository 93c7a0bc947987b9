package dev.vesper.app.attack;

import dev.vesper.adapters.api.ApiJson;
import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.adapters.api.server.Mount;
import dev.vesper.adapters.console.Forms;
import dev.vesper.adapters.console.Pages;
import dev.vesper.adapters.console.access.Door;
import dev.vesper.adapters.console.server.ConsoleServlet;
import dev.vesper.adapters.rules.Trusted;
import dev.vesper.adapters.store.Database;
import dev.vesper.adapters.store.DatabaseSettings;
import dev.vesper.adapters.store.HibernateAuditLog;
import dev.vesper.adapters.store.HibernateEventLog;
import dev.vesper.adapters.store.HibernateProposalStore;
import dev.vesper.adapters.store.HibernateRunStore;
import dev.vesper.adapters.store.HibernateTaskStore;
import dev.vesper.approvals.DrawnStep;
import dev.vesper.approvals.People;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.AnswerTask;
import dev.vesper.desk.approval.ApprovalNeeds;
import dev.vesper.desk.approval.ApprovalRules;
import dev.vesper.desk.approval.CheckedData;
import dev.vesper.desk.approval.DecideProposal;
import dev.vesper.desk.approval.HandleTask;
import dev.vesper.desk.approval.KnownApprovals;
import dev.vesper.desk.approval.LeftOutOrder;
import dev.vesper.desk.approval.LeftToAnswer;
import dev.vesper.desk.approval.Proposals;
import dev.vesper.desk.approval.RunQuestions;
import dev.vesper.desk.approval.StandingApproval;
import dev.vesper.desk.approval.TaskCards;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.TaskTexts;
import dev.vesper.desk.approval.VouchData;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.operations.AuditParts;
import dev.vesper.desk.operations.RunParts;
import dev.vesper.desk.operations.ServeOperations;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.run.OpenRun;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageResult;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.testing.FilesOpenBooks;
import dev.vesper.testing.Folders;
import dev.vesper.testing.JudgedRest;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryInputs;
import dev.vesper.testing.MemoryLake;
import dev.vesper.testing.MemoryOperations;
import dev.vesper.testing.MemoryRequests;
import dev.vesper.testing.MemoryUsers;
import dev.vesper.testing.NoProbes;
import dev.vesper.testing.SmallFirm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The approvals of a firm over the stores that {@code up} has, in an H2 database in memory, served over HTTP with its console;
 * and somebody with every right in that database. What approvals do not need is in memory.
 */
final class AttackedFirm implements AutoCloseable {
    static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    static final int ORDERS = 7;

    /** Beside the delivered row: an account that trades more than 4,000 needs a second checker too, and one of 1,000 risk. */
    private static final String ROWS =
            row("large", 4_000, 3, "checkers, checkers, risk") + row("medium", 1_000, 2, "checkers, risk");

    final MemoryInputs inputs = new MemoryInputs(SmallFirm.firm());
    final HibernateAuditLog audit;
    final MemoryUsers users;
    final ServeOperations operations;
    final ApiServer server;
    final StandingApproval approval;
    private final InstantSource clock = InstantSource.fixed(NOON);
    private final Database database;
    private final Connection sql;
    private final HibernateRunStore runs;
    private final HibernateTaskStore tasks;
    private final HibernateEventLog events;
    private final HibernateProposalStore sums;
    private final Proposals proposals;
    private final ApprovalRules rules;

    AttackedFirm(Path home) throws SQLException {
        DatabaseSettings settings = new DatabaseSettings(
                "jdbc:h2:mem:attacked;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
                "sa",
                "",
                Path.of("migrations").toAbsolutePath(),
                home);
        rules = table(home);
        database = Database.open(settings);
        sql = DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
        audit = new HibernateAuditLog(database);
        runs = new HibernateRunStore(database);
        tasks = new HibernateTaskStore(database, audit);
        events = new HibernateEventLog(database);
        sums = new HibernateProposalStore(database);
        users = new MemoryUsers(audit, clock);
        proposals = new Proposals(sums, inputs, events, audit, clock);
        approval = new StandingApproval(tasks, events, audit, proposals, inputs, clock);
        operations = operations();
        server = ApiServer.start(
                0,
                operations,
                MemoryRequests.kept(),
                new NoProbes(),
                new Mount(
                        "/console",
                        token -> new ConsoleServlet(
                                Pages.ALL,
                                Forms.ALL,
                                operations::as,
                                Optional.of(new Door(users.access, Optional.empty(), clock)),
                                token,
                                clock,
                                AttackedFirm.class.getClassLoader(),
                                ApiJson::write),
                        Optional.of(Door.IDLE),
                        Forms::takesFile));
    }

    private AnswerTask answers() {
        return new AnswerTask(
                runs,
                tasks,
                events,
                audit,
                proposals,
                inputs,
                JudgedRest.over(runs, inputs),
                new TaskTexts(runs, runs, _ -> SmallFirm.firm()),
                clock);
    }

    private ServeOperations operations() {
        Memory memory = new Memory();
        ServeOperations rest = MemoryOperations.over(memory, clock, Optional.empty());
        KnownApprovals known = new KnownApprovals(events);
        RunParts parts = rest.runs();
        return new ServeOperations(
                new RunParts(
                        runs,
                        parts.states(),
                        parts.traces(),
                        runs,
                        parts.snapshots(),
                        List.of(new RunQuestions(
                                runs,
                                tasks,
                                this::answers,
                                () -> new HandleTask(runs, tasks, audit, known, inputs, clock),
                                () -> new LeftToAnswer(runs, tasks, known, inputs, _ -> People.UNKNOWN),
                                () -> new TaskCards(runs, known, inputs, (_, _, _) -> Optional.empty(), clock))),
                        runs,
                        run -> LeftOutOrder.of(events, run),
                        parts.costs(),
                        parts.reports(),
                        parts.abandon(),
                        parts.incidents(),
                        parts.resume(),
                        parts.worker()),
                rest.blotter(),
                rest.limits(),
                rest.repair(),
                rest.quality(),
                new AuditParts(audit, rest.audit().anchors(), rest.audit().chain()),
                rest.books(),
                rest.schedule(),
                rest.practice(),
                rest.kills(),
                rest.venues(),
                rest.breakers(),
                rest.rules(),
                rest.drawnChange(),
                rest.tables(),
                rest.replays(),
                rest.waivers(),
                rest.breaches(),
                rest.health(),
                () -> users.access,
                clock);
    }

    /**
     * A day that decided its orders and asks everybody.
     *
     * @param units of each order, at 20.00: by what the larger account trades, 5, 20 and 60 need one, two and three approvals
     * @param people of the firm
     */
    RunId asks(int units, People people) {
        RunRecord day = runs.open(SmallFirm.DATE, "/firms/small", 42, false, NOON);
        RunId run = day.id();
        inputs.people = People.UNKNOWN; // who is left is told later
        new OpenRun(runs, inputs, new FilesOpenBooks(), audit, clock).resume(day);
        var data = new CheckedData(
                runs, sums, runs, tasks, new MemoryLake(SmallFirm.prices()), inputs, events, audit, clock);
        new VouchData(
                        stage(
                                CheckData.NAME,
                                checked -> runs.saveData(
                                        checked,
                                        new DataCheck(
                                                "s", 10, 0, SmallFirm.DATE, SmallFirm.DATE, List.of(), false, ""))),
                        runs,
                        data)
                .run(run);
        new DecideProposal(
                        stage(
                                Rebalance.NAME,
                                decided -> runs.saveRebalance(
                                        decided,
                                        Stream.of(new RebalanceResult(List.of(), orders(decided, units), List.of())),
                                        List.of())),
                        runs,
                        data,
                        new ApprovalNeeds(rules, runs, inputs, _ -> List.of(DrawnStep.OPEN)),
                        proposals)
                .run(run);
        answers().ask(run, TaskKind.PROPOSE_TRADES, 1);
        answers().ask(run, TaskKind.APPROVE_TRADES, 1);
        inputs.people = people;
        return run;
    }

    /** A day as it is stored. */
    RunRecord run(RunId run) {
        return runs.find(run).orElseThrow();
    }

    /** The firm's own table, with rows that ask for more by amount; judged by what judges it in a day. */
    private static ApprovalRules table(Path home) {
        Path rules = Folders.copy(Path.of("rules"), home.resolve("rules"));
        Path table = rules.resolve("approvals/trades.dmn");
        try {
            String text = Files.readString(table);
            int last = text.lastIndexOf("      <rule id=");
            Files.writeString(table, text.substring(0, last) + ROWS + text.substring(last));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Trusted.rules(rules);
    }

    private static String row(String id, int above, int approvals, String groups) {
        String cell = "<%1$sEntry id=\"" + id + "-%2$s\"><text>%3$s</text></%1$sEntry>";
        return "<rule id=\"" + id + "\">" + cell.formatted("input", "account", "-")
                + cell.formatted("input", "amount", "&gt; " + above) + cell.formatted("input", "turnover", "-")
                + cell.formatted("output", "approvals", approvals)
                + cell.formatted("output", "groups", "\"" + groups + "\"")
                + "<annotationEntry><text>By amount</text></annotationEntry></rule>\n";
    }

    private static List<ParentOrder> orders(RunId run, int units) {
        return IntStream.range(0, ORDERS)
                .mapToObj(i -> new ParentOrder(
                        order(run, i),
                        i % 2 == 0 ? "ANNA" : "BEN",
                        "S00",
                        Side.BUY,
                        BigDecimal.valueOf(units),
                        BigDecimal.ONE,
                        new BigDecimal("0.01"),
                        BigDecimal.valueOf(20),
                        "USD",
                        SlicingStrategy.TWAP,
                        List.of()))
                .toList();
    }

    static String order(RunId run, int number) {
        return run + "-o" + number;
    }

    private static Stage stage(StageName name, Consumer<RunId> does) {
        return new Stage() {
            @Override
            public StageName name() {
                return name;
            }

            @Override
            public StageResult run(RunId run) {
                does.accept(run);
                return () -> "done";
            }
        };
    }

    /** The newest row of the audit. */
    long newest() throws SQLException {
        return Long.parseLong(
                rows("select coalesce(max(sequence), 0) from audit_row").getFirst());
    }

    /** What was written since a row of the audit, each as its action and its subject. */
    List<String> since(long row) throws SQLException {
        return rows(
                "select concat(action, ' ', subject) from audit_row where sequence > " + row + " order by sequence");
    }

    /** All that the approval of a run consists of. */
    List<String> kept(RunId run) throws SQLException {
        List<String> all = rows("select count(*) from event");
        all.addAll(rows("select concat(task_id, decision, decided_by, reason) from user_task where run_id = '" + run
                + "' order by task_id"));
        all.addAll(rows("select status from run where run_id = '" + run + "'"));
        return all;
    }

    /** The first column of what a statement finds. */
    List<String> rows(String statement) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement asked = sql.createStatement();
                ResultSet rows = asked.executeQuery(statement)) {
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
        }
        return found;
    }

    /** Does something to the database behind everybody's back; answers how many rows the last statement changed. */
    int forge(String... statements) throws SQLException {
        int changed = 0;
        try (Statement forged = sql.createStatement()) {
            for (String statement : statements) {
                forged.execute(statement);
                changed = forged.getUpdateCount();
            }
        }
        return changed;
    }

    @Override
    public void close() throws SQLException {
        server.close();
        try (Statement end = sql.createStatement()) {
            end.execute("shutdown");
        }
        sql.close();
        database.close();
    }
}
