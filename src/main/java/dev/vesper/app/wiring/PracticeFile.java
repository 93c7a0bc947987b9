package dev.vesper.app.wiring;

import dev.vesper.adapters.WholeFile;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What makes a state folder one for practice: the file {@code practice-clock} in it, with the time from which its simulated
 * clock goes on. It is written a little ahead of the clock, so that a killed program's time is never shown again.
 */
final class PracticeFile {
    static final String NAME = "practice-clock";
    /** How far what is kept is ahead of the clock while it runs. */
    private static final Duration AHEAD = Duration.ofSeconds(10);

    private final Path file;

    PracticeFile(Path state) {
        this.file = state.resolve(NAME);
    }

    /** From when the clock goes on, or empty where the folder is for real days. */
    Optional<Instant> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(Files.readString(file).strip()));
        } catch (IOException | DateTimeException wrong) {
            throw Problem.usage("Expected a time such as 2018-04-11T22:25:00Z in " + file + ", which makes "
                    + file.getParent() + " a folder for practice, but " + wrong.getMessage());
        }
    }

    /** Keeps the time of a clock that runs. */
    void keepAhead(Instant now) {
        keep(now.plus(AHEAD));
    }

    /** Keeps the time of a clock that stands. */
    void keep(Instant now) {
        WholeFile.write(file, out -> out.write((now + "\n").getBytes(StandardCharsets.US_ASCII)));
    }
}
