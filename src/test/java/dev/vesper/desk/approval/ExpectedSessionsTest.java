package dev.vesper.desk.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.vesper.desk.firm.Firm;
import dev.vesper.limits.Orders;
import dev.vesper.market.Instrument;
import dev.vesper.testing.SmallFirm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an approver reads of when the orders will work, and when they settle. */
class ExpectedSessionsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-24 | to be worked on 2026-11-25 09:30 to 16:00 America/New_York (XNYS) and settled on 2026-11-27
            2026-11-25 | to be worked on 2026-11-27 09:30 to 13:00 America/New_York, a half day (XNYS) and settled on 2026-11-30
            2026-11-27 | to be worked on 2026-11-30 09:30 to 16:00 America/New_York (XNYS) and settled on 2026-12-01
            2026-10-08 | to be worked on 2026-10-09 09:30 to 16:00 America/New_York (XNYS) and settled on 2026-10-13
            2018-04-11 | to be worked on 2018-04-12 09:30 to 16:00 America/New_York (XNYS) and settled on 2018-04-16
            """)
    void theNextSessionAndTheSettlementThatFollows(LocalDate business, String words) {
        assertEquals(
                words, ExpectedSessions.of(SmallFirm.firm(), business, () -> fail("one exchange needs no orders")));
    }

    @Test
    void eachExchangeHasItsOwnAndOneWithoutOrdersIsNotNamed() {
        Firm small = SmallFirm.firm();
        TreeMap<String, Instrument> instruments = new TreeMap<>(small.instruments());
        instruments.put(
                "VOD",
                new Instrument(
                        "VOD", "VOD", "equity", "unknown", "USD", BigDecimal.ONE, new BigDecimal("0.01"), "XLON"));
        Firm firm = new Firm(
                small.folder(),
                small.pricesFile(),
                small.settings(),
                small.calendars(),
                instruments,
                small.accounts(),
                small.lots(),
                small.venues(),
                small.warnings());
        LocalDate business = LocalDate.of(2026, 12, 24);
        String york = "to be worked on 2026-12-28 09:30 to 16:00 America/New_York (XNYS) and settled on 2026-12-29";
        assertEquals(york, ExpectedSessions.of(firm, business, () -> List.of(Orders.buy("1", "S00", 10))));
        assertEquals(
                "to be worked on 2026-12-29 09:30 to 16:00 Europe/London (XLON) and settled on 2026-12-31; " + york,
                ExpectedSessions.of(
                        firm, business, () -> List.of(Orders.buy("1", "S00", 10), Orders.buy("2", "VOD", 10))));
    }
}
