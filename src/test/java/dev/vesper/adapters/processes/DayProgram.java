package dev.vesper.adapters.processes;

import dev.vesper.basics.RunId;
import dev.vesper.testing.MemoryFilesUsed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A whole day in a program of its own, for tests that kill it: folder, run, milliseconds each stage takes, and hours by
 * which its clock is ahead. Every stage
 * writes its effect to {@code effects}, once, and every call to {@code calls}.
 */
final class DayProgram {
    private DayProgram() {}

    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        var run = new RunId(args[1]);
        long stageMillis = Long.parseLong(args[2]);
        Duration ahead = Duration.ofHours(Long.parseLong(args[3]));
        InstantSource clock = () -> Instant.now().plus(ahead);
        var day = new DayInTest();
        for (var stage : day.stages.keySet()) {
            var answer = day.stages.get(stage);
            day.stages.put(stage, r -> {
                line(folder.resolve("calls"), stage.job());
                sleep(stageMillis);
                once(folder, stage.job());
                return answer.apply(r);
            });
        }
        long began = System.nanoTime();
        try (var engine = ProcessEngine.open(
                ProcessSettings.embedded(Path.of("processes"), folder.resolve("engine"), clock), DayInTest.SERVED)) {
            System.err.println("engine ready after " + (System.nanoTime() - began) / 1_000_000 + " ms");
            engine.work(new FileInstanceKeys(folder), new MemoryFilesUsed(), day.stages(), day, day, Optional.empty());
            engine.resume(run);
            var end = day.end();
            System.err.println(
                    end + " after " + (System.nanoTime() - began) / 1_000_000 + " ms " + day.diary + day.failures);
            line(folder.resolve("ends"), String.valueOf(end));
            began = System.nanoTime();
        }
        System.err.println("closed in " + (System.nanoTime() - began) / 1_000_000 + " ms");
    }

    private static void once(Path folder, String stage) {
        try {
            Files.createFile(folder.resolve("done-" + stage));
            line(folder.resolve("effects"), stage);
        } catch (FileAlreadyExistsException e) {
            // done before the kill
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(Path file, String text) {
        try {
            Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
