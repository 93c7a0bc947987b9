package dev.vesper.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a row says beside what it decides. */
class RowTermsTest {
    private static final LocalDate DAY = LocalDate.of(2018, 4, 11);

    @Test
    void aRowHoldsFromItsFirstToItsLastDay() {
        RowTerms terms = new RowTerms("", Optional.of(DAY), Optional.of(DAY.plusDays(1)), "");
        assertFalse(terms.holds(DAY.minusDays(1)));
        assertTrue(terms.holds(DAY));
        assertTrue(terms.holds(DAY.plusDays(1)));
        assertFalse(terms.holds(DAY.plusDays(2)));
    }

    @Test
    void theSentenceAndItsSourceAreSaidBehindAVerdict() {
        assertEquals(" Single names are capped (Guidelines 4.2).", told("Guidelines 4.2", "Single names are capped."));
        assertEquals(" Single names are capped.", told("", "Single names are capped"));
        assertEquals(" Source: Guidelines 4.2.", told("Guidelines 4.2", ""));
        assertEquals("", told("", ""));
    }

    private static String told(String source, String sentence) {
        return new RowTerms(source, Optional.empty(), Optional.empty(), sentence).told();
    }
}
