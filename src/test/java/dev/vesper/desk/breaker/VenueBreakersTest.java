package dev.vesper.desk.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.breaker.BreakerPosition;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people see of the breakers of a run whose files are gone. */
class VenueBreakersTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private final Memory memory = new Memory();

    @Test
    void aRunWithoutItsFilesShowsTheBreakersThatMoved() {
        RunRecord run = memory.open(LocalDate.of(2018, 4, 11), "/firms/oak", 7, false, NOON);
        MemoryOperations.breakers(memory, () -> NOON).open(run, "LIT", "anna", "they asked for it");
        List<BreakerRecord> all = new VenueBreakers(
                        memory,
                        memory.eventLog,
                        memory,
                        _ -> {
                            throw Problem.unavailable("Expected the inputs of a run, but they are gone");
                        },
                        _ -> 0,
                        InstantSource.fixed(NOON))
                .all();
        assertEquals(List.of("LIT"), all.stream().map(BreakerRecord::venue).toList());
        assertEquals(BreakerPosition.OPEN, all.getFirst().position());
    }
}
