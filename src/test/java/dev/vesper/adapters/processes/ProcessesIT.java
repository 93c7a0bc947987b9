package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.FreePorts;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.checkdata.DataVerdict;
import dev.vesper.desk.execution.WorkOrders;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.run.EntryPoint;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.workbench.ChangeLog;
import dev.vesper.desk.workbench.ChangeRecords;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.ProposalWay;
import dev.vesper.desk.workbench.RuleChanges;
import dev.vesper.testing.ListeningSockets;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryFilesUsed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DayInstances on the real engine; tests share one engine, and those that close it open it again. */
class ProcessesIT {
    private static final Path PROCESSES = Path.of("processes");
    private static final MemoryFilesUsed FILES = new MemoryFilesUsed();
    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();
    /** Where runs take up their work after a move, as two people decided. */
    private static final Map<RunId, EntryPoint> MOVED = new ConcurrentHashMap<>();

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    static Path folder;

    private static @Nullable ProcessEngine engine;
    private static volatile DayInTest current = new DayInTest();

    private final RunId run = new RunId("2018-04-11-%03d".formatted(NUMBER.incrementAndGet()));
    private final DayInTest day = new DayInTest();

    private static ProcessEngine open() {
        return ProcessEngine.open(
                ProcessSettings.embedded(PROCESSES, folder.resolve("engine"), InstantSource.system()),
                DayInTest.SERVED);
    }

    /** An engine takes seconds to start: tests share it, and those that close it open it again. */
    @BeforeEach
    void work() {
        current = day;
        if (engine == null) {
            engine = open();
            engine.work(
                    new FileInstanceKeys(folder),
                    FILES,
                    (moved, attempt) -> Optional.ofNullable(MOVED.get(moved)).filter(_ -> attempt > 1),
                    DayInTest.stages(() -> current),
                    (r, kind, step) -> current.ask(r, kind, step),
                    new Current(),
                    Optional.of(METERS));
        }
    }

