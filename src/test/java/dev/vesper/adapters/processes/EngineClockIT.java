package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.testing.MemoryFilesUsed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The timers of the processes follow the given clock, so that a whole day can be driven in seconds. */
class EngineClockIT {
    private static final Instant MORNING = Instant.parse("2018-04-11T14:00:00Z");

    @TempDir
    Path folder;

    private final long began = System.nanoTime();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock =
            () -> MORNING.plusNanos(System.nanoTime() - began).plus(ahead.get());
    private final DayInTest day = new DayInTest();
    private final RunId run = new RunId("2018-04-11-001");

    @Test
    void theMakerIsRemindedWhenTheGivenClockHasGoneOnThirtyMinutes() throws Exception {
        day.decisions.remove(TaskKind.PROPOSE_TRADES);
        try (var engine = ProcessEngine.open(
                ProcessSettings.embedded(Path.of("processes"), folder.resolve("engine"), clock), DayInTest.SERVED)) {
            engine.work(new FileInstanceKeys(folder), new MemoryFilesUsed(), day.stages(), day, day, Optional.empty());
            engine.start(run);
            assertEquals(TaskKind.PROPOSE_TRADES, day.asked.poll(30, TimeUnit.SECONDS));
            ahead.set(Duration.ofMinutes(28));
            assertEquals(0, reminders(Duration.ofSeconds(2)), "28 minutes are not 30");
            ahead.set(Duration.ofMinutes(31));
            assertEquals(1, reminders(Duration.ofSeconds(20)), day.diary.toString());
            day.decisions.put(TaskKind.PROPOSE_TRADES, Answer.APPROVE);
            assertEquals(run + " done", day.end());
            assertTrue(Duration.ofNanos(System.nanoTime() - began).toMinutes() < 5);
        }
    }

    private long reminders(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            long heard =
                    day.diary.stream().filter(d -> d.startsWith("reminded of")).count();
            if (heard > 0 || System.nanoTime() > until) {
                return heard;
            }
            Thread.sleep(50);
        }
    }
}
