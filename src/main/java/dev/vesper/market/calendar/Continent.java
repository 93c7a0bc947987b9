package dev.vesper.market.calendar;

import static dev.vesper.market.calendar.SpecialDay.closed;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import java.time.LocalTime;
import java.util.List;

/** Exchanges of the European continent since 2010; compared with exchange_calendars 4.13.2. */
final class Continent {
    private static final Holiday NEW_YEAR = Holiday.fixed("New Year's Day", 1, 1);
    private static final Holiday GOOD_FRIDAY = Holiday.easter("Good Friday", -2);
    private static final Holiday EASTER_MONDAY = Holiday.easter("Easter Monday", 1);
    private static final Holiday WHIT_MONDAY = Holiday.easter("Whit Monday", 50);
    private static final Holiday LABOUR_DAY = Holiday.fixed("Labour Day", 5, 1);
    private static final Holiday CHRISTMAS_EVE = Holiday.fixed("Christmas Eve", 12, 24);
    private static final Holiday CHRISTMAS = Holiday.fixed("Christmas Day", 12, 25);
    private static final Holiday BOXING_DAY = Holiday.fixed("Boxing Day", 12, 26);
    private static final Holiday NEW_YEARS_EVE = Holiday.fixed("New Year's Eve", 12, 31);

    private Continent() {}

    /** Xetra. */
    static ExchangeCalendar frankfurt() {
        Holiday last = Holiday.lastWeekdayUntil("the last session of the year", 12, 30); // the 31st is a holiday
        return ExchangeCalendar.weekdays(
                "XETR",
                "Frankfurt (Xetra)",
                "Europe/Berlin",
                "09:00",
                "17:30",
                List.of(
                        NEW_YEAR,
                        GOOD_FRIDAY,
                        EASTER_MONDAY,
                        LABOUR_DAY,
                        WHIT_MONDAY.since(2015).upTo(2021),
                        Holiday.fixed("Day of German Unity", 10, 3).since(2014).upTo(2021),
                        CHRISTMAS_EVE,
                        CHRISTMAS,
                        BOXING_DAY,
                        NEW_YEARS_EVE),
                List.of(new EarlyClose(last, LocalTime.of(14, 0))),
                List.of(closed("2017-10-31", "2016-12-01", "500 years of the Reformation")));
    }

    /** Euronext in Paris, Amsterdam, Brussels and Lisbon. */
    static ExchangeCalendar paris() {
        LocalTime fivePastTwo = LocalTime.of(14, 5);
        return ExchangeCalendar.weekdays(
                "XPAR",
                "Euronext (Paris, Amsterdam, Brussels, Lisbon)",
                "Europe/Paris",
                "09:00",
                "17:30",
                List.of(NEW_YEAR, GOOD_FRIDAY, EASTER_MONDAY, LABOUR_DAY, CHRISTMAS, BOXING_DAY),
                List.of(
                        new EarlyClose(CHRISTMAS_EVE.when(MONDAY, FRIDAY), fivePastTwo),
                        new EarlyClose(NEW_YEARS_EVE.when(MONDAY, FRIDAY), fivePastTwo)),
                List.of());
    }

    /** SIX Swiss Exchange. */
    static ExchangeCalendar zurich() {
        return ExchangeCalendar.weekdays(
                "XSWX",
                "Zurich (SIX)",
                "Europe/Zurich",
                "09:00",
                "17:30",
                List.of(
                        NEW_YEAR,
                        Holiday.fixed("Berchtold's Day", 1, 2),
                        GOOD_FRIDAY,
                        EASTER_MONDAY,
                        LABOUR_DAY,
                        Holiday.easter("Ascension Day", 39),
                        WHIT_MONDAY,
                        Holiday.fixed("Swiss National Day", 8, 1),
                        CHRISTMAS_EVE,
                        CHRISTMAS,
                        BOXING_DAY,
                        NEW_YEARS_EVE),
                List.of(),
                List.of());
    }
}
