package dev.vesper.adapters.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RedactionTest {
    @Test
    void aPathLosesItsMachineAndNothingElseIsTouched() {
        Path firm = Path.of("/home/ana/firms/north");
        assertEquals(
                "cannot read north/prices.csv:12",
                Redaction.of("cannot read /home/ana/firms/north/prices.csv:12", firm));
        assertEquals("see log.txt", Redaction.of("see /var/tmp/log.txt", firm));
        assertEquals("task 2024-03-28-001/approve-trades", Redaction.of("task 2024-03-28-001/approve-trades", firm));
        assertEquals("ACC1/IBM/2017-05-02/1", Redaction.of("ACC1/IBM/2017-05-02/1", firm));
        assertEquals("http://127.0.0.1:9000/a/b", Redaction.of("http://127.0.0.1:9000/a/b", firm));
    }
}
