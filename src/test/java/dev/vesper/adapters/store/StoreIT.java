package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.FourEyesEvent.Approved;
import dev.vesper.approvals.FourEyesEvent.Proposed;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.data.Severity;
import dev.vesper.desk.approval.ApprovalVerdict;
import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.rebalance.PastTrade;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.run.DayInstance;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.orders.slice.RowSums;
import dev.vesper.orders.slice.SliceEvent;
import dev.vesper.orders.slice.SliceEvent.SliceBooked;
import dev.vesper.orders.slice.SliceEvent.SliceSent;
import dev.vesper.portfolio.RealisedGain.SoldLot;
import dev.vesper.testing.SliceSaves;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the store must hold to, on every engine: the same migrations, the same mapping, the same tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreIT {
    static final Path MIGRATIONS = Path.of("migrations").toAbsolutePath();

    /** Children before parents. */
    private static final List<String> TABLES = List.of(
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
            "data_check",
            "run_stage",
            "run",
            "event",
            "audit_row");

    private Path home;
    private DatabaseSettings settings;
    private Database database;
    private HibernateRunStore runs;
    private HibernateOrderStore orders;
    private HibernateAuditLog audit;
    private HibernateTaskStore tasks;
    private HibernateEventLog events;

    /** Settings of an empty database. */
    abstract DatabaseSettings empty(Path folder) throws Exception;

    /** How someone with every right takes the trigger off. */
    abstract String dropTrigger(String table);

    @BeforeAll
    void openAStore(@TempDir Path folder) throws Exception {
        home = folder;
        settings = empty(home);
        open();
    }

    @BeforeEach
    void emptyTheStore() throws Exception {
        sql(dropTrigger("audit_row"));
        sql(dropTrigger("event"));
        for (String table : TABLES) {
            sql("delete from " + table);
        }
        sql("update audit_head set sequence = 0, hash = '" + AuditHash.GENESIS + "'");
        Files.deleteIfExists(home.resolve("audit.anchor"));
        database.guard();
    }

    @AfterAll
    void close() {
        database.close();
    }

    // ---- runs and stages

    @Test
    void runsOfADateAreNumberedAndNewestComeFirst() {
        RunRecord first = open(false);
        RunRecord second = runs.open(Sample.DATE, Sample.FIRM, 42, true, Sample.NOON.plusSeconds(60));
        RunRecord earlier = runs.open(Sample.DATE.minusDays(1), "other", -1, false, Sample.NOON.plusSeconds(120));
        assertEquals(new RunId("2018-04-11-001"), first.id());
        assertEquals(new RunId("2018-04-11-002"), second.id());
        assertEquals(new RunId("2018-04-10-001"), earlier.id());
        assertEquals(List.of(earlier, second), runs.recent(2));
        assertEquals(Optional.of(first), runs.find(first.id()));
        assertEquals(Optional.empty(), runs.find(new RunId("2018-04-11-003")));
    }

    @Test
    void twoWhoOpenARunAtOnceGetTwoNumbers() throws Exception {
        List<RunId> ids = atOnce(4, () -> open(false).id());
        assertEquals(4, ids.stream().distinct().count(), ids::toString);
    }

    @Test
    void theOpeningTimeIsTheSameAfterARestart() {
        RunRecord opened =
                runs.open(Sample.DATE, Sample.FIRM, 1, false, Instant.parse("2018-04-11T23:59:59.999999999Z"));
        assertEquals(Optional.of(opened), runs.find(opened.id()));
    }

    @Test
    void aRunChangesItsStatus() {
        RunId run = open(false).id();
        runs.status(run, RunStatus.WAITING);
        assertEquals(RunStatus.WAITING, runs.find(run).orElseThrow().status());
        assertThrows(IllegalArgumentException.class, () -> runs.status(new RunId("2000-01-01-001"), RunStatus.DONE));
    }

    @Test
    void stagesStayInTheOrderTheyWereStarted() {
        ShownStage rebalance = new ShownStage("rebalance");
        ShownStage approve = new ShownStage("approve-trades");
        RunId run = open(false).id();
        runs.stage(run, new StageRecord(rebalance, StageState.RUNNING, Sample.NOON, null, "{}", ""));
        runs.stage(run, new StageRecord(approve, StageState.RUNNING, Sample.NOON, null, "{}", ""));
        StageRecord done = new StageRecord(
                rebalance,
                StageState.DONE,
                Sample.NOON,
                Sample.NOON.plusMillis(1500),
                "{\"orders\":2}",
                "größer \u0001 ok");
        runs.stage(run, done);
        assertEquals(
                List.of(done, new StageRecord(approve, StageState.RUNNING, Sample.NOON, null, "{}", "")),
                runs.stages(run));
    }

    @Test
    void oneProcessInstanceWorksARun() {
        RunId run = open(false).id();
        var keys = new HibernateInstanceKeys(database);
        DayInstance first = DayInstance.first();
        assertEquals(Optional.empty(), keys.find(run));
        assertTrue(keys.replace(run, Optional.empty(), first));
        assertFalse(keys.replace(run, Optional.empty(), first.claimedBy(7)), "nothing was expected, but it is there");
        assertTrue(keys.replace(run, Optional.of(first), first.claimedBy(2251799813685251L)));
        assertFalse(keys.replace(run, Optional.of(first), first.next()), "another one has claimed it meanwhile");
        assertEquals(Optional.of(first.claimedBy(2251799813685251L)), keys.find(run));
    }

    @Test
    void theVerdictOfTheContractComesBackEqual() {
        RunId run = open(false).id();
        var check = new DataCheck(
                "0123456789abcdef",
                100,
                2,
                Sample.DATE.minusDays(9),
                Sample.DATE,
                List.of(new DataCheck.Breach(
                        "positive-price", Severity.ERROR, 2, "2 prices are not positive", "prices.csv:7")),
                true,
                "quarantine/x.csv");
        assertEquals(Optional.empty(), runs.data(run));
        runs.saveData(run, check);
        runs.saveData(run, check);
        assertEquals(Optional.of(check), runs.data(run));
    }

    // ---- the decision

    @Test
    void theDecisionComesBackEqual() {
        RunId run = open(false).id();
        assertEquals(Optional.empty(), runs.rebalance(run));
        RebalanceResult decided = Sample.rebalance(run);
        runs.saveRebalance(run, decided, Sample.lots());
        assertEquals(Optional.of(decided), runs.rebalance(run));
    }

    @Test
    void theFirstDecisionStands() {
        RunId run = open(false).id();
        RebalanceResult decided = Sample.rebalance(run);
        runs.saveRebalance(run, decided, Sample.lots());
        runs.saveRebalance(run, new RebalanceResult(List.of(), List.of(), List.of()), List.of());
        runs.saveRebalance(run, decided, Sample.lots());
        assertEquals(Optional.of(decided), runs.rebalance(run));
    }

    @Test
    void aDecisionToDoNothingIsADecision() {
        RunId run = open(false).id();
        RebalanceResult nothing = new RebalanceResult(List.of(), List.of(), List.of());
        runs.saveRebalance(run, nothing, Sample.lots());
        assertEquals(Optional.of(nothing), runs.rebalance(run));
    }

    @Test
    void aBrokenDecisionLeavesNothingBehind() {
        RunId run = open(false).id();
        RebalanceResult good = Sample.rebalance(run);
        AccountPlan twice = good.plans().getFirst();
        RebalanceResult broken = new RebalanceResult(List.of(twice, twice), good.orders(), good.verdicts());
        assertThrows(RuntimeException.class, () -> runs.saveRebalance(run, broken, Sample.lots()));
        assertEquals(Optional.empty(), runs.rebalance(run));
        runs.saveRebalance(run, good, Sample.lots());
        assertEquals(Optional.of(good), runs.rebalance(run));
    }

    // ---- children and fills

    @Test
    void childrenStayInTheOrderTheyWereDecidedAndAreStoredOnce() {
        RunId run = decided(open(false));
        List<ChildOrder> all = new ArrayList<>(Sample.children(run, 0, 3));
        Append<SliceEvent> first = SliceSaves.send(orders, run, 0, List.copyOf(all));
        orders.saveChildren(run, List.copyOf(all), first, Sample.NOON); // again, after a crash
        SliceSaves.book(orders, run, all, ended(all), List.of());
        List<ChildOrder> next = Sample.children(run, 1, 4);
        SliceSaves.send(orders, run, 1, next);
        orders.saveChildren(run, List.copyOf(all), first, Sample.NOON);
        all.addAll(next);
        assertEquals(all, orders.children(run));
        assertEquals(3, orders.history(run).size());
    }

    @Test
    void aSliceIsBookedOnce() {
        RunId run = decided(open(false));
        List<ChildOrder> children = Sample.children(run, 0, 2);
        SliceSaves.send(orders, run, 0, children);
        Fill lit = Sample.fill(children.get(0), "E1", "40", "150.21", "0.6", 36_000_500);
        Fill mid = Sample.fill(children.get(1), "E1", "100", "150.205", "0", 36_000_400);
        Fill late = Sample.fill(children.get(0), "E0", "60", "150.2", "0.9", 36_000_500);
        Append<SliceEvent> booked = SliceSaves.book(orders, run, children, ended(children), List.of(lit, mid, late));
        orders.saveOutcomes(run, ended(children), List.of(lit, mid, late), booked, Sample.NOON);
        orders.saveOutcomes(run, ended(children), List.of(lit), booked, Sample.NOON.plusSeconds(5));
        assertEquals(List.of(mid, late, lit), orders.fills(run));
        assertEquals(2, orders.outcomes(run).size());
        assertEquals(
                Sample.filled(children.get(1)),
                orders.outcomes(run).get(children.get(1).clientOrderId()));
        assertEquals(List.of(), audit.verify());
    }

    /** Two who work one run: what the slower one decided otherwise is refused whole. */
    @Test
    void aSliceThatSomebodyElseSentOtherwiseIsRefused() {
        RunId run = decided(open(false));
        List<ChildOrder> children = Sample.children(run, 0, 2);
        SliceSaves.send(orders, run, 0, children);
        RowSum other = RowSums.children(children.subList(0, 1));
        Problem refused = assertThrows(
                Problem.class,
                () -> orders.saveChildren(
                        run,
                        children.subList(0, 1),
                        new Append<>(OrderStore.stream(run), 0, List.of(new SliceSent(0, other, "0"))),
                        Sample.NOON));
        assertTrue(refused.getMessage().contains("orders/" + run + " to hold 0 events"), refused::getMessage);
        assertEquals(children, orders.children(run));
    }

    @Test
    void anotherRunMayUseTheSameExecutionId() {
        RunId first = decided(open(false));
        RunId second = decided(open(false));
        for (RunId run : List.of(first, second)) {
            worked(run, 0, 1);
        }
        assertEquals(1, orders.fills(first).size());
        assertEquals(1, orders.fills(second).size());
    }

    @Test
    void aFillOfAnUnknownChildIsNotBooked() {
        RunId run = decided(open(false));
        Fill fill = Sample.fill(Sample.children(run, 0, 1).getFirst(), "E1", "1", "1", "0", 1);
        RowSum sum = RowSums.fills(List.of(fill));
        Append<SliceEvent> forged = new Append<>(
                OrderStore.stream(run), 0, List.of(new SliceBooked(0, RowSums.children(List.of()), sum, "0")));
        assertThrows(
                RuntimeException.class, () -> orders.saveOutcomes(run, List.of(), List.of(fill), forged, Sample.NOON));
        assertEquals(List.of(), orders.fills(run));
        assertEquals(List.of(), orders.history(run), "the event goes with the rows");
    }

    @Test
    void thousandsOfChildrenAndFillsAreSavedAgainWithoutDuplicates() {
        RunId run = decided(open(false));
        List<ChildOrder> children = Sample.children(run, 0, 3500);
        Append<SliceEvent> sent = SliceSaves.send(orders, run, 0, children);
        orders.saveChildren(run, children, sent, Sample.NOON);
        List<Fill> fills = IntStream.range(0, 7000)
                .mapToObj(i -> Sample.fill(children.get(i / 2), "E" + i, "50", "150.2", "0.01", 36_000_000 + i))
                .toList();
        Append<SliceEvent> booked = SliceSaves.book(orders, run, children, ended(children), fills);
        orders.saveOutcomes(run, ended(children), fills, booked, Sample.NOON);
        assertEquals(children, orders.children(run));
        assertEquals(fills, orders.fills(run));
        assertEquals(3500, orders.outcomes(run).size());
        assertEquals(List.of(), audit.verify());
    }

    // ---- what vouches for children and fills

    @Test
    void theEndOfTheExecutionIsVouchedForOnce() {
        RunId run = worked(decided(open(false)), 0, 3);
        assertEquals(List.of(), audit.verify(), "before its end the links hold the stream together");
        orders.vouch(run, Sample.NOON, "3 children", true);
        orders.vouch(run, Sample.NOON, "3 children", true);
        assertEquals(1, audit.rows().size());
        assertEquals(AuditAction.ORDERS_EXECUTED, audit.rows().getFirst().action());
        assertTrue(audit.rows().getFirst().rehearsal());
        assertEquals(2, orders.history(run).size());
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void aRunWithoutSlicesIsNotVouchedFor() {
        orders.vouch(open(false).id(), Sample.NOON, "nothing", false);
        assertEquals(List.of(), audit.rows());
    }

    @ParameterizedTest
    @CsvSource({
        "update fill set price = price + 0.01 where execution_id = 'E1', fills of slice 1, altered",
        "update fill set account = 'ACC2' where execution_id = 'E1', fills of slice 1, altered",
        "delete from fill where execution_id = 'E1', fills of slice 1, deleted",
        "update child_outcome set filled = 99 where client_order_id like '%-1-1', outcomes of slice 1, altered",
        "delete from child_outcome where client_order_id like '%-1-1', outcomes of slice 1, deleted",
        "update child_order set limit_price = 1 where client_order_id like '%-1-2', children of slice 1, altered",
        "update child_order set position = 99 where client_order_id like '%-1-3', children of slice 1, altered",
        "update child_order set slice = 2 where client_order_id like '%-1-2', children of slice 1, deleted",
    })
    void anAlteredRowIsFound(String change, String what, String how) throws SQLException {
        RunId run = worked(worked(decided(open(false)), 0, 3), 1, 3);
        sql(change);
        String message = "the " + what + " of orders/" + run + " were " + how;
        assertFound(message);
        orders.vouch(run, Sample.NOON, "6 children", false);
        assertFound(message);
    }

    @Test
    void aDeletedChildIsFound() throws SQLException {
        RunId run = decided(open(false));
        SliceSaves.send(orders, run, 0, Sample.children(run, 0, 3));
        sql("delete from child_order where client_order_id like '%-0-2'");
        assertFound("the children of slice 0 of orders/" + run + " were deleted: 3 were stored, but 2 are there");
    }

    @Test
    void anInsertedFillIsFound() throws SQLException {
        RunId run = worked(decided(open(false)), 0, 3);
        sql("insert into fill select run_id, venue, 'E99', client_order_id, parent_id, account, symbol, side, quantity,"
                + " price, fee, millis from fill where execution_id = 'E0'");
        assertFound("the fills of slice 0 of orders/" + run + " were inserted: 1 were stored, but 2 are there");
    }

    @Test
    void anInsertedSliceIsFound() throws SQLException {
        RunId run = worked(decided(open(false)), 0, 3);
        sql("insert into child_order select run_id, client_order_id || 'x', 99, parent_id, 7, venue, symbol, side,"
                + " quantity, limit_price, sent_millis, expire_millis from child_order where position = 0");
        assertFound("the children of slice 7 of orders/" + run + " were inserted: no event vouches for them");
    }

    @Test
    void aDeletedEventOfOrdersIsFound() throws SQLException {
        RunId run = worked(worked(decided(open(false)), 0, 3), 1, 3);
        sql(dropTrigger("event"));
        sql("delete from event where sequence = 2");
        assertFound("the events of orders/" + run + " cannot have happened so");
        assertThrows(BrokenHistory.class, () -> orders.vouch(run, Sample.NOON, "", false));
        assertEquals(List.of(), audit.rows());
    }

    @Test
    void theNewestEventOfOrdersDeletedIsFoundByItsRows() throws SQLException {
        RunId run = worked(decided(open(false)), 0, 3);
        sql(dropTrigger("event"));
        sql("delete from event where sequence = 2");
        assertFound("the fills of slice 0 of orders/" + run + " were inserted");
    }

    @Test
    void anEventDeletedOrAddedAfterTheEndIsFoundByTheAuditRow() throws SQLException {
        RunId run = worked(decided(open(false)), 0, 3);
        orders.vouch(run, Sample.NOON, "3 children", false);
        SliceSaves.send(orders, run, 1, List.of());
        assertFound("event 3 of orders/" + run + " was inserted");
        sql(dropTrigger("event"));
        sql("delete from event where sequence >= 2");
        assertFound("event 2 of orders/" + run + " is missing");
        assertThrows(BrokenHistory.class, () -> orders.history(run));
    }

    @Test
    void anAlteredEventOfOrdersIsFound() throws SQLException {
        RunId run = worked(decided(open(false)), 0, 3);
        sql(dropTrigger("event"));
        sql("update event set body = replace(body, '\"rows\":3', '\"rows\":4') where sequence = 1");
        assertFound("the events of orders/" + run + " cannot have happened so");
    }

    @Test
    void aStreamThatNoRunIsCalledIsFound() throws SQLException {
        sql(
                "insert into event (stream, sequence, kind, version, body, at, actor) values ('orders/mine', 1, 'slice-sent',"
                        + " 1, '{}', timestamp with time zone '2018-04-11 12:00:00+00:00', 'mallory')");
        assertFound("the stream orders/mine was inserted");
    }

    /** A slice of children, the first of them filled, sent and booked. */
    private RunId worked(RunId run, int slice, int count) {
        List<ChildOrder> children = Sample.children(run, slice, count);
        SliceSaves.send(orders, run, slice, children);
        SliceSaves.book(
                orders,
                run,
                children,
                ended(children),
                List.of(Sample.fill(children.getFirst(), "E" + slice, "100", "150.2", "0.9", 36_000_000)));
        return run;
    }

    private static List<ChildOutcome> ended(List<ChildOrder> children) {
        return children.stream().map(Sample::filled).toList();
    }

    private void assertFound(String message) {
        List<AuditLog.Fault> faults = audit.verify();
        assertTrue(faults.stream().anyMatch(fault -> fault.message().startsWith(message)), faults::toString);
    }

    // ---- what was traded lately

    @Test
    void aSaleKnowsItsProceedsAndWhatItsLotsCost() {
        RunRecord earlier = soldHundredIbm(false, RunStatus.DONE);
        RunRecord now = openNextDay(false);
        // 100 x 150.2 - 1 fee = 15019
        PastTrade sale = new PastTrade(
                "IBM",
                earlier.date(),
                Side.SELL,
                Sample.n("100"),
                Sample.n("15019"),
                List.of(
                        new SoldLot(Sample.n("60"), Optional.of(Sample.n("141.2"))),
                        new SoldLot(Sample.n("40"), Optional.of(Sample.n("160")))));
        assertEquals(List.of(sale), runs.recentTrades(Sample.FIRM, "ACC1", Sample.DATE.minusDays(61), now.id()));
        assertEquals(List.of(), runs.recentTrades(Sample.FIRM, "ACC2", Sample.DATE.minusDays(61), now.id()));
        assertEquals(List.of(), runs.recentTrades("/firms/other", "ACC1", Sample.DATE.minusDays(61), now.id()));
        assertEquals(List.of(), runs.recentTrades(Sample.FIRM, "ACC1", Sample.DATE.plusDays(1), now.id()));
        assertEquals(List.of(), runs.recentTrades(Sample.FIRM, "ACC1", Sample.DATE.minusDays(61), earlier.id()));
    }

    @ParameterizedTest
    @CsvSource({
        "false, DONE, false, 1",
        "false, DONE, true, 1",
        "true, DONE, false, 0",
        "true, DONE, true, 0",
        "false, FAILED, false, 0",
        "false, REFUSED, false, 0",
        "false, RUNNING, false, 0"
    })
    void onlyFinishedRunsCountAndRehearsalsNever(
            boolean rehearsal, RunStatus status, boolean askingRehearsal, int trades) {
        soldHundredIbm(rehearsal, status);
        RunRecord asking = openNextDay(askingRehearsal);
        assertEquals(
                trades,
                runs.recentTrades(Sample.FIRM, "ACC1", Sample.DATE, asking.id()).size());
    }

    @Test
    void aDayThatIsRunAgainDoesNotSeeItsFirstTime() {
        soldHundredIbm(false, RunStatus.DONE);
        RunRecord again = open(false);
        assertEquals(List.of(), runs.recentTrades(Sample.FIRM, "ACC1", Sample.DATE.minusDays(61), again.id()));
    }

    // ---- tasks

    @Test
    void aTaskIsRaisedOnceAndDecidedOnce() {
        RunId run = open(false).id();
        UserTask task = task(run, TaskKind.APPROVE_TRADES, Sample.NOON);
        tasks.raise(task);
        tasks.raise(task(run, TaskKind.APPROVE_TRADES, Sample.NOON.plusSeconds(5)));
        assertEquals(Optional.of(task), tasks.find(task.id()));
        assertTrue(tasks.decide(
                task.id(), Answer.APPROVE, "ben", Sample.NOON.plusSeconds(9), "looks right", false, nothing()));
        assertFalse(
                tasks.decide(task.id(), Answer.REJECT, "carl", Sample.NOON.plusSeconds(10), "late", false, nothing()));
        UserTask decided = tasks.find(task.id()).orElseThrow();
        assertEquals(Answer.APPROVE, decided.decision());
        assertEquals("ben", decided.decidedBy());
        assertEquals(Sample.NOON.plusSeconds(9), decided.decidedAt());
        assertEquals("looks right", decided.reason());
        List<AuditLog.Row> rows = audit.rows();
        assertEquals(1, rows.size());
        assertEquals(AuditAction.TRADES_APPROVED, rows.getFirst().action());
        assertEquals("ben", rows.getFirst().actor());
        assertEquals(task.id(), rows.getFirst().subject());
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void ofManyWhoDecideAtOnceOneDoes() throws Exception {
        RunId run = open(false).id();
        tasks.raise(task(run, TaskKind.APPROVE_TRADES, Sample.NOON));
        List<Boolean> answers = atOnce(
                4,
                () -> tasks.decide(run + "/approve-trades", Answer.APPROVE, "ben", Sample.NOON, "", false, nothing()));
        assertEquals(1, answers.stream().filter(answer -> answer).count());
        assertEquals(1, audit.rows().size());
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void openTasksComeFirstThenTheNewest() {
        RunId run = open(false).id();
        tasks.raise(task(run, TaskKind.RELEASE_DATA, Sample.NOON));
        tasks.raise(task(run, TaskKind.PROPOSE_TRADES, Sample.NOON.plusSeconds(1)));
        tasks.raise(task(run, TaskKind.APPROVE_TRADES, Sample.NOON.plusSeconds(2)));
        tasks.decide(run + "/approve-trades", Answer.REJECT, "ben", Sample.NOON.plusSeconds(3), "no", false, nothing());
        assertEquals(
                List.of(TaskKind.PROPOSE_TRADES, TaskKind.RELEASE_DATA, TaskKind.APPROVE_TRADES),
                tasks.recent(10).stream().map(UserTask::kind).toList());
        assertEquals(1, tasks.recent(1).size());
    }

    @Test
    void anUnknownTaskIsNamed() {
        Problem problem = assertThrows(
                Problem.class,
                () -> tasks.decide("2018-04-11-001/none", Answer.APPROVE, "ben", Sample.NOON, "", false, nothing()));
        assertTrue(problem.getMessage().contains("2018-04-11-001/none"));
    }

    // ---- events

    @Test
    void anApprovalIsItsEvents() {
        RunId run = approvedBy("ben");
        assertEquals(List.of(new Proposed("anna"), new Approved("ben")), events.read(stream(run)));
        assertEquals(List.of(), audit.verify());
        reopen();
        assertEquals(List.of(new Proposed("anna"), new Approved("ben")), events.read(stream(run)));
        assertEquals(List.of(), events.read(stream(new RunId("2018-04-12-001"))));
    }

    @Test
    void eventsDecidedOnAnOldLengthAreNotStoredNorTheirAnswer() {
        RunId run = open(false).id();
        tasks.raise(task(run, TaskKind.APPROVE_TRADES, Sample.NOON));
        Append<FourEyesEvent> late = new Append<>(stream(run), 1, List.of(new Approved("ben")));
        Problem refused = assertThrows(
                Problem.class,
                () -> tasks.decide(run + "/approve-trades", Answer.APPROVE, "ben", Sample.NOON, "", false, late));
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertTrue(tasks.find(run + "/approve-trades").orElseThrow().open());
        assertEquals(List.of(), events.read(stream(run)));
        assertEquals(List.of(), audit.rows());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update event set body = '{\"checker\":\"carl\"}' where sequence = 2 | 2",
                "update event set actor = 'mallory' where sequence = 1 | 1",
                "update event set kind = 'rejected' where sequence = 2 | 2",
                "update event set version = 2 where sequence = 1 | 1",
                "update event set at = timestamp with time zone '2018-04-11 12:00:00.123457+00:00' where sequence = 2 | 2",
                "update event set sequence = 7 where sequence = 2 | 2",
                "delete from event where sequence = 1 | 1",
                "delete from event where sequence = 2 | 2",
                "delete from event | 1",
                "update event set stream = 'four-eyes/2018-04-11-002' | 1",
                "update audit_row set stream_length = 1 where sequence = 2 | 2",
                "update audit_row set events_hash = null, stream = null, stream_length = null where sequence = 2 | 2"
            })
    void aForgedEventIsFoundByTheAuditAndByWhoReadsIt(String forgery, long row) throws SQLException {
        RunId run = approvedBy("ben");
        sql(dropTrigger("event"));
        sql(dropTrigger("audit_row"));
        sql(forgery);
        assertNamed(row);
        assertThrows(BrokenHistory.class, () -> events.read(stream(run)));
    }

    @Test
    void swappedEventsAreFound() throws SQLException {
        RunId run = approvedBy("ben");
        sql(dropTrigger("event"));
        sql("update event set sequence = 99 where sequence = 1");
        sql("update event set sequence = 1 where sequence = 2");
        sql("update event set sequence = 2 where sequence = 99");
        assertNamed(1);
        assertNamed(2);
        assertThrows(BrokenHistory.class, () -> events.read(stream(run)));
    }

    @Test
    void anInsertedEventIsFound() throws SQLException {
        RunId run = open(false).id();
        sql("insert into event (stream, sequence, kind, version, body, at, actor) values ('" + stream(run)
                + "', 1, 'proposed', 1, '{\"maker\":\"mallory\"}',"
                + " timestamp with time zone '2018-04-11 12:00:00+00:00', 'mallory')");
        BrokenHistory broken = assertThrows(BrokenHistory.class, () -> events.read(stream(run)));
        assertTrue(
                broken.getMessage().contains("event 1 of four-eyes/2018-04-11-001 was inserted"), broken::getMessage);
        assertEquals(1, audit.verify().size());
    }

    @Test
    void theDatabaseItselfRefusesToChangeAnEvent() throws SQLException {
        approvedBy("ben");
        SQLException refused =
                assertThrows(SQLException.class, () -> sql("update event set actor = 'mallory' where sequence = 1"));
        assertTrue(refused.getMessage().contains("event is append-only"), refused::getMessage);
        assertThrows(SQLException.class, () -> sql("delete from event where sequence = 2"));
    }

    /** Settling reads the events: with the newest gone, nothing is approved, and the audit says why. */
    @Test
    void withItsNewestEventDeletedAnApprovalIsNotSettled() throws SQLException {
        RunId run = approvedBy("ben");
        SettleApproval settle = new SettleApproval(events, runs, audit, java.time.InstantSource.fixed(Sample.NOON));
        assertEquals(ApprovalVerdict.APPROVED, settle.run(run).verdict());
        sql(dropTrigger("event"));
        sql("delete from event where sequence = 2");
        Problem refused = assertThrows(Problem.class, () -> settle.run(run));
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertTrue(refused.getMessage().contains("event 2 of four-eyes/" + run + " is missing"), refused::getMessage);
        assertEquals(AuditAction.FOUR_EYES_VIOLATED, audit.rows().getLast().action());
    }

    private RunId approvedBy(String checker) {
        RunId run = open(false).id();
        tasks.raise(task(run, TaskKind.PROPOSE_TRADES, Sample.NOON));
        tasks.raise(task(run, TaskKind.APPROVE_TRADES, Sample.NOON));
        assertTrue(tasks.decide(
                run + "/propose-trades",
                Answer.APPROVE,
                "anna",
                Sample.NOON,
                "",
                false,
                new Append<>(stream(run), 0, List.of(new Proposed("anna")))));
        assertTrue(tasks.decide(
                run + "/approve-trades",
                Answer.APPROVE,
                checker,
                Sample.NOON,
                "",
                false,
                new Append<>(stream(run), 1, List.of(new Approved(checker)))));
        return run;
    }

    private static StreamId<FourEyesEvent> stream(RunId run) {
        return new StreamId<>(FourEyesEvent.class, "four-eyes/" + run);
    }

    private static Append<FourEyesEvent> nothing() {
        return new Append<>(stream(new RunId("2018-04-11-001")), 0, List.of());
    }

    // ---- audit

    @Test
    void anUntouchedLogVerifies() {
        assertEquals(List.of(), audit.verify());
        List<AuditLog.Row> appended = append(5);
        assertEquals(appended, audit.rows());
        assertEquals(List.of(), audit.verify());
        reopen();
        assertEquals(appended, audit.rows());
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void manyAppendersMakeOneChain() throws Exception {
        atOnce(4, () -> append(10));
        assertEquals(40, audit.rows().size());
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void awkwardLettersKeepTheirHash() {
        audit.append(Sample.NOON, "a\u0000b", AuditAction.RUN_DONE, "\ud800", "日本 😀 \r\n ' \" \\ ", false);
        assertEquals(List.of(), audit.verify());
        assertEquals("a\uFFFDb", audit.rows().getFirst().actor());
    }

    @Test
    void theDatabaseItselfRefusesToChangeTheLog() throws SQLException {
        append(2);
        sql(dropTrigger("audit_row"));
        reopen(); // puts it back
        assertThrows(SQLException.class, () -> sql("update audit_row set actor = 'mallory' where sequence = 1"));
        assertThrows(SQLException.class, () -> sql("delete from audit_row where sequence = 2"));
        assertEquals(List.of(), audit.verify());
    }

    @ParameterizedTest
    @CsvSource({
        "actor = 'mallory'",
        "action = 'trades-rejected'",
        "action = 'nothing is called so'",
        "subject = 'another'",
        "detail = 'nothing'",
        "detail = detail || ' '",
        "rehearsal = not rehearsal",
        "at = timestamp with time zone '2018-04-11 12:00:00.123457+00:00'",
        "hash = '0123456789012345678901234567890123456789012345678901234567890123'",
        "previous_hash = '0123456789012345678901234567890123456789012345678901234567890123'",
        "sequence = 30",
    })
    void everyAlteredColumnIsFound(String change) throws SQLException {
        append(5);
        sql(dropTrigger("audit_row"));
        sql("update audit_row set " + change + " where sequence = 3");
        assertNamed(3);
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "5"})
    void aDeletedRowIsFound(long gone) throws SQLException {
        append(5);
        sql(dropTrigger("audit_row"));
        sql("delete from audit_row where sequence = " + gone);
        assertNamed(gone);
    }

    @Test
    void theNewestRowsCannotBeCutOffEvenWithTheHeadSetBack() throws SQLException {
        append(5);
        cutOffTheNewest(3);
        assertNamed(5);
        append(1); // life goes on: the anchor stays as evidence
        assertNamed(5);
        append(3);
        assertNamed(5);
    }

    @Test
    void aLogCutToNothingIsFound() throws SQLException {
        append(3);
        cutOffTheNewest(0);
        assertNamed(3);
    }

    @Test
    void anInsertedRowIsFound() throws SQLException {
        append(3);
        AuditLog.Row last = audit.rows().getLast();
        ChainedRow forged = AuditHash.row(4, Sample.NOON, "mallory", "trades-approved", "x", "", false, last.hash());
        sql("insert into audit_row (sequence, at, actor, action, subject, detail, rehearsal, previous_hash, hash)"
                + " values (4, timestamp with time zone '2018-04-11 12:00:00.123456+00:00', 'mallory', 'trades-approved',"
                + " 'x', '', false, '" + forged.previousHash() + "', '" + forged.hash() + "')");
        assertNamed(4);
    }

    @Test
    void swappedRowsAreFound() throws SQLException {
        append(5);
        sql(dropTrigger("audit_row"));
        sql("update audit_row set sequence = 99 where sequence = 2");
        sql("update audit_row set sequence = 2 where sequence = 3");
        sql("update audit_row set sequence = 3 where sequence = 99");
        assertNamed(2);
        assertNamed(3);
    }

    @Test
    void aWhollyRewrittenChainIsFoundByTheAnchor() throws SQLException {
        append(3);
        sql(dropTrigger("audit_row"));
        String previous = AuditHash.GENESIS;
        for (AuditLog.Row row : audit.rows()) {
            ChainedRow forged = AuditHash.row(
                    row.sequence(),
                    row.at(),
                    "mallory",
                    row.action().word(),
                    row.subject(),
                    row.detail(),
                    false,
                    previous);
            sql("update audit_row set actor = 'mallory', rehearsal = false, previous_hash = '" + forged.previousHash()
                    + "', hash = '" + forged.hash() + "' where sequence = " + row.sequence());
            previous = forged.hash();
        }
        sql("update audit_head set hash = '" + previous + "'");
        assertNamed(3);
        assertEquals(1, audit.verify().size());
    }

    @Test
    void anAnchorBehindByACrashIsFineAndCatchesUp() throws Exception {
        append(2);
        String behind = Files.readString(home.resolve("audit.anchor"));
        append(2);
        Files.writeString(home.resolve("audit.anchor"), behind);
        assertEquals(List.of(), audit.verify());
        append(1);
        assertTrue(Files.readString(home.resolve("audit.anchor")).contains(" 5 "));
        assertEquals(List.of(), audit.verify());
    }

    @Test
    void aMissingOrDamagedAnchorIsSaidAndNotMadeAnew() throws Exception {
        append(2);
        Files.writeString(home.resolve("audit.anchor"), "2\n");
        assertTrue(audit.verify().getFirst().message().contains("damaged"));
        Files.delete(home.resolve("audit.anchor"));
        append(1);
        assertTrue(audit.verify().getFirst().message().contains("missing"));
    }

    // ---- the house

    @Test
    void everyTableCanBeQueriedAndExplained() throws SQLException {
        RunRecord run = soldHundredIbm(false, RunStatus.DONE);
        assertEquals(
                List.of("IBM 100.000000 150.200000 3.3278"),
                query("select symbol || ' ' || filled || ' ' || average_price || ' ' || execution_cost_bps"
                        + " from order_result where filled > 0 and run_id = '" + run.id() + "'"));
        assertEquals(
                List.of("CUT 1", "PASS 1"),
                query("select outcome || ' ' || count(*) from verdict group by outcome order by outcome"));
    }

    @Test
    void anEditedMigrationIsNoticed() throws Exception {
        database.close();
        Path copy = Files.createDirectory(home.resolve("edited"));
        try (var files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Path edited = copy.resolve("V001__run.sql");
        Files.writeString(edited, Files.readString(edited).replace("run_by_firm", "run_by_firm_name"));
        DatabaseSettings other =
                new DatabaseSettings(settings.jdbcUrl(), settings.user(), settings.password(), copy, settings.home());
        Problem problem = assertThrows(Problem.class, () -> Database.open(other));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.getMessage().contains("001"), problem::getMessage);
        open();
    }

    @Test
    void aWrongPasswordIsSaidWithoutShowingIt() {
        database.close();
        DatabaseSettings wrong = new DatabaseSettings(
                settings.jdbcUrl(), "nobody", "s3cret-wrong", settings.migrations(), settings.home());
        Problem problem = assertThrows(Problem.class, () -> Database.open(wrong));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.getMessage().contains("VESPER_DB_PASSWORD"), problem::getMessage);
        assertFalse((problem.getMessage() + wrong).contains("s3cret"), problem::getMessage);
        open();
    }

    // ---- helpers

    private void open() {
        database = Database.open(settings);
        runs = new HibernateRunStore(database);
        audit = new HibernateAuditLog(database);
        orders = new HibernateOrderStore(database, audit);
        events = new HibernateEventLog(database);
        tasks = new HibernateTaskStore(database, audit);
    }

    private void reopen() {
        database.close();
        open();
    }

    private RunRecord openNextDay(boolean rehearsal) {
        return runs.open(Sample.DATE.plusDays(1), Sample.FIRM, 42, rehearsal, Sample.NOON.plusSeconds(86_400));
    }

    private RunRecord open(boolean rehearsal) {
        return runs.open(Sample.DATE, Sample.FIRM, 42, rehearsal, Sample.NOON);
    }

    private RunId decided(RunRecord run) {
        runs.saveRebalance(run.id(), Sample.rebalance(run.id()), Sample.lots());
        return run.id();
    }

    private RunRecord soldHundredIbm(boolean rehearsal, RunStatus status) {
        RunRecord run = open(rehearsal);
        decided(run);
        ChildOrder child = Sample.children(run.id(), 0, 1).getFirst();
        SliceSaves.send(orders, run.id(), 0, List.of(child));
        SliceSaves.book(
                orders,
                run.id(),
                List.of(child),
                List.of(Sample.filled(child)),
                List.of(
                        Sample.fill(child, "E1", "70", "150.2", "0.7", 1),
                        Sample.fill(child, "E2", "30", "150.2", "0.3", 2)));
        runs.status(run.id(), status);
        assertEquals(Side.SELL, child.side());
        return run;
    }

    private static UserTask task(RunId run, TaskKind kind, Instant at) {
        return new UserTask(
                run + "/" + kind.word(),
                run,
                kind,
                "Approve 2 orders?",
                "IBM sell 100\nAAPL buy 200",
                at,
                null,
                null,
                null,
                "");
    }

    private List<AuditLog.Row> append(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> audit.append(
                        Sample.NOON, "ben", AuditAction.TRADES_APPROVED, "2018-04-11-001", "row " + i, i % 2 == 0))
                .toList();
    }

    private void cutOffTheNewest(long keep) throws SQLException {
        String hash =
                keep == 0 ? AuditHash.GENESIS : audit.rows().get((int) keep - 1).hash();
        sql(dropTrigger("audit_row"));
        sql("delete from audit_row where sequence > " + keep);
        sql("update audit_head set sequence = " + keep + ", hash = '" + hash + "'");
    }

    private void assertNamed(long sequence) {
        List<AuditLog.Fault> faults = audit.verify();
        assertTrue(faults.stream().anyMatch(fault -> fault.sequence() == sequence), faults::toString);
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private List<String> query(String statement) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
                Statement run = connection.createStatement();
                ResultSet result = run.executeQuery(statement)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private static <T> List<T> atOnce(int people, Callable<T> what) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(java.util.Collections.nCopies(people, what))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
