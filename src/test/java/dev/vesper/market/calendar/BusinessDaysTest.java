package dev.vesper.market.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms are counted in days on which the firm works: weekends and holidays are none. */
class BusinessDaysTest {
    private static final BusinessDays DAYS =
            new BusinessDays(TradingCalendars.usual().standard());

    @ParameterizedTest
    @CsvSource({
        "2018-04-11, 0, 2018-04-11",
        "2018-04-11, 1, 2018-04-12",
        "2018-04-11, 5, 2018-04-18",
        "2018-04-13, 1, 2018-04-16",
        "2018-12-24, 1, 2018-12-26",
        "2018-12-22, 2, 2018-12-26"
    })
    void weekendsAndHolidaysDoNotCount(LocalDate day, int days, LocalDate after) {
        assertEquals(after, DAYS.after(day, days));
    }
}
