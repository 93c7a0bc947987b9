package dev.vesper.testing;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.data.Panel;
import dev.vesper.data.Severity;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.FileIntake;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.checkdata.RawObject;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.market.PriceHistory;
import dev.vesper.orders.slice.RowSum;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The lake in memory. Its contract has three rules: a price is above zero (a bad row is set aside and blocks the day), no
 * row is from the future (set aside, shown), and the business date is priced (blocks the day).
 */
public final class MemoryLake implements Lake, FileIntake {
    private final Map<String, PriceHistory> snapshots = new LinkedHashMap<>();
    private final Map<RunId, String> checked = new LinkedHashMap<>();

    /** The price file as it lies in the firm folder now. */
    public PriceHistory file;

    /** The runs whose files were taken in, once for each time it was asked. */
    public final List<RunId> takenIn = new ArrayList<>();

    /** The snapshots whose rows were read, once for each time they were. */
    public final List<String> read = new ArrayList<>();

    /** Files kept for each run, by name. */
    public final Map<RunId, Map<String, Path>> kept = new LinkedHashMap<>();

    /** The manifest of each run. */
    public final Map<RunId, Tag> tags = new LinkedHashMap<>();

    /** Versions and files of a run, as its tag names them. */
    public record Tag(RunVersions versions, List<String> files) {}

    /** One that took these prices in before, under the name of their snapshot. */
    public static MemoryLake holding(String snapshot, PriceHistory prices) {
        MemoryLake lake = new MemoryLake(prices);
        lake.snapshots.put(snapshot, prices);
        return lake;
    }

    public MemoryLake(PriceHistory file) {
        this.file = file;
    }

    @Override
    public List<RawObject> takeIn(Firm firm, RunId run) {
        takenIn.add(run);
        String sum = String.format(
                "%064x", Arrays.deepHashCode(file.close()) + 31L * file.dates().hashCode());
        return List.of(new RawObject("prices.csv", "raw/" + sum, sum, 1));
    }

    @Override
    public List<String> delivered(List<RawObject> raw) {
        return List.of(PRICES);
    }

    /** What somebody did to the manifest in the lake; each change gives another sum. */
    public int manifestEdits;

    /** What is wrong with an object of the lake. */
    public Optional<String> fault = Optional.empty();

    @Override
    public RowSum sum(String product, String snapshot) {
        return new RowSum(1, Sha256.of((snapshot + manifestEdits).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<String> fault(String product, String snapshot) {
        return fault;
    }

    @Override
    public void takeOver(RunId run, RunId from) {
        Optional.ofNullable(checked.get(from)).ifPresent(snapshot -> checked.putIfAbsent(run, snapshot));
    }

    @Override
    public Optional<String> snapshot(RunId run, String product) {
        return Optional.ofNullable(checked.get(run));
    }

    @Override
    public DataCheck check(String product, Firm firm, RunId run, List<RawObject> raw, LocalDate asOf, LocalDate today) {
        double[][] good = Arrays.stream(file.close()).map(double[]::clone).toArray(double[][]::new);
        long rows = 0;
        long future = 0;
        long bad = 0;
        List<LocalDate> accepted = new ArrayList<>();
        for (int day = 0; day < file.dates().size(); day++) {
            LocalDate date = file.dates().get(day);
            if (date.isAfter(asOf) && !date.isAfter(today)) {
                continue; // the replay of an earlier day does not see it
            }
            for (int column = 0; column < file.symbols().size(); column++) {
                double close = file.close()[day][column];
                if (Double.isNaN(close)) {
                    continue;
                }
                rows++;
                if (date.isAfter(today)) {
                    future++;
                } else if (close <= 0) {
                    bad++;
                } else {
                    accepted.add(date);
                    continue;
                }
                good[day][column] = Double.NaN;
            }
        }
        if (accepted.isEmpty()) {
            throw Problem.usage("Expected a good price, but the file has none");
        }
        LocalDate last = accepted.getLast();
        List<DataCheck.Breach> breaches = new ArrayList<>();
        breach(breaches, bad > 0, "price-above-zero", Severity.ERROR, bad);
        breach(breaches, last.isBefore(asOf), "business-date-priced", Severity.ERROR, 0);
        breach(breaches, future > 0, "date-not-in-future", Severity.WARNING, future);
        String snapshot = raw.getFirst().sha256().substring(48);
        checked.put(run, snapshot);
        snapshots.put(snapshot, new PriceHistory(file.dates(), file.symbols(), good, file.volume()));
        return new DataCheck(
                snapshot,
                rows,
                bad + future,
                accepted.getFirst(),
                last,
                breaches,
                breaches.stream().anyMatch(b -> b.severity() == Severity.ERROR),
                bad + future == 0 ? "" : "quarantine/" + run);
    }

    private static void breach(List<DataCheck.Breach> all, boolean broken, String rule, Severity severity, long rows) {
        if (broken) {
            all.add(new DataCheck.Breach(rule, severity, rows, rule, ""));
        }
    }

    @Override
    public Panel panel(String product, String snapshot, LocalDate asOf, List<String> fields) {
        read.add(snapshot);
        PriceHistory all = snapshots.get(snapshot);
        int[] days = IntStream.range(0, all.dates().size())
                .filter(day -> !all.dates().get(day).isAfter(asOf))
                .toArray();
        return new Panel(
                Arrays.stream(days).mapToObj(all.dates()::get).toList(),
                all.symbols(),
                fields.stream()
                        .map(field -> field.equals("close") ? all.close() : all.volume())
                        .map(rows ->
                                Arrays.stream(days).mapToObj(day -> rows[day]).toArray(double[][]::new))
                        .toList());
    }

    @Override
    public void keep(RunId run, String name, Path file) {
        kept.computeIfAbsent(run, r -> new LinkedHashMap<>()).put(name, file);
    }

    @Override
    public void tag(RunId run, RunVersions versions, List<String> names) {
        tags.put(run, new Tag(versions, List.copyOf(names)));
    }
}
