package dev.vesper.market.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * One day's trading at an exchange, for example 2026-11-27 from 09:30 to 13:00 in New York.
 *
 * @param calendar code of the exchange calendar, for example {@code XNYS}
 * @param open local time of the exchange
 * @param close local time of the exchange, after the open
 * @param early whether it ends before the usual time
 */
public record TradingSession(
        String calendar, LocalDate date, ZoneId zone, LocalTime open, LocalTime close, boolean early) {
    /** The moment of the close; a night with a change of the clock lies between two sessions. */
    public Instant ends() {
        return date.atTime(close).atZone(zone).toInstant();
    }
}
