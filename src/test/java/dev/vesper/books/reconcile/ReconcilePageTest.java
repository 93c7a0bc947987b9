package dev.vesper.books.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.firm.StatementFolder;
import dev.vesper.basics.Numbers;
import dev.vesper.orders.Side;
import dev.vesper.testing.HowToPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about custodians' statements shows is so. */
class ReconcilePageTest {
    private static final HowToPage PAGE = HowToPage.of("reconcile.md");

    @TempDir
    Path folder;

    @Test
    void theStatementOfThePageHasTheBreaksOfThePage() throws IOException {
        Path cash =
                Files.writeString(folder.resolve("cash.csv"), PAGE.blocks("csv").get(0));
        Path lots = Files.writeString(
                folder.resolve("custody.csv"), PAGE.blocks("csv").get(1));
        StatementFolder kept = new StatementFolder(folder.resolve("statements"));
        CustodyStory story = new CustodyStory()
                .open("A", "2026-07-01", "100000.00", "ABC/2025-05-15/1 100 40.00")
                .trade("A", "2026-07-02", "2026-07-06", Side.BUY, "200", "ABC", "50.10", "2.00");
        assertEquals(
                PAGE.block("text").strip(),
                story.breaks("2026-07-02", kept.read(kept.keep(lots, cash))).stream()
                        .map(found ->
                                found.kind().word() + " " + found.account() + " " + found.subject() + ": custodian "
                                        + Numbers.exact(found.stated()) + ", books "
                                        + Numbers.exact(found.ours()) + "; " + found.detail())
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void everyKindIsOnThePage() {
        for (BreakKind kind : BreakKind.values()) {
            assertTrue(PAGE.text().contains("| `" + kind.word() + "` |"), kind.word());
        }
    }
}
