package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final Instant EVENING = Instant.parse("2018-04-11T20:30:00Z");

    @ParameterizedTest
    @CsvSource({"Europe/London, 2018-04-11", "Asia/Tokyo, 2018-04-12", "America/New_York, 2018-04-11"})
    void theDateIsTheOneOnTheWall(String zone, LocalDate date) {
        Times times = new Times(InstantSource.fixed(EVENING), ZoneId.of(zone), () -> 0);
        assertEquals(EVENING, times.now());
        assertEquals(date, times.today());
        assertEquals(date.plusDays(1), times.dateOf(EVENING.plusSeconds(86_400)));
    }
}
