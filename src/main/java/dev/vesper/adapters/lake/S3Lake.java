package dev.vesper.adapters.lake;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.data.Panel;
import dev.vesper.data.TableContract;
import dev.vesper.data.rows.DecidedRows;
import dev.vesper.data.rows.RowChange;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.DataSnapshot;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.checkdata.ProductQuality;
import dev.vesper.desk.checkdata.RawObject;
import dev.vesper.desk.checkdata.RowJudge;
import dev.vesper.desk.checkdata.Snapshots;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.orders.slice.RowSum;
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
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lake on an S3 store: DuckDB checks and writes rows in local files, the store keeps them. */
public final class S3Lake implements Lake, Snapshots, RowJudge {
    private static final int SNAPSHOT_DIGITS = 16;
    private static final String SNAPSHOT = "snapshot";

    private final S3Store store;
    private final Path cache;
    private final Products products;

    /**
     * @param cache a local folder for copies of objects, verified whenever they are used; it may be deleted at any time
     */
    public S3Lake(S3Store store, Products products, Path cache) {
        this.store = store;
        this.cache = cache.toAbsolutePath().normalize();
        this.products = products;
    }

    /** For example {@code 1.0.0 (3f1c0a9b7d2e)}: the version of a product's contract and the check sum of its file. */
    public String contractVersion(String product) {
        return products.get(product).contractVersion();
    }

    @Override
    public List<String> delivered(List<RawObject> raw) {
        return products.ids().stream().filter(id -> file(id, raw).isPresent()).toList();
    }

    /** What was taken in under the name of a product. */
    private static Optional<RawObject> file(String product, List<RawObject> raw) {
        List<RawObject> files = raw.stream()
                .filter(r -> r.name().equals(product + ".csv") || r.name().equals(product + ".csv.gz"))
                .toList();
        if (files.size() > 1) {
            throw Problem.input(
                    Place.of(files.getLast().name()),
                    "Expected one file of " + product + ", but there is also "
                            + files.getFirst().name() + "; remove one of them");
        }
        return files.stream().findFirst();
    }

    @Override
    public DataCheck check(String product, Firm firm, RunId run, List<RawObject> raw, LocalDate asOf, LocalDate today) {
        Path file = file(product, firm, raw);
        Path work = cache.resolve("check").resolve(run.value());
        try {
            wipe(work);
            Files.createDirectories(work);
            return check(products.get(product), firm, run, raw, asOf, today, file, work);
        } catch (SQLException e) {
            throw Duck.failed(product, file, cache, e);
        } catch (IOException | UncheckedIOException e) {
            throw Problem.unavailable("Expected to work under " + work + ", but " + e + "; maybe the disk is full", e);
        } finally {
            wipe(work);
        }
    }

    private DataCheck check(
            Product product,
            Firm firm,
            RunId run,
            List<RawObject> raw,
            LocalDate asOf,
            LocalDate today,
            Path file,
            Path work)
            throws SQLException {
        String name = file.getFileName() + "";
        TableContract table = product.table();
        try (var check =
                new TableCheck(table, product.reader(), file, sets(firm), asOf, today, work.resolve("spill"))) {
            Judgement found = check.judgement(today);
            String quarantineKey = found.bad() == 0 ? "" : setAside(product, run, check, name, work);
            LocalDate first = found.firstDate();
            LocalDate last = found.lastDate();
            if (first == null || last == null) {
                throw Problem.input(Place.of(name), nothingGood(product, found, asOf, quarantineKey));
            }
            String snapshot = snapshotId(product, raw, found.anyAfterToday() ? today.toString() : "");
            store(product, snapshot, raw, check.writeFacts(work), List.of());
            store.put(chosen(run, product.id()), SnapshotManifest.Json.write(Map.of(SNAPSHOT, snapshot)));
            return verdict(product, found, asOf, snapshot, first, last, quarantineKey);
        }
    }

    private static DataCheck verdict(
            Product product,
            Judgement found,
            LocalDate asOf,
            String snapshot,
            LocalDate first,
            LocalDate last,
            String quarantineKey) {
        Verdicts verdicts = new Verdicts(product.table(), found, asOf);
        List<DataCheck.Breach> breaches = verdicts.breaches();
        return new DataCheck(
                snapshot,
                found.rows(),
                found.bad(),
                first,
                last,
                breaches,
                Verdicts.blocking(breaches),
                quarantineKey,
                List.of(new ProductQuality(
                        product.id(),
                        product.contractVersion(),
                        found.rows(),
                        found.bad(),
                        last,
                        found.onBusinessDate(),
                        verdicts.quality())));
    }

    /** Keeps the rows set aside: why, and value by value. */
    private String setAside(Product product, RunId run, TableCheck check, String name, Path work) throws SQLException {
        Path cells = work.resolve("cells.csv");
        Quarantine.writeCells(check, name, cells);
        store.put(SetAsideCells.key(run, product.id()), cells);
        Path csv = work.resolve("quarantine.csv");
        new Quarantine(product.table()).write(check, name, csv);
        return store.put(quarantine(run, product.id()), csv).key();
    }

