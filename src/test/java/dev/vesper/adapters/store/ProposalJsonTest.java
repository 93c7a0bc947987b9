package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProposalJsonTest {
    private static final SortedMap<String, BigDecimal> NUMBERS = new TreeMap<>(Map.of(
            "limit", new BigDecimal("0.25"),
            "used", new BigDecimal("-12345678901234567890.000000000000000001"),
            "Größe \"株\"\n\\", new BigDecimal("0")));

    @Test
    void numbersComeBackWhateverTheirNames() {
        assertEquals(NUMBERS, ProposalJson.readNumbers(ProposalJson.writeNumbers(NUMBERS), new SharedTexts()));
        assertEquals(Map.of(), ProposalJson.readNumbers(ProposalJson.writeNumbers(new TreeMap<>()), new SharedTexts()));
    }

    @Test
    void theTextIsJsonWithExactStrings() throws JsonProcessingException {
        assertEquals(
                "{\"limit\":\"0.25\",\"used\":\"1000\"}",
                ProposalJson.writeNumbers(
                        new TreeMap<>(Map.of("used", new BigDecimal("1E+3"), "limit", new BigDecimal("0.250")))));
        assertEquals(
                "-12345678901234567890.000000000000000001",
                new ObjectMapper()
                        .readTree(ProposalJson.writeNumbers(NUMBERS))
                        .get("used")
                        .asText());
    }

    @Test
    void whatTheStoreDidNotWriteIsNamed() {
        for (String text : new String[] {"{\"limit\":", "{\"limit\":0.25}", "", "[]", "{\"limit\":null}"}) {
            assertEquals(
                    "Expected the JSON the store wrote, but read: " + text,
                    assertThrows(
                                    IllegalStateException.class,
                                    () -> ProposalJson.readNumbers(text, new SharedTexts()),
                                    text)
                            .getMessage());
        }
    }
}
