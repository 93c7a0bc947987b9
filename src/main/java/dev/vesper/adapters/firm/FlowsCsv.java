package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Header;
import dev.vesper.adapters.text.Row;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.books.flow.FlowKinds;
import dev.vesper.books.flow.FlowWords;
import dev.vesper.desk.books.FlowFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** flows.csv: one flow on each line, each with an id of its own; what was booked may stay in the file. */
public final class FlowsCsv implements FlowFile {
    private static final List<String> NEEDED = List.of(FlowWords.ID, FlowWords.KIND, FlowWords.DATE);

    @Override
    public List<FlowWords> read(Path firm) {
        Path file = TextFile.find(firm, NAME, NAME + ".gz");
        List<FlowWords> flows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (file != null) {
            CsvFile.read(file, header -> {
                header.mustBe(
                        NEEDED,
                        FlowWords.COLUMNS.stream()
                                .filter(column -> !NEEDED.contains(column))
                                .toList());
                return row -> flows.add(flow(words(header, row), seen));
            });
        }
        return flows;
    }

    /** Refuses what no book could take, also where its day has not come. */
    private static FlowWords flow(FlowWords words, Set<String> seen) {
        FlowKinds.read(words);
        if (!seen.add(words.id())) {
            throw words.problem(FlowWords.ID, "Expected each id once, but " + words.id() + " is there twice");
        }
        return words;
    }

    private static FlowWords words(Header header, Row row) {
        NEEDED.forEach(row::text);
        Map<String, String> said = new HashMap<>();
        for (String column : FlowWords.COLUMNS) {
            said.put(column, row.textOr(column, ""));
        }
        return new FlowWords(
                said,
                (column, message) -> header.has(column)
                        ? row.problem(column, message)
                        : row.problem(FlowWords.KIND, message + " (there is no column " + column + ")"));
    }
}
