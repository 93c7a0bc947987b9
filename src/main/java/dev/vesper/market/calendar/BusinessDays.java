package dev.vesper.market.calendar;

import java.time.LocalDate;

/**
 * Days on which a firm works, by the calendar that it goes by: five after Wednesday are the next Wednesday, or the Thursday
 * where a holiday is between them.
 */
public record BusinessDays(ExchangeCalendar calendar) {
    /** So many business days after a day; the day itself where there are none. */
    public LocalDate after(LocalDate day, int days) {
        LocalDate date = day;
        for (int i = 0; i < days; i++) {
            date = calendar.next(date).date();
        }
        return date;
    }
}
