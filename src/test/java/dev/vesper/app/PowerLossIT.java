package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.testing.VesperProcess;
import dev.vesper.testing.power.LossyFileSystemProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The program on a disk that loses what was not forced ({@link LossyFileSystemProvider}): the power goes just before a force,
 * so that all that left since the one before rests on what was forced. What is left must hold all that people and venues
 * were told, and the day must go on to the orders and fills of an undisturbed one. The FIX stores are always lost; the
 * engine's folder, which writes through maps that nobody watches, is left as it is or lost whole.
 *
 * <p>{@code -Dvesper.cuts=30} asks for more moments; {@code -Dvesper.deaf=store} has the forces of a folder not heard, and
 * then this fails.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PowerLossIT {
    private static final List<String> STAGES = List.of("check-data", "rebalance", "approve-trades", "execute-orders");

    @TempDir
    Path folder;

    private long forces;
    private String orders = "";
    private String fills = "";

    static DoubleStream moments() {
        int cuts = Integer.getInteger("vesper.cuts", 2);
        return DoubleStream.iterate(0.9 / cuts, share -> share + 0.99 / cuts).limit(cuts);
    }

    @ParameterizedTest(name = "{0} of the forces")
    @MethodSource("moments")
    void aDayThatLosesItsPowerEndsLikeAnUndisturbedOne(double share) throws Exception {
        undisturbed();
        Path state = Files.createDirectory(folder.resolve("at" + share));
        Path left = folder.resolve("left" + share);
        boolean engineToo = Math.round(share * 100) % 2 == 0;
        VesperProcess.Result cut = day(
                state,
                "-Dpower.cut=" + Math.max(2, (long) (forces * share)) + " -Dpower.left=" + left
                        + (engineToo ? "" : " -Dpower.keep=zeebe") + " -Dpower.deaf="
                        + System.getProperty("vesper.deaf", ""));
        assertEquals(99, cut.exitCode(), cut.output());
        whatWasSaidIsThere(cut.output(), left);
        VesperProcess.Result resumed = VesperProcess.start(left, "eod", "--firm", firm().toString(), "--resume")
                .await();
        assertEquals(0, resumed.exitCode(), resumed.output());
        assertEquals(orders, report(left, "orders.csv"), "orders");
        assertEquals(fills, report(left, "fills.csv"), "fills");
        VesperProcess.Result verified =
                VesperProcess.start(left, "audit", "verify").await();
        assertEquals(0, verified.exitCode(), verified.output());
    }

    /** What the terminal said is done is done, and what venues said they accepted they still know. */
    private void whatWasSaidIsThere(String output, Path left) throws Exception {
        Path store = left.resolve("store/vesper.mv.db");
        if (!Files.exists(store)) {
            assertFalse(output.contains("Run "), "a run was named before the store was there: " + output);
            return;
        }
        Path copy = Files.createDirectories(folder.resolve("look" + left.getFileName()))
                .resolve("vesper.mv.db");
        Files.copy(store, copy, StandardCopyOption.REPLACE_EXISTING);
        String url =
                "jdbc:h2:file:" + copy.toString().replace(".mv.db", "") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        String password = Files.readString(left.resolve("store/h2.password")).strip();
        try (Connection connection = DriverManager.getConnection(url, "sa", password);
                Statement sql = connection.createStatement()) {
            if (output.contains("Run 20")) {
                assertEquals(1, column(sql, "select run_id from run").size(), "the run that was named: " + output);
            }
            Set<String> done = column(sql, "select name from run_stage where finished_at is not null");
            for (String stage : STAGES) {
                assertTrue(
                        !output.contains("✓ " + stage) || done.contains(stage),
                        () -> stage + " was said to be done, but the store knows " + done);
            }
            Set<String> journalled = journals(left);
            Set<String> children = column(sql, "select client_order_id from child_order");
            Set<String> ended = column(sql, "select client_order_id from child_outcome");
            assertTrue(children.containsAll(journalled), "venues know orders that the store does not");
            assertTrue(journalled.containsAll(ended), "the store knows how orders ended that venues do not know");
        }
    }

    private static Set<String> column(Statement sql, String query) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static Set<String> journals(Path left) throws IOException {
        Set<String> known = new TreeSet<>();
        if (Files.isDirectory(left.resolve("venues"))) {
            try (Stream<Path> files = Files.walk(left.resolve("venues"))) {
                for (Path journal : files.filter(f -> f.endsWith("journal")).toList()) {
                    for (String line : Files.readAllLines(journal)) {
                        String[] parts = line.split("\u0001");
                        if (parts[0].equals("enter")) {
                            known.add(parts[1]);
                        }
                    }
                }
            }
        }
        return known;
    }

    private synchronized void undisturbed() throws Exception {
        if (forces > 0) {
            return;
        }
        Path state = Files.createDirectory(folder.resolve("whole"));
        Path count = folder.resolve("count");
        VesperProcess.Result result = day(state, "-Dpower.count=" + count);
        assertEquals(0, result.exitCode(), result.output());
        orders = report(state, "orders.csv");
        fills = report(state, "fills.csv");
        assertTrue(fills.lines().count() > 5, "a day without fills shows nothing");
        forces = Long.parseLong(Files.readString(count));
    }

    private VesperProcess.Result day(Path state, String options) throws Exception {
        return VesperProcess.start(
                        state,
                        Map.of(
                                "JDK_JAVA_OPTIONS",
                                "-Djava.nio.file.spi.DefaultFileSystemProvider="
                                        + LossyFileSystemProvider.class.getName() + " -Dpower.root=" + state + " "
                                        + options),
                        "eod",
                        "--firm",
                        firm().toString())
                .await();
    }

    private Path firm() throws Exception {
        Path firm = folder.resolve("firm");
        if (!Files.exists(firm)) {
            VesperProcess.sampleFirm(firm);
        }
        return firm;
    }

    private static String report(Path state, String name) throws IOException {
        try (Stream<Path> runs = Files.list(state.resolve("runs"))) {
            List<Path> found =
                    runs.map(run -> run.resolve(name)).filter(Files::exists).toList();
            assertEquals(1, found.size(), () -> "one report, but " + found);
            return Files.readString(found.getFirst());
        }
    }
}
