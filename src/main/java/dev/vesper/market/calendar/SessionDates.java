package dev.vesper.market.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * When what is decided on one day is traded: taxes count from the day of the trade, not from that of the decision. Example:
 * decided at the close of Friday 2018-03-29, IBM is traded on Monday.
 *
 * @param business the day whose close decides
 * @param next the day of the next session by symbol; one that is not there trades on the business date itself
 * @param calendars by symbol; for one that is not there New York's counts
 */
public record SessionDates(LocalDate business, Map<String, LocalDate> next, Map<String, ExchangeCalendar> calendars) {
    private static final ExchangeCalendar STANDARD =
            Objects.requireNonNull(ExchangeCalendars.ALL.get(ExchangeCalendars.STANDARD));

    public SessionDates {
        next = Map.copyOf(next);
        calendars = Map.copyOf(calendars);
    }

    /** What is traded on the very day that decides, as in a scenario of the rules. */
    public static SessionDates sameDay(LocalDate date) {
        return new SessionDates(date, Map.of(), Map.of());
    }

    /** The day on which an instrument is traded. */
    public LocalDate of(String symbol) {
        return next.getOrDefault(symbol, business);
    }

    /** Sessions of an instrument after a day, up to and including the business date: 1 from a Thursday to Easter Monday. */
    public int since(String symbol, LocalDate day) {
        return calendars.getOrDefault(symbol, STANDARD).sessionsBetween(day, business);
    }
}
