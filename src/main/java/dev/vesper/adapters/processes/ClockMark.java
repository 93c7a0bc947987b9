package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The latest time that the embedded engine's clock has shown, kept beside its state. A killed program's jobs come back when
 * their loans end by that clock: where it was put back meanwhile, they would not for as long.
 */
final class ClockMark {
    private final Path file;
    private final InstantSource clock;
    private final boolean putBack;
    private Instant latest;

    private ClockMark(Path file, InstantSource clock, boolean putBack, Instant latest) {
        this.file = file;
        this.clock = clock;
        this.putBack = putBack;
        this.latest = latest;
    }

    /** Compares the clock with the mark of the program before, where there was one. */
    static ClockMark of(Path folder, InstantSource clock) {
        Path file = folder.resolve("clock");
        if (!Files.exists(file)) {
            return new ClockMark(file, clock, false, Instant.MIN);
        }
        try {
            Instant latest = Instant.parse(Files.readString(file).strip());
            return new ClockMark(file, clock, clock.instant().isBefore(latest), latest);
        } catch (IOException | DateTimeException torn) {
            return new ClockMark(
                    file, clock, true, Instant.MIN); // nobody knows: the careful side, which only starts days anew
        }
    }

    /** Whether the clock shows an earlier time than a program before this one saw. */
    boolean putBack() {
        return putBack;
    }

    /** Keeps the time, unless a later one is kept: until the clock has caught up, every program is told. */
    void write() {
        Instant now = clock.instant();
        if (!now.isAfter(latest)) {
            return;
        }
        try {
            Path next = file.resolveSibling("clock.next");
            Files.writeString(next, now + "\n");
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            latest = now;
        } catch (IOException e) {
            throw Problem.unavailable("Expected to keep the engine's time in " + file + ", but " + e, e);
        }
    }
}
