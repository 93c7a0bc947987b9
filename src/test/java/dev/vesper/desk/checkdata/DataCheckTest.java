package dev.vesper.desk.checkdata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.data.Severity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataCheckTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2024, 1, 31);

    private static DataCheck check(String snapshot, long rows, boolean blocking, String quarantine, String rule) {
        return new DataCheck(
                snapshot,
                rows,
                1,
                FIRST,
                LAST,
                List.of(new DataCheck.Breach(rule, Severity.WARNING, 1, "must hold", "line 2")),
                blocking,
                quarantine);
    }

    @Test
    void anotherProductAddsItsRowsAndBreachesAndMayStopTheDay() {
        DataCheck both = check("aa", 10, false, "q/prices.csv", "close-range")
                .and("ratings", check("bb", 5, true, "q/ratings.csv", "score-range"));
        assertEquals(
                new DataCheck(
                        "aa",
                        15,
                        2,
                        FIRST,
                        LAST,
                        List.of(
                                new DataCheck.Breach("close-range", Severity.WARNING, 1, "must hold", "line 2"),
                                new DataCheck.Breach(
                                        "score-range", Severity.WARNING, 1, "ratings: must hold", "line 2")),
                        true,
                        "q/prices.csv, q/ratings.csv"),
                both);
    }

    @Test
    void theDatesAndTheSnapshotStayThoseOfThePrices() {
        DataCheck other = new DataCheck("bb", 5, 0, FIRST.minusYears(1), LAST.plusDays(1), List.of(), false, "");
        DataCheck both = check("aa", 10, true, "", "close-range").and("ratings", other);
        assertEquals(FIRST, both.firstDate());
        assertEquals(LAST, both.lastDate());
        assertEquals("aa", both.snapshot());
        assertEquals("", both.quarantineKey());
        assertEquals(true, both.blocking());
    }

    @Test
    void theQuarantinedShareIsOfTheRowsRead() {
        assertEquals(0.25, new DataCheck("aa", 8, 2, FIRST, LAST, List.of(), false, "").quarantinedShare());
        assertEquals(0, new DataCheck("aa", 0, 0, FIRST, LAST, List.of(), false, "").quarantinedShare());
    }
}
