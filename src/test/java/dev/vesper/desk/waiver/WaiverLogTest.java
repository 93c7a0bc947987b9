package dev.vesper.desk.waiver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.limits.waiver.Waiver;
import dev.vesper.testing.Memory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run goes by what was agreed when it began, whatever is asked, agreed or revoked later. */
class WaiverLogTest {
    private static final LocalDate DAY = LocalDate.of(2018, 4, 11);
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");

    private final Memory memory = new Memory();
    private Instant now = NOON;
    private final WaiveRules waivers = new WaiveRules(
            new WaiverLog(memory.eventLog),
            memory,
            () -> now,
            () -> DAY,
            () -> () -> List.of(new WaivableRules.Rule("position-weight", true, true, Optional.of(BigDecimal.ONE))),
            Optional::empty);

    @Test
    void itGoesByWhatWasAgreedWhenItBegan() {
        waivers.ask(
                new WaiverTerms("position-weight", "ACC1", "IBM", new BigDecimal("0.30"), DAY.plusDays(1)),
                "Ada",
                "a transfer");
        now = NOON.plusSeconds(10);
        waivers.agree("W-1", "Ben", "");
        now = NOON.plusSeconds(20);
        waivers.revoke("W-1", "Ada", "sold");
        WaiverLog again = new WaiverLog(memory.eventLog);
        assertEquals(List.of(), ids(again, NOON.plusSeconds(9), DAY), "only asked for");
        assertEquals(List.of("W-1"), ids(again, NOON.plusSeconds(10), DAY));
        assertEquals(List.of("W-1"), ids(again, NOON.plusSeconds(19), DAY.plusDays(1)), "its last day");
        assertEquals(List.of(), ids(again, NOON.plusSeconds(19), DAY.plusDays(2)), "over by the run's date");
        assertEquals(List.of(), ids(again, NOON.plusSeconds(20), DAY), "revoked");
        Waiver waiver = again.of(NOON.plusSeconds(10), DAY).inForce().getFirst();
        assertEquals("Ada", waiver.askedBy());
        assertEquals("Ben", waiver.agreedBy());
        assertEquals(Optional.of(new BigDecimal("0.30")), waiver.upTo());
    }

    @Test
    void theDaysLeftAreCountedFromTheBusinessDate() {
        waivers.ask(
                new WaiverTerms("position-weight", "ACC1", "", new BigDecimal("0.30"), DAY.plusDays(5)), "Ada", "why");
        assertEquals(5, waivers.find("W-1").daysLeft());
        assertEquals(
                "position-weight for ACC1, up to 0.3, until 2018-04-16",
                waivers.find("W-1").words());
    }

    private static List<String> ids(WaiverLog log, Instant begun, LocalDate date) {
        return log.of(begun, date).inForce().stream().map(Waiver::id).toList();
    }
}
