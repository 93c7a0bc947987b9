package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.testing.VesperProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A day that is killed and resumed ends with the orders and fills of an undisturbed one. One is killed at every stage
 * boundary in turn, others at random moments of three seeds; {@code -Dvesper.kills=100} asks for more random ones,
 * {@code -Dvesper.kills.log} names a file that is given a line for each.
 */
class KillIT {
    private static final List<String> STAGES =
            List.of("check-data", "rebalance", "approve-trades", "execute-orders", "report");
    private static final int[] SEEDS = {7, 42, 2024};

    @TempDir
    static Path folder;

    private static final Map<Integer, Undisturbed> DAYS = new ConcurrentHashMap<>();

    private record Undisturbed(String orders, String fills, long millis) {}

    /**
     * One kill.
     *
     * @param share killed after this share of the undisturbed day's time
     */
    record Kill(int seed, double share) {
        @Override
        public String toString() {
            return "seed " + seed + String.format(" at %.3f of the day", share);
        }
    }

    static Stream<Kill> kills() {
        SplittableRandom moments = new SplittableRandom(Long.getLong("vesper.kills.seed", 20_250_101L));
        return IntStream.range(0, Integer.getInteger("vesper.kills", 2))
                .mapToObj(i -> new Kill(SEEDS[i % SEEDS.length], moments.nextDouble()));
    }

    @Test
    void aDayKilledAfterEachOfItsStagesEndsLikeAnUndisturbedOne() throws Exception {
        int seed = SEEDS[0];
        Path state = Files.createTempDirectory(folder, "killed-often");
        VesperProcess day = day(state, seed);
        for (String stage : STAGES) {
            VesperProcess.Result killed =
                    day.killAt(line -> line.contains("✓ " + stage)).await();
            assertTrue(killed.output().contains("✓ " + stage), killed.output());
            day = resumed(state, seed);
        }
        endsLike(undisturbed(seed), day.await(), state);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kills")
    void aKilledDayEndsLikeAnUndisturbedOne(Kill kill) throws Exception {
        Undisturbed expected = undisturbed(kill.seed());
        Path state = Files.createTempDirectory(folder, "killed");
        VesperProcess first = day(state, kill.seed());
        Thread.sleep((long) (expected.millis() * kill.share()));
        first.kill();
        VesperProcess.Result killed = first.await();
        VesperProcess.Result resumed = resumed(state, kill.seed()).await();
        log(kill, killed, resumed, state);
        endsLike(expected, resumed, state);
    }

    private static void endsLike(Undisturbed expected, VesperProcess.Result resumed, Path state) throws IOException {
        assertEquals(0, resumed.exitCode(), resumed.output());
        assertEquals(expected.orders(), orders(state), "orders");
        assertEquals(expected.fills(), fills(state), "fills");
        nothingWasAcceptedTwice(state);
    }

    /** The venues wrote down what they accepted: every client order id once. */
    private static void nothingWasAcceptedTwice(Path state) throws IOException {
        try (Stream<Path> files = Files.walk(state.resolve("venues"))) {
            for (Path journal : files.filter(f -> f.getFileName().toString().equals("journal"))
                    .toList()) {
                Set<String> seen = new HashSet<>();
                for (String line : Files.readAllLines(journal)) {
                    String input = line.strip();
                    assertTrue(seen.add(input), () -> journal.getFileName() + " holds twice: " + line);
                }
            }
        }
    }

    private static Undisturbed undisturbed(int seed) throws Exception {
        Undisturbed known = DAYS.get(seed);
        if (known != null) {
            return known;
        }
        Path state = Files.createTempDirectory(folder, "whole");
        long start = System.nanoTime();
        VesperProcess.Result result = day(state, seed).await();
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertEquals(0, result.exitCode(), result.output());
        Undisturbed day = new Undisturbed(orders(state), fills(state), millis);
        assertTrue(day.fills().lines().count() > 5, "a day without fills shows nothing");
        DAYS.put(seed, day);
        return day;
    }

    private static synchronized Path firm() throws Exception {
        Path firm = folder.resolve("firm");
        if (!Files.exists(firm)) {
            VesperProcess.sampleFirm(firm);
        }
        return firm;
    }

    private static VesperProcess day(Path state, int seed) throws Exception {
        return VesperProcess.start(state, "eod", "--firm", firm().toString(), "--seed", "" + seed);
    }

    private static VesperProcess resumed(Path state, int seed) throws Exception {
        return VesperProcess.start(state, "eod", "--firm", firm().toString(), "--resume", "--seed", "" + seed);
    }

    private static String orders(Path state) throws IOException {
        return only(state, "orders.csv");
    }

    private static String fills(Path state) throws IOException {
        return only(state, "fills.csv");
    }

    private static String only(Path state, String name) throws IOException {
        try (Stream<Path> runs = Files.list(state.resolve("runs"))) {
            TreeMap<String, Path> reports = new TreeMap<>();
            runs.map(run -> run.resolve(name)).filter(Files::exists).forEach(f -> reports.put(f.toString(), f));
            assertEquals(1, reports.size(), () -> "one report each day, but " + reports.keySet());
            return Files.readString(reports.firstEntry().getValue());
        }
    }

    private static void log(Kill kill, VesperProcess.Result killed, VesperProcess.Result resumed, Path state)
            throws IOException {
        String file = System.getProperty("vesper.kills.log", "");
        if (file.isEmpty()) {
            return;
        }
        String reached = killed.output()
                .lines()
                .filter(l -> l.contains("✓"))
                .map(String::strip)
                .reduce((a, b) -> b)
                .orElse("none");
        String same;
        try {
            Undisturbed expected = DAYS.get(kill.seed());
            same = expected.orders().equals(orders(state)) && expected.fills().equals(fills(state))
                    ? "same"
                    : "DIFFERENT";
        } catch (IOException | AssertionError e) {
            same = "NO REPORT";
        }
        Files.writeString(
                Path.of(file),
                String.format(
                        "%d,%.3f,%s,%d,%s%n",
                        kill.seed(),
                        kill.share(),
                        reached.replaceAll("\\s+.*", "").equals("✓") ? reached.split("\\s+")[1] : "before check-data",
                        resumed.exitCode(),
                        same),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
