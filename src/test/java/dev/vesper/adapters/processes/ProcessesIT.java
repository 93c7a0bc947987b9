package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days on the real engine; one engine folder for all, an engine of its own for each test. */
class ProcessesIT {
    private static final Path PROCESSES = Path.of("processes");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    static Path folder;

    private final RunId run = new RunId("2018-04-11-%03d".formatted(NUMBER.incrementAndGet()));
    private final DayInTest day = new DayInTest();
    private ProcessEngine engine = open();

    private static ProcessEngine open() {
        return ProcessEngine.open(ProcessSettings.embedded(PROCESSES, folder.resolve("engine")));
    }

    private void work() {
        engine.work(new FileInstanceKeys(folder), day.stages(), day, day, Optional.empty());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aQuietDayGoesThroughEveryStageOnce() throws Exception {
        work();
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

    @Test
    void startedTwiceIsOneInstance() throws Exception {
        day.decisions.remove("propose-trades");
        work();
        engine.start(run);
        engine.start(run);
        assertEquals("propose-trades", day.asked.poll(20, TimeUnit.SECONDS));
        engine.start(run);
        engine.resume(run);
        day.decisions.put("propose-trades", "approve");
        assertEquals(run + " done", day.end());
        assertNull(day.ends.poll(2, TimeUnit.SECONDS), "a second instance ended");
        assertEquals(1, day.diary.stream().filter("check-data"::equals).count());
    }

    @Test
    void aGateThatSaysNoEndsTheDayRefused() throws Exception {
        day.stages.put("rebalance", r -> {
            throw Problem.refused("Expected gross exposure of at most 1.0, but it is 1.3");
        });
        work();
        engine.start(run);
        assertEquals(run + " refused", day.end());
        assertEquals(List.of("check-data", "rebalance refused", "close-refused"), day.diary);
    }

    @Test
    void blockedDataIsReleasedByAPerson() throws Exception {
        day.stages.put("check-data", r -> Map.of("dataVerdict", "blocked"));
        work();
        engine.start(run);
        assertEquals("release-data", day.asked.poll(20, TimeUnit.SECONDS));
        day.decisions.put("release-data", "approve");
        assertEquals(run + " done", day.end());
        assertTrue(day.diary.containsAll(List.of("ask release-data", "report")), day.diary.toString());
    }

    @Test
    void blockedDataIsRejectedByAPerson() throws Exception {
        day.stages.put("check-data", r -> Map.of("dataVerdict", "blocked"));
        day.decisions.put("release-data", "reject");
        work();
        engine.start(run);
        assertEquals(run + " refused", day.end());
        assertEquals(List.of("check-data", "ask release-data", "close-refused"), day.diary);
    }

    @Test
    void tradesTheCheckerRejectsAreNotExecuted() throws Exception {
        day.decisions.put("approve-trades", "reject");
        work();
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
        day.decisions.put("propose-trades", "reject");
        work();
        engine.start(run);
        assertEquals(run + " refused", day.end());
        assertEquals(
                List.of("check-data", "rebalance", "ask propose-trades", "settle-approval", "close-refused"),
                day.diary);
    }

    @Test
    void aVenueThatComesBackIsTriedAgain() throws Exception {
        var tries = new AtomicInteger();
        day.stages.put("execute-orders", r -> {
            if (tries.incrementAndGet() == 1) {
                throw Problem.unavailable("Expected venue LIT to answer, but it did not");
            }
            return Map.of();
        });
        work();
        engine.start(run);
        assertEquals(run + " done", day.end());
        assertEquals("execute-orders 2 Expected venue LIT to answer, but it did not", day.failures.poll());
        assertEquals(2, tries.get());
    }

    @Test
    void aDayStuckOnBadInputGoesOnOnceItIsMended() throws Exception {
        day.stages.put("rebalance", r -> {
            throw Problem.usage("Expected a known strategy, but got \"magic\"");
        });
        work();
        engine.start(run);
        assertEquals(
                "rebalance 0 Expected a known strategy, but got \"magic\"", day.failures.poll(20, TimeUnit.SECONDS));
        engine.close();

        day.stages.put("rebalance", r -> Map.of());
        engine = open();
        work();
        engine.resume(run);
        assertEquals(run + " done", day.end());
        assertNull(day.ends.poll(1, TimeUnit.SECONDS), "the stuck instance ended too");
        assertEquals(1, day.diary.stream().filter("report"::equals).count());
    }

    @Test
    void aStageFarLongerThanALoanIsWorkedOnce() throws Exception {
        var starts = new AtomicInteger();
        day.stages.put("rebalance", r -> {
            starts.incrementAndGet();
            sleep(HeldJobs.LOAN.toMillis() * 5 / 2);
            return Map.of();
        });
        work();
        engine.start(run);
        assertEquals(run + " done", day.end());
        assertEquals(1, starts.get());
    }

    @Test
    void anEngineClosedUnderAStageGoesOnAtThatStage() throws Exception {
        var entered = new CountDownLatch(1);
        day.stages.put("execute-orders", r -> {
            entered.countDown();
            sleep(3_000);
            throw new IllegalStateException("left behind by the closed engine");
        });
        work();
        engine.start(run);
        assertTrue(entered.await(30, TimeUnit.SECONDS));
        long began = System.nanoTime();
        engine.close();
        long closeMillis = (System.nanoTime() - began) / 1_000_000;

        day.stages.put("execute-orders", r -> Map.of());
        engine = open();
        began = System.nanoTime();
        work();
        engine.resume(run);
        assertEquals(run + " done", day.end());
        long goneOnMillis = (System.nanoTime() - began) / 1_000_000;
        assertEquals(1, day.diary.stream().filter("check-data"::equals).count(), "the same instance goes on");
        assertTrue(goneOnMillis < 15_000, "handed out again after " + goneOnMillis + " ms");
        System.err.println("close " + closeMillis + " ms, on after " + goneOnMillis + " ms");
    }

    @Test
    void aLostEngineFolderGetsTheRunANewInstance() throws Exception {
        var keys = new FileInstanceKeys(folder);
        keys.replace(run, Optional.empty(), dev.vesper.desk.DayInstance.first().claimedBy(4_711));
        work();
        engine.resume(run);
        assertEquals(run + " done", day.end());
        assertEquals(2, keys.find(run).orElseThrow().attempt());
    }

    @Test
    void processesKeepTheirVersionsUntilTheyChange() {
        var before = engine.versions();
        engine.close();
        engine = open();
        assertEquals(before, engine.versions());
        assertEquals(6, before.size());
        assertEquals(12, before.get("end-of-day").sha256().length());
    }

    @Test
    void aSecondEngineOnTheFolderSaysWhoHoldsIt() {
        var problem = org.junit.jupiter.api.Assertions.assertThrows(Problem.class, ProcessesIT::open);
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(
                problem.getMessage()
                        .contains("process " + ProcessHandle.current().pid() + " ("),
                problem.getMessage());
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
