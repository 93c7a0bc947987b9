package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.operations.Reader;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The searches of the auditor's page find what the page says of them. */
class AuditSearchExamplesTest {
    private static final String LIST = "./vesper audit list ";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    @Test
    void theExamplesFindTheirRows() throws Exception {
        Memory memory = new Memory();
        memory.append(NOON, "carol", AuditAction.TRADES_APPROVED, "2018-04-11-001/approve-trades", "", false);
        memory.append(NOON, "carol", AuditAction.TRADES_REJECTED, "2018-04-11-001/approve-trades", "Too many", false);
        memory.append(NOON, "vesper", AuditAction.RUN_REFUSED, "2018-04-11-001", "too many of them", false);
        memory.append(NOON, "dora", AuditAction.TRADES_APPROVED, "2018-04-12-001/approve-trades", "too many", false);
        memory.append(
                Instant.parse("2018-04-14T00:00:00Z"),
                "carol",
                AuditAction.TRADES_APPROVED,
                "2018-04-13-001",
                "",
                false);
        List<List<Long>> found = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/docs/audit.md"))) {
            if (line.startsWith(LIST)) {
                AuditFilter filter = CommandLine.populateCommand(
                        new AuditFilter(), words(line.substring(LIST.length())).toArray(String[]::new));
                found.add(filter
                        .rows(MemoryOperations.over(memory, InstantSource.fixed(NOON), Optional.empty())
                                .as(new Reader())
                                .audit())
                        .stream()
                        .map(AuditLog.Row::sequence)
                        .toList());
            }
        }
        assertEquals(List.of(List.of(1L), List.of(3L, 2L)), found, "the first by carol, the second newest first");
    }
}
