package dev.vesper.market.calendar;

import static dev.vesper.market.calendar.SpecialDay.closed;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * The stock exchanges of New York since 1995. Source: NYSE rule 7.2 and its notices of closures; compared with
 * exchange_calendars 4.13.2.
 */
final class NewYork {
    private static final LocalTime ONE = LocalTime.of(13, 0);
    private static final Holiday THANKSGIVING = Holiday.nth("Thanksgiving Day", 4, THURSDAY, 11);

    private NewYork() {}

    static ExchangeCalendar calendar() {
        return ExchangeCalendar.weekdays(
                "XNYS", "New York", "America/New_York", "09:30", "16:00", holidays(), earlyCloses(), special());
    }

    private static List<Holiday> holidays() {
        return List.of(
                Holiday.mondayAfterSunday("New Year's Day", 1, 1),
                Holiday.nth("Martin Luther King Jr. Day", 3, MONDAY, 1).since(1998),
                Holiday.nth("Washington's Birthday", 3, MONDAY, 2),
                Holiday.easter("Good Friday", -2),
                Holiday.last("Memorial Day", MONDAY, 5),
                Holiday.nearestWeekday("Juneteenth", 6, 19).since(2022),
                Holiday.nearestWeekday("Independence Day", 7, 4),
                Holiday.nth("Labor Day", 1, MONDAY, 9),
                THANKSGIVING,
                Holiday.nearestWeekday("Christmas Day", 12, 25));
    }

    private static List<EarlyClose> earlyCloses() {
        Holiday before = Holiday.fixed("the day before Independence Day", 7, 3);
        return List.of(
                new EarlyClose(before.when(MONDAY, TUESDAY), ONE),
                new EarlyClose(before.when(WEDNESDAY, WEDNESDAY).since(2013), ONE),
                new EarlyClose(before.when(THURSDAY, THURSDAY), ONE),
                new EarlyClose(
                        Holiday.fixed("the day after Independence Day", 7, 5)
                                .when(FRIDAY, FRIDAY)
                                .upTo(2012),
                        ONE),
                new EarlyClose(THANKSGIVING.dayAfter("the day after Thanksgiving"), ONE),
                new EarlyClose(Holiday.fixed("Christmas Eve", 12, 24).when(MONDAY, THURSDAY), ONE));
    }

    private static List<SpecialDay> special() {
        return List.of(
                early("1997-12-26", "1997-12-22"),
                early("1999-12-31", "1999-11-01"),
                closed("2001-09-11", "2001-09-11", "attack of 11 September"),
                closed("2001-09-12", "2001-09-11", "attack of 11 September"),
                closed("2001-09-13", "2001-09-12", "attack of 11 September"),
                closed("2001-09-14", "2001-09-13", "attack of 11 September"),
                early("2003-12-26", "2003-12-22"),
                closed("2004-06-11", "2004-06-07", "mourning for President Reagan"),
                closed("2007-01-02", "2006-12-28", "mourning for President Ford"),
                closed("2012-10-29", "2012-10-28", "hurricane Sandy"),
                closed("2012-10-30", "2012-10-29", "hurricane Sandy"),
                closed("2018-12-05", "2018-12-01", "mourning for President Bush"),
                closed("2025-01-09", "2024-12-30", "mourning for President Carter"));
    }

    private static SpecialDay early(String date, String announced) {
        return new SpecialDay(
                LocalDate.parse(date),
                new SpecialDay.Hours(LocalTime.of(9, 30), ONE),
                LocalDate.parse(announced),
                "early close");
    }
}
