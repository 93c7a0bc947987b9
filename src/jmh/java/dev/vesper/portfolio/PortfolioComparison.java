package dev.vesper.portfolio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code ./vesper bench portfolio}: our numbers and those of Python's libraries for the same returns, one after the
 * other on the same machine, in processor time.
 *
 * <p>Two arguments: a folder to exchange files in, and {@code src/jmh/peers/measure}, which makes the environment of the
 * peers on its first use.
 */
public final class PortfolioComparison {
    private static final int ASSETS = 500;
    private static final String ROW = "%-24s %-9s %9s  %-28s %9s %7s  %s%n";

    private PortfolioComparison() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        writeInputs(folder);
        System.out.printf("%d assets, %d daily returns; ours%n", ASSETS, SeededReturns.ROWS);
        Map<String, Double> ours = measureOurs();
        System.out.println("theirs");
        Path theirs = folder.resolve("peers.csv");
        Process peers = new ProcessBuilder(arguments[1], folder.toString(), theirs.toString())
                .inheritIO()
                .start();
        if (peers.waitFor() != 0) {
            System.out.printf("Expected peers to compare with, but %s failed; ours alone: %s%n", arguments[1], ours);
            System.exit(4);
        }
        System.out.printf("%nmilliseconds of CPU for each call; a ratio below 1: Vesper is faster%n");
        System.out.printf(ROW, "what", "history", "Vesper", "peer", "peer", "ratio", "results differ by at most");
        for (String line : Files.readAllLines(theirs, StandardCharsets.UTF_8)) {
            String[] cells = line.split(",", -1);
            double own = ours.get(cells[0] + " " + cells[1]);
            double peer = Double.parseDouble(cells[3]);
            System.out.printf(
                    ROW, cells[0], cells[1], millis(own), cells[2], millis(peer), ratio(own / peer), cells[4]);
        }
    }

    private static Map<String, Double> measureOurs() throws RunnerException {
        var options = new OptionsBuilder()
                .include(PortfolioBenchmark.class.getName() + "\\..*")
                .param("assets", Integer.toString(ASSETS))
                .addProfiler(CpuTime.class)
                .verbosity(VerboseMode.SILENT)
                .jvmArgsPrepend(
                        "--sun-misc-unsafe-memory-access=allow") // JMH's own use; its warning is not ours to show
                .build();
        Map<String, Double> ours = new TreeMap<>();
        for (RunResult result : new Runner(options).run()) {
            String method = result.getParams().getBenchmark().replaceAll(".*\\.", "");
            String name = method + " " + result.getParams().getParam("history");
            ours.put(name, result.getSecondaryResults().get(CpuTime.NAME).getScore());
            System.out.printf("  %-34s %s ms%n", name, millis(ours.get(name)));
        }
        return ours;
    }

    /** The returns, and our answers for the peers to compare theirs with, as little-endian doubles. */
    private static void writeInputs(Path folder) throws IOException {
        for (String history : new String[] {"complete", "gaps"}) {
            double[][] returns = SeededReturns.of(ASSETS, "gaps".equals(history));
            write(folder.resolve(history + "-returns.f64"), returns);
            write(folder.resolve(history + "-covariance.f64"), PortfolioBenchmark.covariance(returns));
            write(
                    folder.resolve(history + "-hierarchicalRiskParity.f64"),
                    PortfolioBenchmark.hierarchicalRiskParity(returns));
            write(folder.resolve(history + "-minimumVariance.f64"), PortfolioBenchmark.minimumVariance(returns));
        }
    }

    private static void write(Path file, double[]... rows) throws IOException {
        int values = Arrays.stream(rows).mapToInt(row -> row.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(values * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] row : rows) {
            for (double value : row) {
                bytes.putDouble(value);
            }
        }
        Files.write(file, bytes.array());
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
