package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockMarkTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aClockThatGoesOnIsNotPutBack() {
        assertFalse(at(NOON).putBack(), "nothing is kept yet");
        at(NOON).write();
        assertFalse(at(NOON).putBack());
        assertFalse(at(NOON.plusSeconds(90_000)).putBack());
    }

    @Test
    void aClockThatIsBehindIsPutBackUntilItHasCaughtUp() throws IOException {
        at(NOON).write();
        ClockMark behind = at(NOON.minusSeconds(90_000));
        assertTrue(behind.putBack());
        behind.write();
        assertTrue(at(NOON.minusSeconds(80_000)).putBack(), "also for the program after");
        assertEquals(NOON + "\n", Files.readString(folder.resolve("clock")));
        assertFalse(at(NOON.plusSeconds(1)).putBack());
    }

    @Test
    void aMarkThatCannotBeReadIsTakenForPutBack() throws IOException {
        Files.writeString(folder.resolve("clock"), "2026-11-2");
        ClockMark torn = at(NOON);
        assertTrue(torn.putBack());
        torn.write();
        assertFalse(at(NOON).putBack());
    }

    private ClockMark at(Instant now) {
        return ClockMark.of(folder, () -> now);
    }
}
