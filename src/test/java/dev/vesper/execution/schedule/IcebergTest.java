package dev.vesper.execution.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IcebergTest {
    @Test
    void theLastPartIsTheRest() {
        assertEquals(List.of(30L, 30L, 30L, 10L), new Iceberg(100, 30, 0).parts(new SplittableRandom(1)));
    }

    @Test
    void theSeedDecides() {
        assertEquals(drawn(7), drawn(7));
        assertNotEquals(drawn(7), drawn(8));
    }

    private static List<Long> drawn(long seed) {
        return new Iceberg(1_000, 50, 0.3).parts(new SplittableRandom(seed));
    }

    @Property(tries = 300)
    void partsSumToTheOrder(
            @ForAll @LongRange(min = 1, max = 100_000) long lots,
            @ForAll @LongRange(min = 1, max = 5_000) long display,
            @ForAll @DoubleRange(min = 0, max = 0.99) double variation,
            @ForAll long seed) {
        if (lots / display >= 100_000) {
            return;
        }
        List<Long> parts = new Iceberg(lots, display, variation).parts(new SplittableRandom(seed));
        assertEquals(lots, parts.stream().mapToLong(Long::longValue).sum());
        for (long part : parts) {
            assertTrue(part >= 1 && part <= display * (1 + variation) + 1e-9);
        }
        for (long part : parts.subList(0, parts.size() - 1)) {
            assertTrue(part >= display * (1 - variation) - 1e-9);
        }
    }

    @Test
    void whatIsOutOfItsRangeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Iceberg(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Iceberg(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Iceberg(1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Iceberg(1, 1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Iceberg(100_000, 1, 0));
    }
}
