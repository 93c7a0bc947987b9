package dev.vesper.adapters.lake;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.data.rows.DecidedRows;
import dev.vesper.data.rows.RowPlace;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows that a run set aside, value by value, and which of them still are once people decided of some. */
final class SetAsideCells {
    /** File, line and column stand before the values. */
    private static final int PLACE = 3;

    private static final int SNAPSHOT_DIGITS = 16;

    private final S3Store store;

    SetAsideCells(S3Store store) {
        this.store = store;
    }

    static String key(RunId run, String product) {
        return "quarantine/" + run + "/" + product + ".cells.csv";
    }

    private static String asideKey(RunId run, String product, int request) {
        return "quarantine/" + run + "/" + product + ".aside-" + request + ".txt";
    }

    /** Names a snapshot by all that its manifest tells of the decided rows. */
    static String snapshot(String delivered, RunId run, List<DecidedRows> decided) {
        return new Sha256()
                .add("delivered " + delivered + "\n")
                .add("run " + run + "\n")
                .add(new String(SnapshotManifest.Json.write(decided), StandardCharsets.UTF_8))
                .hex()
                .substring(0, SNAPSHOT_DIGITS);
    }

    Set<RowPlace> places(RunId run, String product) {
        return read(run, product).keySet();
    }

    Map<RowPlace, Map<String, String>> cells(RunId run, String product, Set<RowPlace> places) {
        Map<RowPlace, Map<String, String>> cells = read(run, product);
        cells.keySet().retainAll(places);
        return cells;
    }

    void keepAside(RunId run, String product, int request, Collection<RowPlace> aside) {
        String lines = aside.stream().map(place -> place + "\n").collect(Collectors.joining());
        store.put(asideKey(run, product, request), lines.getBytes(StandardCharsets.UTF_8));
    }

    Set<RowPlace> aside(RunId run, String product, int request) {
        if (request == 0) {
            return places(run, product);
        }
        return new String(store.read(asideKey(run, product, request)), StandardCharsets.UTF_8)
                .lines()
                .map(RowPlace::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<RowPlace, Map<String, String>> read(RunId run, String product) {
        Map<RowPlace, Map<String, String>> rows = new LinkedHashMap<>();
        String key = key(run, product);
        if (store.find(key).isEmpty()) {
            return rows;
        }
        CsvFile.readText(key, new String(store.read(key), StandardCharsets.UTF_8), header -> {
            List<String> columns = header.names();
            return row -> {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = PLACE; i < columns.size(); i++) {
                    cells.put(columns.get(i), row.cell(i));
                }
                rows.put(new RowPlace(row.cell(0), Long.parseLong(row.cell(1)), Integer.parseInt(row.cell(2))), cells);
            };
        });
        return rows;
    }
}
