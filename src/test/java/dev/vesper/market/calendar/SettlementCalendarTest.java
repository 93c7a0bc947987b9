package dev.vesper.market.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettlementCalendarTest {
    @ParameterizedTest
    @CsvSource({
        "XNYS, 2013-06-28, 2013-07-03, three days",
        "XNYS, 2017-09-01, 2017-09-07, three days over Labor Day",
        "XNYS, 2017-09-05, 2017-09-07, two days: the double settlement of the change",
        "XNYS, 2024-05-24, 2024-05-29, two days over Memorial Day",
        "XNYS, 2024-05-28, 2024-05-29, one day: the double settlement of the change",
        "XNYS, 2026-07-02, 2026-07-06, over Independence Day",
        "XNYS, 2026-10-09, 2026-10-13, over Columbus Day",
        "XNYS, 2026-10-12, 2026-10-13, on Columbus Day",
        "XNYS, 2026-11-10, 2026-11-12, over Veterans Day",
        "XNYS, 2026-11-11, 2026-11-12, on Veterans Day",
        "XNYS, 2026-11-27, 2026-11-30, a half day",
        "XNYS, 2028-11-09, 2028-11-10, Veterans Day on a Saturday is not moved",
        "XNYS, 2029-11-09, 2029-11-13, from a Sunday it is",
        "XTSE, 2024-05-24, 2024-05-28, two days",
        "XTSE, 2024-05-27, 2024-05-28, one day",
        "XLON, 2014-10-03, 2014-10-08, three days",
        "XLON, 2014-10-06, 2014-10-08, two days: the double settlement of the change",
        "XLON, 2026-12-24, 2026-12-30, two days over Christmas",
        "XLON, 2027-10-08, 2027-10-12, two days",
        "XLON, 2027-10-11, 2027-10-12, one day",
        "XETR, 2027-10-08, 2027-10-12, two days",
        "XETR, 2027-10-11, 2027-10-12, one day",
        "XETR, 2026-12-23, 2026-12-28, Christmas Eve settles though nothing trades",
        "XPAR, 2026-04-30, 2026-05-05, over Labour Day",
        "XSWX, 2027-10-11, 2027-10-12, one day",
        "ALWAYS, 2026-11-28, 2026-11-28, at once",
        "WEEKDAYS, 2026-11-27, 2026-12-01, two days"
    })
    void tradesSettleSoManySettlementDaysLater(String code, LocalDate traded, LocalDate settles, String why) {
        assertEquals(
                settles, SettlementCalendar.of(ExchangeCalendars.ALL.get(code)).settles(traded), why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XNYS", "XTSE", "XLON", "XPAR", "XETR", "XSWX", "WEEKDAYS", "ALWAYS"})
    void nothingSettlesBeforeAnEarlierTradeDoes(String code) {
        ExchangeCalendar exchange = ExchangeCalendars.ALL.get(code);
        SettlementCalendar settlement = SettlementCalendar.of(exchange);
        LocalDate before = LocalDate.MIN;
        for (LocalDate day = LocalDate.of(2010, 1, 1); day.getYear() < 2031; day = day.plusDays(1)) {
            LocalDate settles = settlement.settles(day);
            assertFalse(settles.isBefore(day) || settles.isBefore(before), day + " settles " + settles);
            before = settles;
        }
    }
}
