package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private static final Registry<String> FRUITS = Registry.of("fruit", Function.identity(), List.of("pear", "apple"));

    @Test
    void entriesKeepTheirOrder() {
        assertEquals(List.of("pear", "apple"), FRUITS.all());
        assertEquals(List.of("pear", "apple"), FRUITS.words());
        List<String> walked = new ArrayList<>();
        FRUITS.forEach(walked::add);
        assertEquals(FRUITS.all(), walked);
    }

    @Test
    void anUnknownWordIsAnsweredWithTheKnownOnes() {
        Problem unknown = assertThrows(Problem.class, () -> FRUITS.get("plum"));
        assertEquals("Expected a fruit (pear, apple), but got \"plum\"", unknown.getMessage());
        assertEquals("pear", FRUITS.get("pear"));
        assertTrue(FRUITS.find("plum").isEmpty());
    }

    @Test
    void twoEntriesOfOneWordAreRefused() {
        Function<String, String> first = text -> text.substring(0, 1);
        IllegalArgumentException twice = assertThrows(
                IllegalArgumentException.class, () -> Registry.of("fruit", first, List.of("pear", "plum")));
        assertTrue(twice.getMessage().contains("pear and plum"), twice.getMessage());
    }
}
