package dev.vesper.architecture;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Breaks the rule on purpose, once in each method: makes what it should have been given. */
final class Makers {
    private Makers() {}

    static Instant instant() {
        return Instant.now();
    }

    static Supplier<Instant> byReference() {
        return Instant::now;
    }

    static LocalDate inAZone(ZoneId zone) {
        return LocalDate.now(zone);
    }

    static InstantSource source() {
        return InstantSource.system();
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    static ZoneId zone() {
        return ZoneId.systemDefault();
    }

    static double chance() {
        return Math.random();
    }

    static UUID id() {
        return UUID.randomUUID();
    }

    static RandomGenerator generator() {
        return new Random(1);
    }

    static void order(List<String> names) {
        Collections.shuffle(names);
    }

    static Thread thread() {
        return new Thread(() -> {});
    }

    static Executor executor() {
        return Executors.newCachedThreadPool();
    }

    static CompletableFuture<String> future() {
        return CompletableFuture.supplyAsync(() -> "somewhere");
    }

    static long sideBySide() {
        return new ArrayList<>(List.of(1, 2)).parallelStream().count();
    }
}
