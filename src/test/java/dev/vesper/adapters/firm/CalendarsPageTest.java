package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.desk.firm.Firm;
import dev.vesper.execution.NextSessions;
import dev.vesper.market.calendar.ExchangeCalendar;
import dev.vesper.market.calendar.ExchangeCalendars;
import dev.vesper.testing.HowToPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page about calendars shows is so. */
class CalendarsPageTest {
    private static final HowToPage PAGE = HowToPage.of("calendars.md");

    @TempDir
    Path folder;

    @Test
    void theFirmOfThePageWorksWhenThePageSays() throws IOException {
        write("prices.csv", "date,IBM\n2026-11-27,161.5\n");
        write("accounts.csv", "account,name,currency,cash,strategy\nA,Anna,USD,1e6,core\n");
        write("positions.csv", "account,symbol,quantity,cost,acquired\n");
        write("calendars.csv", PAGE.block("csv"));
        write("firm.yaml", PAGE.block("yaml"));
        assertEquals(PAGE.block("text").strip(), next("2026-11-27").standard().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 'Wed 2026-11-25, 09:30 to 16:00'",
        "2026-11-25, 'Fri 2026-11-27, 09:30 to 13:00, a half day'",
        "2026-11-27, 'Mon 2026-11-30, 09:30 to 16:00'"
    })
    void theSessionsOfTheTableAreThose(String business, String shown) throws IOException {
        assertTrue(PAGE.text().contains(business + " | " + shown + " |"));
        write("prices.csv", "date,IBM\n2026-11-27,161.5\n");
        write("accounts.csv", "account,name,currency,cash,strategy\nA,Anna,USD,1e6,core\n");
        write("positions.csv", "account,symbol,quantity,cost,acquired\n");
        String session = next(business).standard().toString().replace(" America/New_York", "");
        assertEquals(shown.substring(4).replace(", 09", " 09"), session);
    }

    @Test
    void everyCalendarIsOnThePageWithItsHours() {
        for (ExchangeCalendar calendar : ExchangeCalendars.ALL) {
            String row = PAGE.text()
                    .lines()
                    .filter(line -> line.startsWith("| `" + calendar.code() + "`"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(calendar + " is not on the page"));
            assertTrue(
                    row.contains(
                            calendar.hours().open() + " to " + calendar.hours().close()),
                    row);
        }
    }

    private NextSessions next(String business) {
        Firm firm = new FirmFolder().read(folder);
        return new NextSessions(firm.calendars(), firm.settings().execution(), LocalDate.parse(business));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
