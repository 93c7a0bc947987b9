package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One form for each value. */
class ExactTest {
    @ParameterizedTest
    @CsvSource({"100.00,100", "1E+2,100", "0.00,0", "-0.10,-0.1", "0E-12,0", "1E-30,0.000000000000000000000000000001"})
    void equalValuesBecomeEqualObjects(String given, String form) {
        assertEquals(new BigDecimal(form), Exact.number(new BigDecimal(given)));
    }

    @Property(tries = 300)
    void theValueNeverChanges(@ForAll BigDecimal value) {
        assertEquals(0, value.compareTo(Exact.number(value)));
        assertTrue(Exact.number(value).scale() >= 0);
    }

    @Test
    void whatNoDatabaseKeepsIsReplaced() {
        assertEquals("a\uFFFDb\uFFFD", Exact.text("a\0b\ud83d"));
        assertEquals("\uFFFD\uD83D\uDE00", Exact.text("\ude00\uD83D\uDE00"));
        String clean = "größer 😀";
        assertSame(clean, Exact.text(clean));
    }
}
