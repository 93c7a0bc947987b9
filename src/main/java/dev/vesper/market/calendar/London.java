package dev.vesper.market.calendar;

import static dev.vesper.market.calendar.SpecialDay.closed;
import static java.time.DayOfWeek.MONDAY;

import java.time.LocalTime;
import java.util.List;

/** The London Stock Exchange since 2010; compared with exchange_calendars 4.13.2. */
final class London {
    private static final LocalTime HALF_PAST_TWELVE = LocalTime.of(12, 30);

    private London() {}

    static ExchangeCalendar calendar() {
        return ExchangeCalendar.weekdays(
                "XLON", "London", "Europe/London", "08:00", "16:30", holidays(), earlyCloses(), special());
    }

    private static List<Holiday> holidays() {
        Holiday earlyMay = Holiday.nth("Early May Bank Holiday", 1, MONDAY, 5);
        Holiday spring = Holiday.last("Spring Bank Holiday", MONDAY, 5);
        return List.of(
                Holiday.mondayAfterWeekend("New Year's Day", 1, 1),
                Holiday.easter("Good Friday", -2),
                Holiday.easter("Easter Monday", 1),
                earlyMay.upTo(2019),
                earlyMay.since(2021),
                spring.upTo(2011),
                spring.since(2013).upTo(2021),
                spring.since(2023),
                Holiday.last("Summer Bank Holiday", MONDAY, 8),
                Holiday.twoDaysAfterWeekend("Christmas Day", 12, 25),
                Holiday.twoDaysAfterWeekend("Boxing Day", 12, 26));
    }

    private static List<EarlyClose> earlyCloses() {
        return List.of(
                new EarlyClose(Holiday.lastWeekdayUntil("Christmas Eve", 12, 24), HALF_PAST_TWELVE),
                new EarlyClose(Holiday.lastWeekdayUntil("New Year's Eve", 12, 31), HALF_PAST_TWELVE));
    }

    private static List<SpecialDay> special() {
        return List.of(
                closed("2011-04-29", "2010-11-23", "royal wedding"),
                closed("2012-06-04", "2010-01-05", "Spring Bank Holiday, moved"),
                closed("2012-06-05", "2010-01-05", "Diamond Jubilee"),
                closed("2020-05-08", "2019-06-07", "75 years after the war in Europe"),
                closed("2022-06-02", "2020-11-12", "Spring Bank Holiday, moved"),
                closed("2022-06-03", "2020-11-12", "Platinum Jubilee"),
                closed("2022-09-19", "2022-09-10", "funeral of Queen Elizabeth II"),
                closed("2023-05-08", "2022-11-06", "coronation of King Charles III"));
    }
}
