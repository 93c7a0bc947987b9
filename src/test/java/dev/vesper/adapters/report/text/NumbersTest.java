package dev.vesper.adapters.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void numbersReadAsPeopleWriteThem() {
        assertEquals("1,234,567.89", Numbers.amount(new BigDecimal("1234567.891")));
        assertEquals("−0.40", Numbers.amount(new BigDecimal("-0.4")));
        assertEquals("+3.2", Numbers.bps(3.21));
        assertEquals("12.35m", Numbers.compact(new BigDecimal("12345678")));
        assertEquals("12m", Numbers.tick(12e6));
        assertEquals("2.5m", Numbers.tick(2.5e6));
        assertEquals("400k", Numbers.tick(400_000));
        assertEquals("1,200", Numbers.quantity(new BigDecimal("1200.000")));
        assertEquals("0.0830", Numbers.decimals(new BigDecimal("0.083"), 4));
        assertEquals("12.3%", Numbers.percent(0.1234, 1));
        assertEquals("2 min 05 s", Numbers.duration(125));
        assertEquals("09:30:00.250", Numbers.timeOfDay(34_200_250));
    }

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
