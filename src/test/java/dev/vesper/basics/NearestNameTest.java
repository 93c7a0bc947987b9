package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> KNOWN = List.of("cash", "symbol", "quantity");

    @ParameterizedTest
    @CsvSource({
        "csah, cash", // swapped
        "cas, cash", // one missing
        "caash, cash", // one too many
        "cush, cash", // another letter
        "CASH, cash",
        "ash, cash", // the first one missing
        "symobl, symbol",
        "sybl, symbol", // two of six
        "quntty, quantity",
    })
    void aMisspeltNameIsGuessed(String written, String meant) {
        assertEquals("; maybe \"" + meant + "\" is meant", NearestName.hint(written, KNOWN));
    }

    @ParameterizedTest
    @CsvSource({"zebra", "csha", "sbl", "hsac", "quint", "''"})
    void anotherWordIsNot(String written) {
        assertEquals("", NearestName.hint(written, KNOWN));
    }

    @Test
    void ofTwoThatAreEquallyNearTheFirstIsMeant() {
        assertEquals("; maybe \"buy\" is meant", NearestName.hint("bay", List.of("buy", "pay")));
        assertEquals("", NearestName.hint("buy", List.of()));
    }
}
