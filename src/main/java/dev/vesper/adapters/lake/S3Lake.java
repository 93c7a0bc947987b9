package dev.vesper.adapters.lake;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.data.DataContract;
import dev.vesper.data.DataProduct;
import dev.vesper.data.TableContract;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.checkdata.PriceReader;
import dev.vesper.desk.checkdata.RawObject;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.market.PriceHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The lake on an S3 store: DuckDB checks and writes prices in local files, the store keeps them. */
public final class S3Lake implements Lake {
    private static final int SNAPSHOT_DIGITS = 16;

    private final S3Store store;
    private final PriceReader reader;
    private final Path cache;
    private final DataContract contract;
    private final DataProduct product;
    private final TableContract prices;
    private final String contractSha256;

    /**
     * @param contractFile {@code products/prices/contract.odcs.yaml}, with {@code product.yaml} beside it
     * @param cache a local folder for copies of objects, verified whenever they are used; it may be deleted at any time
     * @throws Problem of kind INPUT where the contract cannot be used
     */
    public S3Lake(S3Store store, Path contractFile, PriceReader reader, Path cache) {
        this.store = store;
        this.reader = reader;
        this.cache = cache.toAbsolutePath().normalize();
        this.contract = ContractReader.read(contractFile);
        this.product = ProductReader.read(contractFile.resolveSibling("product.yaml"), contract);
        this.prices = contract.table(product.id())
                .filter(t -> t.field("date").isPresent()
                        && t.field("symbol").isPresent()
                        && t.field("close").isPresent())
                .orElseThrow(() -> Problem.input(
                        Place.of(contractFile.toString()),
                        "Expected a table \"" + product.id() + "\" with date, symbol and close, but there is none"));
        this.contractSha256 = sha256(contractFile);
    }

    /** For example {@code 1.0.0 (3f1c0a9b7d2e)}: the contract's version and the check sum of its file. */
    public String contractVersion() {
        return contract.version() + " (" + Sha256.shortened(contractSha256) + ")";
    }

    @Override
    public DataCheck check(Firm firm, RunId run, List<RawObject> raw, LocalDate asOf, LocalDate today) {
        Path file = pricesFile(firm, raw);
        Path work = cache.resolve("check").resolve(run.value());
        try {
            wipe(work);
            Files.createDirectories(work);
            return check(firm, run, raw, asOf, today, file, work);
        } catch (SQLException e) {
            throw Problem.unavailable(
                    "Expected DuckDB to check " + file.getFileName() + ", but " + e.getMessage()
                            + "; maybe the disk under " + cache + " is full",
                    e);
        } catch (IOException | UncheckedIOException e) {
            throw Problem.unavailable("Expected to work under " + work + ", but " + e + "; maybe the disk is full", e);
        } finally {
            wipe(work);
        }
    }

    private DataCheck check(
            Firm firm, RunId run, List<RawObject> raw, LocalDate asOf, LocalDate today, Path file, Path work)
            throws SQLException {
        String name = file.getFileName() + "";
        try (var check =
                new PriceCheck(prices, reader, file, firm.instruments().keySet(), asOf, today, work.resolve("spill"))) {
            Judgement found = check.judgement(today);
            String quarantineKey = "";
            if (found.bad() > 0) {
                Path csv = work.resolve("quarantine.csv");
                Quarantine.write(check, name, csv);
                quarantineKey = store.put(quarantine(run), csv).key();
            }
            LocalDate first = found.firstDate();
            LocalDate last = found.lastDate();
            if (first == null || last == null) {
                throw Problem.input(Place.of(name), nothingGood(found, asOf, quarantineKey));
            }
            String snapshot = snapshotId(raw, found.anyAfterToday() ? today.toString() : "");
            store(snapshot, raw, check.writeFacts(work));
            List<DataCheck.Breach> breaches = new Verdicts(prices, found, asOf, asOf.isBefore(today)).breaches();
            return new DataCheck(
                    snapshot,
                    found.rows(),
                    found.bad(),
                    first,
                    last,
                    breaches,
                    Verdicts.blocking(breaches),
                    quarantineKey);
        }
    }

    private static String nothingGood(Judgement found, LocalDate asOf, String quarantineKey) {
        if (found.rows() == 0) {
            return "Expected prices on or before " + asOf + ", but there is none";
        }
        String example = found.counts().stream()
                .filter(c -> c.rule().quarantine() && c.rows() > 0)
                .map(c -> c.rule().sentence() + ", first in " + c.example())
                .findFirst()
                .orElse("");
        return "Expected good prices on or before " + asOf + ", but all " + found.rows() + " rows were set aside in "
                + quarantineKey + "; " + example;
    }

