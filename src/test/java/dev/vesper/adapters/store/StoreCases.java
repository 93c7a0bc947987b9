package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Side;
import dev.vesper.testing.SliceSaves;
import dev.vesper.testing.TwoPeople;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** What the cases of the stores begin with: an empty store, and days, children and approvals to put into it. */
abstract class StoreCases {
    HibernateRunStore runs;
    HibernateOrderStore orders;
    HibernateAuditLog audit;
    HibernateTaskStore tasks;
    HibernateEventLog events;
    HibernateBooks books;
    OpenStore store;

    /** The store that all cases of an engine share. */
    abstract OpenStore shared();

    @BeforeEach
    void begin() throws Exception {
        store = shared();
        store.empty();
        hand();
    }

    void reopen() {
        store.reopen();
        hand();
    }

    private void hand() {
        runs = store.runs();
        orders = store.orders();
        audit = store.audit();
        tasks = store.tasks();
        events = store.events();
        books = store.books();
    }

    Path home() {
        return store.settings().home();
    }

    String dropTrigger(String table) {
        return store.dropTrigger(table);
    }

    void sql(String statement) throws SQLException {
        store.sql(statement);
    }

    /** A slice of children, the first of them filled, sent and booked. */
    RunId worked(RunId run, int slice, int count) {
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

    static List<ChildOutcome> ended(List<ChildOrder> children) {
        return children.stream().map(Sample::filled).toList();
    }

    RunId approvedBy(String checker) {
        RunId run = open(false).id();
        tasks.raise(task(run, TaskKind.PROPOSE_TRADES, Sample.NOON));
        tasks.raise(task(run, TaskKind.APPROVE_TRADES, Sample.NOON));
        assertTrue(tasks.decide(
                asked(run, TaskKind.PROPOSE_TRADES),
                Answer.APPROVE,
                "anna",
                Sample.NOON,
                "",
                false,
                new Append<>(stream(run), 0, List.of(TwoPeople.proposed("anna")))));
        assertTrue(tasks.decide(
                asked(run, TaskKind.APPROVE_TRADES),
                Answer.APPROVE,
                checker,
                Sample.NOON,
                "",
                false,
                new Append<>(stream(run), 1, List.of(TwoPeople.approved(checker)))));
        return run;
    }

    static StreamId<FourEyesEvent> stream(RunId run) {
        return new StreamId<>(FourEyesEvent.class, "four-eyes/" + run);
    }

    static Append<FourEyesEvent> nothing() {
        return new Append<>(stream(new RunId("2018-04-11-001")), 0, List.of());
    }

    RunRecord openNextDay(boolean rehearsal) {
        return runs.open(Sample.DATE.plusDays(1), Sample.FIRM, 42, rehearsal, Sample.NOON.plusSeconds(86_400));
    }

    RunRecord open(boolean rehearsal) {
        return runs.open(Sample.DATE, Sample.FIRM, 42, rehearsal, Sample.NOON);
    }

    RunId decided(RunRecord run) {
        runs.saveRebalance(run.id(), Stream.of(Sample.rebalance(run.id())), Sample.lots());
        return run.id();
    }

    RunRecord soldHundredIbm(boolean rehearsal, RunStatus status) {
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

    /** A raised task as it stands. */
    UserTask asked(RunId run, TaskKind kind) {
        return tasks.find(run + "/" + kind.word()).orElseThrow();
    }

    static UserTask task(RunId run, TaskKind kind, Instant at) {
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

    List<AuditLog.Row> append(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> audit.append(
                        Sample.NOON, "ben", AuditAction.TRADES_APPROVED, "2018-04-11-001", "row " + i, i % 2 == 0))
                .toList();
    }

    void assertNamed(long sequence) {
        List<AuditLog.Fault> faults = audit.verify();
        assertTrue(faults.stream().anyMatch(fault -> fault.sequence() == sequence), faults::toString);
    }

    static <T> List<T> atOnce(int people, Callable<T> what) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(java.util.Collections.nCopies(people, what))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
