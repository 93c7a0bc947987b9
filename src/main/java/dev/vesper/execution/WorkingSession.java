package dev.vesper.execution;

import dev.vesper.market.calendar.TradingSession;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;

/**
 * The part of an exchange's session in which orders are worked, cut into slices. Example: 2026-11-27 from 09:30 to 13:00 in
 * New York, seven slices of half an hour.
 *
 * @param market whose session it is
 * @param hours in which orders are worked, within the session
 */
public record WorkingSession(TradingSession market, Session hours) {
    /** The earlier session first; of one date, that which ends first. */
    public static final Comparator<WorkingSession> EARLIER_FIRST = Comparator.comparing(WorkingSession::date)
            .thenComparing(working -> working.market().ends())
            .thenComparing(working -> working.market().calendar());

    /** The hours that the firm and the exchange share; empty where the exchange is closed by then. */
    static Optional<WorkingSession> of(TradingSession market, ExecutionSettings settings) {
        LocalTime open = later(market.open(), settings.open());
        LocalTime close = earlier(market.close(), settings.close());
        return close.isAfter(open)
                ? Optional.of(new WorkingSession(
                        market, new Session(millis(open), millis(close), settings.sliceMinutes() * 60_000L)))
                : Optional.empty();
    }

    /** The trade date. */
    public LocalDate date() {
        return market.date();
    }

    /** When work begins, local time of the exchange. */
    public LocalTime opens() {
        return time(hours.openMillis());
    }

    /** When it ends, local time of the exchange. */
    public LocalTime closes() {
        return time(hours.closeMillis());
    }

    /** For people, for example {@code 2026-11-27 09:30 to 13:00 America/New_York, a half day}. */
    @Override
    public String toString() {
        return date() + " " + opens() + " to " + closes() + " " + market.zone()
                + (market.early() ? ", a half day" : "");
    }

    private static LocalTime time(long millis) {
        return LocalTime.ofNanoOfDay(millis * 1_000_000);
    }

    private static LocalTime later(LocalTime one, LocalTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalTime earlier(LocalTime one, LocalTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static long millis(LocalTime time) {
        return time.toNanoOfDay() / 1_000_000;
    }
}
