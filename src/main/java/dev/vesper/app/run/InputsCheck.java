package dev.vesper.app.run;

import dev.vesper.basics.Problem;
import dev.vesper.desk.firm.FirmReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether a firm's folder can be read. Who asks often costs little: the folder is read again only where a file in it has
 * another size or time than when it was read last.
 */
final class InputsCheck {
    private final FirmReader reader;
    private final Path folder;
    private @Nullable SortedMap<String, String> seen;
    private Optional<String> trouble = Optional.empty();

    InputsCheck(FirmReader reader, Path folder) {
        this.reader = reader;
        this.folder = folder;
    }

    /** What is wrong with it, with file and line; empty where nothing is. */
    synchronized Optional<String> trouble() {
        SortedMap<String, String> now = FolderStamp.of(folder);
        if (!now.equals(seen)) {
            seen = now;
            trouble = read();
        }
        return trouble;
    }

    private Optional<String> read() {
        try {
            reader.read(folder);
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(String.valueOf(problem.getMessage()));
        }
    }
}
