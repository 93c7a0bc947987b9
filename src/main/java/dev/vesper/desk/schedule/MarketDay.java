package dev.vesper.desk.schedule;

import dev.vesper.market.calendar.ExchangeCalendar;
import java.time.LocalDate;

/**
 * One exchange on one day.
 *
 * @param calendar its code, for example {@code XNYS}
 * @param hours of its session in its own zone, for example {@code 09:30 to 13:00 America/New_York}; empty where it is closed
 * @param reason why it is closed or has other hours, for example {@code Christmas Eve}; empty on a usual day
 */
public record MarketDay(String calendar, MarketHours kind, String hours, String reason) {
    static MarketDay of(ExchangeCalendar calendar, LocalDate date) {
        return calendar.session(date)
                .map(session -> {
                    String reason = calendar.otherHours(date).orElse("");
                    MarketHours kind = session.early()
                            ? MarketHours.HALF_DAY
                            : reason.isEmpty() ? MarketHours.USUAL : MarketHours.OTHER;
                    return new MarketDay(
                            calendar.code(),
                            kind,
                            session.open() + " to " + session.close() + " " + session.zone(),
                            reason);
                })
                .orElseGet(() -> new MarketDay(
                        calendar.code(),
                        MarketHours.CLOSED,
                        "",
                        calendar.closed(date).orElse("")));
    }

    /** For example {@code XNYS closed, Thanksgiving Day} or {@code XNYS 09:30 to 13:00 America/New_York, Christmas Eve}. */
    public String words() {
        return calendar
                + (kind == MarketHours.CLOSED ? " closed" : " " + hours)
                + (reason.isEmpty() ? "" : ", " + reason);
    }
}
