package dev.vesper.app.run;

import dev.vesper.basics.Problem;
import dev.vesper.desk.firm.FirmReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a firm's folder can be read. Who asks often costs little: the folder is read again only where a file in it has
 * another size or time than when it was read last.
 */
final class InputsCheck {
    /** {@code tape/<date>/<SYMBOL>.csv} is the deepest. */
    private static final int DEPTH = 3;

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
        SortedMap<String, String> now = look();
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

    private SortedMap<String, String> look() {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            for (Path file : all.toList()) {
                BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
                files.put(folder.relativize(file).toString(), is.size() + " " + is.lastModifiedTime());
            }
        } catch (IOException e) {
            files.put("", e.toString()); // gone, or not ours to read: reading it says so
        }
        return files;
    }
}
