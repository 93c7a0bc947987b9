package dev.vesper.market.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionDatesTest {
    private static final LocalDate THURSDAY = LocalDate.of(2018, 3, 29);
    private static final LocalDate MONDAY = LocalDate.of(2018, 4, 2);

    private final SessionDates dates = new SessionDates(
            MONDAY,
            Map.of("IBM", MONDAY.plusDays(1)),
            Map.of("BTC", ExchangeCalendars.of(ExchangeCalendars.ALWAYS).orElseThrow()));

    @Test
    void whatHasNoSessionTradesOnTheDayThatDecides() {
        assertEquals(MONDAY.plusDays(1), dates.of("IBM"));
        assertEquals(MONDAY, dates.of("BTC"));
        assertEquals(MONDAY, SessionDates.sameDay(MONDAY).of("IBM"));
    }

    /** Good Friday is no session in New York, and a day like any other where everything trades always. */
    @Test
    void daysAreThoseOfTheCalendar() {
        assertEquals(1, dates.since("IBM", THURSDAY));
        assertEquals(4, dates.since("BTC", THURSDAY));
        assertEquals(0, dates.since("IBM", MONDAY));
        assertEquals(0, dates.since("IBM", MONDAY.plusDays(1)));
    }
}
