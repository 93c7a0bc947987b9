package dev.vesper.limits.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    @Test
    void emptyAndDashFitWhateverComes() {
        assertInstanceOf(Cell.Any.class, CellText.read(" ", Kind.NUMBER));
        assertInstanceOf(Cell.Any.class, CellText.read("-", Kind.TEXT));
    }

    @Test
    void listsComparisonsAndRangesAreSets() {
        assertEquals(
                new Cell.Fits(
                        List.of(
                                Range.below(new BigDecimal("-5"), false),
                                new Range(new BigDecimal("1"), true, new BigDecimal("2.50"), false),
                                Range.point(new BigDecimal("7"))),
                        true),
                CellText.read("< -5, [1..2.50), 7, null", Kind.NUMBER));
        assertEquals(
                new Cell.Fits(List.of(Range.point("Fund"), Range.point("E, T")), false),
                CellText.read("\"Fund\",\n\"E, T\"", Kind.TEXT));
    }

    @Test
    void aNegatedListIsAllElseAndNull() {
        assertEquals(
                new Cell.Fits(
                        List.of(
                                new Range(null, false, "A", false),
                                new Range("A", false, "B", false),
                                new Range("B", false, null, false)),
                        true),
                CellText.read("not(\"A\", \"B\")", Kind.TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 1",
                "Limit",
                "> Limit",
                "[1..Limit]",
                "not(1",
                "1,",
                "1e3",
                "1 2",
                "0x10",
                "? > 1",
                "\"A\"",
                "< 1 // comment",
                "/* */ 1",
                "1.2.3",
                "007",
                "12345678901234567890123456789012345"
            })
    void whatIsMoreThanASetIsOpaque(String text) {
        assertEquals(new Cell.Opaque(text), CellText.read(text, Kind.NUMBER));
    }
}
