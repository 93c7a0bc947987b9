package dev.vesper.app.cli;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that a person names for a result of several files: nothing in it is ever written over. */
final class OutFolder {
    private OutFolder() {}

    /**
     * Looks whether a folder can be used, before the work begins.
     *
     * @param state the state folder, which may not be there
     * @throws Problem of kind INPUT where it is no folder, holds something, or lies in the state folder; UNAVAILABLE where it
     *     cannot be written
     */
    static void requireEmpty(Path out, Path state) {
        try {
            if (real(out).startsWith(real(state))) {
                throw Problem.usage("Expected --out outside of the state folder " + state + ", but got " + out
                        + "; what lies there is Vesper's own");
            }
            if (!Files.exists(out)) {
                return;
            }
            if (!Files.isDirectory(out)) {
                throw Problem.usage("Expected a folder for --out, but " + out + " is a file");
            }
            try (Stream<Path> files = Files.list(out)) {
                if (files.findAny().isPresent()) {
                    throw Problem.usage("Expected an empty folder for --out, but " + out
                            + " holds files already; name another, nothing is written over");
                }
            }
            if (!Files.isWritable(out)) {
                throw Problem.unavailable("Expected to write into " + out + ", but it cannot be written to");
            }
        } catch (IOException e) {
            throw unavailable(out, e);
        }
    }

    /** Makes it where it is not there. */
    static void make(Path out) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw unavailable(out, e);
        }
    }

    private static Problem unavailable(Path out, IOException e) {
        return Problem.unavailable(
                "Expected to write into " + out + ", but " + e + "; name a folder that can be made", e);
    }

    /** Of what is not there, below the folder that is. */
    private static Path real(Path path) throws IOException {
        Path whole = path.toAbsolutePath().normalize();
        for (@Nullable Path at = whole; at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                return at.toRealPath().resolve(at.relativize(whole));
            }
        }
        return whole;
    }
}