    private void store(String snapshot, List<RawObject> raw, SortedMap<Integer, Path> files) {
        List<SnapshotManifest.YearFile> years = new ArrayList<>();
        files.forEach((year, file) -> {
            StoredObject put = store.put(SnapshotManifest.folder(snapshot) + "year=" + year + "/prices.parquet", file);
            years.add(new SnapshotManifest.YearFile(year, put.key(), put.sha256(), put.bytes()));
        });
        List<StoredObject> from = raw.stream()
                .sorted(Comparator.comparing(RawObject::key))
                .map(r -> new StoredObject(r.key(), r.sha256(), r.bytes()))
                .toList();
        var manifest = new SnapshotManifest(snapshot, contractVersion(), from, years);
        store.put(SnapshotManifest.key(snapshot), manifest.toJson());
    }

    /**
     * @param cutOff today, where rows after it were set aside: tomorrow the same bytes hold more good rows
     */
    private String snapshotId(List<RawObject> raw, String cutOff) {
        Sha256 sum = new Sha256();
        raw.stream().map(r -> r.name() + " " + r.sha256() + "\n").sorted().forEach(sum::add);
        return sum.add("contract " + contractSha256 + "\n").add(cutOff).hex().substring(0, SNAPSHOT_DIGITS);
    }

    /** The firm's own file where it still is what was taken in, else a verified copy of what was. */
    private Path pricesFile(Firm firm, List<RawObject> raw) {
        String name = firm.pricesFile().getFileName() + "";
        RawObject object = raw.stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.usage("Expected " + name + " among the files taken in, but got "
                        + raw.stream().map(RawObject::name).toList()));
        if (Files.exists(firm.pricesFile()) && sha256(firm.pricesFile()).equals(object.sha256())) {
            return firm.pricesFile();
        }
        Path copy = cache.resolve("raw").resolve(object.sha256()).resolve(name);
        store.fetch(object.key(), object.sha256(), copy);
        return copy;
    }

    @Override
    public PriceHistory prices(String snapshot, LocalDate asOf) {
        String key = SnapshotManifest.key(snapshot);
        if (store.find(key).isEmpty()) {
            throw Problem.usage("Expected a snapshot in the lake, but \"" + snapshot + "\" is not there");
        }
        List<Path> files = new ArrayList<>();
        for (var file : SnapshotManifest.fromJson(key, store.read(key)).files()) {
            if (file.year() <= asOf.getYear()) {
                Path copy = cache.resolve("objects").resolve(file.sha256() + ".parquet");
                store.fetch(file.key(), file.sha256(), copy);
                files.add(copy);
            }
        }
        try {
            return PriceTable.read(files, asOf, cache.resolve("spill"));
        } catch (SQLException e) {
            throw Problem.unavailable("Expected DuckDB to read snapshot " + snapshot + ", but " + e.getMessage(), e);
        }
    }

    @Override
    public void keep(RunId run, String name, Path file) {
        store.put(runKey(run, name), file);
    }

    @Override
    public void tag(RunId run, RunVersions versions, List<String> names) {
        List<StoredObject> objects = new ArrayList<>();
        for (String name : names.stream().sorted().toList()) {
            objects.add(store.find(runKey(run, name))
                    .orElseThrow(() -> Problem.usage("Expected " + name + " to be kept before run " + run
                            + " is tagged, but it is not in the lake")));
        }
        store.find(quarantine(run)).ifPresent(objects::add);
        if (!versions.snapshot().isEmpty()) {
            String manifest = SnapshotManifest.key(versions.snapshot());
            objects.add(store.find(manifest)
                    .orElseThrow(() -> Problem.usage("Expected " + manifest + " in the lake before run " + run
                            + " is tagged, but it is not there")));
        }
        store.put(
                "tags/" + run + ".json",
                SnapshotManifest.Json.write(
                        Map.of("run", run.value(), "versions", versions.byName(), "objects", objects)));
    }

    private String quarantine(RunId run) {
        return "quarantine/" + run + "/" + product.id() + ".csv";
    }

    private static String runKey(RunId run, String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._/-]*") || name.contains("..")) {
            throw Problem.usage("Expected a file name for the lake, but got \"" + name + "\"");
        }
        return "runs/" + run + "/" + name;
    }

    private static String sha256(Path file) {
        try {
            return FileSum.of(file);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to read " + file + ", but " + e, e);
        }
    }

    private static void wipe(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw Problem.unavailable("Expected to empty " + folder + ", but " + e, e);
        }
    }
}
