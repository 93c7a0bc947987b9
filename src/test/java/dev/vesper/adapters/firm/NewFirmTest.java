package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.firm.Firm;
import dev.vesper.portfolio.weighting.Weights;
import dev.vesper.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewFirmTest {
    private static final BigDecimal MILLION = new BigDecimal("1000000");

    @TempDir
    Path parent;

    @ParameterizedTest
    @CsvSource({
        "prices/pypfopt_stock_prices.csv.gz, 20, 2018-04-11",
        "prices/sp500_dataset_skfolio.csv.gz, 20, 2022-12-28",
        "prices/qrmdata/DJ_const.csv.gz, 30, 2015-12-31",
    })
    void aRealPriceFileBecomesAFirmThatCanBeWeighed(String name, int instruments, String lastDate) throws IOException {
        Path prices = SharedData.file(name);
        Path folder = parent.resolve("firm");
        NewFirm.Made made = NewFirm.make(folder, prices, 3, MILLION);
        assertEquals(instruments, made.instruments());
        assertEquals(lastDate, made.lastDate().toString());
        assertArrayEquals(Files.readAllBytes(prices), Files.readAllBytes(folder.resolve("prices.csv.gz")));
        Firm firm = new FirmFolder().read(folder);
        assertEquals(List.of(), firm.lots());
        assertEquals(
                List.of("core", "balanced", "defensive"),
                firm.accounts().stream().map(a -> a.strategy()).toList());
        for (var account : firm.accounts()) {
            Weights weights = firm.settings()
                    .strategies()
                    .get(account.strategy())
                    .weigh(PriceMatrix.read(firm.pricesFile(), new PriceFile()));
            assertEquals(
                    1, weights.weights().values().stream().mapToDouble(w -> w).sum(), 1e-12);
        }
    }

    @Test
    void aLongFileBecomesAFirm() throws IOException {
        Path prices = Files.writeString(
                parent.resolve("any.csv"),
                "date,symbol,close\n2024-01-02,IBM,1\n2024-01-02,XOM,2\n2024-01-03,IBM,1.5\n2024-01-03,XOM,x\n");
        NewFirm.Made made = NewFirm.make(parent.resolve("firm"), prices, 1, MILLION);
        assertEquals(2, made.instruments());
    }

    @Test
    void aFileOfOneInstrumentReceivesASymbol() throws IOException {
        Path prices = Files.writeString(
                parent.resolve("ibm.csv"), "date,open,high,low,close,volume\n2024-01-02,1,2,1,2,100\n");
        NewFirm.make(parent.resolve("firm"), prices, 1, MILLION);
        assertEquals(
                "date,symbol,open,high,low,close,volume\n2024-01-02,IBM,1,2,1,2,100\n",
                Files.readString(parent.resolve("firm/prices.csv")));
    }

    @Test
    void aDelistedInstrumentIsReportedAndLeftOut() throws IOException {
        StringBuilder text = new StringBuilder("date,IBM,GONE\n");
        for (int i = 0; i < 80; i++) {
            text.append(java.time.LocalDate.of(2024, 1, 1).plusDays(i))
                    .append(',')
                    .append(100 + i % 7);
            text.append(',').append(i < 65 ? "" + (50 + i % 5) : "").append('\n');
        }
        Path prices = Files.writeString(parent.resolve("any.csv"), text);
        NewFirm.Made made = NewFirm.make(parent.resolve("firm"), prices, 1, MILLION);
        assertEquals(
                "GONE has no price after 2024-03-05; it will not be traded",
                made.warnings().getFirst());
        Firm firm = new FirmFolder().read(parent.resolve("firm"));
        Weights weights =
                firm.settings().strategies().get("core").weigh(PriceMatrix.read(firm.pricesFile(), new PriceFile()));
        assertEquals("{IBM=1.0}", weights.weights().toString());
        assertTrue(weights.leftOut().get("GONE").contains("2024-03-05"));
    }

    @Test
    void aFileWhoseDatesCannotBeReadIsRefusedAndLeavesNothing() {
        Path prices = SharedData.file("prices/arch_wti.csv.gz");
        Problem problem = assertThrows(Problem.class, () -> NewFirm.make(parent.resolve("firm"), prices, 1, MILLION));
        assertTrue(problem.getMessage().startsWith("arch_wti.csv.gz:2: Expected a date like"), problem.getMessage());
        assertEquals(0, parent.toFile().list().length);
    }

    @Test
    void anOccupiedFolderIsNotTouched() throws IOException {
        Path folder = Files.createDirectory(parent.resolve("firm"));
        Files.writeString(folder.resolve("mine.txt"), "mine");
        Path prices = Files.writeString(parent.resolve("any.csv"), "date,IBM\n2024-01-02,1\n");
        Problem problem = assertThrows(Problem.class, () -> NewFirm.make(folder, prices, 1, MILLION));
        assertTrue(problem.getMessage().contains("holds files"), problem.getMessage());
        assertEquals(List.of("mine.txt"), List.of(folder.toFile().list()));
        assertFalse(Files.exists(parent.resolve(".firm.partial")));
    }

    @Test
    void whatAKilledProcessLeftBehindIsReplaced() throws IOException {
        Path prices = Files.writeString(parent.resolve("any.csv"), "date,IBM\n2024-01-02,1\n");
        Files.createDirectory(parent.resolve(".firm.partial"));
        Files.writeString(parent.resolve(".firm.partial/prices.csv"), "half");
        NewFirm.make(parent.resolve("firm"), prices, 1, MILLION);
        assertEquals("date,IBM\n2024-01-02,1\n", Files.readString(parent.resolve("firm/prices.csv")));
        assertFalse(Files.exists(parent.resolve(".firm.partial")));
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        Path prices = SharedData.file("prices/qrmdata/DJ_const.csv.gz");
        Path folder = parent.resolve("firm");
        assertThrows(Problem.class, () -> NewFirm.make(folder, prices, 0, MILLION));
        assertThrows(Problem.class, () -> NewFirm.make(folder, prices, 1, BigDecimal.ZERO));
    }
}