    @Override
    public Judged again(
            String product,
            Firm firm,
            RunId run,
            List<RawObject> raw,
            LocalDate asOf,
            LocalDate today,
            List<DecidedRows> decided,
            boolean keep) {
        Path file = file(product, firm, raw);
        Path work = cache.resolve("judge").resolve(run.value());
        try {
            wipe(work);
            Files.createDirectories(work);
            return again(products.get(product), firm, run, raw, asOf, today, decided, keep, file, work);
        } catch (SQLException e) {
            throw Duck.failed(product, file, cache, e);
        } catch (IOException | UncheckedIOException e) {
            throw Problem.unavailable("Expected to work under " + work + ", but " + e + "; maybe the disk is full", e);
        } finally {
            wipe(work);
        }
    }

    private Judged again(
            Product product,
            Firm firm,
            RunId run,
            List<RawObject> raw,
            LocalDate asOf,
            LocalDate today,
            List<DecidedRows> decided,
            boolean keep,
            Path file,
            Path work)
            throws SQLException {
        String name = file.getFileName() + "";
        List<RowChange> changes =
                decided.stream().flatMap(rows -> rows.rows().stream()).toList();
        try (var check = new TableCheck(
                product.table(), product.reader(), file, sets(firm), asOf, today, work.resolve("spill"), changes)) {
            Judgement found = check.judgement(today);
            Map<RowPlace, String> aside = new Quarantine(product.table()).reasons(check, name);
            var cells = new SetAsideCells(store);
            List<String> against = new DecidedChecks(check, aside, cells.places(run, product.id())).against(changes);
            LocalDate first = found.firstDate();
            LocalDate last = found.lastDate();
            if (first == null || last == null) {
                throw Problem.refused("Expected a good row of " + product.id() + ", but none would be left");
            }
            String snapshot = SetAsideCells.snapshot(snapshotId(product, raw, today.toString()), run, decided);
            if (keep && against.isEmpty()) {
                store(product, snapshot, raw, check.writeFacts(work), decided);
                cells.keepAside(run, product.id(), decided.getLast().request(), aside.keySet());
            }
            return new Judged(
                    verdict(product, found, asOf, snapshot, first, last, quarantine(run, product.id())), against);
        }
    }

    @Override
    public Map<RowPlace, Map<String, String>> cells(RunId run, String product, Set<RowPlace> places) {
        return new SetAsideCells(store).cells(run, product, places);
    }

    @Override
    public Set<RowPlace> aside(RunId run, String product, int request) {
        return new SetAsideCells(store).aside(run, product, request);
    }

    /** What the rule {@code known} may look values up in. */
    static Map<String, Set<String>> sets(Firm firm) {
        return Map.of(
                "instruments",
                firm.instruments().keySet(),
                "accounts",
                firm.accounts().stream().map(account -> account.id()).collect(Collectors.toSet()));
    }

    private static String nothingGood(Product product, Judgement found, LocalDate asOf, String quarantineKey) {
        if (found.rows() == 0) {
            return "Expected " + product.id() + " on or before " + asOf + ", but there is none";
        }
        String example = found.counts().stream()
                .filter(c -> c.rule().quarantine() && c.rows() > 0)
                .map(c -> c.rule().sentence() + ", first in " + c.example())
                .findFirst()
                .orElse("");
        return "Expected good " + product.id() + " on or before " + asOf + ", but all " + found.rows()
                + " rows were set aside in " + quarantineKey + "; " + example;
    }

    private void store(
            Product product,
            String snapshot,
            List<RawObject> raw,
            SortedMap<Integer, Path> files,
            List<DecidedRows> decided) {
        List<SnapshotManifest.YearFile> years = new ArrayList<>();
        files.forEach((year, file) -> {
            String folder = SnapshotManifest.folder(product.id(), snapshot) + "year=" + year + "/";
            StoredObject put = store.put(folder + product.id() + ".parquet", file);
            years.add(new SnapshotManifest.YearFile(year, put.key(), put.sha256(), put.bytes()));
        });
        List<StoredObject> from = raw.stream()
                .sorted(Comparator.comparing(RawObject::key))
                .map(r -> new StoredObject(r.key(), r.sha256(), r.bytes()))
                .toList();
        var manifest = new SnapshotManifest(snapshot, product.contractVersion(), from, years, decided);
        store.put(SnapshotManifest.key(product.id(), snapshot), manifest.toJson());
    }

    /**
     * @param cutOff today, where rows after it were set aside: tomorrow the same bytes hold more good rows
     */
    private static String snapshotId(Product product, List<RawObject> raw, String cutOff) {
        Sha256 sum = new Sha256();
        raw.stream().map(r -> r.name() + " " + r.sha256() + "\n").sorted().forEach(sum::add);
        return sum.add("contract " + product.contractSha256() + "\n")
                .add(cutOff)
                .hex()
                .substring(0, SNAPSHOT_DIGITS);
    }

