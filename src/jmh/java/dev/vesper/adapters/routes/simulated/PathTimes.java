package dev.vesper.adapters.routes.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a child takes on its whole way, in microseconds of CPU, both sides together: {@code ./vesper bench path}. Beside it what
 * QuickFIX/J takes alone for an order and two reports, in the same run. With {@code --profile} it says where the time goes.
 */
public final class PathTimes {
    private static final int WARM = 4;
    private static final int PASSES = 3;
    private static final int ORDERS = 20_000;

    private PathTimes() {}

    /** @param args nothing, or {@code --profile} */
    public static void main(String[] args) throws Exception {
        Path root =
                Path.of(System.getProperty("vesper.root", ".")).toAbsolutePath().normalize();
        Path box = Files.createTempDirectory("path");
        boolean profile = args.length > 0 && args[0].equals("--profile");
        try {
            System.out.printf(
                    "%d processors, Java %s; microseconds of CPU a child, median of %d passes after %d%n",
                    Runtime.getRuntime().availableProcessors(), Runtime.version(), PASSES, WARM);
            PathDay small = new PathDay(root, 530, 30);
            List<PathDay.Took> cold = passes(small, box, 1);
            show("1,000 a slice, the first day of a process", cold);
            passes(small, box, WARM - 1);
            if (profile) {
                var taken = new PathProfile(root.resolve("target/path.jfr"));
                passes(small, box, PASSES, taken::record);
                taken.show();
                return;
            }
            show("1,000 a slice", passes(small, box, PASSES));
            show("10,000 a slice", passes(new PathDay(root, 2_850, 195), box, PASSES));
            List<Double> plain = new ArrayList<>();
            for (int i = 0; i < WARM + PASSES; i++) {
                double micros = PlainFix.nanosAnOrder(box.resolve("plain" + i), ORDERS) / 1_000.0;
                if (i >= WARM) {
                    plain.add(micros);
                }
            }
            System.out.printf(
                    "%nQuickFIX/J alone, an order and two reports, both sides, the same stores: %.1f%n", median(plain));
        } finally {
            clear(box);
        }
    }

    private static List<PathDay.Took> passes(PathDay day, Path box, int count) throws IOException {
        return passes(day, box, count, Runnable::run);
    }

    private static List<PathDay.Took> passes(PathDay day, Path box, int count, Consumer<Runnable> around)
            throws IOException {
        List<PathDay.Took> took = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path folder = Files.createTempDirectory(box, "day");
            took.add(day.work(folder, around));
            clear(folder);
        }
        return took;
    }

    private static void show(String name, List<PathDay.Took> passes) {
        PathDay.Took one = passes.getFirst();
        System.out.printf(
                "%n%s: %,d children in %d slices, %,d fills%n%n", name, one.children(), one.slices(), one.fills());
        System.out.println("| part | us a child |");
        System.out.println("|---|---|");
        Map<String, List<Double>> parts = new TreeMap<>();
        List<Double> whole = new ArrayList<>();
        for (PathDay.Took pass : passes) {
            double all = 0;
            for (Map.Entry<String, Long> part : pass.nanos().entrySet()) {
                double micros = part.getValue() / 1_000.0 / pass.children();
                parts.computeIfAbsent(part.getKey(), _ -> new ArrayList<>()).add(micros);
                all += part.getKey().equals(ThreadCosts.MACHINE) ? 0 : micros;
            }
            whole.add(all);
        }
        parts.forEach((part, micros) -> System.out.printf("| %s | %.1f |%n", part, median(micros)));
        System.out.printf("| **all but compilers and collector** | **%.1f** |%n", median(whole));
    }

    private static double median(List<Double> of) {
        return of.stream().sorted().toList().get(of.size() / 2);
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
