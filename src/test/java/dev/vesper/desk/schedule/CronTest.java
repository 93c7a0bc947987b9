package dev.vesper.desk.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
    /** 2025-12-31 is a Wednesday. */
    @ParameterizedTest
    @CsvSource({
        "0 30 18 * * MON-FRI, 2025-12-31T18:30:00, 2025-12-31T18:30",
        "0 30 18 * * MON-FRI, 2025-12-31T18:29:59, 2025-12-30T18:30",
        "0 30 18 * * MON-FRI, 2025-12-29T09:00:00, 2025-12-26T18:30",
        "0 30 18 * * 1-5,     2025-12-28T09:00:00, 2025-12-26T18:30",
        "0 0 0 * * 7,         2025-12-31T09:00:00, 2025-12-28T00:00",
        "*/20 * * * * *,      2025-12-31T18:29:59, 2025-12-31T18:29:40",
        "0 0/15 9-17 ? * *,   2025-12-31T08:59:00, 2025-12-30T17:45",
        "0 0/15 9-17 ? * *,   2025-12-31T09:14:59, 2025-12-31T09:00",
        "0 0 12 1 JAN *,      2025-12-31T09:00:00, 2025-01-01T12:00",
        "0 0 12 29 FEB ?,     2025-12-31T09:00:00, 2024-02-29T12:00",
        "'0 0 8,16 * * mon,wed', 2025-12-31T09:00:00, 2025-12-31T08:00",
        "30 59 23 31 * *,     2026-02-27T00:00:00, 2026-01-31T23:59:30",
    })
    void theNewestOccasionIsFound(String cron, LocalDateTime moment, LocalDateTime due) {
        assertEquals(Optional.of(due), Cron.of(cron).orElseThrow().lastUntil(moment));
    }

    /** 2025-12-31 is a Wednesday; an occasion is not after itself. */
    @ParameterizedTest
    @CsvSource({
        "0 30 18 * * MON-FRI, 2025-12-31T18:29:59, 2025-12-31T18:30",
        "0 30 18 * * MON-FRI, 2025-12-31T18:30:00, 2026-01-01T18:30",
        "0 30 18 * * MON-FRI, 2026-01-02T18:30:00, 2026-01-05T18:30",
        "*/20 * * * * *,      2025-12-31T23:59:40, 2026-01-01T00:00",
        "*/20 * * * * *,      2025-12-31T18:29:39.999, 2025-12-31T18:29:40",
        "0 0/15 9-17 ? * *,   2025-12-31T17:45:00, 2026-01-01T09:00",
        "0 0 12 29 FEB ?,     2025-12-31T09:00:00, 2028-02-29T12:00",
        "'0 0 8,16 * * mon,wed', 2025-12-31T09:00:00, 2025-12-31T16:00",
        "30 59 23 31 * *,     2026-02-27T00:00:00, 2026-03-31T23:59:30",
    })
    void theNextOccasionIsFound(String cron, LocalDateTime moment, LocalDateTime due) {
        Cron read = Cron.of(cron).orElseThrow();
        assertEquals(Optional.of(due), read.nextAfter(moment));
        assertEquals(Optional.of(due), read.lastUntil(due), "and it is one, looked back at");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0 12 L * *",
                "0 0 12 ? * MON#2",
                "0 0 12 15W * *",
                "0 0 12 * *",
                "@daily",
                "0 60 12 * * *",
                "0 0 5-3 * * *",
                "0 0/0 5 * * *",
                "a b c d e f"
            })
    void whatIsNotUnderstoodIsSaidSo(String cron) {
        assertTrue(Cron.of(cron).isEmpty(), cron);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 12 31 FEB *", "0 0 12 30 2 *"})
    void aDayThatNeverComesIsNeverDue(String cron) {
        assertTrue(Cron.of(cron)
                .orElseThrow()
                .lastUntil(LocalDateTime.of(2025, 12, 31, 9, 0))
                .isEmpty());
        assertTrue(Cron.of(cron)
                .orElseThrow()
                .nextAfter(LocalDateTime.of(2025, 12, 31, 9, 0))
                .isEmpty());
    }
}
