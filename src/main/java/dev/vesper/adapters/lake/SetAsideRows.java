package dev.vesper.adapters.lake;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.SetAside;
import dev.vesper.desk.checkdata.SetAsideRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.LongStream;

/** The rows set aside as the lake keeps them, with their lines and those around them from the files that the run froze. */
public final class SetAsideRows implements SetAside {
    private static final int AROUND = 2;
    private static final int LONGEST = 500;
    /** File, line and column stand before the key; value, rule and reason after it. */
    private static final int FIRST_KEY = 3;

    private static final int AFTER_KEY = 3;

    private final S3Store store;
    private final Function<RunId, Path> inputs;

    /**
     * Takes where they are.
     *
     * @param inputs the folder of a run's frozen files
     */
    public SetAsideRows(S3Store store, Function<RunId, Path> inputs) {
        this.store = store;
        this.inputs = inputs;
    }

    @Override
    public List<SetAsideRow> rows(RunId run, DataCheck check, int from, int most) {
        List<List<String>> all = new ArrayList<>();
        for (String key : check.quarantineKey().split(", ", -1)) {
            if (!key.isEmpty()) {
                all.addAll(cells(key));
            }
        }
        List<List<String>> page = all.stream().skip(from).limit(most).toList();
        Map<String, Map<Long, String>> lines = new HashMap<>();
        page.stream().map(List::getFirst).distinct().forEach(file -> lines.put(file, lines(run, file, page)));
        return page.stream()
                .map(cells -> row(cells, lines.getOrDefault(cells.getFirst(), Map.of())))
                .toList();
    }

    private List<List<String>> cells(String key) {
        List<List<String>> rows = new ArrayList<>();
        CsvFile.readText(key, new String(store.read(key), StandardCharsets.UTF_8), _ -> row -> rows.add(row.cells()));
        return rows;
    }

    private static SetAsideRow row(List<String> cells, Map<Long, String> lines) {
        int keyed = cells.size() - AFTER_KEY;
        long line = Long.parseLong(cells.get(1));
        return new SetAsideRow(
                cells.getFirst(),
                line,
                Integer.parseInt(cells.get(2)),
                String.join(" ", cells.subList(FIRST_KEY, keyed)),
                cells.get(keyed),
                cells.get(keyed + 1),
                cells.get(keyed + 2),
                lines.getOrDefault(line, ""),
                around(lines, LongStream.range(line - AROUND, line)),
                around(lines, LongStream.rangeClosed(line + 1, line + AROUND)));
    }

    private static List<String> around(Map<Long, String> lines, LongStream numbers) {
        return numbers.mapToObj(lines::get).filter(Objects::nonNull).toList();
    }

    /** The lines of a file that the page needs; none where the file is not there any more. */
    private Map<Long, String> lines(RunId run, String file, List<List<String>> page) {
        Path path = inputs.apply(run).resolve(file);
        Set<Long> wanted = new TreeSet<>();
        page.stream()
                .filter(cells -> cells.getFirst().equals(file))
                .map(cells -> Long.parseLong(cells.get(1)))
                .forEach(line ->
                        LongStream.rangeClosed(line - AROUND, line + AROUND).forEach(wanted::add));
        Map<Long, String> found = new HashMap<>();
        if (!path.equals(path.resolveSibling(file).normalize()) || !Files.isRegularFile(path)) {
            return found;
        }
        long last = wanted.stream().mapToLong(line -> line).max().orElse(0);
        try (BufferedReader reader = new BufferedReader(TextFile.open(path))) {
            String text = reader.readLine();
            for (long line = 1; text != null && line <= last; line++) {
                if (wanted.contains(line)) {
                    found.put(line, text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " [...]");
                }
                text = reader.readLine();
            }
            return found;
        } catch (IOException e) {
            throw Problem.unavailable("Expected to read " + path + ", but " + e, e);
        }
    }
}
