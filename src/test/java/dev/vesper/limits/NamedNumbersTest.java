package dev.vesper.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NamedNumbersTest {
    private static final Map<String, BigDecimal> LIMIT =
            Map.of("used", new BigDecimal("0.24"), "limit", new BigDecimal("0.25"), "warning", new BigDecimal("0.2"));

    @Test
    void theyAreInTheOrderOfTheirNames() {
        SortedMap<String, BigDecimal> numbers = NamedNumbers.copyOf(LIMIT);
        assertEquals("{limit=0.25, used=0.24, warning=0.2}", numbers.toString());
        List<String> names = new ArrayList<>();
        numbers.forEach((name, number) -> names.add(name));
        assertEquals(List.of("limit", "used", "warning"), names);
        assertEquals("limit", numbers.firstKey());
        assertEquals("warning", numbers.lastKey());
        assertEquals("{warning=0.2, used=0.24, limit=0.25}", numbers.reversed().toString());
    }

    @Test
    void theyEqualAnyMapOfTheSameNumbers() {
        SortedMap<String, BigDecimal> numbers = NamedNumbers.copyOf(LIMIT);
        assertEquals(new TreeMap<>(LIMIT), numbers);
        assertEquals(numbers, new TreeMap<>(LIMIT));
        assertEquals(new TreeMap<>(LIMIT).hashCode(), numbers.hashCode());
        assertEquals(LIMIT.keySet(), numbers.keySet());
        assertFalse(numbers.equals(Map.of()));
    }

    @Test
    void aNumberIsFoundByItsName() {
        SortedMap<String, BigDecimal> numbers = NamedNumbers.copyOf(LIMIT);
        assertEquals(new BigDecimal("0.2"), numbers.get("warning"));
        assertNull(numbers.get("requested"));
        assertTrue(numbers.containsKey("used"));
        assertFalse(numbers.containsKey("requested"));
    }

    @Test
    void aRangeIsThatOfASortedMap() {
        SortedMap<String, BigDecimal> numbers = NamedNumbers.copyOf(LIMIT);
        SortedMap<String, BigDecimal> twin = new TreeMap<>(LIMIT);
        for (String from : List.of("", "limit", "m", "used", "z")) {
            assertEquals(twin.headMap(from), numbers.headMap(from));
            assertEquals(twin.tailMap(from), numbers.tailMap(from));
            assertEquals(twin.subMap("", from), numbers.subMap("", from));
        }
        assertThrows(IllegalArgumentException.class, () -> numbers.subMap("b", "a"));
    }

    @Test
    void nobodyChangesThem() {
        Map<String, BigDecimal> given = new TreeMap<>(LIMIT);
        SortedMap<String, BigDecimal> numbers = NamedNumbers.copyOf(given);
        given.clear();
        assertEquals(3, numbers.size());
        assertThrows(UnsupportedOperationException.class, () -> numbers.put("used", BigDecimal.ONE));
        assertThrows(UnsupportedOperationException.class, () -> numbers.remove("used"));
        assertThrows(
                UnsupportedOperationException.class,
                () -> numbers.entrySet().iterator().next().setValue(BigDecimal.ONE));
        assertSame(numbers, NamedNumbers.copyOf(numbers));
    }

    @Test
    void noneAreNone() {
        SortedMap<String, BigDecimal> none = NamedNumbers.copyOf(Map.of());
        assertTrue(none.isEmpty());
        assertEquals(Map.of(), none);
        assertThrows(NoSuchElementException.class, none::firstKey);
        assertThrows(NoSuchElementException.class, none::lastKey);
        assertThrows(
                NoSuchElementException.class, () -> none.entrySet().iterator().next());
    }
}
