package dev.vesper.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OpenPartsTest {
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    private final AtomicLong nanos = new AtomicLong();
    private final OpenParts open = new OpenParts(nanos::get);
    private final List<String> diary = Collections.synchronizedList(new ArrayList<>());

    private AutoCloseable closing(String name) {
        return () -> diary.add("close " + name);
    }

    /** The engine is ready long before the store, and still closes after it where the workers need both. */
    @Test
    void partsCloseInTheOrderOfDependencyNotOfReadiness() {
        Part<AutoCloseable> store = new Part<>(open, "store", () -> closing("store"));
        Part<AutoCloseable> engine = new Part<>(open, "engine", () -> closing("engine"));
        Part<AutoCloseable> workers = new Part<>(open, "workers", () -> {
            engine.get();
            store.get();
            return closing("workers");
        });
        workers.begin(Runnable::run);
        assertEquals(
                List.of("engine", "store", "workers"),
                List.copyOf(open.seconds().keySet()));
        open.close();
        assertEquals(List.of("close workers", "close store", "close engine"), diary);
        open.close();
        assertEquals(3, diary.size(), "twice is once");
    }

    @Test
    void aPartIsOpenedOnceHoweverManyAskAtOnce() throws Exception {
        AtomicInteger times = new AtomicInteger();
        CountDownLatch asked = new CountDownLatch(4);
        Part<String> part = new Part<>(open, "lake", () -> {
            times.incrementAndGet();
            await(asked);
            return "lake";
        });
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                asked.countDown();
                diary.add(part.get());
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(1, times.get());
        assertEquals(4, diary.size());
    }

    @Test
    void whatCannotBeOpenedTellsEveryoneTheSame() {
        Part<String> part = new Part<>(open, "store", () -> {
            diary.add("tried");
            throw Problem.unavailable("Expected the database to answer, but it did not");
        });
        Problem first = assertThrows(Problem.class, part::get);
        assertSame(first, assertThrows(Problem.class, part::get));
        assertEquals(List.of("tried"), diary);
        assertTrue(open.seconds().isEmpty());
    }

    @Test
    void everyFailureOfClosingIsToldAndKeepsNothingOpen() {
        new Part<AutoCloseable>(open, "store", () -> closing("store")).get();
        new Part<AutoCloseable>(open, "lake", () -> () -> {
                    throw new IllegalStateException("disk gone");
                })
                .get();
        new Part<AutoCloseable>(open, "engine", () -> () -> {
                    throw new IllegalStateException("no answer");
                })
                .get();
        IllegalStateException told = assertThrows(IllegalStateException.class, open::close);
        assertEquals(2, told.getSuppressed().length);
        assertTrue(told.getMessage().contains("engine") && told.getMessage().contains("lake"), told.getMessage());
        assertEquals(List.of("close store"), diary);
    }

    /** Ctrl-C while the engine is starting: it is waited for and closed; what it would need next is not opened any more. */
    @Test
    void closingDuringTheStartWaitsAndOpensNothingNew() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Part<AutoCloseable> late = new Part<>(open, "late", () -> closing("late"));
        Part<AutoCloseable> engine = new Part<>(open, "engine", () -> {
            started.countDown();
            await(goOn);
            return closing("engine");
        });
        engine.begin(THREADS);
        await(started);
        Thread closer = Thread.ofPlatform().start(open::close);
        while (closer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThrows(IllegalStateException.class, late::get);
        goOn.countDown();
        closer.join();
        assertEquals(List.of("close engine"), diary);
    }

    @Test
    void secondsAreToldToWhoListensBeforeOrAfter() {
        new Part<>(open, "rules", () -> nanos.addAndGet(1_500_000_000L)).get();
        open.listen((part, seconds) -> diary.add(part + " " + seconds));
        new Part<>(open, "planner", () -> nanos.addAndGet(250_000_000L)).get();
        assertEquals(List.of("rules 1.5", "planner 0.25"), diary);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
