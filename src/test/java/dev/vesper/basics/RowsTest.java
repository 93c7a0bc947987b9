package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
    @Test
    void theRowsOfAListComeInItsOrderAsOftenAsAsked() {
        Rows<String> rows = Rows.of(List.of("a", "b"));
        List<String> seen = new ArrayList<>();
        rows.each(seen::add);
        rows.each(seen::add);
        assertEquals(List.of("a", "b", "a", "b"), seen);
    }
}
