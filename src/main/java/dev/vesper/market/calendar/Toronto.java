package dev.vesper.market.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;

/** The Toronto Stock Exchange since 2010; compared with exchange_calendars 4.13.2. */
final class Toronto {
    private Toronto() {}

    static ExchangeCalendar calendar() {
        return ExchangeCalendar.weekdays(
                "XTSE",
                "Toronto",
                "America/Toronto",
                "09:30",
                "16:00",
                List.of(
                        Holiday.mondayAfterWeekend("New Year's Day", 1, 1),
                        Holiday.nth("Family Day", 3, MONDAY, 2),
                        Holiday.easter("Good Friday", -2),
                        Holiday.until("Victoria Day", MONDAY, MonthDay.of(5, 24)),
                        Holiday.mondayAfterWeekend("Canada Day", 7, 1),
                        Holiday.nth("Civic Holiday", 1, MONDAY, 8),
                        Holiday.nth("Labour Day", 1, MONDAY, 9),
                        Holiday.nth("Thanksgiving Day", 2, MONDAY, 10),
                        Holiday.twoDaysAfterWeekend("Christmas Day", 12, 25),
                        Holiday.twoDaysAfterWeekend("Boxing Day", 12, 26)),
                List.of(new EarlyClose(
                        Holiday.fixed("Christmas Eve", 12, 24).when(MONDAY, FRIDAY), LocalTime.of(13, 0))),
                List.of());
    }
}
