package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.RowEnd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows and entries with a last day are found, whatever else the files say. */
class RowEndsTest {
    @Test
    void rowsAndEntriesWithALastDayAreFound() throws IOException {
        String table = Files.readString(Path.of("rules/limits/position-weight.dmn"))
                .replace("<annotation name=\"Why\"/>", "<annotation name=\"valid UNTIL\"/>")
                .replaceAll("(?s)(row-1-action.*?<annotationEntry[^>]*>\\s*<text>)[^<]*", "$12026-03-31");
        String list = "instrument,owner,reason,from,until\nIBM,legal,merger talks,,2026-06-30\nXOM,board,no oil,,\n";
        FileSet files = new FileSet(Map.of(
                "limits/position-weight.dmn", table.getBytes(StandardCharsets.UTF_8),
                "limits/broken.dmn", "<no".getBytes(StandardCharsets.UTF_8),
                "lists/restricted.csv", list.getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                List.of(
                        new RowEnd("limits/position-weight.dmn", "row 1", LocalDate.of(2026, 3, 31)),
                        new RowEnd("lists/restricted.csv", "IBM", LocalDate.of(2026, 6, 30))),
                RowEnds.of(files));
        assertEquals(List.of(), RowEnds.of(RulesFolder.read(Path.of("rules"))));
    }
}
