package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.market.Tape;
import dev.vesper.market.TapeTrade;
import dev.vesper.testing.SharedData;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapeFileTest {
    @TempDir
    Path folder;

    @Test
    void theRealDayOfIbmHasItsPublishedVolumeAndAverage() {
        List<TapeTrade> trades = new TapeFile()
                .read(SharedData.file("intraday/us_equity_tick/ibm_20131007_trades.csv.gz")).stream()
                        .filter(trade -> trade.millis() >= 34_200_000 && trade.millis() < 57_600_000)
                        .toList();
        assertEquals(24_106, trades.size());
        assertEquals(3_753_440, trades.stream().mapToLong(TapeTrade::quantity).sum());
        Tape tape = Tape.of(new BigDecimal("0.0001"), BigDecimal.ONE, trades);
        assertEquals(182.52904497207894, tape.averagePrice(0, 86_400_000).doubleValue(), 1e-8);
    }

    @Test
    void ownColumnsInAnyCaseAndOrder() throws Exception {
        Path file = Files.writeString(
                folder.resolve("A.csv"), "\uFEFFQuantity,MILLIS,note,Price\r\n5,34200000,x,10.25\r\n");
        assertEquals(List.of(new TapeTrade(34_200_000, new BigDecimal("10.25"), 5)), new TapeFile().read(file));
    }

    /** What was delivered to be replayed is not passed over in silence. */
    @Test
    void aFolderOfTapesThatIsNoFolderIsRefused() throws Exception {
        Path firm = Files.createDirectory(folder.resolve("firm"));
        Files.writeString(firm.resolve("tape"), "millis,price,quantity\n1,2,3\n");
        assertRefused(firm, "tape: Expected a folder of tapes, but it is a file");
        Files.delete(firm.resolve("tape"));
        Files.createSymbolicLink(firm.resolve("tape"), Path.of("nowhere"));
        assertRefused(firm, "tape: Expected a folder of tapes, but it is a file or a link that leads to none");
        Files.delete(firm.resolve("tape"));
        Files.createDirectory(firm.resolve("tape"));
        Files.writeString(firm.resolve("tape/2026-01-02"), "");
        assertRefused(firm, "tape/2026-01-02: Expected a folder of tapes");
        Files.delete(firm.resolve("tape/2026-01-02"));
        new TapeFile().check(firm, List.of(LocalDate.parse("2026-01-02")));
        Files.writeString(firm.resolve("tape/IBM.csv"), "\",price,quantity\n1,2,3\n");
        assertRefused(
                firm, "IBM.csv:1: Expected the columns millis,price,quantity, but got ,price,quantity\\u000a1,2,3");
    }

    private static void assertRefused(Path firm, String words) {
        Problem refused =
                assertThrows(Problem.class, () -> new TapeFile().check(firm, List.of(LocalDate.parse("2026-01-02"))));
        assertTrue(refused.getMessage().startsWith(words), refused.getMessage());
    }

    @Test
    void badFilesNameTheirLineAndColumn() throws Exception {
        Path file = Files.writeString(folder.resolve("A.csv"), "millis,price,quantity\n1,2,3\n1,two,3\n");
        Problem bad = assertThrows(Problem.class, () -> new TapeFile().read(file));
        assertTrue(bad.getMessage().contains("A.csv:3:2: Expected a number, but got \"two\""), bad.getMessage());
        Path missing = Files.writeString(folder.resolve("B.csv"), "millis,price\n1,2\n");
        assertTrue(assertThrows(Problem.class, () -> new TapeFile().read(missing))
                .getMessage()
                .contains("Expected the columns millis,price,quantity"));
        Path empty = Files.writeString(folder.resolve("C.csv"), "");
        assertThrows(Problem.class, () -> new TapeFile().read(empty));
    }
}
