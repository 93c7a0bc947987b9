package dev.vesper.market.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * A day that comes back every year, for example Thanksgiving Day, the fourth Thursday of November.
 *
 * @param from first year in which it counts
 * @param until last year in which it counts
 * @param in the day in a year; where it falls on a weekend nothing happens
 */
record Holiday(String name, int from, int until, IntFunction<LocalDate> in) {
    private static final int FOR_EVER = 9999;

    private Holiday(String name, IntFunction<LocalDate> in) {
        this(name, 1, FOR_EVER, in);
    }

    /** One date, on a weekend not moved: 1 January 2022 was a Saturday, and New York traded on the Friday before. */
    static Holiday fixed(String name, int month, int day) {
        return new Holiday(name, year -> LocalDate.of(year, month, day));
    }

    /** One date, from a Sunday moved to the Monday after. */
    static Holiday mondayAfterSunday(String name, int month, int day) {
        return fixed(name, month, day).moved(date -> date.getDayOfWeek() == DayOfWeek.SUNDAY ? date.plusDays(1) : date);
    }

    /** One date, from a Saturday moved to the Friday before, from a Sunday to the Monday after. */
    static Holiday nearestWeekday(String name, int month, int day) {
        return fixed(name, month, day).moved(date -> switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        });
    }

    /** One date, from a weekend moved to the Monday after. */
    static Holiday mondayAfterWeekend(String name, int month, int day) {
        return fixed(name, month, day).moved(date -> switch (date.getDayOfWeek()) {
            case SATURDAY -> date.plusDays(2);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        });
    }

    /** One date, from a weekend moved two days on: Christmas and Boxing Day in London. */
    static Holiday twoDaysAfterWeekend(String name, int month, int day) {
        return fixed(name, month, day).moved(date -> switch (date.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> date.plusDays(2);
            default -> date;
        });
    }

    /** One date, from a weekend moved to the Friday before. */
    static Holiday lastWeekdayUntil(String name, int month, int day) {
        return fixed(name, month, day).moved(date -> switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.minusDays(2);
            default -> date;
        });
    }

    /** For example the third Monday of January: 3, MONDAY, 1. */
    static Holiday nth(String name, int which, DayOfWeek weekday, int month) {
        return new Holiday(
                name, year -> LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, weekday)));
    }

    /** For example the last Monday of May: MONDAY, 5. */
    static Holiday last(String name, DayOfWeek weekday, int month) {
        return new Holiday(name, year -> LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(weekday)));
    }

    /** For example the last Monday on or before 24 May: MONDAY, --05-24. */
    static Holiday until(String name, DayOfWeek weekday, MonthDay day) {
        return new Holiday(name, year -> day.atYear(year).with(TemporalAdjusters.previousOrSame(weekday)));
    }

    /** So many days after Easter Sunday: -2 is Good Friday. */
    static Holiday easter(String name, int days) {
        return new Holiday(name, year -> easterSunday(year).plusDays(days));
    }

    Holiday since(int year) {
        return new Holiday(name, year, until, in);
    }

    Holiday upTo(int year) {
        return new Holiday(name, from, year, in);
    }

    /** Only where it falls on such a day: 24 December ends early from Monday to Thursday. */
    Holiday when(DayOfWeek first, DayOfWeek last) {
        return moved(date ->
                date.getDayOfWeek().compareTo(first) >= 0 && date.getDayOfWeek().compareTo(last) <= 0
                        ? date
                        : LocalDate.MIN);
    }

    /** A day after it: Friday after Thanksgiving. */
    Holiday dayAfter(String other) {
        return new Holiday(other, from, until, year -> in.apply(year).plusDays(1));
    }

    private Holiday moved(UnaryOperator<LocalDate> move) {
        return new Holiday(name, from, until, year -> move.apply(in.apply(year)));
    }

    /** Whether this is the day. */
    boolean on(LocalDate date) {
        int year = date.getYear();
        return year >= from && year <= until && in.apply(year).equals(date);
    }

    /**
     * Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher (Nature, 20 April 1876).
     *
     * @param year from 1583 on
     */
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int k = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * k) / 451;
        int days = h + k - 7 * m + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
