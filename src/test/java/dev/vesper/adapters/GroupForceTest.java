package dev.vesper.adapters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupForceTest {
    private final AtomicInteger forces = new AtomicInteger();

    @Test
    void nobodyIsAnsweredBeforeAForceThatBeganAfterTheWrite() throws Exception {
        AtomicLong written = new AtomicLong();
        AtomicLong onDisk = new AtomicLong();
        GroupForce group = new GroupForce(() -> {
            long seen = written.get();
            Thread.yield();
            onDisk.accumulateAndGet(seen, Math::max);
        });
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = IntStream.range(0, 2_000)
                    .mapToObj(i -> threads.submit(() -> {
                        long mine = written.incrementAndGet();
                        group.writtenAndForced();
                        assertTrue(onDisk.get() >= mine);
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void whoWritesWhileTheDiskIsBusySharesTheNextForce() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        GroupForce group = new GroupForce(() -> {
            if (forces.incrementAndGet() == 1) {
                busy.countDown();
                awaitQuietly(go);
            }
        });
        try (var threads = Executors.newFixedThreadPool(1)) {
            Future<?> first = threads.submit(group::writtenAndForced);
            assertTrue(busy.await(10, TimeUnit.SECONDS));
            long[] waiting =
                    IntStream.range(0, 50).mapToLong(i -> group.written()).toArray();
            go.countDown();
            for (long mine : waiting) {
                group.await(mine);
            }
            first.get(10, TimeUnit.SECONDS);
        }
        assertEquals(2, forces.get());
    }

    @Test
    void afterAFailedForceNothingIsBelievedAnyMore() {
        GroupForce group = new GroupForce(() -> {
            if (forces.incrementAndGet() == 1) {
                throw new IllegalStateException("no space left");
            }
        });
        assertThrows(Problem.class, group::writtenAndForced);
        Problem again = assertThrows(Problem.class, group::writtenAndForced);
        assertEquals(Problem.Kind.UNAVAILABLE, again.kind());
        assertTrue(again.getMessage().contains("no space left"), again.getMessage());
        assertEquals(1, forces.get());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