    /** The firm's own file where it still is what was taken in, else a verified copy of what was. */
    private Path file(String product, Firm firm, List<RawObject> raw) {
        RawObject object = file(product, raw)
                .orElseThrow(() -> Problem.usage("Expected " + product + ".csv among the files taken in, but got "
                        + raw.stream().map(RawObject::name).toList()));
        Path own = firm.folder().resolve(object.name());
        if (Files.exists(own) && sha256(own).equals(object.sha256())) {
            return own;
        }
        Path copy = cache.resolve("raw").resolve(object.sha256()).resolve(object.name());
        store.fetch(object.key(), object.sha256(), copy);
        return copy;
    }

    @Override
    public Optional<String> snapshot(RunId run, String product) {
        String key = chosen(run, product);
        return store.find(key).map(found -> SnapshotManifest.Json.field(key, store.read(key), SNAPSHOT));
    }

    @Override
    public void takeOver(RunId run, RunId from) {
        for (String product : products.ids()) {
            copy(chosen(from, product), chosen(run, product));
            copy(quarantine(from, product), quarantine(run, product));
            copy(SetAsideCells.key(from, product), SetAsideCells.key(run, product));
        }
    }

    /** Copies an object where there is one. */
    private void copy(String from, String to) {
        store.find(from).ifPresent(object -> {
            Path copy = cache.resolve("objects").resolve(object.sha256());
            store.fetch(from, object.sha256(), copy);
            store.put(to, copy);
        });
    }

    @Override
    public List<DataSnapshot> of(RunId run) {
        List<DataSnapshot> found = new ArrayList<>();
        for (String product : products.ids()) {
            snapshot(run, product).ifPresent(snapshot -> {
                String key = SnapshotManifest.key(product, snapshot);
                SnapshotManifest manifest = SnapshotManifest.fromJson(key, store.read(key));
                found.add(new DataSnapshot(
                        product,
                        snapshot,
                        manifest.contract(),
                        manifest.raw().stream()
                                .map(raw -> new DataSnapshot.LakeObject(raw.key(), raw.sha256(), raw.bytes()))
                                .toList(),
                        manifest.files().stream()
                                .map(file -> new DataSnapshot.LakeObject(file.key(), file.sha256(), file.bytes()))
                                .toList()));
            });
        }
        return found;
    }

    @Override
    public Panel panel(String product, String snapshot, LocalDate asOf, List<String> fields) {
        TableContract table = products.get(product).table();
        if (table.series().size() > 1) {
            throw Problem.usage("Expected a key of a date and at most one more property, to look at " + product
                    + " as series, but it is " + String.join(", ", table.key()));
        }
        String key = SnapshotManifest.key(product, snapshot);
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
            return new PanelReader(table, fields).read(files, asOf, cache.resolve("spill"));
        } catch (SQLException e) {
            throw Problem.unavailable("Expected DuckDB to read snapshot " + snapshot + ", but " + e.getMessage(), e);
        }
    }

    @Override
    public RowSum sum(String product, String snapshot) {
        String key = SnapshotManifest.key(product, snapshot);
        if (store.find(key).isEmpty()) {
            return new RowSum(0, "");
        }
        return new RowSum(1, Sha256.of(store.read(key)));
    }

    @Override
    public Optional<String> fault(String product, String snapshot) {
        String key = SnapshotManifest.key(product, snapshot);
        for (var file : SnapshotManifest.fromJson(key, store.read(key)).files()) {
            String found = store.find(file.key()).isEmpty() ? "" : store.sha256(file.key());
            if (!found.equals(file.sha256())) {
                return Optional.of("the object " + file.key() + " of the lake was "
                        + (found.isEmpty()
                                ? "deleted"
                                : "altered: its content gives " + Sha256.shortened(found) + ", but its manifest says "
                                        + Sha256.shortened(file.sha256())));
            }
        }
        return Optional.empty();
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
        store.find(DecisionFiles.key(run)).ifPresent(objects::add);
        for (String product : products.ids()) {
            store.find(quarantine(run, product)).ifPresent(objects::add);
            store.find(SetAsideCells.key(run, product)).ifPresent(objects::add);
            String snapshot = product.equals(PRICES)
                    ? versions.snapshot()
                    : snapshot(run, product).orElse("");
            if (!snapshot.isEmpty()) {
                String manifest = SnapshotManifest.key(product, snapshot);
                objects.add(store.find(manifest)
                        .orElseThrow(() -> Problem.usage("Expected " + manifest + " in the lake before run " + run
                                + " is tagged, but it is not there")));
            }
        }
        store.put(
                "tags/" + run + ".json",
                SnapshotManifest.Json.write(
                        Map.of("run", run.value(), "versions", versions.byName(), "objects", objects)));
    }

    private static String quarantine(RunId run, String product) {
        return "quarantine/" + run + "/" + product + ".csv";
    }

    /** The object that says which snapshot a run made of a product. */
    private static String chosen(RunId run, String product) {
        return "checks/" + run + "/" + product + ".json";
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

    /** Removes a folder with all that is in it. */
    static void wipe(Path folder) {
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
