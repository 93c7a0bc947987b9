package dev.vesper.architecture;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** Does the same as {@link Makers} with what it is given: none of this is refused. */
final class Takers {
    private Takers() {}

    static Instant instant(InstantSource clock) {
        return clock.instant();
    }

    static LocalDate today(InstantSource clock, ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    static double chance(RandomGenerator generator) {
        return generator.nextDouble();
    }

    static void order(List<String> names, Random generator) {
        Collections.shuffle(names, generator);
    }

    static CompletableFuture<String> future(Executor executor) {
        return CompletableFuture.supplyAsync(() -> "where it was told", executor);
    }
}
