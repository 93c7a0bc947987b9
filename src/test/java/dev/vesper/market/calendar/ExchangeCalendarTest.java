package dev.vesper.market.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeCalendarTest {
    private static final ExchangeCalendar NEW_YORK = ExchangeCalendars.ALL.get("XNYS");

    /** The files beside {@code calendars/expected.py} are what a peer says, day by day. */
    @ParameterizedTest
    @ValueSource(strings = {"XNYS", "XLON", "XETR", "XPAR", "XSWX", "XTSE"})
    void everyDayIsWhatAPeerSays(String code) throws IOException {
        List<String> expected = lines(code);
        String[] span = expected.getFirst().split(" to ");
        ExchangeCalendar calendar = ExchangeCalendars.ALL.get(code);
        List<String> told = new ArrayList<>();
        LocalDate last = LocalDate.parse(span[1]);
        for (LocalDate day = LocalDate.parse(span[0]); !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate date = day;
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            calendar.session(day)
                    .ifPresentOrElse(
                            session -> {
                                assertFalse(weekend, date.toString());
                                if (session.early()) {
                                    told.add(date + " " + session.close());
                                }
                            },
                            () -> {
                                if (!weekend) {
                                    told.add(date + " closed");
                                }
                            });
        }
        assertEquals(expected.subList(1, expected.size()), told);
        assertTrue(told.size() > 150);
    }

    @ParameterizedTest
    @CsvSource({
        "2012-10-29, hurricane Sandy",
        "2012-10-30, hurricane Sandy",
        "2018-12-05, mourning for President Bush",
        "2025-01-09, mourning for President Carter",
        "2001-09-11, attack of 11 September",
        "2021-12-24, Christmas Day",
        "2022-06-20, Juneteenth",
        "2023-01-02, New Year's Day",
        "2026-07-03, Independence Day",
        "2026-11-28, a weekend"
    })
    void daysThatAreEasilyGotWrongAreClosed(LocalDate date, String why) {
        assertEquals(Optional.of(why), NEW_YORK.closed(date));
        assertEquals(Optional.empty(), NEW_YORK.session(date));
    }

    @Test
    void newYearOnASaturdayIsNotMoved() {
        assertTrue(NEW_YORK.session(LocalDate.of(2021, 12, 31)).isPresent());
        assertFalse(NEW_YORK.session(LocalDate.of(2027, 12, 31)).orElseThrow().early());
    }

    @Test
    void columbusAndVeteransDayTrade() {
        assertTrue(NEW_YORK.session(LocalDate.of(2026, 10, 12)).isPresent());
        assertTrue(NEW_YORK.session(LocalDate.of(2026, 11, 11)).isPresent());
    }

    @Test
    void theNextSessionMayBeAHalfDay() {
        TradingSession next = NEW_YORK.next(LocalDate.of(2026, 11, 25));

        assertEquals(LocalDate.parse("2026-11-27"), next.date());
        assertEquals(LocalTime.parse("09:30"), next.open());
        assertEquals(LocalTime.parse("13:00"), next.close());
        assertTrue(next.early());
        assertEquals(Instant.parse("2026-11-27T18:00:00Z"), next.ends());
    }

    @Test
    void aClosureIsKnownFromItsAnnouncementOn() {
        LocalDate friday = LocalDate.of(2012, 10, 26);

        assertEquals(
                LocalDate.parse("2012-10-29"),
                NEW_YORK.asKnownOn(friday).next(friday).date());
        assertEquals(
                LocalDate.parse("2012-10-30"),
                NEW_YORK.asKnownOn(friday.plusDays(2)).next(friday).date());
        assertEquals(
                LocalDate.parse("2012-10-31"),
                NEW_YORK.asKnownOn(friday.plusDays(3)).next(friday).date());
        assertEquals(LocalDate.parse("2012-10-31"), NEW_YORK.next(friday).date());
    }

    @Test
    void sessionsAreCountedWithoutHolidays() {
        LocalDate wednesday = LocalDate.of(2026, 11, 25);

        assertEquals(2, NEW_YORK.sessionsBetween(wednesday, LocalDate.of(2026, 11, 30)));
        assertEquals(0, NEW_YORK.sessionsBetween(wednesday, wednesday));
        assertEquals(0, NEW_YORK.sessionsBetween(wednesday, wednesday.minusDays(9)));
    }

    @Test
    void aFirmsOwnDayGoesBeforeEveryRule() {
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        SpecialDay.Hours hours = new SpecialDay.Hours(
                NEW_YORK.hours().open(), NEW_YORK.hours().open().plusHours(1));

        ExchangeCalendar own = NEW_YORK.with(List.of(new SpecialDay(christmas, hours, christmas, "a try")));

        assertTrue(own.session(christmas).orElseThrow().early());
        assertEquals(Optional.empty(), own.closed(christmas));
    }

    @Test
    void everyDayMeansEveryDay() {
        LocalDate christmasOnASunday = LocalDate.of(2022, 12, 25);

        assertTrue(ExchangeCalendars.ALL
                .get(ExchangeCalendars.ALWAYS)
                .session(christmasOnASunday)
                .isPresent());
        assertEquals(
                LocalDate.of(2022, 12, 26),
                ExchangeCalendars.ALL
                        .get(ExchangeCalendars.WEEKDAYS)
                        .next(christmasOnASunday)
                        .date());
    }

    @ParameterizedTest
    @CsvSource({"XNAS, XNYS", "xnas, XNYS", "XAMS, XPAR", "XLON, XLON"})
    void venuesOfOneMarketShareACalendar(String venue, String code) {
        assertEquals(Optional.of(code), ExchangeCalendars.of(venue).map(ExchangeCalendar::code));
    }

    private static List<String> lines(String code) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ExchangeCalendarTest.class.getResourceAsStream("/calendars/" + code + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
