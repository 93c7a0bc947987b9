package dev.vesper.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.firm.NewFirm;
import dev.vesper.adapters.lake.ContractPreview;
import dev.vesper.adapters.lake.Products;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.firm.Firm;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What firm new and firm check promise is what the day's contract says. */
class ContractPreviewTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 3);

    @TempDir
    Path parent;

    @Test
    void rowsThatWouldBeSetAsideAreCountedAndTheFirstIsShown() throws IOException {
        ContractPreview preview = preview("date,AAA,BBB\n2024-01-02,1,2\n2024-01-03,1,2\n2024-01-03,1,2\n");
        assertEquals(2, preview.setAside());
        assertEquals(
                "prices.csv: 2 of 6 prices will be set aside by the data contract, the first: One row for each date and"
                        + " symbol: prices.csv:4:2: date 2024-01-03, symbol AAA, close 1",
                preview.warnings("prices.csv").getFirst());
        assertTrue(preview.blocking(), preview.breaches() + "");
    }

    @Test
    void lettersOfEveryScriptAndAnApostropheAreSymbols() throws IOException {
        ContractPreview preview = preview(
                "date,BRK B,O'NEIL,M&M.NS,005930.KS,\u8cb4\u5dde\u8305\u53f0,\u0421\u0411\u0415\u0420,\u00c9LAN\n"
                        + "2024-01-03,1,2,3,4,5,6,7\n");
        assertEquals(0, preview.setAside(), preview.first());
        assertEquals(List.of(), preview.warnings("prices.csv"));
        assertFalse(preview.blocking());
    }

    private ContractPreview preview(String csv) throws IOException {
        Path prices = Files.writeString(parent.resolve("any.csv"), csv);
        NewFirm.make(parent.resolve("firm"), prices, 1, new BigDecimal("1000"));
        Firm firm = new FirmFolder().read(parent.resolve("firm"));
        return ContractPreview.of(
                Products.read(Path.of("products"), RowReaders.ALL), Lake.PRICES, firm, firm.pricesFile(), DAY, DAY);
    }
}
