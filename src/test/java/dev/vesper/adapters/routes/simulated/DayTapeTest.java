package dev.vesper.adapters.routes.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.firm.TapeFile;
import dev.vesper.desk.firm.Firm;
import dev.vesper.execution.NextSessions;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.PriceHistory;
import dev.vesper.market.Tape;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day before Thanksgiving 2026 decides; the half day after it trades. */
class DayTapeTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final int ONE_O_CLOCK = 13 * 3_600_000;

    @TempDir
    Path folder;

    @BeforeEach
    void aFirm() throws IOException {
        write("prices.csv", "date,IBM,XOM\n2026-11-25,180,100\n");
        write("accounts.csv", "account,name,currency,cash,strategy\nA,Anna,USD,1e6,core\n");
        write("positions.csv", "account,symbol,quantity,cost,acquired\n");
    }

    @Test
    void aSeededDayEndsWithTheHalfDay() {
        Tape tape = tape("IBM", Double.NaN);
        assertEquals(210 * 2, tape.trades());
        assertTrue(tape.millis(tape.trades() - 1) < ONE_O_CLOCK);
    }

    @Test
    void whereTheFirmHasTheSessionsPricesTheMarketEndsThere() {
        Tape rise = tape("IBM", 200);
        Tape fall = tape("IBM", 160);
        assertEquals(0, new BigDecimal("200").compareTo(rise.price(rise.trades() - 1)));
        assertEquals(0, new BigDecimal("160").compareTo(fall.price(fall.trades() - 1)));
        assertEquals(tape("XOM", Double.NaN), tape("XOM", 200), "another symbol's price is its own");
    }

    @Test
    void aRecordedSessionIsReplayedOnItsOwnDate() throws IOException {
        write("tape/2026-11-27/IBM.csv", "millis,price,quantity\n34200000,181,100\n50400000,190,100\n");
        write("tape/2026-11-25/IBM.csv", "millis,price,quantity\n34200000,1,1\n");
        Tape tape = tape("IBM", 200);
        assertEquals(1, tape.trades(), "two o\'clock is after the close of a half day");
        assertEquals(new BigDecimal("181.00"), tape.price(0));
        assertNotEquals(1, tape("XOM", 200).trades());
    }

    private Tape tape(String symbol, double ibmOnFriday) {
        Firm firm = new FirmFolder().read(folder);
        List<LocalDate> dates = new ArrayList<>(List.of(WEDNESDAY, FRIDAY));
        PriceHistory known = new PriceHistory(
                dates, List.of("IBM", "XOM"), new double[][] {{180, 100}, {ibmOnFriday, Double.NaN}}, new double[][] {
                    {1e6, 1e6}, {1e6, Double.NaN}
                });
        NextSessions sessions =
                new NextSessions(firm.calendars(), firm.settings().execution(), WEDNESDAY);
        MarketSnapshot market = MarketSnapshot.bind(WEDNESDAY, "test", firm.instruments(), known.until(WEDNESDAY));
        return new DayTape(new TapeFile(), firm, market, sessions, known, 42)
                .tape(symbol)
                .orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}
