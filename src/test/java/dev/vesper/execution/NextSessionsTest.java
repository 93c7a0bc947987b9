package dev.vesper.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.execution.breaker.BreakerLimits;
import dev.vesper.market.Instrument;
import dev.vesper.market.calendar.TradingCalendars;
import dev.vesper.orders.SlicingStrategy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextSessionsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-25, equity, XNYS, '2026-11-27 09:30 to 13:00 America/New_York, a half day', 7",
        "2026-11-27, equity, XNYS, 2026-11-30 09:30 to 16:00 America/New_York, 13",
        "2025-12-31, equity, XNYS, 2026-01-02 09:30 to 16:00 America/New_York, 13",
        "2026-11-25, equity, XLON, 2026-11-26 08:00 to 16:30 Europe/London, 17",
        "2026-11-27, Crypto, '', 2026-11-28 00:00 to 23:59 UTC, 48",
        "2026-11-27, equity, NONE, 2026-11-30 09:30 to 16:00 America/New_York, 13"
    })
    void ordersWorkInTheNextSessionOfTheInstrumentsCalendar(
            LocalDate business, String assetClass, String venue, String session, int slices) {
        WorkingSession next = sessions(business, "00:00", "23:59").of(instrument(assetClass, venue));
        assertEquals(session, next.toString());
        assertEquals(slices, next.hours().slices());
    }

    @Test
    void theFirmsHoursAndTheExchangesAreBothKept() {
        NextSessions sessions = sessions(LocalDate.of(2026, 11, 27), "10:00", "17:00");
        assertEquals(LocalTime.of(10, 0), sessions.standard().opens());
        assertEquals(LocalTime.of(16, 0), sessions.standard().closes());
    }

    @Test
    void aHalfDayThatIsOverBeforeTheFirmsHoursIsPassedOver() {
        NextSessions sessions = sessions(LocalDate.of(2026, 11, 25), "14:00", "16:00");
        assertEquals(LocalDate.of(2026, 11, 30), sessions.standard().date());
    }

    @Test
    void anUnplannedClosureIsMetButNotForeseen() {
        NextSessions sessions = sessions(LocalDate.of(2012, 10, 26), "00:00", "23:59");
        Instrument share = instrument("equity", "XNYS");
        assertEquals(LocalDate.of(2012, 10, 29), sessions.expected(share).date());
        assertEquals(LocalDate.of(2012, 10, 31), sessions.of(share).date());
    }

    @Test
    void hoursThatMeetNoSessionAreRefused() {
        NextSessions sessions = sessions(LocalDate.of(2026, 11, 25), "16:00", "17:00");
        Problem problem = assertThrows(Problem.class, sessions::standard);
        assertTrue(problem.getMessage().contains("meets none of its sessions"), problem.getMessage());
    }

    private static NextSessions sessions(LocalDate business, String open, String close) {
        ExecutionSettings settings = new ExecutionSettings(
                SlicingStrategy.TWAP,
                CurveSettings.STANDARD,
                LocalTime.parse(open),
                LocalTime.parse(close),
                30,
                0.1,
                BigDecimal.ONE,
                0.3,
                0.3,
                0.1,
                BreakerLimits.STANDARD);
        return new NextSessions(TradingCalendars.usual(), settings, business);
    }

    private static Instrument instrument(String assetClass, String venue) {
        return new Instrument("A", "A", assetClass, "unknown", "USD", BigDecimal.ONE, new BigDecimal("0.01"), venue);
    }
}
