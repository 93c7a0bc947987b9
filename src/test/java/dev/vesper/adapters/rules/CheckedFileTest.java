package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is looked at as what it says it is, wherever it lies. */
class CheckedFileTest {
    private static final Path LIMIT = Path.of("rules/limits/position-weight.dmn");

    @TempDir
    Path folder;

    @Test
    void theDeliveredTablesHold() {
        assertEquals(new CheckedFile("a limit", List.of("Position weight")), CheckedFile.of(LIMIT));
        assertEquals(
                new CheckedFile("a table of who approves", List.of("Approvals")),
                CheckedFile.of(Path.of("rules/approvals/trades.dmn")));
    }

    @Test
    void aLimitElsewhereIsLookedAtAsALimit() throws IOException {
        Path file = folder.resolve("mine.dmn");
        Files.writeString(file, Files.readString(LIMIT).replace("<text>0.25</text>", "<text>25</text>"));
        Problem wrong = assertThrows(Problem.class, () -> CheckedFile.of(file));
        assertTrue(wrong.getMessage().contains("row 2, column limit"), wrong::getMessage);
    }

    @Test
    void whatIsNoTableOfOursIsAModel() throws IOException {
        Path file = folder.resolve("mine.dmn");
        Files.writeString(file, Files.readString(LIMIT).replace("name=\"Position weight\"", "name=\"Discount\""));
        assertEquals(
                "a decision model, which is no table of a firm's rules",
                CheckedFile.of(file).what());
        assertThrows(Problem.class, () -> CheckedFile.of(Path.of("rules/compliance/wash-sale.drl")));
    }
}