    @AfterAll
    static void close() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }

    private void reopen() {
        close();
        work();
    }

    @Test
    void aQuietDayGoesThroughEveryStageOnce() throws Exception {
        engine.start(run);
        assertEquals(run + " done", day.end());
        assertEquals(
                List.of(
                        "check-data",
                        "rebalance",
                        "ask propose-trades",
                        "ask approve-trades",
                        "settle-approval",
                        "execute-orders",
                        "report"),
                day.diary);
    }

    /** Proposed, agreed to, active at its time: two instances would say so twice. Whoever only waits holds no day up. */
    @Test
    void rulesChangeByTheirProcess() throws Exception {
        var now = new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        var memory = new Memory();
        var changes = memory.rules(now::get);
        var records = new ChangeRecords(new ChangeLog(memory.eventLog), changes.active(), memory, now::get);
        var said = new LinkedBlockingQueue<String>();
        engine.changes(new ProposalWay(changes, records, said::add));
        var draft = changes.drafts().begin("To 20 %", "Anna");
        changes.drafts()
                .write(
                        draft.id(),
                        "limits/position-weight.dmn",
                        "0.20".getBytes(StandardCharsets.UTF_8),
                        draft.now().brief(),
                        "Anna",
                        "");
        changes.propose(draft.id(), now.get().plusSeconds(2), false, "Anna", "the board");
        engine.beginChanges();
        engine.beginChanges();
        engine.start(run);
        assertEquals(run + " done", day.end());
        changes.approve(draft.id(), 1, "", "Ben", "");
        assertNull(said.poll(4, TimeUnit.SECONDS), "the timer rang by the engine's clock, and it is not time by ours");
        now.set(now.get().plusSeconds(5));
        assertEquals("the rules of D-1 (To 20 %) are active", said.poll(20, TimeUnit.SECONDS));
        assertEquals(Draft.State.ACTIVATED, changes.drafts().find("D-1").state());
        engine.beginChanges();
        assertNull(said.poll(1, TimeUnit.SECONDS));
        expires(now, changes, said);
    }

    /** Proposed as long ago as people have, so that the engine's clock rings soon. */
    private void expires(AtomicReference<Instant> now, RuleChanges changes, BlockingQueue<String> said)
            throws InterruptedException {
        var late = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        now.set(late.minus(7, ChronoUnit.DAYS));
        var draft = changes.drafts().begin("To 15 %", "Anna");
        changes.drafts()
                .write(
                        draft.id(),
                        "limits/position-weight.dmn",
                        "0.15".getBytes(StandardCharsets.UTF_8),
                        draft.now().brief(),
                        "Anna",
                        "");
        var until = changes.propose(draft.id(), now.get(), false, "Anna", "the board")
                .until();
        engine.beginChanges();
        assertNull(said.poll(3, TimeUnit.SECONDS), "it rang by the engine's clock, and there is time by ours");
        now.set(until);
        assertEquals(
                "nobody is asked about the rules of D-2 (To 15 %) any more: not all agreed until " + until,
                said.poll(20, TimeUnit.SECONDS));
        assertEquals(Draft.State.OPEN, changes.drafts().find("D-2").state());
    }

    @Test
    void startedTwiceIsOneInstance() throws Exception {
        day.decisions.remove(TaskKind.PROPOSE_TRADES);
        engine.start(run);
        engine.start(run);
        assertEquals(TaskKind.PROPOSE_TRADES, day.asked.poll(20, TimeUnit.SECONDS));
        engine.start(run);
        engine.resume(run);
        day.decisions.put(TaskKind.PROPOSE_TRADES, Answer.APPROVE);
        assertEquals(run + " done", day.end());
        assertNull(day.ends.poll(2, TimeUnit.SECONDS), "a second instance ended");
        assertEquals(1, day.diary.stream().filter("check-data"::equals).count());
    }

    @Test
    void aGateThatSaysNoEndsTheDayRefused() throws Exception {
        day.stages.put(Rebalance.NAME, r -> {
            throw Problem.refused("Expected gross exposure of at most 1.0, but it is 1.3");
        });
        engine.start(run);
        assertEquals(run + " refused", day.end());
        assertEquals(List.of("check-data", "rebalance refused", "close-refused"), day.diary);
    }

    @Test
    void blockedDataIsReleasedByAPerson() throws Exception {
        day.stages.put(CheckData.NAME, r -> new CheckData.Result(DataVerdict.BLOCKED, 10, 5, 1));
        engine.start(run);
        assertEquals(TaskKind.RELEASE_DATA, day.asked.poll(20, TimeUnit.SECONDS));
        day.decisions.put(TaskKind.RELEASE_DATA, Answer.APPROVE);
        assertEquals(run + " done", day.end());
        assertTrue(day.diary.containsAll(List.of("ask release-data", "report")), day.diary.toString());
    }

    @Test
    void blockedDataIsRejectedByAPerson() throws Exception {
        day.stages.put(CheckData.NAME, r -> new CheckData.Result(DataVerdict.BLOCKED, 10, 5, 1));
        day.decisions.put(TaskKind.RELEASE_DATA, Answer.REJECT);
        engine.start(run);
        assertEquals(run + " refused", day.end());
        assertEquals(List.of("check-data", "ask release-data", "close-refused"), day.diary);
    }

    @Test
    void tradesTheCheckerRejectsAreNotExecuted() throws Exception {
        day.decisions.put(TaskKind.APPROVE_TRADES, Answer.REJECT);
        engine.start(run);
        assertEquals(run + " refused", day.end());
        assertEquals(
                List.of(
                        "check-data",
                        "rebalance",
                        "ask propose-trades",
                        "ask approve-trades",
                        "settle-approval",
                        "close-refused"),
                day.diary);
    }

    @Test
    void tradesTheMakerWithdrawsGoToNoChecker() throws Exception {
        day.decisions.put(TaskKind.PROPOSE_TRADES, Answer.REJECT);
        engine.start(run);
        assertEquals(run + " refused", day.end());
        assertEquals(
                List.of("check-data", "rebalance", "ask propose-trades", "settle-approval", "close-refused"),
                day.diary);
    }

    @Test
    void aVenueThatComesBackIsTriedAgain() throws Exception {
        var tries = new AtomicInteger();
        day.stages.put(WorkOrders.NAME, r -> {
            if (tries.incrementAndGet() == 1) {
                throw Problem.unavailable("Expected venue LIT to answer, but it did not");
            }
            return () -> "done";
        });
        engine.start(run);
        assertEquals(run + " done", day.end());
        assertEquals("execute-orders 2 Expected venue LIT to answer, but it did not", day.failures.poll());
        assertEquals(2, tries.get());
    }

    @Test
    void aTokenIsMovedPastAStepThatIsBroken() throws Exception {
        day.stages.put(Rebalance.NAME, r -> {
            throw Problem.usage("Expected a known strategy, but got \"magic\"");
        });
        engine.start(run);
        assertEquals(
                "rebalance 0 Expected a known strategy, but got \"magic\"", day.failures.poll(20, TimeUnit.SECONDS));
        day.diary.clear();
        MOVED.put(run, new EntryPoint("call-approve-trades", "approve-trades", "settle-approval", Map.of()));
        engine.takeUp(run);
        assertEquals(run + " done", day.end());
        assertEquals(List.of("settle-approval", "execute-orders", "report"), day.diary);
        assertNull(day.ends.poll(1, TimeUnit.SECONDS), "the instance that it was taken from ended too");
    }

    @Test
    void aTokenIsTakenFromARunThatWaitsForAPerson() throws Exception {
        day.decisions.remove(TaskKind.APPROVE_TRADES);
        engine.start(run);
        assertEquals(TaskKind.PROPOSE_TRADES, day.asked.poll(20, TimeUnit.SECONDS));
        assertEquals(TaskKind.APPROVE_TRADES, day.asked.poll(20, TimeUnit.SECONDS));
        day.diary.clear();
        day.decisions.put(TaskKind.APPROVE_TRADES, Answer.APPROVE);
        MOVED.put(run, new EntryPoint("call-approve-trades", "approve-trades", "approve-trades-task", Map.of()));
        engine.takeUp(run);
        assertEquals(run + " done", day.end());
        assertEquals(List.of("ask approve-trades", "settle-approval", "execute-orders", "report"), day.diary);
    }

    /** A variable that says the approval is there, and a token past it: the record is asked, and says no. */
    @Test
    void whateverTheVariablesSayExecutionAsksTheRecord() throws Exception {
        day.decisions.remove(TaskKind.PROPOSE_TRADES);
        day.stages.put(WorkOrders.NAME, r -> {
            throw Problem.refused("Expected an approval by two people, but nobody approved");
        });
        engine.start(run);
        assertEquals(TaskKind.PROPOSE_TRADES, day.asked.poll(20, TimeUnit.SECONDS));
        day.diary.clear();
        MOVED.put(
                run,
                new EntryPoint(
                        "call-execute-orders", "execute-orders", "execute-the-orders", Map.of("approval", "approved")));
        engine.takeUp(run);
        assertEquals(run + " refused", day.end());
        assertEquals(List.of("execute-orders refused", "close-refused"), day.diary);
    }

    @Test
    void aDayStuckOnBadInputGoesOnOnceItIsMended() throws Exception {
        day.stages.put(Rebalance.NAME, r -> {
            throw Problem.usage("Expected a known strategy, but got \"magic\"");
        });
        engine.start(run);
        assertEquals(
                "rebalance 0 Expected a known strategy, but got \"magic\"", day.failures.poll(20, TimeUnit.SECONDS));
        day.stages.put(Rebalance.NAME, r -> () -> "done");
        engine.resume(run);
        assertEquals(run + " done", day.end());
        assertNull(day.ends.poll(1, TimeUnit.SECONDS), "the stuck instance ended too");
        assertEquals(1, day.diary.stream().filter("report"::equals).count());
    }

    @Test
    void aStageFarLongerThanALoanIsWorkedOnce() throws Exception {
        var starts = new AtomicInteger();
        day.stages.put(Rebalance.NAME, r -> {
            starts.incrementAndGet();
            sleep(JobLeases.LOAN.toMillis() * 5 / 2);
            return () -> "done";
        });
        engine.start(run);
        assertEquals(run + " done", day.end());
        assertEquals(1, starts.get());
    }

    @Test
    void anEngineClosedUnderAStageGoesOnAtThatStage() throws Exception {
        var entered = new CountDownLatch(1);
        day.stages.put(WorkOrders.NAME, r -> {
            entered.countDown();
            sleep(3_000);
            throw new IllegalStateException("left behind by the closed engine");
        });
        engine.start(run);
        assertTrue(entered.await(30, TimeUnit.SECONDS));
        long began = System.nanoTime();
        close();
        long closeMillis = (System.nanoTime() - began) / 1_000_000;

        day.stages.put(WorkOrders.NAME, r -> () -> "done");
        reopen();
        began = System.nanoTime();
        engine.resume(run);
        assertEquals(run + " done", day.end());
        long goneOnMillis = (System.nanoTime() - began) / 1_000_000;
        assertEquals(1, day.diary.stream().filter("check-data"::equals).count(), "the same instance goes on");
        assertTrue(closeMillis < 20_000 && goneOnMillis < 50_000, closeMillis + " and " + goneOnMillis);
        System.err.println("closed in " + closeMillis + " ms, on after " + goneOnMillis + " ms");
    }

    @Test
    void aLostEngineFolderGetsTheRunANewInstance() throws Exception {
        var keys = new FileInstanceKeys(folder);
        keys.replace(
                run,
                Optional.empty(),
                dev.vesper.desk.run.DayInstance.first("").claimedBy((1L << 51) + 4_711_000_000L));
        engine.resume(run);
        assertEquals(run + " done", day.end());
        assertEquals(2, keys.find(run).orElseThrow().attempt());
    }

    @Test
    void processesKeepTheirVersionsUntilTheyChange() {
        var before = engine.versions();
        reopen();
        assertEquals(before, engine.versions());
        assertEquals(6, before.size());
        assertEquals(12, before.get("end-of-day").sha256().length());
    }

    @Test
    void aSecondEngineOnTheFolderSaysWhoHoldsIt() {
        var problem = assertThrows(Problem.class, ProcessesIT::open);
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(
                problem.getMessage()
                        .contains("process " + ProcessHandle.current().pid() + " ("),
                problem.getMessage());
    }

    @Test
    void theEngineHasNoPort() throws Exception {
        engine.start(run);
        assertEquals(run + " done", day.end());
        assertEquals(List.of(), ListeningSockets.ofThisProcess());
    }

    @Test
    void jobsAreCounted() throws Exception {
        engine.start(run);
        assertEquals(run + " done", day.end());
        assertTrue(METERS.get("vesper.process.jobs")
                        .tags("job", "report", "outcome", "done")
                        .timer()
                        .count()
                >= 1);
    }

    @Test
    void theScheduleOpensARunAndWorksItsDay() throws Exception {
        var opened = new AtomicInteger();
        engine.schedule("*/2 * * * * *", occasion -> {
            opened.incrementAndGet();
            return Optional.of(run); // the same run each time: only the first instance may work it
        });
        assertEquals(run + " done", day.end());
        engine.schedule("0 0 3 1 1 *", occasion -> Optional.of(run));
        assertEquals(1, day.diary.stream().filter("report"::equals).count(), "opened " + opened + " times");
        assertTrue(engine.versions().containsKey("scheduled-day"));
    }

    @Test
    void aFullDiskIsSaidAndNotWaitedOn(@TempDir Path other) {
        var settings = new ProcessSettings(
                PROCESSES,
                other,
                Optional.empty(),
                InstantSource.system(),
                Duration.ofSeconds(5),
                Long.MAX_VALUE / (1 << 20),
                100);
        var problem = assertThrows(Problem.class, () -> ProcessEngine.open(settings, DayInTest.SERVED));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.getMessage().contains("MB free under"), problem.getMessage());
    }

    @Test
    void nobodyAtTheAddressIsSaidAndNotWaitedOn() throws Exception {
        var port = FreePorts.find(1).getFirst();
        var settings = new ProcessSettings(
                PROCESSES,
                folder,
                Optional.of(Cluster.open("127.0.0.1:" + port)),
                InstantSource.system(),
                Duration.ofMillis(300),
                0,
                0);
        var problem = assertThrows(Problem.class, () -> ProcessEngine.open(settings, DayInTest.SERVED));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.getMessage().contains("127.0.0.1:" + port), problem.getMessage());
    }

    @Test
    void aClusterElsewhereDoesTheDayWithNoOtherChange() throws Exception {
        var elsewhere = new DayInTest();
        close(); // its workers would take the jobs
        try (var cluster = NetworkedEngine.open(folder.resolve("cluster"));
                var remote = ProcessEngine.open(
                        ProcessSettings.remote(
                                PROCESSES, Cluster.open("127.0.0.1:" + cluster.port()), InstantSource.system()),
                        DayInTest.SERVED)) {
            remote.work(
                    new FileInstanceKeys(folder), FILES, elsewhere.stages(), elsewhere, elsewhere, Optional.empty());
            remote.start(run);
            assertEquals(run + " done", elsewhere.end());
        }
    }

    /** Hands what is heard to the day of the moment. */
    private static final class Current implements DayListener {
        @Override
        public void stageRefused(RunId run, StageName stage, Problem why) {
            current.stageRefused(run, stage, why);
        }

        @Override
        public void stageFailed(RunId run, StageName stage, Throwable why, int retriesLeft) {
            current.stageFailed(run, stage, why, retriesLeft);
        }

        @Override
        public void dayEnded(RunId run, boolean refused) {
            current.dayEnded(run, refused);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
