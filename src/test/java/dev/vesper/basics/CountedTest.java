package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountedTest {
    @Test
    void oneStandsAloneAndManyAreSeparatedByThousands() {
        assertEquals("0 orders", Counted.of(0, "order"));
        assertEquals("1 order", Counted.of(1, "order"));
        assertEquals("2 orders", Counted.of(2, "order"));
        assertEquals("1,204 tax lots", Counted.of(1204, "tax lot"));
        assertEquals("1 breach", Counted.of(1, "breach", "breaches"));
        assertEquals("0 breaches", Counted.of(0, "breach", "breaches"));
    }
}
