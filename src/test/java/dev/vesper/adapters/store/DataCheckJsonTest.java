package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.data.Severity;
import dev.vesper.desk.checkdata.DataCheck;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What stands in the column {@code document} stays as it always was, so that old rows stay readable. */
class DataCheckJsonTest {
    private static final String STORED = "{\"snapshot\":\"0123456789abcdef\",\"rows\":100,\"quarantined\":2,"
            + "\"firstDate\":\"2018-01-02\",\"lastDate\":\"2018-04-11\",\"breaches\":["
            + "{\"rule\":\"info-rule\",\"severity\":\"info\",\"rows\":1,\"message\":\"must hold\",\"example\":\"line 7\"},"
            + "{\"rule\":\"warning-rule\",\"severity\":\"warning\",\"rows\":1,\"message\":\"must hold\",\"example\":\"line 7\"},"
            + "{\"rule\":\"error-rule\",\"severity\":\"error\",\"rows\":1,\"message\":\"must hold\",\"example\":\"line 7\"}],"
            + "\"blocking\":true,\"quarantineKey\":\"quarantine/1.csv\"}";
    private static final DataCheck CHECK = new DataCheck(
            "0123456789abcdef",
            100,
            2,
            LocalDate.of(2018, 1, 2),
            LocalDate.of(2018, 4, 11),
            Arrays.stream(Severity.values())
                    .map(s -> new DataCheck.Breach(s.word() + "-rule", s, 1, "must hold", "line 7"))
                    .toList(),
            true,
            "quarantine/1.csv");

    @Test
    void aSeverityIsStoredAsItsWord() {
        assertEquals(STORED, DataCheckJson.write(CHECK));
        assertEquals(CHECK, DataCheckJson.read(STORED));
    }

    @Test
    void aWordThatIsNoSeverityIsNamed() {
        IllegalStateException wrong = assertThrows(
                IllegalStateException.class, () -> DataCheckJson.read(STORED.replace("\"warning\"", "\"fatal\"")));
        assertTrue(String.valueOf(wrong.getMessage()).contains("fatal"), wrong::getMessage);
    }
}
